"""What is said for lines, kept from run to run: never another answer than the rules give."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.model import Pronunciation
from narrator.studio import Wording, said_for, wording
from narrator.text import Diction, lexicon_for

TEXT = "Dr. Ray paid $3.50 to Teshka. No. 4 came in 1984."
DICTION = Diction("en-US", lexicon_for("en-US", (Pronunciation("Teshka", "TESH-ka"),)))


def kept(path: Path, diction: Diction = DICTION, text: str = TEXT) -> Path:
    """A file with what is said for `text`."""
    words = Wording(path, diction)
    words.said_for(text, heading=False)
    words.keep()
    return path


@pytest.fixture
def no_rules(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Called, it lets no rule be asked any more."""

    def refuse(text: str, diction: Diction, *, heading: bool) -> None:
        raise AssertionError(text)

    return lambda: monkeypatch.setattr(wording, "said_for", refuse)


def test_what_was_found_out_is_not_found_out_again(
    tmp_path: Path, no_rules: Callable[[], None]
) -> None:
    path = kept(tmp_path / "book.json")
    no_rules()
    assert Wording(path, DICTION).said_for(TEXT, heading=False) == said_for(TEXT, DICTION)
    with pytest.raises(AssertionError):
        Wording(path, DICTION).said_for(TEXT + "!", heading=False)
    with pytest.raises(AssertionError):
        Wording(path, DICTION).said_for(TEXT, heading=True)


@pytest.mark.parametrize(
    "other",
    [
        Diction("en-GB", DICTION.lexicon),
        Diction("de", DICTION.lexicon),
        Diction("en-US"),
        Diction("en-US", lexicon_for("en-US", (Pronunciation("Teshka", "TESS-ka"),))),
        Diction("en-US", DICTION.lexicon, phonemes=True),
    ],
)
def test_another_diction_finds_out_anew(
    tmp_path: Path, other: Diction, no_rules: Callable[[], None]
) -> None:
    path = kept(tmp_path / "book.json")
    assert Wording(path, other).said_for(TEXT, heading=False) == said_for(TEXT, other)
    no_rules()
    with pytest.raises(AssertionError):
        Wording(path, other).said_for(TEXT, heading=False)


def test_other_rules_find_out_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_rules: Callable[[], None]
) -> None:
    path = kept(tmp_path / "book.json")
    rules = tmp_path / "narrator"
    for room in ("text", "languages", "model"):
        (rules / room).mkdir(parents=True)
    monkeypatch.setattr(wording, "_ROOT", rules)
    no_rules()
    with pytest.raises(AssertionError):
        Wording(path, DICTION).said_for(TEXT, heading=False)


def test_each_change_of_a_rule_is_another_set_of_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "languages" / "en" / "money.toml"
    table.parent.mkdir(parents=True)
    (tmp_path / "text").mkdir()
    (tmp_path / "model").mkdir()
    monkeypatch.setattr(wording, "_ROOT", tmp_path)
    told = [wording._rules()]
    table.write_text("a")
    told.append(wording._rules())
    table.write_text("ab")
    told.append(wording._rules())
    os.utime(table, ns=(1, 1))
    told.append(wording._rules())
    table.rename(table.with_name("units.toml"))
    told.append(wording._rules())
    monkeypatch.setattr(wording, "version", lambda _: "1000")
    told.append(wording._rules())
    assert len(set(told)) == len(told)


@given(st.integers(min_value=0), st.integers(1, 255))
def test_a_damaged_file_counts_as_not_there(
    tmp_path_factory: pytest.TempPathFactory, place: int, bits: int
) -> None:
    path = kept(tmp_path_factory.mktemp("damage") / "book.json")
    data = bytearray(path.read_bytes())
    data[place % len(data)] ^= bits
    path.write_bytes(data)
    assert Wording(path, DICTION).said_for(TEXT, heading=False) == said_for(TEXT, DICTION)


@given(st.text(), st.booleans())
def test_any_line_is_said_as_the_rules_say_it(
    tmp_path_factory: pytest.TempPathFactory, text: str, heading: bool
) -> None:
    path = tmp_path_factory.mktemp("any") / "book.json"
    first = Wording(path, DICTION)
    said = first.said_for(text, heading=heading)
    first.keep()
    assert said == said_for(text, DICTION, heading=heading)
    assert Wording(path, DICTION).said_for(text, heading=heading) == said


def test_lines_that_are_gone_are_not_kept(tmp_path: Path) -> None:
    path = kept(tmp_path / "book.json")
    kept(path, text="He came.")
    assert "Teshka" not in path.read_text()


def test_where_nothing_can_be_written_the_answer_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    path = kept(tmp_path / "taken" / "book.json")
    assert Wording(path, DICTION).said_for(TEXT, heading=False) == said_for(TEXT, DICTION)
