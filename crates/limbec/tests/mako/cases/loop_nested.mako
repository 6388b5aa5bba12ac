% for a in names:
% for b in [1, 2]:
${loop.parent.index}.${loop.index}
% endfor
${loop.index}
% endfor
