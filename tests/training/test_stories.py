"""What is learnt from besides novels as they are: our own stories, and novels told anew."""

from pathlib import Path

import pytest

from benchmarks.attribution.stories import read_stories
from narrator.errors import BadSource
from narrator.languages import pack_for
from narrator.parser.page import lay_out
from narrator.parser.quotations import cut_book
from narrator.parser.study import study
from training.examples import story_of
from training.retelling import retold

ENGLISH = pack_for("en")

TRAINING = Path(__file__).parents[2] / "training"
STORIES = TRAINING / "stories"
UNLEARNT = TRAINING / "unlearnt"
TALK = "\n\n".join(
    f"⟦{who}⟧ “{said},” {tag}"
    for who, said, tag in [
        ("Olga", "The boat is late", "said Olga."),
        ("Piet", "It is always late", "Piet replied."),
        ("Olga", "Then why do we wait", "asked Olga."),
        ("Piet", "Because there is no other", "said Piet."),
    ]
    * 12
)


def write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "talk.txt").write_text(text, encoding="utf-8")
    return folder


def test_marks_name_the_speakers_and_are_taken_out(tmp_path: Path) -> None:
    text = "They met.\n\n⟦Olga/Miss Brandt⟧ “No,” said Olga. ⟦Olga⟧ “Not yet.” ⟦Piet⟧ “When?”"
    ((book, gold),) = read_stories(write(tmp_path, text))
    assert book.text == gold.text == "They met.\n\n“No,” said Olga. “Not yet.” “When?”"
    said = [(one.speaker, gold.text[one.start : one.end].strip()) for one in gold.segments]
    assert said == [("Olga", "“No,” said Olga."), ("Olga", "“Not yet.”"), ("Piet", "“When?”")]
    assert set(gold.people["Olga"].aliases) == {"Olga", "Miss Brandt"}


@pytest.mark.parametrize("text", [None, "Nobody said anything."])
def test_a_folder_without_stories_is_one_line(text: str | None, tmp_path: Path) -> None:
    with pytest.raises(BadSource):
        read_stories(write(tmp_path, text) if text else tmp_path)


def test_our_stories_can_be_learnt_from() -> None:
    for book, gold in read_stories(STORIES):
        examples = story_of(book, gold)
        counted = [one for one in examples if one.counts]
        assert len(counted) >= 20, gold.name
        offered = sum(any(one.right) for one in counted)
        assert offered >= 0.8 * len(counted), gold.name


def test_stories_that_are_only_scored_are_whole_and_not_learnt_from() -> None:
    stories = read_stories(UNLEARNT)
    for book, gold in stories:
        assert len(gold.segments) >= 20, gold.name
        assert all(book.text[one.start : one.end].strip() for one in gold.segments), gold.name
        assert "⟦" not in gold.text and "{" not in gold.text, gold.name
    assert not {gold.text for _, gold in stories} & {gold.text for _, gold in read_stories(STORIES)}


def test_tags_become_beats_and_the_gold_moves_along(tmp_path: Path) -> None:
    ((book, gold),) = read_stories(write(tmp_path, TALK))
    told, moved = retold(
        study(ENGLISH, lay_out(ENGLISH, book, cut_book(ENGLISH, book))), book, gold
    )
    assert told.text is not None
    assert told.text == moved.text != gold.text
    assert told.text.count("said") < gold.text.count("said")
    for old, new in zip(gold.segments, moved.segments, strict=True):
        opening = gold.text[old.start : old.end].split(",")[0]
        assert moved.text[new.start :].startswith(opening)
        assert new.speaker == old.speaker
    for block in told.chapters[0].blocks:
        assert block.start is not None
        assert told.text[block.start :].startswith(block.text)
