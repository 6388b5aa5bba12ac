    % if True:
    x
	% endif
