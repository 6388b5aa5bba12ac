a
% if True:
% endif
% for x in names:
% endfor
b
