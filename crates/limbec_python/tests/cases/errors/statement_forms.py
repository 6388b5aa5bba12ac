import traceback
def show(fn):
    try: fn()
    except Exception as e: print("".join(traceback.format_exception(e)[2:]), end="")
def t1():
    x = {}
    x["a"]["b"] = 1
def t2():
    del [].x
def t3():
    x = 1
    x.attr = 2
def t4():
    x = 5
    x += "a"
def t5():
    a = [1]
    a[3] += 1
def t6():
    for i in 5: pass
def t7():
    with open: pass
def t8():
    import nosuchmodule_zz.sub
def t9():
    return -"x"
def t10():
    return 1 if None.x else 2
def t11():
    return f"{undefined1} text"
def t12():
    return not None.x and 1
def t13():
    a = b = None.x
def t14():
    print(1, *None)
def t15():
    return 1 < "a" < 3
def t16():
    class K(undefined2): pass
def t17():
    x: int = None.y
def t18():
    return [*None]
def t19():
    return {**5}
def t20():
    a, (b, c) = 1, 2
def t21():
    raise ValueError
def t22():
    raise "str"
def t23():
    return "a" "b" % (1, 2)
def t24():
    return {}[[]]
for f in [t1, t2, t3, t4, t5, t6, t7, t9, t10, t11, t12, t13, t14, t15, t16, t17, t18, t19, t20, t21, t22, t23, t24]:
    show(f)
