a
% if True:
b
