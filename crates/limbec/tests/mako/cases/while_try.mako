<% n = 0 %>\
% while n < 2:
${n}
<% n += 1 %>\
% endwhile
% try:
${1 / 0}
% except ZeroDivisionError:
zero
% endtry
