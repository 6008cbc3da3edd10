"""Reads an exported record without any of the project's code: the file's frame, and protobuf's wire
format, as far as the paper count needs it."""
import struct


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def fields(data):
    """Each field of a message as (number, value): an int, or bytes."""
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        if key & 7 == 0:
            value, at = varint(data, at)
        elif key & 7 == 2:
            length, at = varint(data, at)
            value, at = data[at:at + length], at + length
        else:
            raise ValueError(f"wire type {key & 7}")
        yield key >> 3, value


def message(data):
    """{number: [values]}"""
    out = {}
    for number, value in fields(data):
        out.setdefault(number, []).append(value)
    return out


def one(msg, number, default=0):
    return msg.get(number, [default])[-1]


def text(msg, number):
    return one(msg, number, b"").decode()


def packed(msg, number):
    """A repeated number, packed as the record writes it."""
    out = []
    for data in msg.get(number, []):
        if isinstance(data, int):
            out.append(data)
            continue
        at = 0
        while at < len(data):
            value, at = varint(data, at)
            out.append(value)
    return out


def commands(path):
    """The commands of a .record file, in order: (body's field number, body as bytes)."""
    with open(path, "rb") as file:
        if file.readline() != b"homphieu-record v1\n":
            raise ValueError("not a record")
        while (length := struct.unpack(">I", file.read(4))[0]) != 0:
            command = message(one(message(file.read(length)), 2, b""))
            for number, values in command.items():
                if number >= 10:
                    yield number, values[0]
