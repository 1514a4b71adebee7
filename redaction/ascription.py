"""Numbers that may be the subject's own though the roster lacks them, by who is named before them.

"Kay's ULN is 1234567890", or a card that has named nobody but Kay: the roster of a case store is
seldom whole, and to take a person's own numbers out of their own file tells them less than is
theirs (UK GDPR Article 15). Such a number is asked about. Nothing here proposes to show.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recordkeeping.disclosure.findings import Finding, Propose
from redaction.detectors.owners import squeezed
from redaction.merge import PASSAGES
from redaction.propagation import NAMES, is_nobodys_number

_FARTHEST = 200  # letters between a name and what is said to be theirs
_PARTED = re.compile(r"\n\s*\n")
_FARTHEST_IN_A_FORM = 1500
_LABEL = re.compile(
    r"(?im:^)[^\S\n]*(?i:(?:full\s|legal\s|first\s|given\s|family\s|known\s)?(?:names?|forenames?|surname|as)"
    r"|child(?:['\u2019]s\sname)?|pupil|student|learner|young\sperson|yp|patient|client|subject|service\suser|re)"
    r"(?:\([^()\n]{1,12}\))?[^\S\n]*(?:[:|=-]|\s\s|\t)\s{0,3}$",
    re.MULTILINE,
)
_ANOTHERS = re.compile(
    r"(?i)\b(?:mother|father|mum|mam|dad|parents?|carers?|brother|sister|siblings?|partner|husband|wife|nan|gran\w*"
    r"|aunt|uncle|cousin|friend|next\sof\skin|nok|emergency|contact|referr\w+|neighbour|claimant|applicant)\b"
)


def ascribed(findings: Sequence[Finding], text: str, subject: str) -> Iterator[Finding]:
    """Yield findings; those of numbers of nobody's that the subject may own ask.

    Of the same number in another place the same is said: one decision for each fact.
    """
    named = sorted((f for f in findings if _is_of_somebody(f)), key=lambda f: f.span[1])
    ends = [finding.span[1] for finding in named]
    others = (n for n, finding in enumerate(named) if finding.propose is not Propose.SHOW)
    alone = next(others, len(named))  # so many are the subject, or act for an office
    subjects = [one.span[1] for one in named[:alone] if one.person == subject]
    own = set[str]()
    for finding in findings:
        if subject and _is_removed(finding):
            at = bisect_right(ends, finding.span[0]) - 1
            own_alone = at < alone and _is_of_subject_alone(subjects, finding, text)
            if at >= 0 and (own_alone or _is_said_of(named[at], finding, text, subject)):
                own.add(_value(finding, text))
    for finding in findings:
        if _is_removed(finding) and _value(finding, text) in own:
            because = f"{finding.because}, and may be the subject's own"
            yield replace(finding, propose=Propose.ASK, because=because)
        else:
            yield finding


def _is_of_somebody(finding: Finding) -> bool:
    if finding.kind in PASSAGES:
        return False
    return finding.person is not None or bool(finding.people) or finding.detector == NAMES


def _is_removed(finding: Finding) -> bool:
    return is_nobodys_number(finding) and finding.propose is Propose.REDACT


def _is_said_of(last: Finding, number: Finding, text: str, subject: str) -> bool:
    """Say whether the last person before a number is the subject, right before it."""
    between = text[last.span[1] : number.span[0]]
    if last.person != subject or last.propose is not Propose.SHOW:
        return False
    if len(between) <= _FARTHEST and not _PARTED.search(between):
        return True
    # A form that begins with the subject's name is about nobody else until it says so.
    start = last.span[0]
    headed = _LABEL.search(text, max(0, start - 60), start)
    return (
        headed is not None and len(between) <= _FARTHEST_IN_A_FORM and not _ANOTHERS.search(between)
    )


def _is_of_subject_alone(subjects: Sequence[int], number: Finding, text: str) -> bool:
    """Say whether the subject was named not far before a number, where nobody else was before it.

    `subjects` are the ends of the subject's names before anybody else's.
    """
    start = number.span[0]
    last = bisect_right(subjects, start) - 1
    if last < 0 or start - subjects[last] > _FARTHEST_IN_A_FORM:
        return False
    return not _ANOTHERS.search(text, subjects[last], start)


def _value(finding: Finding, text: str) -> str:
    return squeezed(text[slice(*finding.span)])
