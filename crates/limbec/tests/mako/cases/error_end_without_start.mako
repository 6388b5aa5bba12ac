a

% endif
