"""The reader of a language's tables is strict: a slip of the pen is told, with its place."""

from pathlib import Path

import pytest

from narrator.languages import tables
from narrator.languages.tables import Part, Words, read_part


class Small(Part):
    saying: Words
    months: tuple[str, ...] = ()


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "xx").mkdir()
    monkeypatch.setattr(tables, "files", lambda package: tmp_path)

    def read(text: str) -> Small:
        (tmp_path / "xx" / "small.toml").write_text(text, encoding="utf-8")
        return read_part(Small, "xx", "small.toml")

    return read


def test_words_are_running_text(read) -> None:
    small = read('saying = """said asked\n cried"""\nmonths = ["May", "June"]')
    assert small.saying == {"said", "asked", "cried"}
    assert small.months == ("May", "June")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("months = []", "missing required field `saying`"),
        ('saying = "said"\nmonts = []', "unknown field `monts`"),
        ('saying = "said"\nmonths = "May"', r"Expected `array`, got `str` - at `\$.months`"),
        ("saying = 3", "running text"),
        ("\n]", r"line 2"),
    ],
)
def test_a_slip_is_told_with_its_place(read, text: str, told: str) -> None:
    with pytest.raises(ValueError, match=rf"languages/xx/small.toml: .*{told}"):
        read(text)


def test_a_table_may_be_like_that_of_another_language(read, tmp_path: Path) -> None:
    (tmp_path / "yy").mkdir()
    model = 'saying = "said asked"\nmonths = ["May"]'
    (tmp_path / "yy" / "small.toml").write_text(model, encoding="utf-8")
    small = read('like = "yy"\nsaying = "sagte"')
    assert small.saying == {"sagte"}
    assert small.months == ("May",)
