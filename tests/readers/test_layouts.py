"""The same story in every layout that text files come in gives the same paragraphs."""

import textwrap
from pathlib import Path

import pytest

from narrator.model import BlockKind, folded
from narrator.readers import read_book

STORY = (
    "The ferry came in late that night, and the wind had already taken the lamp off the end of "
    "the pier. Nobody stood waiting for it but a boy with a rope over his shoulder, who had been "
    "told to stay and who was too cold to think of going home.",
    "“You took your time,” he said.",
    "“We took the sea’s time.” The ferryman threw him a line. “Where is your sister? She was to "
    "meet the doctor here, and the doctor has talked of nothing else since we left the mainland.”",
    "“Gone up.”",
    "“Up where?”",
    "The boy pointed with his chin at the hill behind the harbour, where one window was lit and "
    "then, while they looked at it, was not. It had been their grandmother’s room. It had been "
    "empty since the spring; there was not even a bed in it now, only boxes and a broken clock.",
    "“I don’t like that,” said the doctor from the boat, and it was the first thing that she had "
    "said aloud in an hour. “I don’t like that at all.”",
    "Behind them the engine stopped.",
    "They went up by the steps, because the road was under water as far as the chapel, and at "
    "every turn the boy looked back at the boat as if it might leave without them.",
    "“It won’t,” said the doctor.",
    "“Won’t what?”",
    "“Leave.” She was out of breath. “I have paid for both ways, which he doesn’t know yet, and "
    "he has my bag, which I do know, and nobody sails with a doctor’s bag on a night like this.”",
)


def wrapped(width: int, joint: str, first: str = "") -> str:
    return joint.join(
        textwrap.fill(paragraph, width, initial_indent=first, break_long_words=False)
        for paragraph in STORY
    )


LAYOUTS = {
    "a blank line between": "\n\n".join(STORY),
    "a line each": "\n".join(STORY),
    "a line each, indented": "\n".join("    " + paragraph for paragraph in STORY),
    "a line each, tabs": "\n".join("\t" + paragraph for paragraph in STORY),
    "now a blank line, now none": "\n\n".join(STORY[:5]) + "\n" + "\n".join(STORY[5:]),
    "two blank lines": "\n\n\n".join(STORY),
    "old Macintosh": "\r\r".join(STORY),
    "Windows": "\r\n\r\n".join(STORY),
    "Unicode paragraph marks": "\u2029".join(STORY),
    "blanks that hold spaces": "\n \t\n".join(STORY),
    "wrapped at 60": wrapped(60, "\n\n"),
    "wrapped at 72": wrapped(72, "\n\n"),
    "wrapped at 100": wrapped(100, "\n\n"),
    "wrapped, Windows": wrapped(72, "\n\n").replace("\n", "\r\n"),
    "wrapped, indented, no blank lines": wrapped(72, "\n", "    "),
    "wrapped, indented by two": wrapped(66, "\n", "  "),
    "wrapped, indented and blank lines": wrapped(72, "\n\n", "    "),
    "wrapped, all of it indented": textwrap.indent(wrapped(60, "\n\n"), "     "),
    "wrapped, double spaced": wrapped(72, "\n\n").replace("\n", "\n\n"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_same_paragraphs(layout: str, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(LAYOUTS[layout].encode())
    (chapter,) = read_book(path).chapters
    assert [" ".join(block.text.split()) for block in chapter.blocks] == list(STORY)
    assert {block.kind for block in chapter.blocks} == {BlockKind.PARAGRAPH}


def read(text: str, tmp_path: Path) -> list[tuple[str, str]]:
    path = tmp_path / "story.txt"
    path.write_text(text, encoding="utf-8")
    blocks = [block for chapter in read_book(path).chapters for block in chapter.blocks]
    return [(block.kind.value, " ".join(block.text.split())) for block in blocks]


POEM = "The tide is out,\n    the boats are dry,\n    and nobody has asked me why\n    I stay."


def test_indented_verse_in_wrapped_text(tmp_path: Path) -> None:
    blocks = read(f"{wrapped(70, chr(10) * 2)}\n\n    {POEM}\n\n{STORY[7]}\n", tmp_path)
    assert blocks[-2] == ("verse", " ".join(POEM.split()))
    assert [kind for kind, _ in blocks].count("verse") == 1


def test_short_lines_among_long_paragraphs_are_verse(tmp_path: Path) -> None:
    blocks = read("\n\n".join([*STORY, POEM.replace("    ", ""), STORY[0]]), tmp_path)
    assert blocks[-2] == ("verse", " ".join(POEM.split()))


BALLAD = (
    "“O where have you been so long, so long,\nAnd who has kept you there?”\n"
    "“I have been down to the end of the quay\nTo see what the boats would bear.”"
)
COUPLET = "The tide goes out and the tide comes in\nAnd nobody asks the sea."


@pytest.mark.parametrize("verse", [BALLAD, COUPLET, POEM.replace("    ", "")])
def test_verse_at_the_margin_of_wrapped_text(verse: str, tmp_path: Path) -> None:
    blocks = read(f"{wrapped(70, chr(10) * 2)}\n\n{verse}\n\n{STORY[7]}\n", tmp_path)
    assert blocks[-2] == ("verse", " ".join(verse.split()))
    assert [kind for kind, _ in blocks].count("verse") == 1


def test_short_speeches_are_no_verse(tmp_path: Path) -> None:
    speeches = ["“No.”", "“Yes.”", "“But why,”", "“Because,”", "“Oh.”"]
    blocks = read("\n\n".join(STORY) + "\n\n" + "\n".join(speeches), tmp_path)
    assert blocks[-5:] == [("paragraph", speech) for speech in speeches]


def test_line_broken_inside_a_sentence_goes_on(tmp_path: Path) -> None:
    blocks = read("\n".join(STORY) + "\nShe went to the\nwindow and looked.", tmp_path)
    assert blocks[-1] == ("paragraph", "She went to the window and looked.")


def test_headings_among_short_paragraphs_are_no_lines_cut_at_a_margin(tmp_path: Path) -> None:
    path = tmp_path / "keys.txt"
    says = "“I have it,” said Tom Reed.\n\nTom turned the key twice, and nothing happened."
    chapters = (f"Chapter {number}\n\n{says}\n\n“Then open the door.”" for number in (1, 2, 3))
    path.write_text("\n\n".join(("The Two Keys", *chapters)), encoding="utf-8")
    found = read_book(path).chapters
    assert [chapter.title for chapter in found] == ["Chapter 1", "Chapter 2", "Chapter 3"]
    assert len(found[0].blocks) == 5


JAPANESE = (
    "健一が駅に着いたとき、雪はもう止んでいた。改札の向こうに、赤いマフラーの妹が立っていた。",
    "「遅い」と美咲は叫んだ。「もう四十分も待ったのに、誰も来ないから帰ろうかと思ったところだ」",
    "二人は坂道を下りていった。港には船が一隻だけ泊まっていて、その甲板で老人が網を直していた。",
)


@pytest.mark.parametrize("width", [0, 32, 40])
def test_text_without_blanks_is_wrapped_at_any_sign(tmp_path: Path, width: int) -> None:
    rows = (
        "\n".join(text[at : at + width] for at in range(0, len(text), width)) if width else text
        for text in JAPANESE * 6
    )
    path = tmp_path / "minato.txt"
    path.write_text("\n\n".join(rows), encoding="utf-8")
    (chapter,) = read_book(path).chapters
    assert [folded(block.text) for block in chapter.blocks] == list(JAPANESE * 6)
