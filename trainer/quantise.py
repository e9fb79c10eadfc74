"""Weights as small whole numbers, already during training (straight-through estimator, Bengio et al. 2013)."""

import torch

# How many steps lie between zero and the largest weight of a row (matrices), or steps per standard deviation (tables).
MATRIX_LEVELS = 7  # the kernels take at most 8 (MAX_WEIGHT in network/src/kernel/)
TABLE_STEPS = 1.0
FINE = {"heads.label_distance.weight", "encoder.classes.weight"}  # small tables, where precision costs nothing


def is_table(name: str) -> bool:
    return name.startswith(("encoder.word", "encoder.affix")) or name in FINE


def is_matrix(name: str, tensor) -> bool:
    return tensor.dim() == 2 and not is_table(name) and name != "heads.arc_distance.weight"


def steps(network) -> dict[str, torch.Tensor]:
    """The value of one unit: a number for tables, one a row for matrices [outputs]."""
    found = {}
    for name, weight in network.named_parameters():
        weight = weight.detach()
        if name in FINE:
            found[name] = weight.abs().max() / 127
        elif is_table(name):
            found[name] = weight.std() / TABLE_STEPS
        elif is_matrix(name, weight):
            found[name] = weight.abs().amax(1) / MATRIX_LEVELS
    return {name: step.clamp(min=1e-6).to(torch.bfloat16).float() for name, step in found.items()}


def rounded(network, steps) -> dict[str, torch.Tensor]:
    """Every parameter as the shipped model will have it; gradients pass as if nothing was rounded."""
    out = {}
    for name, weight in network.named_parameters():
        step = steps.get(name)
        if step is None:
            exact = weight.to(torch.bfloat16).float()
        else:
            step = step.unsqueeze(-1) if is_matrix(name, weight) else step
            exact = (weight / step).round().clamp(-127, 127) * step
        out[name] = weight + (exact - weight).detach()
    return out
