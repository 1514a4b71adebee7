"""Entities told for all words at once are those that spaCy tells word by word."""

import pytest

from conformance.opened import cases
from redaction.detectors.names.nets import EntityNet
from redaction.detectors.names.weights import MEDIUM, SMALL, Weights, place_of

EDGES = [
    "",
    " ",
    "Ola",
    "Ola Nowak",
    "\n\n  Ola   Nowak \t rang Thornmere Borough Council .  ",
    "Agnieszka Maria van der Berg-Nowak of St Paul's Church, 12 Coble Lane, on 3 May 2021 at 10:15",
    "NOWAK, Jodie; SYKES (Lee); £14,000; 20%; two of them; the second; Polish; Sky Sports",
    "Zoe\u0308 Łukasz \U0001f600 O\u2019Brien\u00a0Nair",
]


@pytest.mark.parametrize("weights", [MEDIUM, SMALL], ids=lambda weights: weights.name)
def test_the_entities_of_spacy_come_out(weights: Weights) -> None:
    folder = place_of(weights)
    assert folder is not None
    net = EntityNet.load(folder)
    [case] = cases(20_291, 1)
    texts = [*EDGES, *(part for paper in case.papers for part in paper.text.split("\n\n"))]
    told = [
        [(entity.start_char, entity.end_char, entity.label_) for entity in read.ents]
        for read in net.language.pipe(texts)
    ]
    assert net.steps is not None
    assert sum(map(len, told)) > 100
    assert net.read(texts) == told
    assert [net.read([text])[0] for text in EDGES] == told[: len(EDGES)]
