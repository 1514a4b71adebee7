"""Letters made of other letters are told: nobody but a person reads them."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from redaction.formats.banners import BANNER
from redaction.reading import read_document

_BANNER = """
 ###   #   #   ###   #   #  #      #####  #   #
#   #  #   #  #   #   # #   #      #       # #
#   #  #   #  #####    #    #      ####     #
#  ##  #   #  #   #   # #   #      #        #
 ####   ###   #   #  #   #  #####  #####    #
"""
_STROKES = {
    "standard": r"""
  ___                   _
 / _ \ _   _  __ ___  _| | ___ _   _
| | | | | | |/ _` \ \/ / |/ _ \ | | |
| |_| | |_| | (_| |>  <| |  __/ |_| |
 \__\_\\__,_|\__,_/_/\_\_|\___|\__, |
                               |___/
""",
    "slant": r"""
   ____                   __
  / __ \__  ______ __  __/ /__  __  __
 / / / / / / / __ `/ |/_/ / _ \/ / / /
/ /_/ / /_/ / /_/ />  </ /  __/ /_/ /
\___\_\__,_/\__,_/_/|_/_/\___/\__, /
                             /____/
""",
    "big": r"""
  ____                   _
 / __ \                 | |
| |  | |_   _  __ ___  _| | ___ _   _
| |  | | | | |/ _` \ \/ / |/ _ \ | | |
| |__| | |_| | (_| |>  <| |  __/ |_| |
 \___\_\\__,_|\__,_/_/\_\_|\___|\__, |
                                 __/ |
                                |___/
""",
    "doom": r"""
 _____                  _
|  _  |                | |
| | | |_   _  __ ___  _| | ___ _   _
| | | | | | |/ _` \ \/ / |/ _ \ | | |
\ \/' / |_| | (_| |>  <| |  __/ |_| |
 \_/\_\\__,_|\__,_/_/\_\_|\___|\__, |
                                __/ |
                               |___/
""",
    "small": r"""
  ___                _
 / _ \ _  _ __ ___ _| |___ _  _
| (_) | || / _` \ \ / / -_) || |
 \__\_\\_,_\__,_/_\_\_\___|\_, |
                           |__/
""",
}
_ORDINARY = {
    "rules": "------------------------------\n" * 8,
    "leaders": "".join(f"Chapter {n} ............ {n}2\n" for n in range(1, 9)),
    "form": "Name ____________ Date ______\n" * 8,
    "empty form": "____________ ______ ____\n" * 8,
    "boxes": "[ ] Yes  [ ] No\n" * 8,
    "figures": "".join(f"{n}11  {n}22 11 {n}\n" for n in range(1, 9)),
    "empty grid": "|     |     |     |\n" * 8,
    "stars": "\n".join("*" * n for n in range(3, 14)),
    "grid": "+----+----+\n| ab | cd |\n" * 6,
    "table": "+----+------+\n|    |      |\n+====+======+\n|  / |  \\   |\n" * 4,
    "quoted": "> > > >\n>> >> >>\n> >\n>>>> >>\n" * 3,
    "radio": "( ) ( ) ( )\n( ) (x)\n(x) ( ) ( ) ( )\n( )\n" * 3,
    "signature": "-- \nZ. Quill\n_______________\n|  Northmoor  |\n-----/ /------\n",
    "family": "Ann ___ Bo\n   |   |\n  / \\ / \\\n Cy   Di\n" * 3,
    "paths": "/home/ann/\n/var/log/\n\\\\north\\moor\\\n../../..\n" * 3,
    "armour": "-----BEGIN PGP MESSAGE-----\n\nhQEMA/+__/x|/==\n=/aB/\n-----END PGP MESSAGE-----\n",
    "boundary": "--===============8//__//8==\nContent-Type: text/plain\n\n--=_/|\\_=--\n" * 3,
    "code": "if (a || b) {\n  //\n  }\n}) ();\n}\n/* | */\n};\n" * 4,
    "prose": "On Tuesday the warden was in the garden.\n\n* * *\n\n" * 6,
}


def _pdf(text: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("Courier", 8)
    for number, line in enumerate(text.splitlines()):
        canvas.drawString(50, 780 - 9 * number, line)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("content", [_BANNER.encode(), _pdf(_BANNER)], ids=["txt", "pdf"])
def test_a_banner_is_told(content: bytes) -> None:
    assert BANNER in [gap.because for gap in read_document(content).gaps]


@pytest.mark.parametrize("font", _STROKES)
def test_a_banner_of_many_signs_is_told(font: str) -> None:
    for content in (_STROKES[font].encode(), _pdf(f"They met.\n{_STROKES[font]}\nThey left.")):
        assert BANNER in [gap.because for gap in read_document(content).gaps]


@pytest.mark.parametrize("layout", _ORDINARY)
def test_an_ordinary_layout_is_not(layout: str) -> None:
    for content in (_ORDINARY[layout].encode(), _pdf(_ORDINARY[layout])):
        assert BANNER not in [gap.because for gap in read_document(content).gaps]
