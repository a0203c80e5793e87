"""What a book would come to: the estimate against what was measured on one core."""

import pytest

from narrator.model import BookInfo, Character, Line, Script, ScriptChapter
from narrator.production import plan_script


@pytest.mark.parametrize(
    ("characters", "voices", "measured"),
    # CPU seconds of whole runs of `make` with MP3 and M4B: the story that comes with Narrator, and
    # two made up by the benchmark.
    [(3_900, 5, 8.8), (7_600, 11, 13.0), (101_000, 24, 112.8)],
)
def test_the_time_is_near_what_was_measured(characters: int, voices: int, measured: float) -> None:
    text = "It was a long night, and nobody had anything to say. "
    lines = tuple(Line("Narrator", text) for _ in range(characters // len(text)))
    people = tuple(Character(f"Person {number}") for number in range(voices))
    script = Script(BookInfo("T"), (ScriptChapter("One", lines),), people)
    plan = plan_script(script, jobs=1)
    assert plan.work_seconds == pytest.approx(measured, rel=0.2)
    assert plan_script(script, jobs=2).work_seconds == pytest.approx(plan.work_seconds / 2)
