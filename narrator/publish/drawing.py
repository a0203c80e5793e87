"""A cover for a book that has none: title and author, and a bar for each voice that is heard."""

import io
import math
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SIDE = 1600
"""Dots: more than shops and players ask for."""
STYLE = 1
"""Changes with what a drawn cover looks like."""
_EDGE = 130
_TITLE_TOP, _TITLE_BOTTOM = 130, 900
_BARS_TOP, _BARS_BOTTOM = 960, 1330
_AUTHOR_AT, _AUTHOR_SIZE = 1400, 64
_MOST_BARS = 14
_FIRST_HUE, _NEXT_HUE = 25, 137.508
"""Degrees: the hues that the pages give to voices (`pages/assets/voices.js`)."""
_FONTS = (
    *("NotoSans-Regular.ttf", "DejaVuSans.ttf", "LiberationSans-Regular.ttf", "Arial.ttf"),
    *("NotoSansCJK-Regular.ttc", "Arial Unicode.ttf", "msgothic.ttc", "PingFang.ttc"),
)
"""Fonts of systems, for letters that the one of Pillow lacks."""


def draw_cover(title: str, author: str, lines: Sequence[int]) -> bytes:
    """A PNG picture; `lines` are those of each character, in the order of the cast."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (SIDE, SIDE), _colour(0.22, 0.03, _FIRST_HUE + 245))
    pen = ImageDraw.Draw(picture)
    _bars(pen, lines)
    light = _colour(0.97, 0.01, 90)
    for top, row, large in _set(title):
        pen.text((_EDGE, top), row, fill=light, font=large)
    if font := _font(author, _AUTHOR_SIZE) or _font(_plain(author), _AUTHOR_SIZE):
        name = author if _has(font, author) else _plain(author)
        room = (SIDE - 2 * _EDGE) / max(font.getlength(name), 1)
        fitting = font.font_variant(size=int(_AUTHOR_SIZE * min(room, 1)))
        pen.text((_EDGE, _AUTHOR_AT), name, fill=_colour(0.85, 0.02, 90), font=fitting)
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()


def _bars(pen: "ImageDraw", lines: Sequence[int]) -> None:
    """A bar for each voice, as high as it has much to say."""
    shares = [math.sqrt(max(count, 1)) for count in lines[:_MOST_BARS]] or [1.0]
    step = (SIDE - 2 * _EDGE) / max(len(shares), 6)
    for n, share in enumerate(shares):
        height = (_BARS_BOTTOM - _BARS_TOP) * max(share / max(shares), 0.08)
        left = _EDGE + n * step
        box = (left, _BARS_BOTTOM - height, left + step * 0.72, _BARS_BOTTOM)
        colour = _colour(0.74, 0.12, _FIRST_HUE + (n + 1) * _NEXT_HUE)
        pen.rounded_rectangle(box, radius=min(step * 0.2, height / 2), fill=colour)


def _set(title: str) -> Iterator[tuple[int, str, "FreeTypeFont"]]:
    """The rows of the title, each with its top and font: as large as they go in."""
    for told in (title, _plain(title)):
        for size in range(200, 40, -8):
            font = _font(told, size)
            if font is None:
                break
            rows = _wrapped(told, font)
            height = round(size * 1.16)
            if rows and len(rows) * height <= _TITLE_BOTTOM - _TITLE_TOP:
                yield from ((_TITLE_TOP + n * height, row, font) for n, row in enumerate(rows))
                return


def _wrapped(text: str, font: "FreeTypeFont") -> list[str]:
    """`text` in rows that fit into the picture's width; none where a word does not."""
    for columns in range(max(min(len(text), 60), 4), 3, -1):
        rows = textwrap.wrap(text, columns, break_long_words=" " not in text)
        if all(font.getlength(row) <= SIDE - 2 * _EDGE for row in rows):
            return rows
    return []


def _plain(text: str) -> str:
    """`text` without accents, for a system that has no font with them."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _font(text: str, size: int) -> "FreeTypeFont | None":
    """A font that has all letters of `text`; None where none is found."""
    from PIL import ImageFont

    own = ImageFont.load_default(size)
    found = [own] if isinstance(own, ImageFont.FreeTypeFont) else []
    for name in _FONTS if not text.isascii() else ():
        try:
            found.append(ImageFont.truetype(name, size))
        except OSError:
            continue
    return next((font for font in found if _has(font, text)), None)


def _has(font: "FreeTypeFont", text: str) -> bool:
    missing = bytes(font.getmask("\uffff"))
    return all(bytes(font.getmask(c)) != missing for c in set(text) if not c.isspace())


def _colour(light: float, chroma: float, hue: float) -> tuple[int, int, int]:
    """A colour of OKLCH as 8-bit sRGB (Ottosson 2020), as near as that has it."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    cone_l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    cone_m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    cone_s = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * cone_l - 3.3077115913 * cone_m + 0.2309699292 * cone_s
    green = -1.2684380046 * cone_l + 2.6097574011 * cone_m - 0.3413193965 * cone_s
    blue = -0.0041960863 * cone_l - 0.7034186147 * cone_m + 1.7076147010 * cone_s
    return _eight_bits(red), _eight_bits(green), _eight_bits(blue)


def _eight_bits(linear: float) -> int:
    value = min(max(linear, 0.0), 1.0)
    curved = 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return round(255 * curved)
