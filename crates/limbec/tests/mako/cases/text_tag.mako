<%text>${not_an_expression} % nothing
% if
</%text>
${up_revision}
