"""The pause depends on what lies between two rows."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.mixing import pause_between
from narrator.model import Line, LineKind, Pause, Pauses, Row, SceneBreak, Skipped

# Each pause its own number, so that the number tells which rule was used.
NAMES = tuple(name for name in Pauses.__slots__ if name != "factor")
NUMBERED = Pauses(**{name: float(number) for number, name in enumerate(NAMES, 1)})


def says(speaker: str, text: str, opens: bool = False, kind: str = "dialogue") -> Line:
    return Line(speaker, text, LineKind(kind), opens)


def tells(text: str, opens: bool = False) -> Line:
    return Line("Narrator", text, opens_paragraph=opens)


HEADING = Line("Narrator", "Chapter One", LineKind.HEADING)
VERSE = Line("Narrator", "Twinkle,\ntwinkle.", LineKind.VERSE)
LETTER = Line("Anna", "Dear Tom,", LineKind.LETTER)

CASES: list[tuple[str, Row | None, Row | None]] = [
    ("head", None, tells("It was late.")),
    ("head", None, HEADING),
    ("tail", tells("It was over."), None),
    ("head", None, None),
    ("heading", HEADING, tells("It was late.", True)),
    ("heading", tells("It was late."), HEADING),
    ("heading", HEADING, VERSE),
    ("scene", tells("He left."), SceneBreak("* * *")),
    ("scene", SceneBreak("* * *"), tells("She came.", True)),
    ("before_letter", tells("He sang:", True), VERSE),
    ("after_letter", VERSE, tells("And stopped.", True)),
    ("after_letter", LETTER, says("Tom", "“Oh!”", True)),
    ("before_letter", says("Tom", "“Oh!”", True), LETTER),
    ("before_letter", VERSE, LETTER),
    ("paragraph", VERSE, VERSE),
    ("paragraph", tells("He left.", True), tells("She came.", True)),
    ("paragraph", says("Tom", "“Well.”"), tells("She came.", True)),
    ("paragraph", tells("He left:"), says("Tom", "“Well.”", True)),
    ("paragraph", says("Tom", "“Well.", True), says("Tom", "“And so on.”", True)),
    ("turn", says("Tom", "“Well.”"), says("Anna", "“Well what?”", True)),
    ("interruption", says("Tom", "“But I—”"), says("Anna", "“No.”", True)),
    ("interruption", says("Tom", "'But I --'"), says("Anna", "'No.'", True)),
    ("interruption", says("Tom", "„Aber ich –“"), tells("Es klopfte.", True)),
    ("interruption", says("Tom", "«Mais je—»"), tells("On frappa.", True)),
    ("turn", says("Tom", "“But—well.”"), says("Anna", "“No.”", True)),
    ("paragraph", tells("He waited —"), tells("She came.", True)),
    ("tag", says("Tom", "“No!”", True), tells("he said.")),
    ("tag", says("Tom", "“No,”", True), tells("Tom said.")),
    ("tag", says("Tom", "‘No’", True), tells("Tom said.")),
    ("tag", tells("Tom said,", True), says("Tom", "“No!”")),
    ("tag", tells("Tom said:", True), says("Tom", "“No!”")),
    ("tag", says("Tom", "「はい」", True), tells("とトムは言った。")),
    ("tag", says("Tom", "«Non !»", True), tells("écria-t-il.")),
    ("tag", says("Tom", "—¿Qué?", True), tells("—preguntó Tom.")),
    ("speaker", says("Tom", "—No.", True), tells("—Tom se levantó.")),
    ("speaker", says("Tom", "“No.”", True), tells("He rose.")),
    ("speaker", says("Tom", "“No…”", True), tells("Tom rose.")),
    ("speaker", tells("He rose.", True), says("Tom", "“No.”")),
    ("speaker", says("Tom", "“No.”", True), says("Anna", "“Yes.”")),
    ("line", tells("He rose.", True), tells("She fell.")),
    ("tag", tells("He rose and", True), tells("she fell.")),
]


@pytest.mark.parametrize(("name", "previous", "following"), CASES)
def test_boundary(name: str, previous: Row | None, following: Row | None) -> None:
    assert pause_between(previous, following, NUMBERED) == getattr(NUMBERED, name)


@pytest.mark.parametrize("other", [None, HEADING, SceneBreak("*"), Pause(1), tells("It was.")])
def test_nothing_is_added_to_a_pause_that_was_asked_for(other: Row | None) -> None:
    assert pause_between(Pause(3), other, NUMBERED) == 0
    assert pause_between(other, Pause(3), NUMBERED) == 0


def test_skipped_text_is_no_boundary() -> None:
    assert pause_between(Skipped("12", "page number"), tells("It was."), NUMBERED) == 0


@given(st.floats(0, 10), st.sampled_from(CASES))
def test_the_factor_stretches_every_pause_but_those_at_the_ends(
    factor: float, case: tuple[str, Row | None, Row | None]
) -> None:
    plain = pause_between(case[1], case[2], Pauses())
    stretched = plain if case[0] in ("head", "tail") else plain * factor
    assert pause_between(case[1], case[2], Pauses(factor=factor)) == stretched


@pytest.mark.parametrize("seconds", [-0.1, math.nan, math.inf])
@pytest.mark.parametrize("name", ["head", "factor"])
def test_impossible_pauses_are_refused(name: str, seconds: float) -> None:
    with pytest.raises(ValueError, match=name):
        Pauses(**{name: seconds})


def test_the_usual_order_of_lengths() -> None:
    usual = Pauses()
    lengths = [usual.interruption, usual.tag, usual.speaker, usual.turn, usual.paragraph]
    assert lengths == sorted(set(lengths))
    assert usual.paragraph < usual.before_letter < usual.heading < usual.scene
