"""What Word writes and its plain text does not show: readings, formulas, hidden words, looks."""

import io
import zipfile
from pathlib import Path

import pytest

from narrator.model import Book
from narrator.readers import ReadOptions, SourceFile, read_story

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
PROSE = "<w:p><w:r><w:t>The road went on over the hill and nobody came back.</w:t></w:r></w:p>" * 8


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, looks: str = "") -> str:
    return f"<w:p><w:pPr>{looks}</w:pPr>{''.join(runs)}</w:p>"


def read(*paragraphs: str, options: ReadOptions | None = None) -> Book:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("[Content_Types].xml", TYPES)
        packed.writestr("_rels/.rels", RELATIONS)
        body = f"<w:document {SPACES}><w:body>{''.join(paragraphs)}</w:body></w:document>"
        packed.writestr("word/document.xml", body)
        packed.writestr("word/_rels/document.xml.rels", PICTURES)
    source = SourceFile(Path("story.docx"), data.getvalue())
    book = read_story([source], options or ReadOptions())
    assert not book.warnings
    return book


def told(*runs: str) -> list[str]:
    book = read(paragraph(*runs), paragraph(run("End.")))
    return [block.text for c in book.chapters for block in c.blocks if not block.reason][:-1]


READING = (
    "<w:r><w:ruby><w:rt><w:r><w:t>to</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>灯</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
SQUARE = (
    "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e>"
    "<m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
)


PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="1" name="p" descr="A boat at the quay"/><a:graphic '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip '
    'r:embed="rId9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    "/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
PICTURES = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId9" Target="media/x.png" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/image"/></Relationships>'
)


@pytest.mark.parametrize(
    "runs,wanted",
    [
        ([run("The "), READING, run(" burned.")], "The 灯 burned."),
        ([run("So "), SQUARE, run(" it is.")], "So x² it is."),
        ([run("He "), run("never ", "<w:vanish/>"), run("came.")], "He came."),
        ([run("He "), run("often ", '<w:vanish w:val="0"/>'), run("came.")], "He often came."),
        ([run("10"), run("6", '<w:vertAlign w:val="superscript"/>'), run(" men")], "10⁶ men"),
    ],
)
def test_within_a_paragraph(runs: list[str], wanted: str) -> None:
    assert told(*runs) == [wanted]


def test_a_drop_cap() -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    book = read(paragraph(run("T"), looks=frame), paragraph(run("he lamp was out.")))
    assert [block.text for block in book.chapters[0].blocks] == ["The lamp was out."]


@pytest.mark.parametrize("before", ["", '<w:r><w:br w:type="page"/></w:r>'])
def test_headings_made_by_hand(before: str) -> None:
    titles = ["Arrivals", "The Oil", "Fog"]
    heads = [paragraph(before, run(title, "<w:b/>")) for title in titles]
    book = read(*(head + PROSE for head in heads))
    assert [chapter.title for chapter in book.chapters] == titles


def test_bold_words_are_no_headings() -> None:
    shout = paragraph(run("Stop there.", "<w:b/>"))
    half = paragraph(run("Stop", "<w:b/>"), run(" and wait"))
    assert len(read(PROSE, shout, PROSE, half, PROSE, shout, PROSE).chapters) == 1


@pytest.mark.parametrize("wanted", [False, True])
def test_the_description_of_a_picture(wanted: bool) -> None:
    options = ReadOptions(read_pictures=wanted)
    book = read(paragraph(run("One "), PICTURE, run("two.")), options=options)
    told = [block.text for block in book.chapters[0].blocks]
    assert told == ["One two.", *["A boat at the quay"] * wanted]
