<%def name="x()">
</%text>
