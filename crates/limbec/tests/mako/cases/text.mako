plain text
with two lines
