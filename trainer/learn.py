"""The training loop that teacher and student share."""

import copy
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from batches import IGNORED


def gold_heads(batch):
    """The treebank's heads, the root where there is no word."""
    return batch.heads.clamp(min=0)


def gold_loss(scores, relations, batch):
    """Cross entropy of every task against the treebank, `relations` for its heads; names where they were marked."""
    entropy = lambda s, gold: F.cross_entropy(s.flatten(0, 1), gold.flatten(), ignore_index=IGNORED)
    loss = entropy(scores["tags"], batch.tags) + 0.5 * entropy(scores["fine_tags"], batch.fine_tags)
    loss = loss + entropy(scores["arcs"], batch.heads) + entropy(relations, batch.relations)
    if (batch.names != IGNORED).any():
        loss = loss + entropy(scores["names"], batch.names)
    return loss


class Average:
    """An exponential moving average of a network's weights: steadier than the last step's."""

    def __init__(self, network, decay=0.998):
        self.network = copy.deepcopy(network).eval()
        self.decay, self.steps = decay, 0

    @torch.no_grad()
    def update(self, network):
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        for mean, now in zip(self.network.parameters(), network.parameters()):
            mean.lerp_(now, 1 - decay)


class Checkpoint:
    """What a training needs to go on after its last whole epoch, in a file."""

    def __init__(self, path: Path, network, average, optimizer, schedule):
        self.path, self.average = path, average
        self.parts = {"network": network, "average": average.network, "optimizer": optimizer, "schedule": schedule}

    def load(self) -> int:
        """Puts everything back; the number of epochs that were done."""
        if not self.path.exists():
            return 0
        state = torch.load(self.path, weights_only=False)
        for name, part in self.parts.items():
            part.load_state_dict(state[name])
        self.average.steps = state["steps"]
        print(f"{self.path.name}: goes on after epoch {state['epochs']}", flush=True)
        return state["epochs"]

    def save(self, epochs: int):
        state = {name: part.state_dict() for name, part in self.parts.items()}
        new = self.path.with_suffix(".new")
        torch.save(state | {"epochs": epochs, "steps": self.average.steps}, new)
        new.replace(self.path)  # never half a file


def fit(network, groups, encoded, epochs, words, loss_of, report, checkpoint: Path):
    """Trains with one learning-rate cycle; the averaged network. `groups`: parameters and their highest rates.

    `loss_of(network, batch)` gives the loss of a batch; `report(epoch, network)` is called after every epoch. What was
    interrupted goes on from `checkpoint`; the caller removes that file when its result is safe.
    """
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    steps = epochs * (len(encoded.plan(words, shuffle=True)) + 4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [g["lr"] for g in groups], total_steps=steps, pct_start=0.1)
    average = Average(network)
    saved = Checkpoint(checkpoint, network, average, optimizer, schedule)
    for epoch in range(saved.load(), epochs):
        network.train()
        started, total, plan = time.time(), 0.0, encoded.plan(words, shuffle=True)
        for indices in plan:
            loss = loss_of(network, encoded.batch(indices))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update(network)
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / len(plan):.3f}, {time.time() - started:.0f} s", flush=True)
        saved.save(epoch + 1)
        report(epoch, average.network)
    return average.network
