<% d = {n: i for i, n in enumerate(names)} %>${d['engine2']} ${sorted(d)[0]}
