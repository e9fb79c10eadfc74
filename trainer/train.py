"""Treebanks to `models/en.bin`, in one command:

    python trainer/train.py --treebanks FOLDER

Everything is pinned: the treebanks by hash, packages by version and hash, random numbers by seed. Two runs on one
machine differ by less than 0.3 in every figure. The teacher and its labels are kept in trainer/.cache/.
"""

import argparse
import gzip
import random
from pathlib import Path

import torch

import augment
import corpus
import export
import gazetteer
import learn
import measure
import pretrained
import silver
import sources
import student
import teacher
from batches import Encoded, Labels
from network import Heads, Network, Shape

ROOT = Path(__file__).resolve().parent.parent
TREEBANKS = {
    "ewt-train.conllu": "4682bedba2fc39be7ad0b372c5af5e60feaae1f63c683b487596e0e19bfa5b99",
    "gum-train.conllu": "8db6a509888c6742ab8593dc46a19c935671db70819d8497d71e3bf83445b4d7",
    "ewt-dev.conllu": "50a2bfa8d0299607e1018e6a0fe7998aee6910c9521cc1f4edb5132463aa20e0",
    "gum-dev.conllu": "a12a3628b43c2e26791849c7862b74c524e6efafa19bf4ee83fc24e99e2e84fb",
}
LONGEST = 120  # longer sentences are tables and lists
COPIES = 5  # changed copies of every sentence, labelled by the teacher


class Data:
    """The treebanks, the word list and its vectors."""

    def __init__(self, folder: Path, trial: bool):
        corpus.check_hashes(folder, TREEBANKS)
        self.prefix = "trial-" if trial else ""
        read = lambda part: {name: corpus.read(folder / f"{name}-{part}.conllu") for name in ("ewt", "gum")}
        self.train = [s for sentences in read("train").values() for s in sentences if len(s.words) <= LONGEST]
        dev = read("dev")
        if trial:
            self.train, dev = self.train[::60], {name: sentences[::20] for name, sentences in dev.items()}
        spacy_model = pretrained.spacy_model()
        self.words, self.counts = pretrained.word_list(self.train)
        self.vectors = pretrained.vectors(self.words, spacy_model)
        for sentences in (self.train, *dev.values()):
            pretrained.add_hints(sentences, spacy_model)
        self.labels = Labels.of(self.train)
        self.rows = {word: i + 1 for i, word in enumerate(self.words)}
        self.classes_of = gazetteer.load().classes
        self.dev = {name: self.encode(sentences) for name, sentences in dev.items()}

    def encode(self, sentences) -> Encoded:
        return Encoded(sentences, self.labels, self.rows, self.classes_of)

    def checkpoint(self, stage: str) -> Path:
        return sources.CACHE / f"{self.prefix}{stage}-checkpoint.pt"

    def report(self, network):
        for name, encoded in self.dev.items():
            print(f"  {name}: {measure.accuracy(network, encoded, self.labels)}", flush=True)


def kept(name: str, make):
    """What `make()` gives, from trainer/.cache/ when it was made before."""
    path = sources.CACHE / name
    if not path.exists():
        made = make()
        torch.save(made, path)
        return made
    return torch.load(path, weights_only=False)


def train_teacher(data: Data, epochs: int):
    network = new_teacher(data)
    slow = list(network.encoder.model.parameters())
    fast = [p for p in network.parameters() if not any(p is s for s in slow)]
    groups = [{"params": slow, "lr": 2e-4}, {"params": fast, "lr": 2e-3}]

    def loss(network, batch):
        scores, _ = network(batch, learn.gold_heads(batch))
        return learn.gold_loss(scores, scores["relations"][0], batch)

    report = lambda epoch, n: data.report(n) if epoch + 1 == epochs else None
    checkpoint = data.checkpoint("teacher")
    return learn.fit(network, groups, data.encode(data.train), epochs, 2500, loss, report, checkpoint).state_dict()


def new_teacher(data: Data):
    return Network(teacher.Pretrained(pretrained.encoder_folder()), Heads(teacher.SHAPE, data.labels))


def copies(data: Data):
    entries = gazetteer.load().entries
    names = lambda bits: [w for w, c in entries.items() if c & bits and not c & gazetteer.COMMON and w.isalpha()]
    given = names(gazetteer.GIVEN_MALE | gazetteer.GIVEN_FEMALE)
    changed = augment.Augmenter(data.words, data.vectors, given, names(gazetteer.SURNAME), names(gazetteer.PLACE))
    return [changed(s) for _ in range(COPIES) for s in data.train]


def train_student(data: Data, teacher_network, epochs: int, rounded_epochs: int):
    gold = data.encode(data.train)
    keep = lambda name, make: kept(data.prefix + name, make)
    gold_targets = keep("gold.pt", lambda: silver.label(teacher_network, gold))
    changed = keep("copies.pt", lambda: copies(data))
    more = data.encode(changed)
    more_targets = keep("silver.pt", lambda: silver.label(teacher_network, more))
    counts = torch.tensor([0.0] + [float(data.counts[word]) for word in data.words])
    course = student.Course(gold, gold_targets, more, more_targets, counts, copies_an_epoch=2)
    network = student.new(Shape(), len(data.words) + 1, data.vectors, data.labels)
    sometimes = lambda epoch, n: data.report(n) if epoch % 3 == 2 else None
    network = student.fit_plain(network, course, epochs, 1500, 3e-3, sometimes, data.checkpoint("plain"))
    student.merge_vectors(network)
    return student.fit_rounded(network, course, rounded_epochs, 1500, 8e-4, sometimes, data.checkpoint("rounded"))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--treebanks", type=Path, required=True)
    arguments.add_argument("--out", type=Path, default=ROOT / "models" / "en.bin")
    arguments.add_argument("--teacher-epochs", type=int, default=6)
    arguments.add_argument("--epochs", type=int, default=12)
    arguments.add_argument("--rounded-epochs", type=int, default=3)
    arguments.add_argument("--trial", action="store_true", help="a sixtieth of the data, to see that all parts run")
    options = arguments.parse_args()
    random.seed(1)
    torch.manual_seed(1)
    data = Data(options.treebanks, options.trial)
    weights = kept(data.prefix + "teacher.pt", lambda: train_teacher(data, options.teacher_epochs))
    teacher_network = new_teacher(data)
    teacher_network.load_state_dict(weights)
    data.report(teacher_network.eval())
    network, steps = train_student(data, teacher_network, options.epochs, options.rounded_epochs)
    data.report(network)
    model = export.model(network, data.labels, data.words, steps.__getitem__)
    options.out.write_bytes(model)
    for stage in ("teacher", "plain", "rounded"):
        data.checkpoint(stage).unlink(missing_ok=True)
    print(f"{options.out}: {len(model):,} bytes, {len(gzip.compress(model, 9)):,} after gzip -9")


if __name__ == "__main__":
    main()
