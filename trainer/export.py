"""A trained network as `models/en.bin`; `network/src/format.rs` says what stands where."""

import struct

import numpy as np
import torch

import features

VERSION = 2


def bfloat(values) -> bytes:
    """bfloat16, rounded to nearest."""
    tensor = torch.as_tensor(np.asarray(values, np.float32)).to(torch.bfloat16)
    return tensor.view(torch.int16).numpy().astype("<i2").tobytes()


def bfloat_round(values):
    return torch.as_tensor(values).to(torch.bfloat16).float()


def number(value) -> bytes:
    return struct.pack("<I", value)


def labels(names) -> bytes:
    return number(len(names)) + b"".join(bytes([len(n.encode())]) + n.encode() for n in names)


def ascending(numbers) -> bytes:
    out, last = bytearray(number(len(numbers))), 0
    for value in numbers:
        gap, last = value - last, value
        while gap > 127:
            out.append(gap & 127 | 128)
            gap >>= 7
        out.append(gap)
    return bytes(out)


def whole(values, scale) -> bytes:
    return coded(np.clip(np.rint(np.asarray(values / scale)), -127, 127).astype(int).ravel())


TOTAL_BITS = 12  # frequencies add up to 2**12
LOWEST = 1 << 23  # of the coder's state between two numbers


def coded(numbers) -> bytes:
    """Whole numbers by their frequencies, in a range asymmetric numeral system (Duda 2013, arXiv:1311.2540):
    least number i8, how many kinds u8, frequency of each u16, length u32, bytes. A sixth smaller than by gzip."""
    least = int(numbers.min())
    kinds = numbers - least
    frequencies = scaled(np.bincount(kinds))
    starts = np.concatenate([[0], np.cumsum(frequencies)]).tolist()
    out, state, frequencies = bytearray(), LOWEST, frequencies.tolist()
    # Written backwards, so that it is read forwards.
    for kind in reversed(kinds.tolist()):
        frequency = frequencies[kind]
        while state >= (LOWEST >> TOTAL_BITS << 8) * frequency:
            out.append(state & 255)
            state >>= 8
        state = (state // frequency << TOTAL_BITS) + state % frequency + starts[kind]
    out += state.to_bytes(4, "little")
    out.reverse()
    head = struct.pack(f"<bB{len(frequencies)}H", least, len(frequencies), *frequencies)
    return head + number(len(out)) + bytes(out)


def scaled(counts):
    """Counts as frequencies that add up to 2**TOTAL_BITS, none that was met being 0."""
    total = 1 << TOTAL_BITS
    frequencies = np.maximum(np.rint(counts * (total / counts.sum())).astype(int), counts > 0)
    frequencies[frequencies.argmax()] += total - frequencies.sum()
    return frequencies


def table(weight, step) -> bytes:
    step = float(bfloat_round(step))
    return bfloat([step]) + whole(weight.detach().numpy(), step)


def matrix(weight, bias, steps) -> bytes:
    """`weight` [outputs, inputs]; `steps` [outputs], the value of one unit in each row."""
    steps = bfloat_round(steps)
    return bfloat(steps) + bfloat(bias.detach()) + whole(weight.detach().numpy(), steps.numpy()[:, None])


def model(network, label_sets, words: list[str], step) -> bytes:
    """The file's bytes. `words[i]` has row i + 1 of the word table; `step(name)` is the step size of a tensor."""
    encoder, heads, shape = network.encoder, network.heads, network.heads.shape
    hashes = [features.fnv(word) for word in words]
    order = sorted(range(len(words)), key=hashes.__getitem__)
    assert len(set(hashes)) == len(hashes), "two words of the list share a hash"
    out = [labels(x) for x in (label_sets.tags, label_sets.fine_tags, label_sets.relations, label_sets.names)]
    affix_width = encoder.affix[0].weight.shape[1]
    classes = encoder.classes.weight.T
    sizes = (shape.width, shape.blocks, shape.arc_width, shape.label_width, shape.distances)
    out += [number(n) for n in (*sizes, shape.word_width, affix_width, *classes.shape)]
    out.append(ascending([hashes[i] for i in order]))
    rows = torch.tensor([0] + [i + 1 for i in order])
    out.append(table(encoder.word.weight[rows], step("encoder.word.weight")))
    out += [number(t.weight.shape[0]) for t in encoder.affix]
    out += [table(t.weight, step(f"encoder.affix.{i}.weight")) for i, t in enumerate(encoder.affix)]
    out.append(table(classes, step("encoder.classes.weight")))
    out.append(matrix(encoder.into.weight, encoder.into.bias, step("encoder.into.weight")))
    for i, block in enumerate(encoder.blocks):
        out += [bfloat(block.norm.weight.detach()), bfloat(block.norm.bias.detach())]
        near = block.near.weight.detach()[:, 0]
        out += [bfloat(near[:, k]) for k in range(3)] + [bfloat(block.near.bias.detach())]
        out.append(matrix(block.gates.weight, block.gates.bias, step(f"encoder.blocks.{i}.gates.weight")))
    out += [bfloat(encoder.norm.weight.detach()), bfloat(encoder.norm.bias.detach())]
    out.append(_stacked_heads(heads, step))
    with torch.no_grad():
        out.append(bfloat(heads.arc_head(heads.root)))
        out.append(bfloat(heads.label_head(heads.root)))
    out.append(bfloat(heads.arc_distance.weight.detach()[:, 0]))
    out.append(table(heads.label_distance.weight, step("heads.label_distance.weight")))
    out.append(matrix(heads.label.weight, heads.label.bias, step("heads.label.weight")))
    payload = b"".join(out)
    check = features.fnv_bytes(payload)
    return b"COPYDESK" + number(VERSION) + number(len(payload)) + number(check) + payload


def _stacked_heads(heads, step) -> bytes:
    """The seven projections as one matrix; arc scores are divided by the root of their width here."""
    names = ("tag", "fine_tag", "name", "arc_dependent", "arc_head", "label_dependent", "label_head")
    weights, biases, steps = [], [], []
    for name in names:
        layer = getattr(heads, name)
        factor = heads.shape.arc_width**-0.5 if name == "arc_dependent" else 1.0
        weights.append(layer.weight.detach() * factor)
        biases.append(layer.bias.detach() * factor)
        steps.append(step(f"heads.{name}.weight") * factor)
    return matrix(torch.cat(weights), torch.cat(biases), torch.cat(steps))
