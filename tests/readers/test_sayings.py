"""What a book says of how its words are said, all the way to what an engine is given."""

from pathlib import Path

import pytest

from narrator.model import Pronunciation
from narrator.production import Source, diction_of, write_script
from narrator.readers import SourceFile, read_book, read_story
from narrator.text import spoken
from narrator.workspace import Workspace

from .test_epub import CONTAINER, PROSE, epub, opf

PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
    'xmlns:ssml="http://www.w3.org/2001/10/synthesis" xml:lang="en-GB"{more}><body>{body}</body>'
    "</html>"
)
BODY = (
    "<h1>One</h1>"
    '<p><span ssml:ph="ˈlɛstə" ssml:alphabet="ipa">Leicester</span> and Leicester again.</p>'
    '<p>“<i xml:lang="fr">Mon Dieu</i>,” she said, and ate <i xml:lang="fr">pain</i> in pain.</p>'
    '<p>He had <span ssml:ph="rɛd">read</span> it; you may read it.</p>'
    '<p><em xml:lang="en-US">Never</em>, said <abbr epub:type="z3998:initialism">T.B.D.</abbr></p>'
    '<p>The <abbr epub:type="z3998:acronym">RADAR</abbr> of <i lang="de">Schadenfreude</i>.</p>'
    f"<p>{PROSE}</p>"
)
LEXICON = (
    '<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" version="1.0" '
    'alphabet="{alphabet}" xml:lang="{language}"><lexeme><grapheme>Cholmondeley</grapheme>'
    "<grapheme>Chumley</grapheme><phoneme>{sounds}</phoneme></lexeme>"
    "<lexeme><grapheme>St. Ives</grapheme><alias>Saint Eyves</alias></lexeme>"
    "<lexeme><grapheme>tear</grapheme><phoneme>tɪə</phoneme></lexeme>"
    "<lexeme><grapheme>tear</grapheme><phoneme>tɛə</phoneme></lexeme></lexicon>"
)
ITEM = '<item id="pls" href="words.pls" media-type="application/pls+xml"/>'


def book(
    folder: Path, body: str = BODY, more: str = "", *, lexicon: str | bytes | None = None
) -> Path:
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": opf(["a"], ITEM if lexicon else ""),
        "OEBPS/a.xhtml": PAGE.format(body=body, more=more),
    }
    return epub(folder / "b.epub", files | ({"OEBPS/words.pls": lexicon} if lexicon else {}))


def pls(sounds: str = "ˈtʃʌmli", alphabet: str = "ipa", language: str = "en") -> str:
    return LEXICON.format(sounds=sounds, alphabet=alphabet, language=language)


def test_on_the_page(tmp_path: Path) -> None:
    read = read_book(book(tmp_path))
    assert set(read.pronunciations) == {
        Pronunciation("Leicester", ipa="ˈlɛstə"),
        Pronunciation("Mon Dieu", tongue="fr"),
        Pronunciation("Schadenfreude", tongue="de"),
        Pronunciation("T.B.D.", say="T B D"),
        Pronunciation("RADAR", say="Radar"),
    }
    texts = [block.text for block in read.chapters[0].blocks]
    assert "*Never*, said T.B.D." in texts  # words of the book's own language are stressed
    assert "“Mon Dieu,” she said, and ate pain in pain." in texts


@pytest.mark.parametrize(
    ("sounds", "alphabet"),
    [("ˈtʃʌmli", "ipa"), ('"tSVmli', "x-sampa"), ("/ˈtʃʌm.li/", "IPA")],
)
def test_in_a_lexicon(sounds: str, alphabet: str, tmp_path: Path) -> None:
    read = read_book(book(tmp_path, lexicon=pls(sounds, alphabet)))
    assert read.pronunciations[:3] == (
        Pronunciation("Cholmondeley", ipa="ˈtʃʌmli", language="en"),
        Pronunciation("Chumley", ipa="ˈtʃʌmli", language="en"),
        Pronunciation("St. Ives", say="Saint Eyves", language="en"),
    )
    assert "tear" not in {said.written for said in read.pronunciations}


@pytest.mark.parametrize("lexicon", ["<lexicon>", b"\xff\xfe\x00", "<x/>", pls("§§§", "x-jeita")])
def test_a_broken_lexicon_is_no_harm(lexicon: str | bytes, tmp_path: Path) -> None:
    said = read_book(book(tmp_path, lexicon=lexicon)).pronunciations
    assert "Cholmondeley" not in {each.written for each in said}


def test_the_alphabet_of_the_page(tmp_path: Path) -> None:
    body = f'<p><b ssml:ph="g@UT">Goathe</b> came.</p><p>{PROSE}</p>'
    read = read_book(book(tmp_path, body, ' ssml:alphabet="x-sampa"'))
    assert read.pronunciations == (Pronunciation("Goathe", ipa="ɡəʊθ"),)


def given(workspace: Workspace, text: str, engine: str) -> str:
    return spoken(text, diction_of(workspace, "b", language="en-GB", engine=engine))


def test_what_an_engine_is_given(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    text = "“Mon Dieu,” said Leicester’s man Cholmondeley. “St. Ives! T.B.D.!”"
    write_script(workspace, Source(book(tmp_path, lexicon=pls())))
    assert given(workspace, text, "espeak") == (
        "[[fr:Mon Dieu]], said [[ˈlɛstəz]] man [[ˈtʃʌmli]]. Saint Eyves! T B D!"
    )
    assert given(workspace, text, "silent").startswith("Mon Dieu, said Leicester's man Chol")
    assert "Saint Eyves!" in given(workspace, text, "silent")
    # What a person says goes before it, for whatever language they say it.
    workspace.casting_file("b").parent.mkdir(exist_ok=True)
    workspace.casting_file("b").write_text('[say]\nCholmondeley = "Bob"\n"Mon Dieu" = "Goodness"\n')
    assert given(workspace, text, "espeak").startswith("Goodness, said [[ˈlɛstəz]] man Bob.")


def test_lexicons_of_other_languages_are_for_other_books(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    write_script(workspace, Source(book(tmp_path, lexicon=pls(language="fr"))))
    assert given(workspace, "Cholmondeley", "espeak") == "Cholmondeley"


def test_several_files(tmp_path: Path) -> None:
    path = book(tmp_path, lexicon=pls())
    read = read_story([SourceFile(path), SourceFile(path)])
    assert Pronunciation("Mon Dieu", tongue="fr") in read.pronunciations
