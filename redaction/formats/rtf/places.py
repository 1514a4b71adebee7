"""What each group of rich text is (RTF 1.9.1): shown, told, passed on as it is, or nothing."""

from __future__ import annotations

SHOWN = frozenset(
    {
        "rtf", "ud", "shp", "shpinst", "shpgrp", "shptxt", "shppict", "picprop", "background", "do",
        "dptxbxtext", "footnote", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn",
        "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
        "result", "sp", "sn", "sv", "fldrslt",
    }
)  # fmt: skip
"""Groups whose words are on pages."""

AS_IT_IS = frozenset(
    {
        "fonttbl", "colortbl", "stylesheet", "listtable", "listoverridetable", "list", "listlevel",
        "listoverride", "leveltext", "levelnumbers", "listname", "lfolevel", "pn", "pnseclvl",
        "pntxta", "pntxtb", "nesttableprops", "defchp", "defpap", "mmath", "moMath", "moMathPara",
        "listtext", "pntext", "pgptbl", "listpicture", "panose", "keycode", "liststylename",
    }
)  # fmt: skip
"""Tables and settings, and numbers of lists that LibreOffice counts itself."""

NOTHING = frozenset(
    {
        "generator", "latentstyles", "themedata", "colorschememapping", "rsidtbl", "xmlnstbl",
        "wgrffmtfilter", "mmathPr", "nonesttables", "atnref", "atnstart", "atnend",
        "atrfstart", "atrfend", "atndate", "atntime", "atnparent", "atnicn", "blipuid", "bliptag",
        "fldtype", "oldcprops", "oldpprops", "oldtprops", "oldsprops", "passwordhash", "passtext",
        "creatim", "revtim", "printim", "buptim", "fontemb", "fontfile", "objtime", "pnrauth",
        "writereservhash", "writereservation", "lsdlockedexcept", "hlfr",
    }
)  # fmt: skip
"""What programs write for themselves: identifiers, versions, times, other copies of pictures."""

TOLD = {
    "info": "document property",
    "userprops": "document property",
    "template": "document property",
    "annotation": "comment",
    "atnauthor": "author of a change or comment",
    "revtbl": "author of a change or comment",
    "bkmkstart": "bookmark name",
    "docvar": "document variable",
    "mailmerge": "mail merge",
    "filetbl": "link",
    "nextfile": "link",
    "hl": "link",
    "protusertbl": "person named in the file",
    "xmlopen": "data bound to a field",
    "xmlattrname": "data bound to a field",
    "xmlattrvalue": "data bound to a field",
    "factoidname": "data bound to a field",
    "datafield": "data bound to a field",
    "datastore": "data bound to a field",
    "formfield": "help or choice of a field",
    "fldinst": "field code",
    "xe": "entry of an index",
    "tc": "entry of an index",
    "rxe": "entry of an index",
    "txe": "entry of an index",
    "objclass": "",
    "objdata": "",
    "objname": "name of a drawing",
    "objalias": "link",
    "objtopic": "link",
    "objitem": "link",
    "objsect": "",
    "atnid": "",
    "bkmkend": "",
    "shprslt": "other version of a drawing",
    "nonshppict": "other version of a drawing",
    "mmathPict": "other version of a drawing",
    "pgdsctbl": "header or footer of no page",
    "upr": "",
}
"""Groups whose words no page shows, and what they are to the reviewer; "" is not told as such."""

PROPERTIES = frozenset(
    {
        "title", "subject", "author", "manager", "company", "operator", "category", "keywords",
        "comment", "doccomm", "hlinkbase", "propname", "staticval", "linkval", "template",
    }
)  # fmt: skip

SHAPE_WORDS = {
    "wzDescription": "alternative text",
    "wzTooltip": "alternative text",
    "wzName": "name of a drawing",
    "pibName": "link",
    "fillBlipName": "link",
    "lineFillBlipName": "link",
    "pihlShape": "link",
    "wzScript": "script",
    "wzLineId": "name of a drawing",
    "gtextFont": "",
    "wzSigSetupSuggSigner": "signature",
    "wzSigSetupSuggSigner2": "signature",
    "wzSigSetupSuggSignerEmail": "signature",
    "wzSigSetupSignInst": "signature",
}
"""Properties of a shape that no page shows."""

LETTERS = {
    "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d",
    "bullet": "\u2022", "endash": "\u2013", "emdash": "\u2014", "emspace": "\u2003",
    "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c",
    "ltrmark": "\u200e", "rtlmark": "\u200f", "zwbo": "\u200b", "zwnbo": "\u2060",
}  # fmt: skip
"""Words that are letters."""

BREAKS = {
    "par": "\n", "line": "\n", "lbr": "\n", "sect": "\n", "page": "\n", "column": "\n",
    "cell": "\n", "row": "\n", "nestcell": "\n", "nestrow": "\n", "tab": "\t",
}  # fmt: skip
"""Words that end or part a line."""

STRUCTURE = frozenset({"sect", "cell", "row", "nestcell", "nestrow"})
"""Breaks that stand also where the text before them is hidden or deleted."""

DROPPED = frozenset(
    {
        "revised", "revauth", "revdttm", "revauthdel", "revdttmdel", "crauth", "crdate", "mvt",
        "mvauth", "mvdate", "chatn", "fromhtml", "fromtext", "htmlrtf", "uc", "deleted", "mvf",
        "flddirty", "fldedit", "fldlock", "fldpriv", "fldalt", "revisions", "annotprot",
    }
)  # fmt: skip
"""Words of tracked changes, comments and fields, which the text made of it does not have."""
