${helper(2)}
<%!
    def helper(n):
        return n * 'x'
%>
