"""Words cut in two at line ends, names of authors, and signs that no text has."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.readers import SourceFile, read_story
from narrator.readers.authors import authors_of
from narrator.text.characters import without_controls

PROSE = (
    "The road went on over the hill, and nobody who had taken it came back to tell\n"
    "of it. A well-known man lives there, with windows that look well upon the sea\n"
)


def told(text: str, name: str = "a.txt") -> str:
    book = read_story([SourceFile(Path(name), text.encode())])
    return " ".join(" ".join(b.text.split()) for c in book.chapters for b in c.blocks)


@pytest.mark.parametrize(
    "cut,whole",
    [
        ("under-\nstanding", "understanding"),
        ("win-\ndows", "windows"),
        ("well-\nknown", "well-known"),
        ("cur\u00ad\ntain", "curtain"),
        ("Anglo-\nSaxon", "Anglo-Saxon"),
        ("road-\nman", "roadman"),
        ("half-\nway", "half-way"),
        ("sea-\nroad", "searoad"), ("UNDER-\nSTOOD", "UNDERSTOOD"), ("cir-\r\ncus", "circus"),
        ("he said --\nand went", "he said -- and went"), ("mother-in-\nlaw", "mother-in- law"),
    ],
)  # fmt: skip
def test_at_the_end_of_a_line(cut: str, whole: str) -> None:
    text = (
        PROSE * 4 + f"and so the people of the place came at last to see {cut} in it,\n" + PROSE * 3
    )
    assert f"to see {whole} in it," in told(text)


@pytest.mark.parametrize(
    "entry,authors",
    [
        ("Orla Finch, Jr.", ["Orla Finch, Jr."]), ("Finch, Orla", ["Orla Finch"]),
        ("Orla Finch, PhD", ["Orla Finch, PhD"]),
        ("Finch Publishing, Inc.", ["Finch Publishing, Inc."]),
        ("Finch, Orla; Moss, Tam", ["Orla Finch", "Tam Moss"]),
        ("Finch, Orla, 1871-1940", ["Orla Finch"]),
        ("Finch, Orla, 1871-", ["Orla Finch"]), ("Finch, Orla, M.D.", ["Orla Finch, M.D."]),
        ("Le Guin, Ursula K.", ["Ursula K. Le Guin"]), ("Orla Finch III", ["Orla Finch III"]),
        ("Finch & Sons, Ltd.", ["Finch & Sons, Ltd."]), ("", []),
    ],
)  # fmt: skip
def test_authors(entry: str, authors: list[str]) -> None:
    assert list(authors_of(entry)) == authors


SIGNS = st.text(st.sampled_from("ab \n\x00\x1b[31m]8;\x07\x9b\uffff\ufdd0\x7f"), max_size=30)


@given(SIGNS | st.text(max_size=20))
def test_no_control_is_left(text: str) -> None:
    clean = without_controls(text)
    assert len(clean) == len(text)
    assert not set(clean) & set("\x00\x07\x1b\x7f\x9b\uffff\ufffe\ufdd0")
    assert without_controls(clean) == clean


@pytest.mark.parametrize("sign", ["\x07", "\x1b[31m", "\x1b]0;title\x07", "\uffff", "\x9b2J"])
@pytest.mark.parametrize(
    "name,page", [("a.txt", "{}"), ("a.md", "{}"), ("a.html", "<p>{}</p>"), ("a.fountain", "{}")]
)
def test_no_reader_lets_one_through(name: str, page: str, sign: str) -> None:
    text = told(
        page.format(f"The lamp{sign} was out, and nobody went up to see. " + PROSE * 20), name
    )
    assert "The lamp" in text
    assert not set(text) & set("\x00\x07\x1b\x9b\uffff")
