% if branch_labels:
labels
% else:
none
% endif
% if depends_on:
deps
% elif empty:
empty
% else:
neither
% endif
end
