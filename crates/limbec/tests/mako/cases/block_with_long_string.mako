<%
    text = '''first
  second
 third'''
    # a comment
    other = """x
"""
%>${text}|${other}
