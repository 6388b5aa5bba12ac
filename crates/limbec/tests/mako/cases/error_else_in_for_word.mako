% for x in names:
% except ValueError:
% endfor
