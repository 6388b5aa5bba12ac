% if upgrades and 'drop_table' in upgrades:
import x
% endif
