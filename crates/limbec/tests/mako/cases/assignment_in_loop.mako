<% parts = [] %>\
% for n in names:
<% parts.append(n) %>\
% endfor
${'/'.join(parts)}
