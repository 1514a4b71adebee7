"""What a command says of arguments that it cannot take: what is wrong, and how it is called."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from typing import NoReturn

_MISSING = re.compile(r"the following arguments are required: (.+)")
_BAD_INPUT = 2


class Parser(argparse.ArgumentParser):
    """Tells what is wrong with the arguments in a sentence, and shows a call that would do."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and end with exit code 2."""
        missing = _MISSING.fullmatch(message)
        faults = [self._lacks(name) for name in missing[1].split(", ")] if missing else [message]
        told = "".join(f"{self.prog}: {fault}\n" for fault in faults)
        self.exit(
            _BAD_INPUT, f"{told}As in:      {self._shortest()}\nMore about: {self.prog} --help\n"
        )

    def _lacks(self, name: str) -> str:
        """Say that an argument is missing, and what it is."""
        about = next((a.help for a in self._actions if name in _names(a) and a.help), "")
        return f"{name} is missing{': ' if about else ''}{(about or '').split('; ')[0]}"

    def _shortest(self) -> str:
        """Return a call with all that is needed; of options that go one at a time, the first."""
        needed = [a for a in self._actions if a.required]
        needed += [group._group_actions[0] for group in self._mutually_exclusive_groups]
        needed.sort(key=lambda action: bool(action.option_strings))
        return " ".join([self.prog, *(word for action in needed for word in _called(action))])


def _called(action: argparse.Action) -> Iterator[str]:
    yield from action.option_strings[-1:]
    if action.nargs != 0:
        yield str(action.metavar or action.dest.upper())


def _names(action: argparse.Action) -> set[str]:
    """Return how argparse may call an argument that is missing."""
    return {"/".join(action.option_strings), str(action.metavar), action.dest}
