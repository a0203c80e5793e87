"""A cast of natural voices: the good ones first, from one country, varied for young and old."""

import pytest

from narrator.casting import cast_book
from narrator.engines.kokoro_files import listed
from narrator.engines.kokoro_voices import described
from narrator.model import NARRATOR, Age, Cast, Character, Gender, Manner, Role, Voice

IDS = tuple(
    file.name.removeprefix("voices/").removesuffix(".bin")
    for file in listed().files
    if file.name.startswith("voices/")
)
VOICES = described(IDS)
BY_ID = {voice.id: voice for voice in VOICES}


def person(name: str, gender: Gender, lines: int, age: Age = Age.ADULT) -> Character:
    return Character(name, gender=gender, age=age, lines=lines)


PEOPLE = (
    person("Ann", Gender.FEMALE, 60),
    person("Bob", Gender.MALE, 55),
    person("Cid", Gender.MALE, 20),
    person("Dot", Gender.FEMALE, 9, Age.CHILD),
    person("Eli", Gender.MALE, 8, Age.CHILD),
    person("Flo", Gender.FEMALE, 6, Age.OLD),
    person("Gus", Gender.MALE, 5, Age.OLD),
)


def cast(
    people: tuple[Character, ...] = PEOPLE, language: str = "en", existing: Cast | None = None
) -> dict[str, tuple[Voice, Manner]]:
    speakers = {NARRATOR: 200, **{one.name: one.lines for one in people}}
    made = cast_book(
        people, speakers, VOICES, language=language, existing=existing, one_accent=True
    )
    return {role.character.name: (BY_ID[role.voice], role.manner) for role in made.cast.roles}


def test_every_official_voice_is_known_by_a_grade_or_has_none() -> None:
    assert len(VOICES) == 41 and len({voice.language for voice in VOICES}) == 7


def test_the_narrator_is_the_best_and_principals_are_good() -> None:
    roles = cast()
    assert roles[NARRATOR][0].id == "af_heart"
    assert {roles[name][0].quality for name in ("Ann", "Bob", "Cid")} <= {0.93, 0.77, 0.7}
    assert not {"am_adam", "am_santa"} & {voice.id for voice, _ in roles.values()}


@pytest.mark.parametrize(
    ("language", "accent", "narrator"),
    [("en", "en-US", "af_heart"), ("en-US", "en-US", "af_heart"), ("en-GB", "en-GB", "bf_emma")],
)
def test_all_come_from_where_the_book_does(language: str, accent: str, narrator: str) -> None:
    roles = cast(PEOPLE[:3], language)
    assert roles[NARRATOR][0].id == narrator
    assert {voice.language for voice, _ in roles.values()} == {accent}


def test_all_come_from_where_a_narrator_does_who_was_chosen() -> None:
    chosen = Cast("kokoro", (Role(Character(NARRATOR), "bm_george"),))
    roles = cast(PEOPLE[:3], "en", chosen)
    assert {voice.language for voice, _ in roles.values()} == {"en-GB"}


def test_rather_a_voice_from_elsewhere_than_a_shared_one() -> None:
    men = tuple(person(f"Man {n}", Gender.MALE, 9) for n in range(8))
    voices = [voice for name, (voice, _) in cast(men, "en-GB").items() if name != NARRATOR]
    assert len({voice.id for voice in voices}) == 8
    assert {"bm_daniel", "bm_fable", "bm_george", "bm_lewis"} <= {voice.id for voice in voices}


def test_children_are_raised_women_and_the_old_are_slower_and_deeper() -> None:
    roles = cast()
    for name in ("Dot", "Eli"):
        voice, manner = roles[name]
        assert voice.gender is Gender.FEMALE and manner.pitch >= 3
    for name, gender in (("Flo", Gender.FEMALE), ("Gus", Gender.MALE)):
        voice, manner = roles[name]
        assert voice.gender is gender and manner.pitch < 0 and manner.rate < 0.95
    for name in (NARRATOR, "Ann", "Bob", "Cid"):
        assert roles[name][1] == Manner()
