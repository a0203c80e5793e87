"""Written lines as they are spoken: the tables beside this file, one for each sort."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from narrator.text import Diction, speech, spoken

FOLDER = Path(__file__).parent
NOTHING_CHANGES, FAILS = "unchanged.txt", "failures.txt"
TABLES = sorted(path.name for path in FOLDER.glob("*.txt"))


class Case(NamedTuple):
    written: str
    said: str
    locale: str
    heading: bool


def cases(name: str) -> Iterator[Case]:
    setting = {"locale": "en-US", "heading": "no"}
    for row in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if row.startswith("@ "):
            _, key, value = row.split()
            assert key in setting
            setting[key] = value
        elif row.strip() and not re.match(r"#(?:\s|$)", row):
            sides = [unescaped(side.strip()) for side in re.split(r"\s=>(?:\s|$)", row)]
            assert len(sides) == (1 if name == NOTHING_CHANGES else 2), row
            yield Case(sides[0], sides[-1], setting["locale"], setting["heading"] == "yes")


def unescaped(side: str) -> str:
    side = side.replace("\\n", "\n")
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), side)


def params(*names: str) -> list[object]:
    return [
        pytest.param(case, id=f"{name.removesuffix('.txt')}: {case.written!r} {case.locale}")
        for name in names
        for case in cases(name)
    ]


def said(case: Case) -> str:
    return spoken(case.written, Diction(case.locale), heading=case.heading)


@pytest.mark.parametrize("case", params(*(name for name in TABLES if name != FAILS)))
def test_table(case: Case) -> None:
    assert said(case) == case.said


@pytest.mark.parametrize("case", params(*(name for name in TABLES if name != FAILS)))
def test_what_is_said_is_said_of_itself(case: Case) -> None:
    diction = Diction(case.locale)
    assert spoken(said(case), diction, heading=case.heading) == said(case)


@pytest.mark.parametrize("case", params(*(name for name in TABLES if name != FAILS)))
def test_tracking_changes_nothing(case: Case) -> None:
    tracked = speech(case.written, Diction(case.locale), heading=case.heading)
    assert tracked.text == case.said
    assert len(tracked.origins) == len(tracked.text)


@pytest.mark.parametrize("case", params(FAILS))
def test_known_failures_still_fail(case: Case) -> None:
    assert said(case) != case.said, "it works now: move the line to the table of its group"


def test_there_are_enough_cases() -> None:
    assert sum(1 for name in TABLES for _ in cases(name)) >= 400
