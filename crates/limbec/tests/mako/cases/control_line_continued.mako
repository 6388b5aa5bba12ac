% if branch_labels and \
      up_revision:
yes
% endif
