"""What elements within a paragraph or a heading are for the ear."""

from pathlib import Path

import pytest

from narrator.model import BlockKind
from narrator.readers import SourceFile, read_story


def told(markup: str, *, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    """What is read of a page, the last paragraph of which is `End.`."""
    page = f"<html><body>{markup}<p>End.</p></body></html>"
    book = read_story([SourceFile(Path("a.html"), page.encode())])
    assert not book.warnings
    found = [b.text for c in book.chapters for b in c.blocks if b.kind is kind]
    return found[:-1] if kind is BlockKind.PARAGRAPH else found


@pytest.mark.parametrize(
    "markup,wanted",
    [
        ("10<sup>6</sup> men", "10⁶ men"), ("5 m<sup>2</sup> of sail", "5 m² of sail"),
        ("H<sub>2</sub>O froze", "H₂O froze"), ("x<sup>n</sup>", "xⁿ"), ("10<sup>-3</sup>", "10⁻³"),
        ("the 4<sup>th</sup> day", "the 4th day"), ("the wind.<sup>2</sup> It", "the wind. It"),
        ("with him<sup>3</sup> now", "with him now"),
        ("in 1871<sup>4</sup> still", "in 1871 still"),
        ("<q>Gone,</q> said Tam.", "“Gone,” said Tam."),
        ("<q>“Gone,”</q> he said.", "“Gone,” he said."),
        ("<q>He said <q>no</q> to me.</q>", "“He said ‘no’ to me.”"),
        ("“Who said <q>no</q>?” he asked.", "“Who said ‘no’?” he asked."),
        (
            "A <math alttext='x equals one'><mi>x</mi><mo>=</mo><mn>1</mn></math> here.",
            "A x equals one here.",
        ),
        ("A <math alttext='x^{2}'><msup><mi>x</mi><mn>2</mn></msup></math> here.", "A x² here."),
        ("<math><mi>x</mi><annotation encoding='TeX'>\\x</annotation></math> is.", "x is."),
        ("He <span aria-hidden='true'>never</span>came.", "He came."),
        ("He <span style='visibility: hidden'>never</span>came.", "He came."),
        ("<span class='dropcap'>T</span> he lamp.", "The lamp."),
        ("<span class='dropcap'>A</span> lamp.", "A lamp."),
        ("<img class='initial' alt='T' src='t.png'/> he lamp.", "The lamp."),
        ("To <ruby><img alt='灯台' src='a.png'/><rt>とうだい</rt></ruby>.", "To 灯台."),
    ],
)  # fmt: skip
def test_within_a_paragraph(markup: str, wanted: str) -> None:
    assert told(f"<p>{markup}</p>") == [wanted]


@pytest.mark.parametrize(
    "markup",
    [
        "<p class='dropcap'>T</p><p>he lamp was out.</p>",
        "<div><img alt='T' src='t.png'/></div><p>he lamp was out.</p>",
        "<h2>T</h2><p>he lamp was out.</p>",
        "<p>The lamp</p><p><span class='pagenum'>12</span></p><p>was out.</p>",
        "<p>The lamp was</p><figure><figcaption>A lamp.</figcaption></figure><p>out.</p>",
    ],
)
def test_what_is_one_paragraph(markup: str) -> None:
    assert told(markup) == ["The lamp was out."]


@pytest.mark.parametrize(
    "markup,wanted",
    [
        ("<span>Chapter One</span><span>The Quay</span>", ["Chapter One", "The Quay"]),
        ("<span class='n'>2</span>The Boat", ["2", "The Boat"]),
        ("<b>CHAPTER ONE</b><b>THE QUAY</b>", ["CHAPTER ONE", "THE QUAY"]),
        ("<span>Chapter</span><span>One</span>", ["Chapter One"]),
        ("CHAPTER<br/>ONE", ["CHAPTER ONE"]), ("Chapter<small>1</small>", ["Chapter 1"]),
        ("<big>C</big>HAPTER <big>O</big>NE", ["CHAPTER ONE"]),
        ("Chapter One<sup>3</sup>", ["Chapter One"]),
        ("<img src='a.png' alt='The Oil'/>", ["The Oil"]),
        ("The <em>Fortune</em>", ["The Fortune"]),
        ("<span>L</span><span>E</span><span>T</span>", ["LET"]),
    ],
)  # fmt: skip
def test_headings(markup: str, wanted: list[str]) -> None:
    assert told(f"<h1>{markup}</h1>", kind=BlockKind.HEADING) == wanted
