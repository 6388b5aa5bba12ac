<%def name="loud()" filter="trim">
   <b>  
</%def>[${loud()}]
