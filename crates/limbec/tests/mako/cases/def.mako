<%def name="pair(a, b='y')">
[${a}-${b}]
</%def>\
${pair('x')}${pair('x', b=up_revision)}
