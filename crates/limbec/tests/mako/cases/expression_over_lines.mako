${', '.join(
    name for name in names  # a comment with } in it
)}
