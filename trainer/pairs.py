"""The weights of `src/desk/pair.rs`: which of two articles' figures are about one thing, learned from `benches/desk`.

    cargo build --release && python trainer/pairs.py

Prints precision and recall of pairs with every event left out of its own fit, then the weights. Logistic regression
with a square penalty, by iteratively reweighted least squares; a feature that would count against its sense gets no
weight. Needs nothing but Python.
"""

import json
import math
import subprocess
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "benches/desk/gold.jsonl"
COMMAND = ROOT / "target/release/copydesk"
PENALTY = 1.0

# Whether each feature of `pair::features` speaks for (+) or against (-) one thing, or may do either (0), in its order.
SENSE = "0+--+-+--++++0--+-0---+++++++"
# The least weight of those of which there are too few examples to learn from: the same modifiers, a copied sentence.
LEAST = {4: 0.5, 28: 1.5}


def overlap(a, b):
    return min(a[2], b[2]) - max(a[1], b[1]) if a[0] == b[0] else 0


def groups_of(gold, spans):
    """The number of the gold group that each span stands for: the one it overlaps most, one to one."""
    marked = [(span, n) for n, group in enumerate(gold["figures"]) for span in group["claims"]]
    marked += [(span, -1 - n) for n, span in enumerate(gold["lone_claims"])]
    near = sorted((span != list(other), -overlap(span, other), at, other)
                  for at, (span, _) in enumerate(marked) for other in spans if overlap(span, other) > 0)
    groups, used = {}, set()
    for _, _, at, other in near:
        if at not in used and other not in groups:
            used.add(at)
            groups[other] = marked[at][1]
    return groups


def rows():
    """For each event: its pairs as (features, whether one thing), and how many pairs there are to be found."""
    command = [COMMAND, "compare", "--jsonl", "--features", GOLD]
    pairs = {}
    for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines():
        event, one, other, features = json.loads(line)
        pairs.setdefault(event, []).append((tuple(one), tuple(other), features))
    events = {}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        told = pairs.get(event["id"], [])
        groups = groups_of(event["gold"], sorted({span for one, other, _ in told for span in (one, other)}))
        known = [(features, groups[one] == groups[other]) for one, other, features in told if one in groups and other in groups]
        sizes = [len(list(combinations(group["claims"], 2))) for group in event["gold"]["figures"]]
        events[event["id"]] = (known, sum(sizes))
    return events


def probability(weights, features):
    total = sum(weight * feature for weight, feature in zip(weights, features))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def solve(matrix, vector):
    """Gauss's elimination with pivots."""
    size = len(vector)
    table = [row[:] + [value] for row, value in zip(matrix, vector)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(table[row][at]))
        table[at], table[pivot] = table[pivot], table[at]
        for row in range(at + 1, size):
            factor = table[row][at] / table[at][at]
            if factor:
                table[row] = [value - factor * above for value, above in zip(table[row], table[at])]
    found = [0.0] * size
    for at in reversed(range(size)):
        rest = sum(table[at][other] * found[other] for other in range(at + 1, size))
        found[at] = (table[at][size] - rest) / table[at][at]
    return found


def fit_without(examples, off):
    """Weights, with those of some features kept at nought."""
    size = len(SENSE)
    weights = [0.0] * size
    for _ in range(12):
        slope, curve = [0.0] * size, [[0.0] * size for _ in range(size)]
        for features, one in examples:
            p = probability(weights, features)
            some = [(at, value) for at, value in enumerate(features) if value and at not in off]
            for at, value in some:
                slope[at] += (one - p) * value
                for other, facing in some:
                    curve[at][other] += (p * (1 - p) + 1e-6) * value * facing
        for at in range(size):
            penalty = PENALTY if at else 1e-3
            curve[at][at] += penalty
            slope[at] -= penalty * weights[at]
        step = solve(curve, slope)
        weights = [weight + change for weight, change in zip(weights, step)]
        if max(map(abs, step)) < 1e-4:
            break
    return [0.0 if at in off else weight for at, weight in enumerate(weights)]


def fit(examples):
    off = set()
    while True:
        weights = fit_without(examples, off)
        against = {at for at, weight in enumerate(weights)
                   if SENSE[at] == "+" and weight < -1e-6 or SENSE[at] == "-" and weight > 1e-6}
        if not against:
            return [max(weight, LEAST.get(at, weight)) for at, weight in enumerate(weights)]
        off |= against


def main():
    events = rows()
    right = said = 0
    for left_out, (pairs, _) in events.items():
        weights = fit([pair for event, (known, _) in events.items() if event != left_out for pair in known])
        found = [one for features, one in pairs if probability(weights, features) >= 0.5]
        right, said = right + sum(found), said + len(found)
    gold = sum(number for _, number in events.values())
    print(f"each event left out: precision {100 * right / said:.1f}, recall {100 * right / gold:.1f}")
    weights = fit([pair for known, _ in events.values() for pair in known])
    print(", ".join(f"{weight:.2f}" for weight in weights))


if __name__ == "__main__":
    main()
