"""Pages read side by side: in order, each refusal told, no process left behind."""

from __future__ import annotations

import os
import signal

import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.sandbox.abreast import STRETCH, Answer, abreast


def test_answers_come_in_order_whoever_is_first() -> None:
    numbers = list(range(3 * STRETCH))
    answers = list(abreast(lambda n: ({"page": n}, [bytes([n])]), numbers))
    assert [(header["page"], parts) for header, parts in answers] == [
        (n, [bytes([n])]) for n in numbers
    ]


def test_a_refusal_of_one_page_is_the_refusal_of_all() -> None:
    def work(number: int) -> Answer:
        if number == 5:
            raise Refused("page 6 is damaged")
        return {}, []

    with pytest.raises(Refused, match="page 6 is damaged"):
        list(abreast(work, range(STRETCH)))


def test_a_process_that_dies_is_a_refusal() -> None:
    def work(number: int) -> Answer:
        if number == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return {}, []

    with pytest.raises(Refused, match="time and memory allowed"):
        list(abreast(work, range(2 * STRETCH)))


def test_no_process_is_left_behind() -> None:
    pids = {header["pid"] for header, _ in abreast(lambda _: ({"pid": os.getpid()}, []), range(40))}
    assert os.getpid() not in pids
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
