"""Plays and screenplays: the source names its speakers."""

from pathlib import Path

import pytest

from narrator.model import Block, BlockKind, Book
from narrator.parser import check_fidelity, parse_book
from narrator.readers import SourceFile, read_story

PLAY = """\
The Two Umbrellas

ACT ONE

MRS. PELL. Nineteen, twenty. There is one missing.

TOM. [Looking up] Missing? I never touched it.

MRS. PELL. Nobody said that you did.

[Enter OLD MAN with an umbrella.]

OLD MAN. Good morning! Is this yours?

TOM (aside). He knows.

MRS. PELL. What does he know?

OLD MAN. Everything.
"""
TERMS = [
    "Bollard",
    "Cleat",
    "Fender",
    "Hawser",
    "Jetty",
    "Keel",
    "Lee",
    "Mast",
    "Oar",
    "Pier",
    "Quay",
    "Rudder",
    "Sheet",
    "Tiller",
]
SCREENPLAY = """\
Title: The Long Wait
Author: Ann Lee

# Act One

INT. STATION - NIGHT

A clock. ANNA sits on a bench.

ANNA
(softly)
Is it late?

TOM (V.O.)
It is always late.

CUT TO:

EXT. ROAD

He walks.
"""
NOVEL = "\n\n".join(
    ["Tom said: “No.”", "Anna: that was her name.", "He waited.", "NOTE: the door was shut."] * 9
)


def read(text: str, name: str) -> Book:
    book = read_story([SourceFile(Path(name), text.encode())])
    check_fidelity(book, parse_book(book))
    return book


def said(book: Book) -> list[tuple[str, str]]:
    return [(b.speaker, b.text) for c in book.chapters for b in c.blocks if b.speaker]


def blocks_of(book: Book) -> list[Block]:
    return [block for chapter in book.chapters for block in chapter.blocks]


def test_a_play() -> None:
    book = read(PLAY, "play.txt")
    assert said(book)[:3] == [
        ("Mrs. Pell", "Nineteen, twenty. There is one missing."),
        ("Tom", "Missing? I never touched it."),
        ("Mrs. Pell", "Nobody said that you did."),
    ]
    assert ("", "[Looking up]") in [(b.speaker, b.text) for b in blocks_of(book)]
    cues = [b.text for b in blocks_of(book) if b.reason == "speaker cue"]
    assert "TOM (aside)." in cues
    assert book.text is not None
    for block in blocks_of(book):
        assert block.start is not None
        assert book.text[block.start :].startswith(block.text)


@pytest.mark.parametrize("sign", [":", "."])
def test_the_speakers_are_certain(sign: str) -> None:
    text = PLAY.replace("PELL.", f"PELL{sign}").replace("TOM.", f"TOM{sign}")
    text = text.replace("MAN.", f"MAN{sign}").replace("(aside).", f"(aside){sign}")
    script = parse_book(read(text, "play.txt"))
    lines = [line for line in script.chapters[0].lines if line.speaker != "Narrator"]
    assert {line.speaker for line in lines} == {"Mrs. Pell", "Tom", "Old Man"}
    assert {(line.trace.confidence, line.trace.why, line.doubt) for line in lines} == {
        (1.0, "cue", None)
    }
    genders = {character.name: character.gender.value for character in script.characters}
    assert genders == {"Mrs. Pell": "female", "Tom": "male", "Old Man": "male"}


def test_a_novel_is_no_play() -> None:
    assert said(read(NOVEL, "novel.txt")) == []


def test_a_screenplay() -> None:
    book = read(SCREENPLAY, "a.fountain")
    assert (book.info.title, book.info.author) == ("The Long Wait", "Ann Lee")
    assert [chapter.title for chapter in book.chapters] == ["Act One"]
    assert said(book) == [("Anna", "Is it late?"), ("Tom", "It is always late.")]
    reasons = {b.text: b.reason for b in blocks_of(book) if b.kind is BlockKind.SKIPPED}
    assert reasons["CUT TO:"] == "transition"
    assert reasons["TOM (V.O.)"] == "speaker cue"
    assert reasons["(softly)"] == "direction to the actor"


UNDER_CUES = """\
ACT I

SCENE I. A quay.

Enter MARTA and PIETER.

MARTA.
Is it so late that lamps are lit and cold?
The ferry sleeps.

PIETER.
It sleeps as old men sleep.

MARTA.
Then wake it.

PIETER.
I have tried. It will not wake.

[Exit MARTA.]

BOY.
I saw it all.

The lamp goes out.

PIETER.
And what saw you?
"""


def test_cues_on_lines_of_their_own() -> None:
    book = read(UNDER_CUES, "play.txt")
    assert said(book)[:3] == [
        ("Marta", "Is it so late that lamps are lit and cold?"),
        ("Marta", "The ferry sleeps."),
        ("Pieter", "It sleeps as old men sleep."),
    ]
    told = {block.text for block in blocks_of(book) if not block.speaker}
    assert {"Enter MARTA and PIETER.", "[Exit MARTA.]", "The lamp goes out."} <= told


def test_cues_on_pages_of_their_own_paragraphs() -> None:
    parts = [part for part in UNDER_CUES.split("\n") if part]
    page = "".join(f"<p>{part}</p>" for part in parts)
    book = read(f"<html><body>{page}</body></html>", "play.html")
    assert ("Marta", "The ferry sleeps.") in said(book)
    assert "Someone" not in {speaker for speaker, _ in said(book)}


def test_an_interview() -> None:
    lines = ["Q: Where is it?", "A: At the quay.", "Q: When does it go?", "A: At six."] * 2
    assert said(read("\n\n".join(lines), "talk.txt"))[:2] == [
        ("Q", "Where is it?"),
        ("A", "At the quay."),
    ]


MARKS = """\
Title: Rain
Author: Ann Lee

EXT. QUAY - NIGHT #1A#

Rain. /* a note
over lines */ She waits.

ANNA
Hello?
@@
Still here? [[or: Is anybody here?]]

TOM ^
Yes.

TOM (CONT'D)
I am.

@McKay
Gloves?
~Roses were grey

> THE END <
""".replace("@@", "  ")


def test_marks_of_a_screenplay() -> None:
    book = read(MARKS, "a.fountain")
    assert said(book) == [
        ("Anna", "Hello?"), ("Anna", "Still here?"), ("Tom", "Yes."), ("Tom", "I am."),
        ("McKay", "Gloves?"), ("McKay", "Roses were grey"),
    ]  # fmt: skip
    texts = [block.text for block in blocks_of(book) if block.kind is not BlockKind.SKIPPED]
    assert texts[0] == "EXT. QUAY - NIGHT"
    assert "She waits." in texts
    assert texts[-1] == "THE END"
    notes = [block.text for block in blocks_of(book) if block.reason == "the writer's note"]
    assert notes == ["/* a note", "over lines */", "[[or: Is anybody here?]]"]


def test_a_list_of_terms_is_no_play() -> None:
    told = [f"{term.upper()}: What a boat has, or is tied to." for term in TERMS * 2]
    text = "\n\n".join(("The Words", *told))
    book = read_story([SourceFile(Path("words.txt"), text.encode())])
    assert not [block for c in book.chapters for block in c.blocks if block.speaker or block.reason]
