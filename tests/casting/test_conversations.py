"""Who talks to whom, and that their voices are far apart."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.acoustics import Voiceprint, shipped
from narrator.casting import Conversations, cast_book, conversations_in
from narrator.casting.conversations import pair
from narrator.casting.likeness import Likeness
from narrator.engines.espeak_voices import CATALOGUE
from narrator.model import (
    NARRATOR,
    Age,
    BookInfo,
    Cast,
    Character,
    Gender,
    Line,
    LineKind,
    Manner,
    Row,
    SceneBreak,
    Script,
    ScriptChapter,
    Voice,
)

F, M = Gender.FEMALE, Gender.MALE
VOICES = tuple(
    Voice("espeak", v.id, v.language, v.gender, v.age, v.description, v.pitch_hz) for v in CATALOGUE
)


def prints() -> dict[str, Voiceprint]:
    known = shipped("espeak")
    assert known
    return dict(known.prints)


def said(speaker: str) -> Line:
    return Line(speaker, "“Well.”", LineKind.DIALOGUE)


def script_of(*chapters: str) -> Script:
    """Scripts in shorthand: a letter speaks, a dot is narration, a star breaks the scene."""
    rows: dict[str, Row] = {".": Line(NARRATOR, "It rained."), "*": SceneBreak("* * *")}
    made = (
        ScriptChapter("C", tuple(rows.get(sign) or said(sign) for sign in chapter))
        for chapter in chapters
    )
    return Script(BookInfo("T"), tuple(made))


@pytest.mark.parametrize(
    ("chapters", "exchanges", "meetings"),
    [
        (["A.B.A"], {"AB": 2}, ["AB"]),
        (["AAB"], {"AB": 1}, ["AB"]),
        (["AB", "BC"], {"AB": 1, "BC": 1}, ["AB", "BC"]),
        (["AB*BC"], {"AB": 1, "BC": 1}, ["AB", "BC"]),
        (["A........B"], {}, ["AB"]),
        (["A*B"], {}, []),
        (["..."], {}, []),
        (["ABC"], {"AB": 1, "BC": 1}, ["AB", "AC", "BC"]),
    ],
)
def test_who_talks_to_whom(
    chapters: list[str], exchanges: dict[str, int], meetings: list[str]
) -> None:
    talk = conversations_in(script_of(*chapters))
    assert {"".join(each): count for each, count in talk.exchanges.items()} == exchanges
    assert sorted("".join(each) for each in talk.meetings) == meetings


def test_two_names_of_one_person_do_not_talk_to_each_other() -> None:
    talk = conversations_in(script_of("ABABC")).known_as(lambda name: "A" if name == "B" else name)
    assert talk == Conversations({("A", "C"): 1}, frozenset({("A", "C")}))


def test_weights_grow_with_talk_and_are_mutual() -> None:
    weights = conversations_in(script_of("ABABABAC*AD")).weights()
    assert weights["A"]["B"] > weights["A"]["C"] > weights["B"]["C"] > 0
    assert weights["B"]["A"] == weights["A"]["B"]
    assert "D" not in weights["B"]


def cast_for(talk: Conversations, people: list[Character], existing: Cast | None = None) -> Cast:
    speakers = {NARRATOR: 50} | {person.name: person.lines for person in people}
    return cast_book(
        people, speakers, VOICES, existing=existing, conversations=talk, prints=prints()
    ).cast


def apart(cast: Cast, one: str, other: str) -> float:
    first, second = cast.role(one), cast.role(other)
    assert first and second
    return Likeness({v.id: v for v in VOICES}, prints()).apart(
        (first.voice, first.manner), (second.voice, second.manner)
    )


@st.composite
def companies(draw: st.DrawFn) -> tuple[Conversations, list[Character]]:
    names = [f"P{n}" for n in range(draw(st.integers(2, 24)))]
    people = [
        Character(name, (), draw(st.sampled_from([F, M])), lines=draw(st.integers(1, 60)))
        for name in names
    ]
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names)).filter(
        lambda both: both[0] != both[1]
    )
    talk = {pair(*both): draw(st.integers(1, 30)) for both in draw(st.sets(pairs, max_size=30))}
    return Conversations(talk, frozenset(talk)), people


@settings(max_examples=25)
@given(companies())
def test_who_talk_to_each_other_are_never_taken_for_each_other(
    company: tuple[Conversations, list[Character]],
) -> None:
    talk, people = company
    cast = cast_for(talk, people)
    assert cast == cast_for(talk, people)
    by_id = {voice.id: voice for voice in VOICES}
    for person in people:
        role = cast.role(person.name)
        assert role and by_id[role.voice].gender is person.gender
    assert min((apart(cast, *both) for both in talk.exchanges), default=9.0) >= 1.5


def test_minors_who_never_meet_share_and_those_who_meet_do_not() -> None:
    """Sixty women in pairs: more than there are voices for women."""
    people = [Character(f"W{n}", (), F, Age.ADULT, 2) for n in range(60)]
    talk = {pair(f"W{n}", f"W{n + 1}"): 2 for n in range(0, 60, 2)}
    cast = cast_for(Conversations(talk, frozenset(talk)), people)
    voices = [role.voice for role in cast.roles[1:]]
    assert len(set(voices)) < 30
    assert cast.roles[0].character.name == NARRATOR and cast.roles[0].voice not in voices
    assert min(apart(cast, *both) for both in talk) >= 1.5


def test_a_removed_voice_changes_only_its_owner() -> None:
    people = [Character(f"P{n}", (), M if n % 2 else F, lines=30 - n) for n in range(20)]
    talk = {pair(f"P{n}", f"P{n + 1}"): 5 for n in range(19)}
    company = Conversations(talk, frozenset(talk))
    whole = cast_for(company, people)
    without = replace(
        whole,
        roles=tuple(
            replace(role, voice="", manner=Manner()) if role.character.name == "P7" else role
            for role in whole.roles
        ),
    )
    after = cast_for(company, people, without)
    for role in whole.roles:
        if role.character.name != "P7":
            again = after.role(role.character.name)
            assert again and (again.voice, again.manner) == (role.voice, role.manner)
    assert min(apart(after, *both) for both in talk) >= 1.5


def test_the_casting_file_says_why() -> None:
    people = [Character("Ann", (), F, lines=9), Character("Bob", (), M, lines=7)]
    talk = Conversations({("Ann", "Bob"): 6}, frozenset({("Ann", "Bob")}))
    casting = cast_book(people, {"Ann": 9, "Bob": 7}, VOICES, conversations=talk, prints=prints())
    assert casting.reasons["Ann"].startswith("9 lines; female; talks most with Bob (6); nearest")
    assert "Bob" in casting.reasons["Ann"].partition("nearest of those met: ")[2]


def test_voices_that_were_not_measured_are_told_apart_by_pitch() -> None:
    one, other = Voice("e", "a", pitch_hz=100.0), Voice("e", "b", pitch_hz=200.0)
    near, untold = Voice("e", "c", pitch_hz=101.0), Voice("e", "d")
    likeness = Likeness({v.id: v for v in (one, other, near, untold)}, {})
    plain = Manner()
    far = likeness.apart(("a", plain), ("b", plain))
    assert far > likeness.apart(("a", plain), ("d", plain)) > 1
    assert far > likeness.apart(("a", plain), ("c", plain))
    assert likeness.apart(("a", plain), ("a", plain)) == 0
    assert likeness.apart(("a", plain), ("a", Manner(1.1, 2.0))) > 1
    assert likeness.apart(("no-such", plain), ("a", plain)) == 2.0
