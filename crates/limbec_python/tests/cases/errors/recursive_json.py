import json
node = {"name": "root", "children": []}
node["children"].append(node)
print(len(str(node)) > 5)
try: json.dumps(node)
except ValueError as e: raise TypeError(str(e)) from None
