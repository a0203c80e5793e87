"""What a book says plainly of its people is taken; comparisons and lists are not."""

import pytest

from narrator.casting import Hint, find_hints
from narrator.casting.accents import known_accents, tag_of
from narrator.casting.hints import kind_in
from narrator.languages import pack_for
from narrator.model import NARRATOR, BookInfo, Kind, Line, LineKind, Script, ScriptChapter

NAMES = ("Hamish", "Nora", "Zed", "Grob", "Pip", "Ned")


def script_of(*lines: Line) -> Script:
    return Script(BookInfo("x"), (ScriptChapter("One", lines),))


def hints_in(text: str) -> dict[str, Hint]:
    return find_hints(script_of(Line(NARRATOR, text)), dict.fromkeys(NAMES, ()))


@pytest.mark.parametrize(
    ("text", "name", "accent"),
    [
        ("Hamish, a Scotsman from the hills, came in.", "Hamish", "en-GB-scotland"),
        ("Nora was Irish, and proud of it.", "Nora", "en-IE"),
        ("Nora, who was Irish, smiled.", "Nora", "en-IE"),
        ("Hamish was a tall Scottish sailor.", "Hamish", "en-GB-scotland"),
        ("The Australian girl, Nora, sat down.", "Nora", "en-AU"),
        ("They had hired a Texan called Ned.", "Ned", "en-US"),
        ("Ned came from Boston.", "Ned", "en-US"),
        ("Nora’s soft Irish lilt made him smile.", "Nora", "en-IE"),
        ("Pip spoke with a thick Jamaican accent.", "Pip", "en-029"),
    ],
)
def test_an_accent_is_told(text: str, name: str, accent: str) -> None:
    assert {who: hint.accent for who, hint in hints_in(text).items()} == {name: accent}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The robot Zed said nothing.", "Zed", Kind.ROBOT),
        ("The old robot Zed rolled up behind them.", "Zed", Kind.ROBOT),
        ("A giant called Grob waved.", "Grob", Kind.GIANT),
        ("Grob was a giant, and hungry.", "Grob", Kind.GIANT),
        ("Pip, a small grey mouse, squeaked.", "Pip", Kind.SMALL_ANIMAL),
        ("Ned was the ghost who haunted the mill.", "Ned", Kind.GHOST),
        ("The bear, Grob, yawned.", "Grob", Kind.ANIMAL),
    ],
)
def test_a_kind_is_told(text: str, name: str, kind: Kind) -> None:
    assert {who: hint.kind for who, hint in hints_in(text).items()} == {name: kind}


@pytest.mark.parametrize(
    "text",
    [
        "Grob was a giant of a man.",
        "Ned looked like a ghost.",
        "Ned was not a robot.",
        "Ned was a ghost of himself.",
        "Hamish, the giant and the mouse went home.",
        "Nora, the English teacher, smiled.",
        "She gave the robot Ned had built a kick.",
        "The robot Ned had built fell over.",
        "Pip put on a mock Scottish accent.",
        "Nora had a Scottish grandmother.",
        "Zed read an Irish paper.",
        "Ned ran from Boston to the sea.",
        "Grob, dog-tired, sat down.",
    ],
)
def test_what_is_not_told_is_not_taken(text: str) -> None:
    assert hints_in(text) == {}


def test_a_tag_speaks_of_who_speaks_beside_it() -> None:
    said = Line("Ned", "“Aye.”", LineKind.DIALOGUE)
    tag = Line(NARRATOR, "he said in a broad Scottish accent.", opens_paragraph=False)
    hint = find_hints(script_of(said, tag), {"Ned": ()})["Ned"]
    assert (hint.accent, hint.accent_words) == ("en-GB-scotland", "“in a broad Scottish accent”")


def test_words_of_a_dialect_tell_it_when_they_come_again_and_again() -> None:
    def speech(*lines: str) -> dict[str, Hint]:
        spoken = (Line("Ned", line, LineKind.DIALOGUE) for line in lines)
        return find_hints(script_of(*spoken), {"Ned": ()})

    assert speech("“Nowt.”") == speech("“Nowt, nowt, nowt.”") == {}
    assert speech("“I’ve nowt to say.”", "“Summat’s up. Nowt else.”")["Ned"].accent == (
        "en-GB-x-gbclan"
    )
    assert speech("“Nowt, summat, aye.”", "“Wee bairn.”") == {}


def test_of_two_statements_the_one_made_more_often_counts() -> None:
    twice = "Ned was Irish. Ned, an Irishman, wept. Ned was Scottish."
    assert hints_in(twice)["Ned"].accent == "en-IE"
    assert hints_in("Ned was Irish. Ned was Scottish.")["Ned"].accent == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("the old giant", Kind.GIANT),
        ("The Ghost of Christmas Past", Kind.GHOST),
        ("Robot 7", Kind.ROBOT),
        ("the first mouse", Kind.SMALL_ANIMAL),
        ("the wolf", Kind.ANIMAL),
        ("Wolf", None),
        ("Mr. Bear", None),
        ("Robin", None),
        ("the giant’s wife", None),
        ("", None),
    ],
)
def test_a_name_may_tell_the_kind(name: str, kind: Kind | None) -> None:
    assert kind_in(name, pack_for("en").casting) is kind


@pytest.mark.parametrize("name", ["Ned <b>", "Ned <noun>", "Ned (P<who>", "Ned \\1"])
def test_a_name_is_nothing_but_a_name(name: str) -> None:
    line = Line(NARRATOR, f"{name} was Irish.")
    assert find_hints(script_of(line), {name: ()})[name].accent == "en-IE"


def test_accents_are_known_by_tag_and_by_name() -> None:
    accents = known_accents()
    assert len({accent.tag for accent in accents}) == len(accents) == 13
    assert all(tag_of(accent.label) == tag_of(accent.tag.upper()) for accent in accents)
