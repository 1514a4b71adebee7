"""spaCy's entities, told for all words of many texts at once.

The model decides word by word: a name begins here, goes on, ends, or there is none. What it decides
outside of names hangs on no earlier word, so that is asked of all words in one multiplication; and
within names it is asked of the second words of all names, then of their third. What comes out is
what spaCy's own loop tells, which takes most of its time for locks: `is_valid` of its
pipeline/_parser_internals/ner.pyx says which moves are allowed, and `set_context_tokens` of
_state.pxd which words are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

_BEGIN, _IN, _LAST, _UNIT, _OUT = "BILUO"
_FEATURES = 3  # the word, the first of its name, the one before within it
_NONE = 0  # the row of what is put for a word that there is not

_Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Steps:
    """What a trained recogniser decides of each word, by its layers."""

    words: Any = field(repr=False)
    lower: Any = field(repr=False)
    upper: Any = field(repr=False)
    moves: Sequence[str]

    @classmethod
    def of(cls, recogniser: Any) -> Steps | None:
        """Take the layers of spaCy's recogniser; None of one that is made otherwise."""
        model = recogniser.model
        usual = (
            model.attrs.get("has_upper")
            and not model.attrs.get("unseen_classes")
            and recogniser.cfg.get("beam_width", 1) == 1
            and model.get_ref("lower").get_dim("nF") == _FEATURES
            and model.get_ref("lower").get_dim("nP") > 1
        )
        words, lower, upper = map(model.get_ref, ("tok2vec", "lower", "upper"))
        moves = recogniser.moves
        named = tuple(moves.get_class_name(number) for number in range(moves.n_moves))
        return cls(words, lower, upper, named) if usual else None

    def entities(self, docs: Sequence[Doc]) -> list[list[tuple[int, int, str]]]:
        """Return the first and last character of each entity of each text, and its label."""
        docs = list(docs)
        ends = np.cumsum([len(doc) for doc in docs], dtype=np.intp)
        if not len(ends) or not ends[-1]:
            return [[] for _ in docs]
        features: _Floats = self.lower.predict(self.words.predict(docs))
        last = np.zeros(ends[-1], bool)
        last[ends[np.diff(ends, prepend=0) > 0] - 1] = True
        space = np.concatenate([doc.to_array("IS_SPACE").astype(bool) for doc in docs])
        outside = self._outside(features, last, space)
        reach = self._reach(features, outside, last)
        found: list[list[tuple[int, int, str]]] = []
        for doc, end in zip(docs, ends.tolist(), strict=True):
            begun = end - len(doc)
            spans = self._spans(outside[begun:end], reach[begun:end] - begun)
            found.append(
                [
                    (doc[first].idx, doc[behind - 1].idx + len(doc[behind - 1]), label)
                    for first, behind, label in spans
                ]
            )
        return found

    def _outside(
        self, features: _Floats, last: NDArray[np.bool_], space: NDArray[np.bool_]
    ) -> NDArray[np.intp]:
        """Return the move that each word takes where no name has begun."""
        scores = self._scores(features[1:, 0], features[_NONE, 1], features[_NONE, 2])
        kinds = np.array([move[:1] if move != "U-" else "" for move in self.moves])
        scores[:, ~np.isin(kinds, (_BEGIN, _UNIT, _OUT))] = -np.inf
        scores[np.ix_(last, kinds == _BEGIN)] = -np.inf
        scores[np.ix_(space, kinds != _OUT)] = -np.inf
        moves: NDArray[np.intp] = scores.argmax(axis=1)
        return moves

    def _reach(
        self, features: _Floats, outside: NDArray[np.intp], last: NDArray[np.bool_]
    ) -> NDArray[np.intp]:
        """Return for each word that begins a name where it ends; for others, the next word."""
        reach = np.arange(1, len(outside) + 1)
        numbers = {move: number for number, move in enumerate(self.moves)}
        goes_on = np.array([numbers.get(f"{_IN}{move[1:]}", -1) for move in self.moves])
        ends = np.array([numbers.get(f"{_LAST}{move[1:]}", -1) for move in self.moves])
        begins = np.array([move[:1] == _BEGIN for move in self.moves])
        first = np.flatnonzero(begins[outside])
        at = first + 1
        while len(first):
            scores = self._scores(features[at + 1, 0], features[first + 1, 1], features[at, 2])
            rows, move = np.arange(len(first)), outside[first]
            inside, closing = scores[rows, goes_on[move]], scores[rows, ends[move]]
            # Of two moves that are as likely spaCy takes the first of its list.
            closes = last[at] | (closing > inside)
            closes |= (closing == inside) & (ends[move] < goes_on[move])
            reach[first[closes]] = at[closes] + 1
            first, at = first[~closes], at[~closes] + 1
        return reach

    def _scores(self, word: _Floats, first: _Floats, before: _Floats) -> _Floats:
        """Return how likely each move is, summed up in the order in which spaCy does."""
        summed = ((word + first) + before) + self.lower.get_param("b")
        # The greater of the pieces, which numpy finds out faster so than along an axis of two.
        greatest = reduce(np.maximum, np.moveaxis(summed, -1, 0))
        scores: _Floats = self.upper.predict(greatest)
        return scores

    def _spans(
        self, outside: NDArray[np.intp], reach: NDArray[np.intp]
    ) -> Iterator[tuple[int, int, str]]:
        behind = 0
        for first in np.flatnonzero(outside != self.moves.index(_OUT)).tolist():
            if first >= behind:
                behind = int(reach[first])
                yield first, behind, self.moves[outside[first]][2:]
