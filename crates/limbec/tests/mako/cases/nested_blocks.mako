% for name in names:
  % if name.startswith('e'):
    ${name}
    % for i in range(2):
      ${i}
    % endfor
  % else:
  other
  % endif
% endfor
