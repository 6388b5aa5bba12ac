a = 5
print(f"""{
    a
    + 1
} and {a:>{
    8
}}""")
print(f"{a:%}" f"{a}" "{a}")
