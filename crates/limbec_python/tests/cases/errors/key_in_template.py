TEMPLATE = "UPDATE {table} SET {column} = :value"
def render(**names): return TEMPLATE.format(**names)
print(render(table="t", column="c"))
render(table="t")
