"""Two models that see names, each as stretches of a text: what one misses the other may see.

Both read from files alone and are told no address. A text is a paragraph: its line ends are spaces.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import onnxruntime
import spacy
from numpy.typing import NDArray
from spacy.attrs import (  # type: ignore[import-not-found]
    IS_SPACE,
    LANG,
    LOWER,
    NORM,
    PREFIX,
    SHAPE,
    SUFFIX,
)
from tokenizers import Tokenizer

from recordkeeping.disclosure.findings import Span
from redaction.detectors.names.steps import Steps

_NOT_NEEDED = ("tagger", "parser", "senter", "attribute_ruler", "lemmatizer")
_OF_WORDS = (LANG, LOWER, NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE)
_SHARED, _ENTITIES = "tok2vec", "ner"
_LETTERS = 20_000  # that are read at once: more take memory, and fewer time
_WINDOW = 200  # characters: in longer ones the token classifier misses more names
_LIKELY = 0.3
_AT_ONCE = 16  # windows
_NAMES = frozenset({"GIVEN_NAME", "SURNAME"})
_STREETS = frozenset({"STREET_NAME", "BUILDING_NUMBER", "SECONDARY_ADDRESS"})
_HALF = 0.5
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Guess:
    """Where a model sees something, what it calls it, and how sure it is, from 0 to 1."""

    span: Span
    label: str
    sure: float


class Net(Protocol):
    """A model that sees names."""

    def guesses(self, texts: Sequence[str]) -> list[list[Guess]]:
        """Return what the model sees in each text."""
        ...


@dataclass(frozen=True, slots=True)
class EntityNet:
    """spaCy's named entities: of every kind, since what is a place is no name."""

    language: spacy.language.Language = field(repr=False)
    steps: Steps | None = field(repr=False)

    @classmethod
    def load(cls, folder: Path) -> EntityNet:
        """Read the model with nothing but what names need."""
        language = spacy.load(folder, exclude=list(_NOT_NEEDED))
        # Of a word that it meets first it works out no more than names are told by.
        vocabulary: Any = language.vocab
        asked = vocabulary.lex_attr_getters
        vocabulary.lex_attr_getters = {of: asked[of] for of in _OF_WORDS if of in asked}
        # Entities that read words by themselves do without what tags and parses share.
        shared: Any = language.get_pipe(_SHARED) if language.has_pipe(_SHARED) else None
        if shared is not None and not shared.listening_components:
            language.remove_pipe(_SHARED)
        return cls(language, Steps.of(language.get_pipe(_ENTITIES)))

    def guesses(self, texts: Sequence[str]) -> list[list[Guess]]:
        """Return the entities of each text."""
        return [
            [Guess((start, end), label, 0.8) for start, end, label in seen]
            for batch in _batches(texts, _LETTERS)
            for seen in self.read(batch)
        ]

    def read(self, texts: Sequence[str]) -> list[list[tuple[int, int, str]]]:
        """Return where entities begin and end in each text, and what they are called."""
        if self.steps is not None:
            return self.steps.entities([self.language.make_doc(text) for text in texts])
        return [
            [(e.start_char, e.end_char, e.label_) for e in read.ents]
            for read in self.language.pipe(texts)
        ]


def _batches(texts: Iterable[str], letters: int) -> Iterator[list[str]]:
    """Yield texts in their order, a few at once: of so many letters, and the last one's."""
    batch, held = list[str](), 0
    for text in texts:
        batch.append(text)
        held += len(text)
        if held >= letters:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


PERSON, STREET = "PERSON", "STREET"


@dataclass(frozen=True, slots=True)
class TokenNet:
    """A token classifier over short windows of a text: names, and the streets people live in."""

    session: onnxruntime.InferenceSession = field(repr=False)
    tokenizer: Tokenizer = field(repr=False)
    names: NDArray[np.intp] = field(repr=False)
    streets: NDArray[np.intp] = field(repr=False)

    @classmethod
    def load(cls, folder: Path) -> TokenNet:
        """Read the model, to run on one thread: documents are what runs side by side."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(
            folder / "onnx" / "model_q4.onnx", options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.enable_padding()
        tokenizer.no_truncation()
        labels = json.loads((folder / "config.json").read_text())["id2label"]
        names, streets = (
            np.array(
                sorted(int(n) for n, label in labels.items() if label.partition("-")[2] in kinds)
            )
            for kinds in (_NAMES, _STREETS)
        )
        return cls(session, tokenizer, names, streets)

    def guesses(self, texts: Sequence[str]) -> list[list[Guess]]:
        """Return the names of each text, and the streets."""
        windows = [(n, start, end) for n, text in enumerate(texts) for start, end in _parts(text)]
        windows.sort(key=lambda window: window[2] - window[1])
        found: list[list[Guess]] = [[] for _ in texts]
        for at in range(0, len(windows), _AT_ONCE):
            batch = windows[at : at + _AT_ONCE]
            read = self._read([texts[n][start:end] for n, start, end in batch])
            for (n, start, _), guesses in zip(batch, read, strict=True):
                found[n] += [
                    Guess((g.span[0] + start, g.span[1] + start), g.label, g.sure) for g in guesses
                ]
        return [sorted(guesses, key=lambda guess: guess.span) for guesses in found]

    def _read(self, texts: list[str]) -> list[list[Guess]]:
        read = self.tokenizer.encode_batch(texts)
        given = {
            "input_ids": np.array([e.ids for e in read], dtype=np.int64),
            "attention_mask": np.array([e.attention_mask for e in read], dtype=np.int64),
            "token_type_ids": np.array([e.type_ids for e in read], dtype=np.int64),
        }
        wanted = {i.name for i in self.session.get_inputs()}
        [logits] = self.session.run(None, {k: v for k, v in given.items() if k in wanted})
        raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
        name, street = (
            raised[..., kinds].sum(axis=-1) / raised.sum(axis=-1)
            for kinds in (self.names, self.streets)
        )
        return [
            [*_words(text, e, names, PERSON, _LIKELY), *_words(text, e, streets, STREET, _HALF)]
            for text, e, names, streets in zip(texts, read, name, street, strict=True)
        ]


def _words(
    text: str, read: Any, sure: NDArray[np.float32], label: str, least: float
) -> Iterator[Guess]:
    """Yield guesses word by word: a word is as likely as its likeliest piece; neighbours join."""
    likely: dict[int, float] = {}
    for word, span, chance in zip(read.word_ids, read.offsets, sure, strict=True):
        if word is not None and span[1] > span[0]:
            likely[word] = max(likely.get(word, 0.0), float(chance))
    spans: dict[int, Span] = {}
    for word, (start, end) in zip(read.word_ids, read.offsets, strict=True):
        if word is not None:
            first, last = spans.get(word, (start, end))
            spans[word] = min(first, start), max(last, end)
    run: list[int] = []
    for word in sorted(spans, key=lambda w: spans[w]):
        if likely.get(word, 0.0) < least:
            continue
        if run and not _is_one_name(text, spans[run[-1]], spans[word]):
            yield _joined(run, spans, likely, label)
            run = []
        run.append(word)
    if run:
        yield _joined(run, spans, likely, label)


def _is_one_name(text: str, one: Span, next: Span) -> bool:
    between = text[one[1] : next[0]]
    is_initial = one[1] - one[0] == 1 and between.startswith(".")
    return len(between) <= 2 and not between[is_initial:].strip(" -'\u2019")


def _joined(
    run: Sequence[int], spans: dict[int, Span], likely: dict[int, float], label: str
) -> Guess:
    sure = max(likely[word] for word in run)
    return Guess((spans[run[0]][0], spans[run[-1]][1]), label, sure)


def _parts(text: str) -> Iterator[Span]:
    """Yield windows of whole words, each beginning with the last words of the one before."""
    words = [word.span() for word in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        end = at + 1
        while end < len(words) and words[end][1] - words[at][0] <= _WINDOW:
            end += 1
        yield words[at][0], words[end - 1][1]
        if end == len(words):
            return
        at = max(at + 1, end - 3)


def without_overlaps(guesses: Sequence[Guess]) -> list[Guess]:
    """Return guesses united where they overlap, as sure as the surest."""
    out: list[Guess] = []
    for guess in sorted(guesses, key=lambda g: g.span):
        if out and guess.span[0] < out[-1].span[1]:
            last = out[-1]
            span = last.span[0], max(last.span[1], guess.span[1])
            label = last.label if last.label == guess.label else PERSON
            out[-1] = Guess(span, label, max(last.sure, guess.sure))
        else:
            out.append(guess)
    return out
