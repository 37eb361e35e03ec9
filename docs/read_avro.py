"""Reads records of Satisflow's topics in plain Python: no packages. See docs/topics.md.

One value a line on standard input, in hexadecimal; one JSON object a line on standard output:

    ./satisflow topics schema sla-events > sla-events.avsc
    ./satisflow topics tail sla-events --dir live --raw | python3 docs/read_avro.py sla-events.avsc
"""
import io, json, struct, sys


def whole(b):
    shift = value = 0
    while True:
        byte = b.read(1)[0]
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return (value >> 1) ^ -(value & 1)


def blocks(b):
    while (count := whole(b)) != 0:
        if count < 0:
            whole(b)
        yield from range(abs(count))


def read(schema, b, names):
    if isinstance(schema, list):
        return read(schema[whole(b)], b, names)
    if isinstance(schema, str) and schema in names:
        schema = names[schema]
    kind = schema["type"] if isinstance(schema, dict) else schema
    if kind == "record":
        names[schema["name"]] = names[schema.get("namespace", "io.satisflow.wire") + "." + schema["name"]] = schema
        return {field["name"]: read(field["type"], b, names) for field in schema["fields"]}
    if kind == "array":
        return [read(schema["items"], b, names) for _ in blocks(b)]
    if kind == "map":
        return {b.read(whole(b)).decode(): read(schema["values"], b, names) for _ in blocks(b)}
    if kind == "string":
        return b.read(whole(b)).decode()
    if kind == "double":
        return struct.unpack("<d", b.read(8))[0]
    return {"null": lambda: None, "boolean": lambda: b.read(1) == b"\1"}.get(kind, lambda: whole(b))()


def value(data, schema):
    """Single-object encoding (C3 01 and eight bytes that tell the schema), or a registry's (00 and four bytes)."""
    return read(schema, io.BytesIO(data[10:] if data[:2] == b"\xc3\x01" else data[5:]), {})


if __name__ == "__main__":
    schema = json.load(open(sys.argv[1]))
    for line in sys.stdin:
        print(json.dumps(value(bytes.fromhex(line), schema), ensure_ascii=False))
