a
% if True:
b ${up_revision}
% endif
c\
d
