"""Entries of the gazetteer to bytes and back: a sorted list of strings in an adaptive binary range coder.

Strings rather than hashes, because then a name that is not in the list is never found by chance, and the list can
be printed; coded letter by letter after the two before it they take no more room than hashes would.

    header   "CDGZ", version u16, entries u32, length of the payload u32, FNV-1a of the payload u32; little-endian
    payload  sets u8, so many sets of bits u16, then range-coded for each entry in order of its key:
             how many letters it shares with the one before (5 bits), its other letters and an end (6 bits each),
             the number of its set (7 bits)

`src/syntax/gazetteer/unpack.rs` reads the same and must change with this.
"""

import struct

from features import fnv_bytes

MAGIC, VERSION = b"CDGZ", 1
HEADER = struct.Struct("<4sHIII")
LETTERS = "\0 &+=/0123456789abcdefghijklmnopqrstuvwxyz"  # the first ends a key
SHARED_BITS, LETTER_BITS, SET_BITS = 5, 6, 7
MOST_SHARED = (1 << SHARED_BITS) - 1
# A cell is the probability of a 1 in 1/65536 and how often it was met, which says how fast it still learns and how
# much it counts beside the other cell: 4 to the power of that, up to SURE.
HALF, SURE, LIMIT = 1 << 15, 8, 60


class Model:
    """Probabilities of the next bit, each the mean of two contexts' cells. Encoder and decoder keep one alike."""

    def __init__(self):
        self.cells = {}

    def pair(self, first, second):
        return self.cells.setdefault(first, [HALF, 0]), self.cells.setdefault(second, [HALF, 0])

    @staticmethod
    def probability(pair) -> int:
        (p, n), (q, m) = pair
        v, w = 1 << 2 * min(n, SURE), 1 << 2 * min(m, SURE)
        return min(max((v * p + w * q) // (v + w), 32), 65536 - 32)

    @staticmethod
    def learn(pair, bit: int):
        for cell in pair:
            step = 2 * cell[1] + 3
            if bit:
                cell[0] += 2 * (65535 - cell[0]) // step
            else:
                cell[0] -= 2 * cell[0] // step
            cell[1] = min(cell[1] + 1, LIMIT)


class Coder:
    """A carry-less range coder over 32 bits. Without `data` it writes to `out`, with it it reads."""

    def __init__(self, data: bytes | None = None):
        self.model, self.low, self.high = Model(), 0, 0xFFFFFFFF
        self.out, self.data, self.at, self.code = bytearray(), data, 0, 0
        if data is not None:
            for _ in range(4):
                self.code = self.code << 8 | self._byte()

    def _byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1] if self.at <= len(self.data) else 0

    def symbol(self, bits: int, first, second, value: int = 0) -> int:
        """One number of so many bits in two contexts, written or read."""
        node = 1
        for i in reversed(range(bits)):
            pair = self.model.pair((first, node), (second, node))
            bit = self._bit(self.model.probability(pair), value >> i & 1)
            self.model.learn(pair, bit)
            node = node << 1 | bit
        return node - (1 << bits)

    def _bit(self, probability: int, bit: int) -> int:
        middle = self.low + ((self.high - self.low) * probability >> 16)
        if self.data is not None:
            bit = int(self.code <= middle)
        if bit:
            self.high = middle
        else:
            self.low = middle + 1
        while (self.low ^ self.high) >> 24 == 0:
            self.out.append(self.high >> 24)
            self.low = self.low << 8 & 0xFFFFFFFF
            self.high = self.high << 8 & 0xFFFFFFFF | 0xFF
            if self.data is not None:
                self.code = self.code << 8 & 0xFFFFFFFF | self._byte()
        return bit

    def entry(self, before: str, key: str, number: int, shared_before: int) -> tuple[str, int, int]:
        """One entry after another; returns it, the number of its set and how many letters it shares."""
        shared = self.symbol(SHARED_BITS, ("shared", shared_before), "shared", common_prefix(before, key))
        read = before[:shared]
        instead_of = before[shared] if shared < len(before) else LETTERS[0]
        while True:
            but_last, last = (LETTERS[0] * 2 + read)[-2:]
            if len(read) == shared:
                contexts = ("first", last, instead_of), ("first", instead_of)
            else:
                contexts = ("next", but_last, last), ("next", last)
            wanted = LETTERS.index(key[len(read)]) if len(read) < len(key) else 0
            letter = self.symbol(LETTER_BITS, *contexts, wanted)
            if letter == 0:
                break
            read += LETTERS[letter]
        number = self.symbol(SET_BITS, ("set", but_last, last), ("set", last, " " in read), number)
        return read, number, shared


def common_prefix(a: str, b: str) -> int:
    length = 0
    while length < min(len(a), len(b), MOST_SHARED) and a[length] == b[length]:
        length += 1
    return length


def pack(entries: dict[str, int]) -> bytes:
    sets = sorted(set(entries.values()))
    if len(sets) > 1 << SET_BITS:
        raise SystemExit(f"{len(sets)} sets of bits are more than {1 << SET_BITS}: widen SET_BITS here and in Rust")
    coder, before, shared = Coder(), "", 0
    for key in sorted(entries):
        before, _, shared = coder.entry(before, key, sets.index(entries[key]), shared)
    payload = struct.pack(f"<B{len(sets)}H", len(sets), *sets) + coder.out + coder.low.to_bytes(4, "big")
    return HEADER.pack(MAGIC, VERSION, len(entries), len(payload), fnv_bytes(payload)) + payload


def unpack(data: bytes) -> dict[str, int]:
    """Raises ValueError where the bytes are not a gazetteer, of another version, cut short or damaged."""
    if len(data) < HEADER.size or data[:4] != MAGIC:
        raise ValueError("not a gazetteer")
    _, version, count, length, checksum = HEADER.unpack_from(data)
    payload = data[HEADER.size:]
    if version != VERSION:
        raise ValueError(f"gazetteer of version {version}, expected {VERSION}")
    if len(payload) != length or fnv_bytes(payload) != checksum:
        raise ValueError("gazetteer is cut short or damaged")
    sets = struct.unpack_from(f"<{payload[0]}H", payload, 1)
    coder, entries, key, shared = Coder(payload[1 + 2 * len(sets):]), {}, "", 0
    for _ in range(count):
        key, number, shared = coder.entry(key, "", 0, shared)
        entries[key] = sets[number]
    return entries
