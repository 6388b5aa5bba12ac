"""A DNS server for tests: dns.py ADDRESS NAME=IP...

It answers questions for the IPv4 addresses of these names, and says of all others that they do not exist.
"""
import socket
import struct
import sys

NAME_ERROR = 0x8183
ANSWER = 0x8180
A = 1


def name_and_end(query):
    """The name that is asked for, and where the question ends."""
    labels, place = [], 12
    while query[place]:
        labels.append(query[place + 1:place + 1 + query[place]].decode())
        place += query[place] + 1
    return ".".join(labels).lower(), place + 5


def answer(query, names):
    name, end = name_and_end(query)
    (kind,) = struct.unpack(">H", query[end - 4:end - 2])
    records = b""
    if name in names and kind == A:
        # A pointer to the name in the question, the type, the class, a minute to live, four bytes of address.
        records = struct.pack(">HHHIH", 0xC00C, A, 1, 60, 4) + socket.inet_aton(names[name])
    flags = ANSWER if name in names else NAME_ERROR
    return query[:2] + struct.pack(">HHHHH", flags, 1, bool(records), 0, 0) + query[12:end] + records


def main(address, pairs):
    names = dict(pair.split("=") for pair in pairs)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as door:
        door.bind((address, 53))
        print("listening", flush=True)
        while True:
            query, sender = door.recvfrom(512)
            door.sendto(answer(query, names), sender)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
