import csv, io
text = 'a,"b ""q"" c",d\r\n1,,"x\ny"\n"",2,3\n'
print(list(csv.reader(io.StringIO(text))), list(csv.DictReader(io.StringIO("k,v\n1,2\n3\n4,5,6\n"))), list(csv.reader(["a;b", "'c;d';e"], delimiter=";", quotechar="'")), list(csv.reader(["a, b"], skipinitialspace=True)))
out = io.StringIO()
w = csv.writer(out)
w.writerow(["a", 'q"x', None, 1.5, "x,y", ""])
w.writerows([[1], ["l\nm"]])
d = csv.DictWriter(out, ["x", "y"], lineterminator="\n")
d.writeheader()
d.writerow({"x": 1, "y": 2})
print(repr(out.getvalue()))
