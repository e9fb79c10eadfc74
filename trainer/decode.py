"""Trees and names out of scores."""

import numpy as np


def tree(scores: np.ndarray) -> np.ndarray:
    """Heads of the best tree with one root (Chu-Liu-Edmonds). `scores` [T, T+1], column 0 is the root."""
    size = scores.shape[0]
    full = np.full((size + 1, size + 1), -1e9)
    full[1:, :] = scores
    best = full[1:].argmax(1)
    if (best == 0).sum() == 1 and not _cycle(np.concatenate([[0], best])):
        return best
    roots = np.argsort(-(full[1:, 0] - full[1:, 1:].max(1)))[:3] + 1
    found, total = None, -np.inf
    for root in roots:
        only = full.copy()
        only[1:, 0] = -1e9
        only[root, :] = -1e9
        only[root, 0] = full[root, 0]
        heads = _edmonds(only)
        value = full[np.arange(1, size + 1), heads[1:]].sum()
        if value > total:
            found, total = heads[1:], value
    return found


def _cycle(heads):
    state = np.zeros(len(heads), int)
    for start in range(1, len(heads)):
        path, at = [], start
        while at != 0 and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if at != 0 and state[at] == 1 and at in path:
            return path[path.index(at):]
        for p in path:
            state[p] = 2
    return None


def _edmonds(scores):
    n = len(scores)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(n, bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    m = len(outside)
    small = np.full((m + 1, m + 1), -1e9)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    cyc = np.array(cycle)
    gain = scores[cyc][:, outside] - scores[cyc, heads[cyc]][:, None]
    enter = gain.argmax(0)
    small[m, :m] = gain.max(0)
    leave = scores[np.ix_(outside, cyc)].argmax(1)
    small[:m, m] = scores[np.ix_(outside, cyc)].max(1)
    small[0, :] = -1e9
    solved = _edmonds(small)
    out = heads.copy()
    for i in range(1, m):
        out[outside[i]] = cyc[leave[i]] if solved[i] == m else outside[solved[i]]
    broken = cyc[enter[solved[m]]]
    out[broken] = outside[solved[m]]
    return out


def viterbi(scores: np.ndarray, tags: list[str]) -> list[str]:
    """The best tag sequence in which I-X follows only B-X or I-X."""
    n = len(tags)
    allowed = np.zeros((n, n))
    for j, tag in enumerate(tags):
        if tag.startswith("I-"):
            for i, before in enumerate(tags):
                if before[2:] != tag[2:]:
                    allowed[i, j] = -1e9
    first = np.array([-1e9 if tag.startswith("I-") else 0 for tag in tags])
    best, back = scores[0] + first, []
    for row in scores[1:]:
        step = best[:, None] + allowed
        back.append(step.argmax(0))
        best = step.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [tags[i] for i in reversed(path)]
