"""Trains the small network: first in full precision, then with its weights rounded as they will be shipped."""

import copy
import random

import torch
from torch.func import functional_call

import learn
import quantise
import silver
from network import Encoder, Heads, Network, Shape

UNKNOWN_WORD = 0.25  # a word seen c times is hidden with probability UNKNOWN_WORD / (UNKNOWN_WORD + c), half of the time


class Course:
    """Batches of gold sentences with the teacher's targets, and of changed copies with the teacher's targets only."""

    def __init__(self, gold, gold_targets, copies, copy_targets, counts, copies_an_epoch):
        self.gold, self.gold_targets = gold, gold_targets
        self.copies, self.copy_targets = copies, copy_targets
        self.counts, self.copies_an_epoch = counts, copies_an_epoch

    def plan(self, words, shuffle):
        """(is it gold, indices) of every batch of an epoch."""
        plan = [(True, indices) for indices in self.gold.plan(words, shuffle)]
        plan += random.sample([(False, i) for i in self.copies.plan(words, shuffle)], int(self.copies_an_epoch * len(plan)))
        random.shuffle(plan)
        return plan

    def batch(self, entry):
        is_gold, indices = entry
        data, targets = (self.gold, self.gold_targets) if is_gold else (self.copies, self.copy_targets)
        batch = data.batch(indices)
        chance = UNKNOWN_WORD / (self.counts[batch.words] + UNKNOWN_WORD)
        hidden = (torch.rand(batch.words.shape) < chance) & (torch.rand(batch.words.shape) < 0.5)
        batch.words = torch.where(hidden, torch.zeros_like(batch.words), batch.words)
        size = batch.words.shape[1]
        return is_gold, batch, silver.padded([targets[i] for i in indices], size)


def new(shape: Shape, words: int, vectors, labels) -> Network:
    return Network(Encoder(shape, words, vectors), Heads(shape, labels))


def loss_of(run, entry):
    """`run(batch, *heads)` gives scores; gold counts as much as the teacher where there is gold."""
    is_gold, batch, targets = entry
    if not is_gold:
        scores, _ = run(batch, targets["heads"])
        return silver.distance(scores | {"relations": scores["relations"][0]}, targets, batch.mask)
    scores, _ = run(batch, targets["heads"], learn.gold_heads(batch))
    taught, relations = scores["relations"]
    taught = silver.distance(scores | {"relations": taught}, targets, batch.mask)
    return 0.5 * taught + learn.gold_loss(scores, relations, batch)


def fit_plain(network, course, epochs, words, rate, report, checkpoint):
    groups = [{"params": list(network.parameters()), "lr": rate}]
    return learn.fit(network, groups, course, epochs, words, loss_of, report, checkpoint)


def merge_vectors(network):
    """The pretrained vectors as part of the word table: from here on there is one row a word."""
    encoder = network.encoder
    with torch.no_grad():
        encoder.word.weight += encoder.project(encoder.vectors)
    encoder.vectors = None
    del encoder.project


def fit_rounded(network, course, epochs, words, rate, report, checkpoint):
    """Goes on with rounded weights; the network with every parameter rounded, and the step sizes."""
    steps = quantise.steps(network)

    def loss(network, entry):
        weights = quantise.rounded(network, steps)
        return loss_of(lambda *inputs: functional_call(network, weights, inputs), entry)

    groups = [{"params": list(network.parameters()), "lr": rate}]
    snapped = lambda epoch, network: report(epoch, snap(network, steps))
    network = learn.fit(network, groups, course, epochs, words, loss, snapped, checkpoint)
    return snap(network, steps), steps


@torch.no_grad()
def snap(network, steps):
    """A copy whose parameters are exactly what the file will hold."""
    out = copy.deepcopy(network)
    exact = quantise.rounded(network, steps)
    for name, parameter in out.named_parameters():
        parameter.copy_(exact[name])
    return out.eval()
