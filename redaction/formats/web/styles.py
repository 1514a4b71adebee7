"""What the styles of a web page hide: as much of CSS as it takes to hide words.

A rule that is not understood hides nothing: its words stay on the page, where they are reviewed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

Declared = dict[str, str]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"([a-z][a-z0-9]*|\*)?(?:\.([\w-]+))?(?:#([\w-]+))?", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|%|cm|mm|in|vw|vh)?$")
_DECLARED = re.compile(r"([\w-]+)\s*:((?:[^;{}\"']|\"[^\"]*\"|'[^']*'){1,4000})")
_STRING = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{1,6})\s?")
_OF_TYPEFACES = {"font-family", "font", "src", "filter", "behavior", "-ms-filter"}
_DRAWN = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"']*))\s*\)", re.IGNORECASE)
_WHITES = {
    "white", "#fff", "#ffffff", "snow", "ivory", "transparent", "#fefefe", "#fdfdfd", "#fcfcfc",
    "rgb(255,255,255)", "rgba(255,255,255,1)", "rgba(0,0,0,0)", "rgba(255,255,255,0)",
}  # fmt: skip
_NO_GROUND = _WHITES | {"none", "inherit", "initial", ""}
_FAR = -500.0  # pixels: farther off the page than any layout needs
_MOST_RULES = 5000


@dataclass(frozen=True, slots=True)
class Look:
    """What an element looks like as far as seeing it goes: inherited from its parent."""

    hidden: bool = False
    color: str = ""
    ground: str = ""


class Sheet:
    """The rules of a page that could hide something, by tag, class and id."""

    def __init__(self, sheets: list[str]) -> None:
        self._rules: dict[tuple[str, str, str], Declared] = {}
        for sheet in sheets:
            for selectors, body in _RULE.findall(_at_top(_COMMENT.sub(" ", sheet))):
                for selector in selectors.split(","):
                    self._add(selector.strip(), declared(body))

    def _add(self, selector: str, body: Declared) -> None:
        parts = _SIMPLE.fullmatch(selector)
        if parts and selector and body and len(self._rules) < _MOST_RULES:
            tag, name, id = (part or "" for part in parts.groups())
            self._rules.setdefault((tag.lower(), name, id), {}).update(body)

    def of(self, tag: str, attributes: Mapping[str, str]) -> Declared:
        """Return what is declared for an element; its own style comes last."""
        found: Declared = {}
        if self._rules:
            names = ["", *attributes.get("class", "").split()[:20]]
            for kind in ("*", "", tag):
                for name in names:
                    for id in {"", attributes.get("id", "")}:
                        found.update(self._rules.get((kind, name, id), {}))
        return found | declared(attributes.get("style", ""))


def declared(body: str) -> Declared:
    """Return the declarations of a rule or a style attribute, in small letters."""
    found = {}
    for declaration in body.split(";")[:200]:
        name, colon, value = declaration.partition(":")
        if colon:
            words = " ".join(value.lower().replace("!important", "").split())
            found[name.strip().lower()] = re.sub(r"\s*,\s*", ",", words)
    return found


def written_by(sheet: str) -> list[str]:
    """Return the words that a style sheet itself puts on the page, or says in its comments."""
    bare = _DRAWN.sub(" ", _COMMENT.sub(" ", sheet))
    words = [
        _ESCAPE.sub(_letter, "".join(quoted))
        for name, value in _DECLARED.findall(bare)
        if not name.lower().startswith("mso-") and name.lower() not in _OF_TYPEFACES
        for quoted in _STRING.findall(value)
    ]
    comments = [comment[2:-2].strip(" <>!-\n\t") for comment in _COMMENT.findall(sheet)]
    return [text for text in (*words, *comments) if any(c.isalpha() for c in text)]


def _letter(escape: re.Match[str]) -> str:
    code = int(escape[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else escape[0]


def drawn_by(sheet: str) -> list[str]:
    """Return the addresses of what a style sheet puts on the page: pictures of its grounds."""
    found = ("".join(ways).strip() for ways in _DRAWN.findall(_COMMENT.sub("", sheet)))
    return [address for address in found if address and not address.startswith("#")]


def look_of(style: Declared, attributes: Mapping[str, str], parent: Look) -> Look:
    """Return how an element looks within its parent."""
    color = style.get("color") or attributes.get("color", "").lower() or parent.color
    ground = _ground(style, attributes) or parent.ground
    hidden = parent.hidden or _is_hidden(style, attributes)
    return Look(hidden, color, ground)


def is_unseen(look: Look) -> bool:
    """Say whether words with this look are not seen: hidden, or in the colour of the paper."""
    color = look.color.replace(" ", "")
    return look.hidden or (color in _WHITES and not look.ground) or bool(
        color and color == look.ground
    )  # fmt: skip


def is_struck(style: Declared) -> bool:
    """Say whether a line goes through an element's words."""
    lines = (style.get("text-decoration", ""), style.get("text-decoration-line", ""))
    return any("line-through" in said for said in lines)


def _ground(style: Declared, attributes: Mapping[str, str]) -> str:
    for value in (
        style.get("background-color", ""),
        style.get("background", ""),
        style.get("background-image", ""),
        attributes.get("bgcolor", "").lower(),
        attributes.get("background", "").lower(),
    ):
        if value.replace(" ", "") not in _NO_GROUND:
            return value.replace(" ", "")
    return ""


def _is_hidden(style: Declared, attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes or style.get("display") == "none":
        return True
    if style.get("visibility") in ("hidden", "collapse") or style.get("mso-hide") == "all":
        return True
    if _length(style.get("opacity")) == 0 or style.get("transform") == "scale(0)":
        return True
    size = _length(style.get("font-size"))
    if size is not None and size <= 1 and not style["font-size"].endswith("em"):
        return True
    return _is_cut_off(style) or _is_far_off(style)


def _is_cut_off(style: Declared) -> bool:
    if re.match(r"rect\(0(?:px)?[ ,]+0|rect\(1px[ ,]+1px[ ,]+1px", style.get("clip", "")):
        return True
    if re.match(r"inset\((?:50|100)%|circle\(0", style.get("clip-path", "")):
        return True
    small = any(
        (size := _length(style.get(side))) is not None and size <= 1
        for side in ("height", "max-height", "width", "max-width")
    )
    return small and style.get("overflow") in ("hidden", "clip")


def _is_far_off(style: Declared) -> bool:
    sides = ["text-indent", "margin-left", "margin-top"]
    if style.get("position") in ("absolute", "fixed"):
        sides += ["left", "top", "right", "bottom"]
    return any((at := _length(style.get(side))) is not None and at <= _FAR for side in sides)


def _length(value: str | None) -> float | None:
    """Return a length in pixels, near enough to tell nothing from something."""
    found = _LENGTH.match(value or "")
    if not found:
        return None
    per = {"em": 16.0, "rem": 16.0, "cm": 38.0, "in": 96.0, "vw": 10.0, "vh": 10.0, "pt": 1.33}
    return float(found[1]) * per.get(found[2] or "", 1.0)


def _at_top(sheet: str) -> str:
    """Return a sheet without its @ rules, which hold for some readers only."""
    out, depth, at_rule = [], 0, 0
    for piece in re.split(r"([{}]|@[\w-]+|;)", sheet):
        if piece.startswith("@") and not at_rule:
            at_rule = depth + 1
        elif piece == "{":
            depth += 1
        elif piece == "}":
            depth = max(0, depth - 1)
            if at_rule and depth < at_rule:
                at_rule = 0
                continue
        elif piece == ";" and at_rule == depth + 1:
            at_rule = 0
            continue
        if not at_rule:
            out.append(piece)
    return "".join(out)
