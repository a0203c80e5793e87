"""Everyone gets a voice that fits and is their own, and keeps it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.casting import Hint, cast_book, extend_cast_file, read_cast
from narrator.errors import BadScript, MissingTool
from narrator.model import NARRATOR, Age, Cast, Character, Gender, Kind, Manner, Role, Voice

F, M, N, U = Gender.FEMALE, Gender.MALE, Gender.NEUTRAL, Gender.UNKNOWN


def voice(id: str, gender: Gender, hertz: float | None, age: Age = Age.ADULT) -> Voice:
    return Voice("made-up", id, "en-GB", gender, age, "", hertz)


VOICES = (
    voice("m1", M, 110),
    voice("f1", F, 200),
    voice("m2", M, 112),
    voice("m3", M, 80),
    voice("f2", F, 205),
    voice("f3", F, 250),
    voice("n1", N, 160),
    voice("old-m", M, 95, Age.OLD),
    voice("old-f", F, 180, Age.OLD),
    voice("girl", F, 310, Age.CHILD),
    voice("boy", M, 300, Age.CHILD),
)


def voices_of(cast: Cast) -> dict[str, str]:
    return {role.character.name: role.voice for role in cast.roles}


def sounds_of(cast: Cast) -> dict[str, tuple[str, Manner, float]]:
    return {role.character.name: (role.voice, role.manner, role.gain) for role in cast.roles}


def cast_of(*characters: Character, existing: Cast | None = None) -> Cast:
    speakers = {NARRATOR: 99} | {character.name: character.lines for character in characters}
    return cast_book(characters, speakers, VOICES, existing=existing).cast


NAMES = st.text(min_size=1, max_size=8).map(lambda s: " ".join(s.split())).filter(bool)
PEOPLE = st.lists(
    st.builds(
        Character,
        NAMES,
        gender=st.sampled_from(Gender),
        age=st.sampled_from(Age),
        lines=st.integers(1, 50),
    ),
    unique_by=lambda character: character.name,
    max_size=30,
).map(tuple)


@settings(deadline=None)
@given(PEOPLE)
def test_everyone_has_a_voice_the_same_each_time_and_the_narrator_his_own(
    people: tuple[Character, ...],
) -> None:
    cast = cast_of(*people)
    assert cast == cast_of(*people)
    assert cast.roles[0].character.name == NARRATOR
    assert set(voices_of(cast)) == {NARRATOR, *(person.name for person in people)}
    ids = [role.voice for role in cast.roles]
    assert set(ids) <= {voice.id for voice in VOICES}
    assert ids.count(ids[0]) == 1
    assert len(set(sounds_of(cast).values())) == len(cast.roles)


@settings(deadline=None)
@given(PEOPLE, PEOPLE, st.data())
def test_who_is_added_changes_nobody_elses_voice(
    first: tuple[Character, ...], more: tuple[Character, ...], data: st.DataObject
) -> None:
    before = cast_of(*first)
    everyone = {person.name: person for person in (*more, *first)}
    order = data.draw(st.permutations(sorted(everyone)))
    after = cast_of(*(everyone[name] for name in order), existing=before)
    assert sounds_of(after).items() >= sounds_of(before).items()
    assert set(voices_of(after)) == {NARRATOR, *everyone}
    settled = cast_of(*(everyone[name] for name in order), existing=after)
    assert settled == after


@settings(deadline=None)
@given(st.lists(st.sampled_from([F, M]), max_size=20))
def test_voices_are_shared_only_when_those_that_fit_are_used_up(genders: list[Gender]) -> None:
    people = [Character(f"P{n}", (), g, Age.ADULT, 50 - n) for n, g in enumerate(genders)]
    chosen = voices_of(cast_of(*people))
    by_id = {voice.id: voice for voice in VOICES}
    for gender, fitting in ((F, 3), (M, 2)):
        ids = [chosen[p.name] for p in people if p.gender is gender]
        assert all(by_id[id].gender in (gender, N) for id in ids)
        assert len(set(ids)) >= min(len(ids), fitting)


def test_the_narrator_reads_with_the_best_voice() -> None:
    assert voices_of(cast_of())[NARRATOR] == "m1"


def test_who_speaks_most_is_farthest_from_the_narrator() -> None:
    chosen = voices_of(cast_of(Character("A", (), M, lines=9), Character("B", (), M, lines=3)))
    assert chosen == {NARRATOR: "m1", "A": "m3", "B": "m2"}


def test_age_counts() -> None:
    people = (
        Character("Gran", (), F, Age.OLD, 1),
        Character("Girl", (), F, Age.CHILD, 2),
        Character("Boy", (), M, Age.CHILD, 3),
        Character("Woman", (), F, Age.ADULT, 4),
    )
    chosen = voices_of(cast_of(*people))
    assert chosen["Gran"] == "old-f"
    assert chosen["Girl"] == "girl"
    assert chosen["Boy"] == "boy"
    assert chosen["Woman"] in ("f1", "f2", "f3")


def test_a_grown_woman_rather_shares_than_speaks_as_a_child() -> None:
    women = [Character(f"W{n}", (), F, Age.ADULT, 9) for n in range(8)]
    assert "girl" not in voices_of(cast_of(*women)).values()


def test_who_is_unknown_takes_what_is_left() -> None:
    people = (Character("Who", (), U, lines=90), Character("Man", (), M, lines=1))
    few = (VOICES[0], VOICES[1], VOICES[2])
    cast = cast_book(people, {"Who": 90, "Man": 1}, few).cast
    assert voices_of(cast) == {NARRATOR: "m1", "Who": "f1", "Man": "m2"}


def test_the_unknown_are_men_and_women_in_turn() -> None:
    people = [Character(f"U{n}", lines=9) for n in range(4)]
    by_id = {voice.id: voice for voice in VOICES}
    chosen = voices_of(cast_of(*people))
    genders = [by_id[chosen[person.name]].gender for person in people]
    assert {genders.count(F), genders.count(M)} <= {1, 2}


def test_neutral_is_in_the_middle() -> None:
    assert voices_of(cast_of(Character("Crowd", (), N)))["Crowd"] == "n1"
    without = tuple(voice for voice in VOICES if voice.id != "n1")
    cast = cast_book((Character("Crowd", (), N),), {"Crowd": 1}, without).cast
    assert voices_of(cast)["Crowd"] == "f1"


def test_the_varied_voice_says_so_in_its_reason() -> None:
    people = [Character(f"M{n}", (), M, Age.ADULT, 9 - n) for n in range(2)]
    casting = cast_book(people, {"M0": 9, "M1": 8}, (VOICES[0], VOICES[2]))
    varied = [role for role in casting.cast.roles if role.manner != Manner()]
    assert [role.voice for role in varied] == ["m2"]
    name = varied[0].character.name
    other = {"M0": "M1", "M1": "M0"}[name]
    assert f"as {other}, varied" in casting.reasons[name]
    assert casting.remarks == ()


def test_one_voice_for_all_is_varied_then_shared_with_a_remark() -> None:
    names = {f"P{n}": 50 - n for n in range(20)}
    casting = cast_book((), names, VOICES[:1])
    assert {role.voice for role in casting.cast.roles} == {"m1"}
    sounds = [sound for name, sound in sounds_of(casting.cast).items() if name in names]
    assert len(set(sounds)) == 15
    shared = [remark for remark in casting.remarks if "cannot be told apart" in remark.what]
    assert shared
    assert "pitch" in shared[0].todo


def test_voices_of_other_languages_are_left_alone() -> None:
    french = tuple(replace(voice, language="fr", id=f"fr-{voice.id}") for voice in VOICES)
    mixed = french + VOICES
    chosen = voices_of(cast_book((), {"A": 1}, mixed, language="en_US").cast)
    assert not any(id.startswith("fr-") for id in chosen.values())
    chosen = voices_of(cast_book((), {"A": 1}, mixed, language="FR-ca").cast)
    assert all(id.startswith("fr-") for id in chosen.values())
    assert len(voices_of(cast_book((), {"A": 1}, VOICES, language="de").cast)) == 2


def test_aliases_are_one_person() -> None:
    haley = Character("Haley James Scott", ("Haley", "Miss James"), F, Age.ADULT)
    speakers = {"Haley": 3, NARRATOR: 9, "Haley James Scott": 2}
    cast = cast_book((haley,), speakers | {"Miss James": 1}, VOICES).cast
    assert len(cast.roles) == 2
    role = cast.role("Miss James")
    assert role is not None
    assert role is cast.role("Haley")
    assert role.character.lines == 6


def test_an_alias_of_two_goes_to_the_first_and_the_file_is_sound() -> None:
    people = (
        Character("Jane", ("Miss Bennet", "Narrator"), F),
        Character("Elizabeth", ("Miss Bennet", "Lizzy", "Jane"), F),
    )
    casting = cast_book(people, {"Elizabeth": 5, "Jane": 2, "Miss Bennet": 1}, VOICES)
    found = read_cast(extend_cast_file(None, casting))
    assert voices_of(found) == voices_of(casting.cast)
    jane, lizzy = found.role("Miss Bennet"), found.role("Lizzy")
    assert jane is not None and jane.character.name == "Jane"
    assert lizzy is not None and lizzy.character.name == "Elizabeth"


def test_a_fuller_name_keeps_the_voice() -> None:
    first = cast_book((Character("Haley", (), F),), {"Haley": 3}, VOICES).cast
    haley = Character("Haley James Scott", ("Haley",), F)
    casting = cast_book((haley,), {"Haley James Scott": 3}, VOICES, existing=first)
    assert voices_of(casting.cast)["Haley James Scott"] == voices_of(first)["Haley"]
    assert "the same person as Haley" in casting.reasons["Haley James Scott"]
    assert casting.remarks == ()


def test_who_does_not_speak_needs_no_voice() -> None:
    assert set(voices_of(cast_book((Character("Ghost"),), {}, VOICES).cast)) == {NARRATOR}


def test_what_a_person_chose_stays_even_if_it_is_odd() -> None:
    hand = Cast(
        "made-up",
        (
            Role(Character("Nathan", gender=M), "girl", Manner(0.8, 7), -3),
            Role(Character("Haley"), "m1"),
            Role(Character("Gone"), "grl"),
            Role(Character("Later", gender=F), "", Manner(1.0, 1.5)),
        ),
    )
    casting = cast_book((), {"Nathan": 4, "Haley": 5, "Later": 1}, VOICES, existing=hand)
    sounds = sounds_of(casting.cast)
    assert sounds["Nathan"] == ("girl", Manner(0.8, 7), -3)
    assert sounds["Haley"] == ("m1", Manner(), 0)
    assert sounds["Gone"] == ("grl", Manner(), 0)
    assert sounds["Later"][0] in ("f1", "f2", "f3")
    assert sounds["Later"][1] == Manner(1.0, 1.5)
    assert sounds[NARRATOR][0] == "f1"
    # Whether the engine has a voice it does not list is for the engine to say.
    assert not casting.remarks


@pytest.mark.parametrize(
    ("name", "near"), [("Hayley", "Haley"), ("haley", "Haley"), ("Narator", NARRATOR)]
)
def test_a_slip_of_the_pen_is_asked_about(name: str, near: str) -> None:
    old = cast_of(Character("Haley", (), F, lines=5))
    casting = cast_book((), {"Haley": 4, name: 1}, VOICES, existing=old)
    (remark,) = casting.remarks
    assert remark.speaker == name
    assert f"if {near} is meant" in remark.todo
    assert name in voices_of(casting.cast)


def test_of_two_new_names_the_rarer_is_the_slip() -> None:
    (remark,) = cast_book((), {"Natahn": 1, "Nathan": 20}, VOICES).remarks
    assert remark.speaker == "Natahn"


@pytest.mark.parametrize(
    ("one", "other"), [("Mr. Bennet", "Mrs. Bennet"), ("Guard 1", "Guard 2"), ("Al", "Ed")]
)
def test_names_that_differ_on_purpose_are_not_asked_about(one: str, other: str) -> None:
    assert cast_book((), {one: 9, other: 1}, VOICES).remarks == ()


def test_names_the_parser_found_are_not_asked_about() -> None:
    people = (Character("Joan"), Character("John"))
    assert cast_book(people, {"Joan": 9, "John": 1}, VOICES).remarks == ()


def test_another_engine_is_refused() -> None:
    with pytest.raises(BadScript, match="for the engine espeak, not for made-up"):
        cast_book((), {}, VOICES, existing=Cast("espeak", ()))


def test_no_voices_are_refused() -> None:
    with pytest.raises(MissingTool, match="no voices"):
        cast_book((), {}, ())


def test_a_crowd_is_cast_without_two_alike() -> None:
    names = {f"Person {n} of {n * 7919}": n for n in range(100)}
    cast = cast_book((), names, VOICES).cast
    assert len(set(sounds_of(cast).values())) == 101


def test_the_catalogue_of_the_default_engine_casts_a_book() -> None:
    from narrator.engines import engine_class

    engine = engine_class("espeak")()
    try:
        voices = engine.voices()
    finally:
        engine.close()
    people = (
        Character("Haley", (), F, Age.ADULT, 16),
        Character("Nathan", (), M, Age.ADULT, 9),
        Character("Manager", (), M, Age.UNKNOWN, 4),
        Character("Gran", (), F, Age.OLD, 2),
        Character("Tim", (), M, Age.CHILD, 1),
    )
    speakers = {NARRATOR: 60} | {person.name: person.lines for person in people}
    casting = cast_book(people, speakers, voices)
    chosen = voices_of(casting.cast)
    by_id = {voice.id: voice for voice in voices}
    assert len(set(chosen.values())) == 6
    assert chosen[NARRATOR] == voices[0].id
    for person in people:
        assert by_id[chosen[person.name]].gender is person.gender
    assert by_id[chosen["Gran"]].age is Age.OLD
    assert by_id[chosen["Tim"]].age is Age.CHILD
    assert casting.remarks == ()


def test_the_kind_of_a_being_chooses_its_voice_and_nobody_else_has_it() -> None:
    robots = (
        replace(voice("robot", M, 90), kind=Kind.ROBOT),
        replace(voice("robot-f", F, 190), kind=Kind.ROBOT),
    )
    people = (
        Character("Zed", (), M, lines=9, kind=Kind.ROBOT),
        Character("Zoe", (), F, lines=8),
        Character("Ann", (), F, lines=7, kind=Kind.ROBOT),
        Character("Bob", (), M, lines=6),
    )
    chosen = voices_of(cast_book(people, {p.name: p.lines for p in people}, VOICES + robots).cast)
    assert (chosen["Zed"], chosen["Ann"]) == ("robot", "robot-f")
    crowd = tuple(Character(f"P{n}", (), M, lines=9) for n in range(20))
    cast = cast_book(crowd, {p.name: p.lines for p in crowd}, VOICES + robots).cast
    assert not {"robot", "robot-f"} & set(voices_of(cast).values())


def test_an_accent_is_taken_from_the_voices_that_have_it() -> None:
    scots = tuple(replace(v, id=f"sc/{v.id}", language="en-GB-scotland") for v in VOICES)
    people = (Character("Ann", (), F, lines=9), Character("Bob", (), M, lines=8))
    lines = {person.name: person.lines for person in people}
    hints = {"Ann": Hint(accent="en-GB-scotland", accent_words="“Ann, a Scot”"), "Bob": Hint()}
    for accented in ({"en-GB-scotland": scots}, {"en-GB-scotland": ()}):
        casting = cast_book(people, lines, VOICES, hints=hints, accented=accented)
        chosen = voices_of(casting.cast)
        assert chosen["Ann"].startswith("sc/") is bool(accented["en-GB-scotland"])
        assert not chosen["Bob"].startswith("sc/")
        assert "Scottish accent (“Ann, a Scot”)" in casting.reasons["Ann"]
    assert "no voice here has it" in casting.reasons["Ann"]
    written = extend_cast_file(None, casting)
    role = read_cast(written).role("Ann")
    assert role and role.character.accent == "en-GB-scotland"
