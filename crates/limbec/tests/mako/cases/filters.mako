${down_revision | comma,n}|${depends_on|comma, n}|${names[2] | h}|${'a b&c' | u}|${'  x ' | trim}|${names[2] | n}|${5 | str}|${' <x> '| trim,h}
