"""Lines that a person edited are found again among those that they were made of."""

from narrator.production.scripting.aligning import aligned

WAS = ["“Is the boat here?”", "he asked.", "“Not yet. Wait.”", "The gull cried."]


def pairs(now: list[str]) -> list[tuple[int, int, bool]]:
    return [tuple(pair) for pair in aligned(now, WAS)]  # type: ignore[misc]


def test_lines_as_they_were() -> None:
    assert pairs(WAS) == [(at, at, True) for at in range(4)]
    assert pairs(WAS[2:]) == [(0, 2, True), (1, 3, True)]


def test_a_line_that_was_split() -> None:
    now = [*WAS[:2], "“Not yet.", "Wait.”", WAS[3]]
    assert pairs(now)[2:4] == [(2, 2, False), (3, 2, False)]
    assert pairs(now)[-1] == (4, 3, True)


def test_lines_that_were_joined() -> None:
    now = ["“Is the boat here?” he asked.", *WAS[2:]]
    assert pairs(now)[:2] == [(0, 0, False), (0, 1, False)]


def test_words_that_were_changed() -> None:
    now = ["“Is the boat", "here?”", "she asked.", *WAS[2:]]
    assert pairs(now)[:3] == [(0, 0, False), (1, 0, False), (2, 1, False)]


def test_lines_that_belong_to_none() -> None:
    now = ["“Nobody.”", "“Nothing.”", "“Never.”", *WAS[2:]]
    assert pairs(now) == [(3, 2, True), (4, 3, True)]
