import textwrap
text = "The quick brown fox jumps over the lazy-dog and an extraordinarilylongwordthatbreaks."
print(textwrap.wrap(text, 20), textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "), textwrap.shorten(text, 25), textwrap.shorten(text, 30, placeholder="…"), repr(textwrap.dedent("\n    a\n      b\n\n    c\n")), textwrap.indent("a\n\nb", "> "), textwrap.indent("a\n\nb", "> ", lambda l: True), textwrap.wrap(text, 15, break_long_words=False), sep="\n")
