"""What a torture file is, and the list of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

FIRST, LAST = "Zephyrine", "Quaxley"
NAME = f"{FIRST} {LAST}"
TERMS = (NAME, FIRST, LAST)
STAYS = ("Tuesday", "warden", "garden")

REWRITTEN, PICTURE, REFUSED = "rewritten", "picture", "refused"
CLEAN = frozenset({REWRITTEN, PICTURE})

Made = bytes
Maker = Callable[..., Made]


@dataclass(frozen=True, slots=True)
class Case:
    """One way of leaking a name.

    `vector` is the leak's number in the list of forty-three, or a format ("docx"). `terms` are
    removed, `stays` are words that have to be found afterwards, `may` is what may become of the
    file, and `because` says why it may be refused. `told` are words that stand on no page and that
    a reviewer has to be shown. `look` asks for OCR, which may read terms as `misread` says.
    """

    name: str
    vector: str
    tries: str
    suffix: str
    make: Callable[[], bytes] = field(repr=False)
    terms: tuple[str, ...] = TERMS
    stays: tuple[str, ...] = STAYS
    may: frozenset[str] = CLEAN
    because: str = ""
    told: tuple[str, ...] = ()
    look: bool = False
    misread: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The name it is written under."""
        return f"{self.vector.rjust(2, '0')}-{self.name}{self.suffix}"


_CASES: list[Case] = []


def torture(
    vector: int | str, *, each: Iterable[tuple[str, Any]] = (), suffix: str = ".pdf", **said: Any
) -> Callable[[Maker], Maker]:
    """List a function as a torture file, or as one for each variant; its docstring says the trick.

    `refused` is why it may be refused as well; what else is said goes to `Case`.
    """
    why = said.pop("refused", "")
    if why:
        said |= {"because": why, "may": said.get("may", CLEAN) | {REFUSED}}

    def listed(make: Maker) -> Maker:
        name = make.__name__.strip("_").replace("_", "-")
        tries = " ".join((make.__doc__ or "").split())
        if not tries:
            raise ValueError(f"{name} does not say what it tries")
        variants = list(each)
        for variant, value in variants:
            _CASES.append(
                Case(f"{name}-{variant}", str(vector), tries, suffix, _bound(make, value), **said)
            )
        if not variants:
            _CASES.append(Case(name, str(vector), tries, suffix, make, **said))
        return make

    return listed


def _bound(make: Maker, value: Any) -> Callable[[], bytes]:
    return lambda: make(value)


def cases() -> Iterator[Case]:
    """Yield every torture file, in the order of the leaks."""
    from tests.corpus import families

    families.load()
    names: set[str] = set()
    for case in sorted(_CASES, key=lambda c: (c.vector.isalpha(), c.vector.rjust(2, "0"), c.name)):
        if case.file in names:
            raise ValueError(f"two torture files are called {case.file}")
        names.add(case.file)
        yield case
