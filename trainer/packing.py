"""Stopgap container of the gazetteer (text lines, deflated) until the packed format is in place."""

import zlib


def pack(entries: dict[str, int]) -> bytes:
    return zlib.compress("\n".join(f"{name}\t{bits}" for name, bits in sorted(entries.items())).encode(), 9)


def unpack(data: bytes) -> dict[str, int]:
    lines = zlib.decompress(data).decode().split("\n")
    return {name: int(bits) for name, bits in (line.split("\t") for line in lines)}
