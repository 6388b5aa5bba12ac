% if True:
% endfor
