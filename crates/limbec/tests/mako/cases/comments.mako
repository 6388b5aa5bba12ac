a
## gone
  ## gone too
# stays
b ## stays
<%doc>
gone
${nothing}
</%doc>c
