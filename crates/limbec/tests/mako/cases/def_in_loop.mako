<%def name="row(name)">  row ${name}
</%def>\
% for name in names:
${row(name)}\
% endfor
