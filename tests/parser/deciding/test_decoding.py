"""Decoding: exact probabilities, checked against counting every assignment."""

from itertools import product
from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.parser.deciding.chain import Chain
from narrator.parser.deciding.decoding import Choice, probabilities
from narrator.parser.deciding.model import Following

FACTOR = st.floats(0.1, 8)
FOLLOWING = st.builds(Following, FACTOR, FACTOR, FACTOR)


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    people = draw(st.lists(st.integers(0, 3), min_size=1, max_size=3, unique=True))
    scores = [draw(st.floats(-3, 3)) for _ in people]
    called = frozenset(draw(st.lists(st.integers(0, 3), max_size=2)))
    return Choice(people, scores, draw(FOLLOWING), called)


def weight(turns: list[Choice], picks: tuple[int, ...]) -> float:
    who = [turn.people[pick] for turn, pick in zip(turns, picks, strict=True)]
    total = 1.0
    for at, (turn, pick) in enumerate(zip(turns, picks, strict=True)):
        total *= exp(turn.scores[pick])
        if at:
            same = who[at] == who[at - 1]
            called = who[at - 1] in turn.called
            total *= turn.follows.same if same else (turn.follows.called if called else 1)
        if at > 1 and who[at] == who[at - 2] != who[at - 1]:
            total *= turn.follows.back
    return total


@settings(deadline=None, max_examples=200)
@given(st.lists(choices(), min_size=1, max_size=5))
def test_probabilities_are_those_of_all_assignments(turns: list[Choice]) -> None:
    expected = [[0.0] * len(turn.people) for turn in turns]
    for picks in product(*(range(len(turn.people)) for turn in turns)):
        value = weight(turns, picks)
        for at, pick in enumerate(picks):
            expected[at][pick] += value
    for found, wanted in zip(probabilities(turns), expected, strict=True):
        assert found == pytest.approx([value / sum(wanted) for value in wanted])


def test_nothing_to_decide() -> None:
    assert probabilities([]) == []


@settings(deadline=None, max_examples=200)
@given(st.lists(choices(), min_size=1, max_size=9), st.data())
def test_a_chain_that_changes_here_and_there_is_as_if_it_were_made_anew(
    turns: list[Choice], data: st.DataObject
) -> None:
    chain = Chain(turns)
    for _ in range(2):
        places = st.dictionaries(st.integers(0, len(turns) - 1), choices(), max_size=3)
        changed = data.draw(places)
        turns = [changed.get(at, choice) for at, choice in enumerate(turns)]
        touched = chain.change(changed)
        expected = probabilities(turns)
        assert chain.chances == [pytest.approx(row, abs=1e-6) for row in expected]
        assert touched <= set(range(len(turns)))
