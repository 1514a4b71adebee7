"""Layers of a PDF that can be switched on and off: which of them are seen when it is opened.

Optional content is decided before it is lost: what the default configuration hides on a screen is
taken out of the pages (ISO 32000-1 §8.11). Where a file is unclear, a layer counts as seen: then
detectors and reviewers read it on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

_DEEPEST_EXPRESSION = 32
_MOST_LAYERS = 20_000


class Layers:
    """The layers of one file, as its default configuration leaves them."""

    def __init__(self, pdf: Pdf, *, all_seen: bool = False) -> None:
        """Read the default configuration; `all_seen` looks at a file as if nothing was hidden."""
        self._hidden: set[tuple[int, int]] = set()
        self.all_seen = all_seen
        self._decides = False
        self.names: list[str] = []
        given = pdf.Root.get("/OCProperties")
        if not isinstance(given, Dictionary):
            return
        groups = list(_dictionaries(given.get("/OCGs")))[:_MOST_LAYERS]
        self.names = [str(g.Name) for g in groups if isinstance(g.get("/Name"), pikepdf.String)]
        self._decides = not all_seen
        if all_seen:
            return
        default = given.get("/D")
        default = default if isinstance(default, Dictionary) else Dictionary()
        if default.get("/BaseState") == Name.OFF:
            self._hidden = {g.objgen for g in groups}
        self._hidden -= {g.objgen for g in _dictionaries(default.get("/ON"))}
        self._hidden |= {g.objgen for g in _dictionaries(default.get("/OFF"))}
        for rule in _dictionaries(default.get("/AS")):
            self._switch_by_use(rule)
        # A group that is not meant for viewing is no layer to a viewer (§8.11.2.3).
        self._hidden -= {g.objgen for g in groups if not _is_for_viewing(g)}

    def shows(self, content: Object | None) -> bool:
        """Say whether what belongs to a group, or to a membership dictionary, is seen."""
        try:
            return self._shows(content)
        except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
            return True

    def _shows(self, content: Object | None) -> bool:
        if not self._decides or not isinstance(content, Dictionary):
            return True
        if content.get("/Type") != Name.OCMD:
            return content.objgen not in self._hidden
        expression = content.get("/VE")
        if isinstance(expression, Array):
            return self._holds(expression, 0)
        seen = [g.objgen not in self._hidden for g in _dictionaries(content.get("/OCGs"))]
        if not seen:
            return True
        match str(content.get("/P", "/AnyOn")):
            case "/AllOn":
                return all(seen)
            case "/AnyOff":
                return not all(seen)
            case "/AllOff":
                return not any(seen)
            case _:
                return any(seen)

    def _holds(self, expression: Object, depth: int) -> bool:
        if depth > _DEEPEST_EXPRESSION:
            raise ValueError
        if not isinstance(expression, Array):
            return expression.objgen not in self._hidden
        word, *parts = list(expression)
        holds = (self._holds(part, depth + 1) for part in parts)
        match str(word):
            case "/And":
                return all(holds)
            case "/Or":
                return any(holds)
            case "/Not":
                return not next(holds)
            case _:
                raise ValueError

    def _switch_by_use(self, rule: Object) -> None:
        """Apply a rule that switches layers by what they say of their use on a screen."""
        if str(rule.get("/Event")) != "/View":
            return
        categories = [str(c)[1:] for c in _array(rule.get("/Category"))]
        for group in _dictionaries(rule.get("/OCGs")):
            usage = group.get("/Usage")
            if "View" not in categories or not isinstance(usage, Dictionary):
                continue
            view = usage.get("/View")
            state = str(view.get("/ViewState", "")) if isinstance(view, Dictionary) else ""
            if state == "/OFF":
                self._hidden.add(group.objgen)
            elif state == "/ON":
                self._hidden.discard(group.objgen)


def _is_for_viewing(group: Object) -> bool:
    intent = group.get("/Intent")
    if intent is None:
        return True
    intents = {str(i) for i in intent} if isinstance(intent, Array) else {str(intent)}
    return bool(intents & {"/View", "/All"})


def _array(value: Object | None) -> Iterable[Object]:
    return list(value) if isinstance(value, Array) else ([value] if value is not None else [])


def _dictionaries(value: Object | None) -> Iterator[Object]:
    yield from (item for item in _array(value) if isinstance(item, Dictionary))
