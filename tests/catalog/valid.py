"""valid.py SCHEMA FILE: does FILE follow SCHEMA? The part of JSON Schema that docs/catalog.schema.json uses; prints what is wrong."""
import json
import re
import sys

TYPES = {"object": dict, "array": list, "string": str, "number": (int, float), "boolean": bool, "null": type(None)}


def problem(value, schema, root, path):
    if "$ref" in schema:
        return problem(value, root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root, path)
    if "anyOf" in schema:
        found = [problem(value, one, root, path) for one in schema["anyOf"]]
        return None if None in found else max(found, key=len)
    kind = TYPES.get(schema.get("type"))
    if kind and (not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool)):
        return f"{path}: no {schema['type']}"
    if "const" in schema and value != schema["const"] or "enum" in schema and value not in schema["enum"]:
        return f"{path}: {value!r} is not allowed"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        return f"{path}: {value!r} does not match"
    if isinstance(value, list):
        parts = [(item, schema.get("items", {}), f"{path}/{i}") for i, item in enumerate(value)]
    elif isinstance(value, dict):
        missing = [name for name in schema.get("required", []) if name not in value]
        if missing:
            return f"{path}: lacks {missing[0]}"
        rest = schema.get("additionalProperties", {})
        parts = [(item, schema.get("properties", {}).get(name, rest), f"{path}/{name}") for name, item in value.items()]
    else:
        parts = []
    return next(filter(None, (problem(item, part, root, where) for item, part, where in parts)), None)


schema, value = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:3])
wrong = problem(value, schema, schema, "")
if wrong:
    sys.exit(wrong)
