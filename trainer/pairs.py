"""The trees of `src/desk/trees.tsv`: which of two articles' figures are about one thing, learned from `benches/desk`.

    cargo build --release && python trainer/pairs.py

Gradient boosted trees (Friedman 2001, as LightGBM grows them), none against the sense of a feature. Prints precision
and recall of pairs at several thresholds, with a tenth of the events left out of the fit that judges them, and writes
the trees. The events in `benches/desk/unseen` have no part in it.
"""

import json
import re
import subprocess
from itertools import combinations
from pathlib import Path

import lightgbm
import numpy as np

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "benches/desk/gold.jsonl"
COMMAND = ROOT / "target/release/copydesk"
TREES = ROOT / "src/desk/trees.tsv"
FOLDS = 10

# What speaks for one thing, and what against it; the other features may do either.
FOR = """same-head head-named head-rarity modifiers same-status status-rarity measure-rarity place day agree equal
equal-digits near-cosine near-telling near-shared far-cosine far-telling far-shared predicate predicate-rarity
predicate-near""".split()
AGAINST = """other-status ratio same-sentence near-apart far-apart head-rivals-least head-rivals-most
status-rivals-least status-rivals-most measure-rivals-least measure-rivals-most""".split()


def names():
    """The features, in their order, as `src/desk/pair.rs` has them."""
    source = (ROOT / "src/desk/pair.rs").read_text(encoding="utf-8")
    block = re.search(r"pub const NAMES: .*?\];", source, re.S).group()
    return re.findall(r'"([a-z-]+)"', block)


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


def events():
    """For each event: features [pairs, features], whether each is one thing [pairs], how many pairs are to be found."""
    command = [COMMAND, "compare", "--jsonl", "--features", GOLD]
    told = {}
    for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines():
        event, one, other, features = json.loads(line)
        told.setdefault(event, []).append((tuple(one), tuple(other), features))
    found = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        pairs = told[event["id"]]
        groups = groups_of(event["gold"], sorted({span for one, other, _ in pairs for span in (one, other)}))
        known = [(row, groups[one] == groups[other]) for one, other, row in pairs if one in groups and other in groups]
        sizes = [len(list(combinations(group["claims"], 2))) for group in event["gold"]["figures"]]
        found.append((np.array([row for row, _ in known]), np.array([one for _, one in known]), sum(sizes)))
    return found


def fit(some):
    senses = [1 if name in FOR else -1 if name in AGAINST else 0 for name in names()]
    trees = lightgbm.LGBMClassifier(
        n_estimators=150, num_leaves=7, learning_rate=0.05, min_child_samples=30, colsample_bytree=0.6, subsample=0.8,
        subsample_freq=1, monotone_constraints=senses, random_state=0, deterministic=True, n_jobs=1, verbose=-1)
    return trees.fit(np.vstack([rows for rows, _, _ in some]), np.concatenate([one for _, one, _ in some]))


def report(all_events):
    likely, one = [], []
    for fold in range(FOLDS):
        trees = fit([event for at, event in enumerate(all_events) if at % FOLDS != fold])
        for rows, is_one, _ in all_events[fold::FOLDS]:
            likely.append(trees.predict_proba(rows)[:, 1])
            one.append(is_one)
    likely, one = np.concatenate(likely), np.concatenate(one)
    gold = sum(number for _, _, number in all_events)
    for least in (0.4, 0.5, 0.6, 0.7):
        right = one[likely >= least]
        print(f"from {least}: precision {100 * right.mean():.1f}, recall {100 * right.sum() / gold:.1f}")


def line(node):
    """A tree, a split before its branches: `3:0.5` asks whether feature 3 is at most 0.5, a bare number is a leaf."""
    if "leaf_value" in node:
        return f"{node['leaf_value']:.4f}"
    assert node["decision_type"] == "<="
    asked = f"{node['split_feature']}:{node['threshold']:.6g}"
    return " ".join([asked, line(node["left_child"]), line(node["right_child"])])


def main():
    all_events = events()
    report(all_events)
    trees = fit(all_events).booster_.dump_model()["tree_info"]
    rows = [" ".join(names()), *(line(tree["tree_structure"]) for tree in trees)]
    TREES.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
