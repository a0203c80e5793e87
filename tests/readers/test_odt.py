"""What an ODT’s styles and objects say of its text: raised figures, hidden words, formulas."""

import io
import zipfile
from pathlib import Path

import pytest

from narrator.readers import SourceFile, read_story

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "style": "style",
        "draw": "drawing",
    }.items()
)
STYLES = """
<style:style style:name="Up"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Up2"><style:text-properties style:text-position="33% 58%"/></style:style>
<style:style style:name="Down"><style:text-properties style:text-position="-33% 58%"/></style:style>
<style:style style:name="Down2"><style:text-properties style:text-position="sub"/></style:style>
<style:style style:name="On"><style:text-properties style:text-position="0% 100%"/></style:style>
<style:style style:name="Gone"><style:text-properties text:display="none"/></style:style>
"""
MATH = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><msup><mi>x</mi><mn>2</mn>'
    '</msup></mrow><annotation encoding="StarMath 5.0">x^2</annotation></semantics></math>'
)
OBJECT = '<draw:frame><draw:object xlink:href="./Object 1" xmlns:xlink="x"/></draw:frame>'


def span(style: str, text: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def blocks(body: str, **more: str) -> list[tuple[str, str]]:
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text><text:p>{body}</text:p>"
        "</office:text></office:body></office:document-content>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr("content.xml", content)
        for name, text in more.items():
            packed.writestr(f"{name.replace('_', ' ')}/content.xml", text)
    book = read_story([SourceFile(Path("a.odt"), data.getvalue())])
    assert not book.warnings
    return [(block.text, block.reason) for c in book.chapters for block in c.blocks]


@pytest.mark.parametrize("up", ["Up", "Up2"])
def test_above_the_line(up: str) -> None:
    assert blocks(f"All 10{span(up, '6')} of them.") == [("All 10⁶ of them.", "")]
    assert blocks(f"He left.{span(up, '2')} So.") == [("He left. So.", ""), ("2", "note mark")]


@pytest.mark.parametrize("down", ["Down", "Down2"])
def test_below_the_line(down: str) -> None:
    assert blocks(f"It was H{span(down, '2')}O.") == [("It was H₂O.", "")]


def test_on_the_line() -> None:
    assert blocks(f"All 10{span('On', '6')} of them.") == [("All 106 of them.", "")]


def test_hidden_words_are_listed() -> None:
    assert blocks(f"Seen {span('Gone', 'unseen')} again.") == [
        ("Seen again.", ""),
        ("unseen", "hidden on the page"),
    ]


def test_a_formula_is_read() -> None:
    assert blocks(f"It is {OBJECT} then.", Object_1=MATH)[0] == ("It is x² then.", "")


def test_a_formula_of_a_flat_document_is_read() -> None:
    within = f"<draw:frame><draw:object>{MATH}</draw:object></draw:frame>"
    assert blocks(f"It is {within} then.")[0] == ("It is x² then.", "")


def test_an_object_that_is_no_formula_is_passed_by() -> None:
    assert blocks(f"It is {OBJECT} then.", Object_1="<chart>7</chart>") == [("It is then.", "")]
