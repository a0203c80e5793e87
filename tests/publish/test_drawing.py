"""A cover is drawn for a book that has none."""

import io

import pytest
from PIL import Image

from narrator.publish import COVER_SIDE, draw_cover


def drawn(title: str, author: str = "", lines: tuple[int, ...] = (9, 4, 1)) -> "Image.Image":
    picture = Image.open(io.BytesIO(draw_cover(title, author, lines)))
    assert (picture.format, picture.size) == ("PNG", (COVER_SIDE, COVER_SIDE))
    return picture


def letters(picture: "Image.Image", top: int, bottom: int) -> tuple[int, int, int, int]:
    """The box of what is light between two rows."""
    part = picture.crop((0, top, COVER_SIDE, bottom)).convert("L")
    box = part.point(lambda value: 255 * (value > 150)).getbbox()
    assert box, "no letters"
    return box


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("It", "Q"),
        ("The Night Ferry", "Ann Lee"),
        ("Les Misérables", "Łukasz Żółć"),
        ("The Lamp That Nobody Wanted to Have in the Old House by the River " * 3, "A B " * 60),
        ("Donaudampfschifffahrtsgesellschaftskapitän", ""),
    ],
)
def test_title_and_author_stand_within_the_picture(title: str, author: str) -> None:
    picture = drawn(title, author)
    left, top, right, bottom = letters(picture, 0, 940)
    assert 100 < left < right < 1500 and 100 < top < bottom < 930
    if author:
        left, _, right, _ = letters(picture, 1380, 1600)
        assert 100 < left < right < 1500


def test_each_voice_has_a_colour_of_its_own() -> None:
    colours = {drawn("It", lines=(5,) * 5).getpixel((160 + n * 223, 1300)) for n in range(5)}
    assert len(colours) == 5
    assert drawn("It", lines=()).size == (COVER_SIDE, COVER_SIDE)


def test_the_same_book_has_the_same_cover_and_letters_that_no_font_has_are_left_out() -> None:
    assert draw_cover("It", "Q", [1]) == draw_cover("It", "Q", [1])
    assert draw_cover("It", "Q", [1]) != draw_cover("It", "Q", [1, 1])
    drawn("\U00012000\U00012001")
