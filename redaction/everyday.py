"""Words that English text is full of, two of which side by side may spell a name.

"As her", "may a", "a very" and "new man" are no Asher, Maya, Avery and Newman. A name whose letters
are torn apart just there is told from them by where its letters stand, not by what they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORDS = """
a i
ad ah am an as at be by do go ha he hi if in is it ma me mr my no of oh on or ox so to up us we
ago aim air all and any are arm art ask ate bad bag bed ben big bit box boy bus but buy can car cry
cup cut dad day did die dog don due ear eat egg end eye far fat few fit fly for fun get got had has
her hid him his hit hot how ill its job key kid kin law lay led leg let lie lot low mad man mat may
men met mix mum nan net new nor not now odd off old one our out own pay per pet put ran red rid row
run sad sat saw say sea see set she sit six son tea tell ten the tie tin too top toy try two use van
was way wet who why win won yes yet you
able also area away baby back ball been best bill bird blue body book both busy call came card care
case city come cost dark date days dead deal dear does done door down draw each east easy else even
ever face fact fair fall farm fast fear feel feet fell felt file fill find fine fire fish five food
foot form four free from full game gave girl give glad goes gold gone good gray grey hair half hall
hand hard hate have head hear held help here hers high hill hold home hope hour idea into jobs just
keep kept kind knew know lady land last late lead left less life like line list live long look lost
love made main make many mark meal mean meet mind mine miss more most move much must name near need
next nice nine none note only open over paid part past pick plan play poor post pull push rain read
real rest rich ride ring road room rude safe said same save says seem seen self sell send sent shop
show shut side sign sing size skin slow snow some soon stay step stop such sure take talk tall team
than that them then they this thus till time told took town tree true turn upon used very view visit
wait walk wall want warm wash week well went were west what when whom wide wife wild will wine wise
wish with wood word work year your
above after again aged along among angry asked began being below black bring brown build child clean
clear close court dirty duty early eight every field first found front girls given going great green
group happy health heart heavy horse house human large later learn leave light little lower money
month moved never night north often older other parts person place plain point quick quiet ready
right round seven shall sharing sharp sheet short since sleep small smart south spoke stand start
state still stone story strong sweet table taken teach their there these thing third those three
times today tried under until upper upset usual visits voice water weeks where which while white
whole whose woman women words world would write wrong years young
"""
_EVERYDAY = frozenset(_WORDS.split())
_NAMES_AND_WORDS = """
angel april august autumn bell best black bond brook brown case chance church cross dawn day
destiny ever faith fields fish ford fox free gray green hall hand heaven hill hope hunt joy june
justice king lake lane law light little long love low lowe luck major mark may mercy miles moon
noble old page park pearl pope price read rich river rose self sharp short sky small star stone
storm summer swift unity walker wall ward way west white will wise wood woods young grace
"""
_BOTH = frozenset(_NAMES_AND_WORDS.split())
"""Words that are names too."""
_PIECE = re.compile(r"[^\W_]+")
_MOST_BROKEN = 5
"""Letters: hardly a line is too narrow for as many, and hardly anybody hyphenates so few."""
_BREAK = re.compile(r"[-\u2010-\u2015\u2212\n]")


def is_common_word(form: str) -> bool:
    """Say whether a name is also a word that any text may hold."""
    return form in _BOTH


def is_everyday(word: str) -> bool:
    """Say whether a word without case is one that English text is full of."""
    return word in _EVERYDAY or word in _BOTH


def spells_by_chance(written: str, words: Sequence[str], original: str) -> bool:
    """Say whether a name seems to stand somewhere because everyday words do.

    `original` is the stretch that was taken for the name and `written` the same without case, as
    are the name's `words`. True if one of them is parted there, and into everyday words alone.
    A longer name that a hyphen or a line's end parts ("New-man") is the name: so are words broken.
    """
    pieces = _PIECE.findall(written)
    if len(pieces) <= len(words) or pieces == list(words):
        return False
    if sum(map(len, words)) > _MOST_BROKEN and _BREAK.search(original):
        return False
    parted, at = False, 0
    for word in words:
        first, solid = at, ""
        while at < len(pieces) and len(solid) < len(word):
            solid += pieces[at]
            at += 1
        if solid != word:
            return False
        if at - first > 1:
            if not _EVERYDAY.issuperset(pieces[first:at]):
                return False
            parted = True
    return parted
