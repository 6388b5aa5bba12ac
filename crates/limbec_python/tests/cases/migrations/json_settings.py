import json
from copy import deepcopy

DEFAULTS = {"theme": "light", "notify": {"email": True, "sms": False}, "limits": [1, 2]}

def merged(base, over):
    result = deepcopy(base)
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = merged(result[key], value)
        else:
            result[key] = value
    return result

for text in ['{}', '{"notify": {"sms": true}}', '{"theme": null, "new": 1.50}', '{"limits": []}', '[1', '{"a": NaN}', '"x"', '{"a": 1, "a": 2}', '{"k": "\\u0436"}']:
    try:
        value = json.loads(text)
        print(json.dumps(merged(DEFAULTS, value), sort_keys=True, ensure_ascii=False))
    except json.JSONDecodeError as error:
        print("bad:", error, error.lineno, error.colno, error.pos)
    except AttributeError as error:
        print("odd:", error)
print(DEFAULTS)
