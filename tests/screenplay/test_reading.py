"""Hand edits: what is forgiven and what is reported."""

import pytest

from narrator.errors import BadScript
from narrator.model import Doubt, Line, LineKind, Pause, Row, SceneBreak, Skipped
from narrator.screenplay import find_problems, read_chapter


def rows(text: str) -> tuple[Row, ...]:
    return read_chapter("[chapter] T\n\n" + text).rows


def said(speaker: str, text: str, **more: object) -> Line:
    return Line(speaker, text, **{"kind": LineKind.DIALOGUE, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Haley:“Hi.”", said("Haley", "“Hi.”")),
        ("Haley  :\t “Hi.”  \t", said("Haley", "“Hi.”")),
        ("Haley[whispered]:“Hi.”", said("Haley", "“Hi.”", delivery="whispered")),
        ("Haley [ whispered ;; ] : “Hi.”", said("Haley", "“Hi.”", delivery="whispered")),
        ("Haley []: “Hi.”", said("Haley", "“Hi.”")),
        ("Haley [THOUGHT]: Hi.", Line("Haley", "Hi.", LineKind.THOUGHT)),
        ("NARRATOR: Hi.", Line("Narrator", "Hi.")),
        ('"narrator": Hi.', said("narrator", "Hi.")),
        ("  Haley: “Hi.”", said("Haley", "“Hi.”")),
        ("Haley: “Hi,\n  you.”", said("Haley", "“Hi, you.”")),
        ("Haley: see http://x.org: [pause 1]", said("Haley", "see http://x.org: [pause 1]")),
        ("Haley [?62%  a guess]: x", said("Haley", "x", doubt=Doubt(0.62, "a guess"))),
        ('A [?62 "asked B" near]: x', said("A", "x", doubt=Doubt(0.62, '"asked B" near'))),
        (
            "Haley [recording 7.wav; ?50]: x",
            said("Haley", "x", doubt=Doubt(0.5, ""), recording="7.wav"),
        ),
        (
            'A [softly; Recording "b; c.wav"]: x',
            said("A", "x", delivery="softly", recording="b; c.wav"),
        ),
        ("A [recording]: x", said("A", "x", delivery="recording")),
        ("Haley [?100]: x", said("Haley", "x", doubt=Doubt(1, ""))),
        ("A [verse]:\n\tRoses\n\t# b\n\t[c]", Line("A", "Roses\n# b\n[c]", LineKind.VERSE)),
        ("[Pause 1,5 s]", Pause(1.5)),
        ("[pause] 2", Pause(2)),
        ("[ scene ]***", SceneBreak("***")),
        ("[SKIP] 12", Skipped("12", "")),
        ('[skip "a ] b"] 12', Skipped("12", "a ] b")),
    ],
)
def test_forgiven(text: str, expected: Row) -> None:
    assert rows(text) == (expected,)


def test_notes_are_not_read() -> None:
    assert rows("# Haley: no\nHaley: a\n# why\n    b\n#: c") == (said("Haley", "a b"),)


def test_blank_rows_open_paragraphs_however_many_and_wherever() -> None:
    text = "A: 1\nB: 2\n\n \t\n\nC: 3\n\n[pause 1]\nD: 4\n[pause 1]\n\nE: 5\n[pause 1]\nF: 6"
    opens = [row.opens_paragraph for row in rows(text) if isinstance(row, Line)]
    assert opens == [True, False, True, True, True, False]


@pytest.mark.parametrize(
    ("row", "what", "todo"),
    [
        ("He turned away.", "no speaker", "begin the row with a name and a colon"),
        ("“Wait: you,” she said.", "no speaker", "name"),
        ('"Wait: you," she said.', "no speaker", "name"),
        (": text", "no speaker", "name"),
        ('"": text', "no speaker", "name"),
        ("She " + "and she " * 30 + "said: no", "no speaker", "name"),
        ("Haley [whispered]", "no colon", "Name [whispered]: text"),
        ("Haley [whispered: “Hi.”", "not closed", "]"),
        ("Haley [thought; verse]: x", "two kinds: thought and verse", "keep one"),
        ("Haley [softly; sadly]: x", "two deliveries: softly and sadly", "comma"),
        ("Haley [?62; ?63]: x", "two guesses", "keep one"),
        ("Haley [?620 why]: x", "620 %", "0 to 100"),
        ("Haley [? why]: x", "without a number: ? why", "?62"),
        ("[puase 2]", "[puase] is not known", "did you mean [pause]?"),
        ("[music] x", "[music] is not known", "[scene]"),
        ("[]", "[] is not known", "[scene]"),
        ("[pause long]", "a pause of long", "[pause 1.5]"),
        ("[pause -1]", "a pause of -1", "seconds"),
        ("[pause]", "no length", "seconds"),
        ("[pause 1] 2", "a pause of 1 2", "seconds"),
        ("[skip page number", "not closed", "]"),
        ("[scene long] ***", "[scene long]", "[scene] long"),
        ("[chapter] Two", "a second [chapter]", "a file of its own"),
    ],
)
def test_reported(row: str, what: str, todo: str) -> None:
    text = f"[chapter] T\n\nA: 1\n\n{row}\nB: 2\n"
    (problem,) = find_problems(text)
    assert problem.line_number == 5
    assert what in problem.what
    assert todo in problem.todo


def test_one_mistake_is_one_clear_line() -> None:
    with pytest.raises(BadScript) as caught:
        read_chapter("[chapter] T\n\noops\n", where="script/b/02-x.txt")
    message = "script/b/02-x.txt line 3: no speaker; begin the row with a name and a colon"
    assert str(caught.value) == message
    (problem,) = find_problems("[chapter] T\n\noops\n")
    assert problem.message("script/b/02-x.txt") == message


def test_all_mistakes_are_listed_at_once() -> None:
    text = "A: 1\n\noops\n[pause x]\nB [c: 2\n"
    assert [problem.line_number for problem in find_problems(text)] == [1, 3, 4, 5]
    with pytest.raises(BadScript, match=r"(?s)f line 1: .*\nf line 3: no speaker.*\nf line 5: "):
        read_chapter(text, where="f")


def test_an_empty_file_says_what_it_needs() -> None:
    (problem,) = find_problems("")
    assert "[chapter]" in problem.todo
