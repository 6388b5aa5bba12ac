a
<%
    x = 1
    y = undefined_thing.attribute
%>
