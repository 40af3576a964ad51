"""Letters of all the names a business has.

Fira Sans has Latin, Greek and Cyrillic letters and is part of the file. Chinese, Japanese and Korean ones come from
what every PDF viewer brings for them (Adobe's standard fonts), and can be searched and copied all the same. A character
that neither has is told by its number, such as [U+1F600]: nothing is left out without a word.
"""

from functools import lru_cache
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

import fontpkg_fira_sans
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "FiraSans", "FiraSans-SemiBold"
CHINESE, KOREAN = "STSong-Light", "HYSMyeongJo-Medium"
_FILES = Path(fontpkg_fira_sans.__file__).parent / "files"
_KOREAN = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7A3))
_HAN_AND_KANA = ((0x3000, 0x30FF), (0x4E00, 0x9FA5), (0xFF01, 0xFF5E))


@lru_cache(1)
def load() -> frozenset[int]:
    """Makes the fonts known to ReportLab, once a process; the code points that Fira Sans has."""
    fonts = [TTFont(REGULAR, _FILES / "FiraSans-Regular.ttf"), TTFont(BOLD, _FILES / "FiraSans-SemiBold.ttf")]
    for font in (*fonts, UnicodeCIDFont(CHINESE), UnicodeCIDFont(KOREAN)):
        pdfmetrics.registerFont(font)
    for name in (REGULAR, BOLD, CHINESE, KOREAN):
        addMapping(name, 0, 0, name)
        addMapping(name, 1, 0, name)
    return frozenset(fonts[0].face.charToGlyph) & frozenset(fonts[1].face.charToGlyph)


def runs(text: str) -> list[tuple[str, str]]:
    """The text in pieces, each after the font that has it; an empty font is the one of the place."""
    known = load()
    shown = "".join(c if _font(c, known) is not None else f"[U+{ord(c):04X}]" for c in " ".join(text.split()))
    return [(font or "", "".join(group)) for font, group in groupby(shown, lambda c: _font(c, known))]


def marked(text: str) -> str:
    """The text as ReportLab's paragraphs take it."""
    return "".join(f'<font name="{font}">{escape(part)}</font>' if font else escape(part) for font, part in runs(text))


def _font(character: str, known: frozenset[int]) -> str | None:
    """Of what has the character; None where nothing does."""
    code = ord(character)
    if code in known:
        return ""
    for font, blocks in ((KOREAN, _KOREAN), (CHINESE, _HAN_AND_KANA)):
        if any(first <= code <= last for first, last in blocks):
            return font
    return None
