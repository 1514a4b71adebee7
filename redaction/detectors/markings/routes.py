"""Where a marking goes: who must be asked before anything under it is released.

A marking is a question and never a ground. Its reason says what it seems to protect, by what law,
and who decides (domain brief §3.2 to §3.4); in words that are no words of markings, because a
reason repeats nothing of what it points to.
"""

from __future__ import annotations

from collections.abc import Iterable

from redaction.detectors.markings.phrases import Meaning
from redaction.detectors.markings.scopes import Reach

_ASKS = {
    Meaning.PRIVILEGE: (
        "for the lawyers: whether advice is withheld is theirs alone to say"
        " (DPA 2018 Sch 2 para 19)"
    ),
    Meaning.COURT: (
        "for the lawyers: a court may have to allow it (DPA 2018 Sch 3 paras 3, 9 and 18)"
    ),
    Meaning.POLICE: (
        "for the police, or the chair of their scheme: ask whether it would prejudice their work"
        " (DPA 2018 Sch 2 para 2)"
    ),
    Meaning.HEALTH: (
        "for a health professional: one has to be asked whether the test of grave harm is met"
        " (DPA 2018 Sch 3 paras 5 and 6)"
    ),
    Meaning.ADOPTION: (
        "for the team that keeps what adopted people may see: it stands outside subject access"
        " (DPA 2018 Sch 4 para 3)"
    ),
    Meaning.REFERRER: (
        "for whoever spoke in trust: their wish is weighed, with all that may tell who they are"
        " (DPA 2018 Sch 2 para 16)"
    ),
    Meaning.THIRD_PARTY: "about somebody else: weigh it person by person (DPA 2018 Sch 2 para 16)",
    Meaning.RESTRICTED: "ask whoever wrote it which exemption stands behind it",
}
_REACHES = {
    Reach.DOCUMENT: "somebody wrote that nothing of this paper leaves the council",
    Reach.SECTION: "somebody wrote that this part is kept back",
    Reach.MESSAGE: "somebody wrote that this piece of mail is kept back",
    Reach.GROUP: "somebody wrote that these fields are kept back",
    Reach.PARAGRAPH: "somebody wrote that these lines are kept back",
    Reach.ROW: "somebody wrote that these cells are kept back",
    Reach.ADVICE: "these words seem to tell what those who act for the council thought",
    Reach.BRACKET: "somebody wrote that these words are kept back",
}
_OPEN = "; nothing says where it stops, so it goes on to the last page"
TELLS_WHO = "may tell who spoke in trust; weigh it with what they said (DPA 2018 Sch 2 para 16)"


def reason(reach: Reach, meanings: Iterable[Meaning], *, ended: bool) -> str:
    """Return why a passage is asked about, and whom to ask, the lawyers first."""
    meant = set(meanings)
    if len(meant) > 1:
        meant.discard(Meaning.RESTRICTED)
    asks = "; ".join(asked for meaning, asked in _ASKS.items() if meaning in meant)
    return f"{_REACHES[reach]}{'' if ended else _OPEN}: {asks}"
