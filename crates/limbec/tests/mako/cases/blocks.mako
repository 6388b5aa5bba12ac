<%
    total = 0
    for name in names:
        total += len(name)
%>\
${total}
<% x = 'one line' %>${x}
