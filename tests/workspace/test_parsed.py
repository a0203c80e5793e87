"""What Narrator remembers of the lines that it wrote."""

from dataclasses import replace
from pathlib import Path

from narrator.model import BookInfo, Doubt, Line, LineKind, Script, ScriptChapter
from narrator.workspace import Parsed, ParsedLine, digest, parsed_script, read_parsed, write_parsed

GUESS = Line("Olga", "“No.”", LineKind.DIALOGUE, doubt=Doubt(0.62, "in view"))
TOLD = Line("Narrator", "Nothing moved.")


def script(*lines: Line) -> Script:
    return Script(BookInfo("A test"), (ScriptChapter("One", lines),))


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    parsed = replace(parsed_script(script(TOLD, GUESS)), learnt="abc")
    write_parsed(tmp_path, parsed)
    assert read_parsed(tmp_path) == parsed
    ((name, lines),) = parsed.chapters.items()
    assert name.startswith("01-")
    assert lines == (ParsedLine("Nothing moved.", "Narrator"), ParsedLine("“No.”", "Olga", 62))


def test_what_a_server_said_is_told_apart() -> None:
    asked = script(TOLD, replace(GUESS, speaker="Piet"))
    (lines,) = parsed_script(asked, script(TOLD, GUESS)).chapters.values()
    assert [line.asked for line in lines] == [False, True]


def test_a_file_that_was_about_to_be_written_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "01-one.txt"
    before, after = (ParsedLine("“No.”", "Olga"),), (ParsedLine("“No.”", "Piet"),)
    parsed = Parsed({path.name: before}, coming={digest(b"after"): after})
    path.write_bytes(b"before")
    assert parsed.lines_of(path) == before
    path.write_bytes(b"after")
    assert parsed.lines_of(path) == after


def test_nothing_or_nonsense_is_no_memory(tmp_path: Path) -> None:
    assert read_parsed(tmp_path) is None
    for text in ("", "[]", "{}", '{"chapters": {"a": [[]]}, "learnt": "", "coming": {}}'):
        (tmp_path / "parsed.json").write_text(text, encoding="utf-8")
        assert read_parsed(tmp_path) is None
