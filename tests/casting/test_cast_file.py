"""The casting file: read back as written, extended without touching what is there."""

import tomllib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from narrator.casting import Casting, cast_book, extend_cast_file, find_cast_problems, read_cast
from narrator.errors import BadScript
from narrator.model import NARRATOR, Age, Cast, Character, Gender, Manner, Role, Voice

VOICES = tuple(
    Voice("made-up", id, "en", gender, Age.ADULT, "", hertz)
    for id, gender, hertz in (
        ("m1", Gender.MALE, 110.0),
        ("f1", Gender.FEMALE, 200.0),
        ("m2", Gender.MALE, 80.0),
        ("f2", Gender.FEMALE, 250.0),
    )
)
BY_HAND = """\
# My cast.
engine = "made-up"

[cast.Narrator]   # me
voice = 'f2'

# Only she matters.
[cast."Haley James Scott"]
voice = "f1"      # perfect
aliases = ["Haley",
           "Miss James"]  # more?
rate = 1.1
pitch = 2
gain = -3
gender = "Female"

# Not yet.
[cast.Nathan]
gender = "male"
# the end"""

HOSTILE = [
    "#",
    "# Hash",
    "[x]",
    '"',
    'a "b" c',
    "a:b",
    "a.b",
    "👩‍🚀",
    "x" * 3000,
    "1984",
    "No",
    "true",
    "חיילי",
    "\u202ertl",
    "it's",
    "back\\slash",
    "\x00\x7f\x1b",
    "voice",
    "cast",
    "= 1",
    "'''",
]
NAMES = st.one_of(
    st.text(min_size=1, max_size=8),
    st.text(".[]\"#=\\\x7f' a1é", min_size=1, max_size=8),
    st.sampled_from(HOSTILE),
)
NAMES = NAMES.map(lambda s: " ".join(s.split())).filter(bool)
PEOPLE = st.lists(
    st.builds(
        Character,
        NAMES,
        aliases=st.lists(NAMES, max_size=2).map(tuple),
        gender=st.sampled_from(Gender),
        age=st.sampled_from(Age),
    ),
    unique_by=lambda character: character.name,
    max_size=8,
).map(tuple)


def casting_of(people: tuple[Character, ...], existing: Cast | None = None) -> Casting:
    speakers = {person.name: len(people) - n for n, person in enumerate(people)}
    return cast_book(people, speakers, VOICES, existing=existing)


def uncounted(cast: Cast) -> list[tuple[object, ...]]:
    """All of a cast but the numbers of lines, which the file does not keep."""
    return [
        (c.name, c.aliases, c.gender, c.age, role.voice, role.manner, role.gain)
        for role in cast.roles
        for c in (role.character,)
    ]


@settings(deadline=None)
@given(PEOPLE, st.text(max_size=20))
@example(tuple(Character(name) for name in HOSTILE[:8]), '"\n[cast]')
@example(tuple(Character(name) for name in HOSTILE[8:]), "")
def test_a_cast_is_read_as_it_was_written(people: tuple[Character, ...], title: str) -> None:
    casting = casting_of(people)
    text = extend_cast_file(None, casting, title=title)
    assert uncounted(read_cast(text)) == uncounted(casting.cast)
    assert extend_cast_file(text, casting, title=title) == text
    assert read_cast("\ufeff" + text.replace("\n", "\r\n")) == read_cast(text)


@settings(deadline=None)
@given(PEOPLE, PEOPLE, st.sampled_from(["\n", "\r\n"]))
def test_extending_only_adds(
    first: tuple[Character, ...], more: tuple[Character, ...], end: str
) -> None:
    text = extend_cast_file(None, casting_of(first)).replace("\n", end)
    casting = casting_of(more, read_cast(text))
    longer = extend_cast_file(text, casting)
    assert longer.startswith(text)
    assert longer.count("\n") == longer.count(end)
    assert uncounted(read_cast(longer)) == uncounted(casting.cast)


@settings(deadline=None)
@given(PEOPLE)
@example(())
def test_what_a_person_wrote_stays(people: tuple[Character, ...]) -> None:
    casting = casting_of(people, read_cast(BY_HAND))
    longer = extend_cast_file(BY_HAND, casting)
    rows = iter(longer.split("\n"))
    assert all(row in rows for row in BY_HAND.split("\n"))
    assert uncounted(read_cast(longer)) == uncounted(casting.cast)


def test_a_hand_written_file() -> None:
    cast = read_cast(BY_HAND)
    assert cast.engine == "made-up"
    haley = Character("Haley James Scott", ("Haley", "Miss James"), Gender.FEMALE)
    assert cast.roles == (
        Role(Character(NARRATOR), "f2"),
        Role(haley, "f1", Manner(1.1, 2.0), -3.0),
        Role(Character("Nathan", gender=Gender.MALE), ""),
    )


def test_a_missing_voice_is_put_below_the_name() -> None:
    casting = cast_book((), {"Nathan": 4}, VOICES, existing=read_cast(BY_HAND))
    longer = extend_cast_file(BY_HAND, casting)
    added = '[cast.Nathan]\nvoice = "m1"  # 4 lines; male\n'
    assert longer == BY_HAND.replace("[cast.Nathan]\n", added)


@pytest.mark.parametrize(
    "text",
    [
        'engine = "made-up"\n[cast]\nA = {gender = "male"}\n',
        'engine = "made-up"\n[cast]\nA.gender = "male" # he\n',
        'engine = "made-up"\ncast.A.gender = "male"\n',
        'engine = "made-up"\ncast = {A = {gender = "male"}, Narrator = {voice = "m1"}}\n',
        'engine = "made-up"\n[cast.A]',
        'engine = "made-up"\r\n[ cast . "A" ] # a\r\n',
    ],
)
def test_a_missing_voice_is_found_a_place_in_any_toml(text: str) -> None:
    casting = cast_book((), {"A": 1}, VOICES, existing=read_cast(text))
    longer = extend_cast_file(text, casting)
    assert uncounted(read_cast(longer)) == uncounted(casting.cast)


def test_what_cannot_be_extended_says_so() -> None:
    text = 'engine = "made-up"\ncast = {Narrator = {voice = "m1"}}\n'
    with pytest.raises(BadScript, match=r"f: B has no role.*\[cast.Name\]"):
        extend_cast_file(text, cast_book((), {"B": 1}, VOICES, existing=read_cast(text)), where="f")


def test_a_new_file_explains_itself() -> None:
    people = (Character("Haley James Scott", ("Haley",), Gender.FEMALE, Age.ADULT),)
    casting = cast_book(people, {NARRATOR: 9, "Haley": 16, "Nathan": 1}, VOICES)
    assert (
        extend_cast_file(None, casting, title="Backstage")
        == """\
# Who speaks with which voice in "Backstage". Change a voice here and only that
# character is recorded again. `narrator voices` lists the voices. Behind a name
# stands how far its voice is: from 1.5 on two are seldom taken for each other.
engine = "made-up"

[cast.Narrator]
voice = "m1"  # reads all that no character says

[cast."Haley James Scott"]
voice = "f1"  # 16 lines; female; adult
gender = "female"
age = "adult"
aliases = ["Haley"]

[cast.Nathan]
voice = "m2"  # 1 line; gender unknown
"""
    )


def test_a_file_of_notes_alone_is_a_new_file() -> None:
    text = extend_cast_file("# to do\n\n", casting_of(()))
    assert text.startswith("# to do\n\n")
    assert read_cast(text).role(NARRATOR) is not None


def test_varied_voices_are_written_with_their_manner() -> None:
    people = tuple(Character(f"P{n}", (), Gender.FEMALE, Age.ADULT) for n in range(6))
    casting = casting_of(people)
    written = tomllib.loads(extend_cast_file(None, casting))["cast"]
    assert {written[f"P{n}"].get("pitch", 0) for n in range(6)} == {0, 2, -2}


@pytest.mark.parametrize(
    ("row", "what", "todo"),
    [
        ('vioce = "x"', "vioce is not known", "did you mean voice?"),
        ("speed = 3", "speed is not known", "voice, gender"),
        ("voice = 3", "a voice 3", 'voice = "its id"'),
        ("rate = 0.4", "rate 0.4", "0.5 to 2"),
        ('rate = "fast"', "rate 'fast'", "0.5 to 2"),
        ("rate = nan", "rate nan", "0.5 to 2"),
        ("pitch = 13", "pitch 13", "-12 to 12"),
        ("pitch = true", "pitch True", "-12 to 12"),
        ("gain = -21.5", "gain -21.5", "-20 to 20"),
        ('gender = "femal"', "gender 'femal'", "did you mean female?"),
        ("gender = 1", "gender 1", "neutral"),
        ('age = "ancient"', "age 'ancient'", "child, young"),
        ('aliases = "B"', "aliases 'B'", 'aliases = ["Haley"'),
        ("aliases = [1]", "aliases [1]", 'aliases = ["Haley"'),
        ('aliases = [" "]', "an empty name", "give it a name"),
        ('aliases = ["Nathan"]', "Haley is called Nathan, and so is Nathan", "one of them"),
        ('aliases = ["Nat"]', "Haley is called Nat, and so is Nathan", "one of them"),
    ],
)
def test_a_mistake_is_reported_at_its_line(row: str, what: str, todo: str) -> None:
    text = f'engine = "e"\n[cast.Nathan]\naliases = ["Nat"]\n\n[cast.Haley]\n{row}\n'
    (problem,) = find_cast_problems(text)
    assert problem.what.startswith(what)
    assert todo in problem.todo
    if "Nathan is" not in what:
        assert problem.line_number == 6


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("[cast.A]\n", None, "no engine"),
        ("engine = 1\n", 1, "an engine 1"),
        ('engine = "e"\nengin = "e"\n', 2, "engin is not known"),
        ('engine = "e"\ncast = 3\n', 2, "cast is no table"),
        ('engine = "e"\n[[cast]]\n', 2, "cast is no table"),
        ('engine = "e"\n[cast]\nA = "m1"\n', 3, "A is no table"),
        ('engine = "e"\n[cast.A]\n\n[cast.A]\n', 4, "not TOML"),
        ('engine = "e"\n[cast.Mrs B]\n', 2, "not TOML"),
        ('engine = "e"\n[cast.A]\nvoice = m1\n', 3, "not TOML"),
        ('engine = "e"\n[cast." A"]\n[cast.A]\n', 3, "A is called A"),
    ],
)
def test_the_whole_file(text: str, line: int | None, what: str) -> None:
    (problem,) = find_cast_problems(text)
    assert problem.what.startswith(what)
    assert problem.line_number == line


def test_a_dot_in_a_name_is_explained() -> None:
    (problem,) = find_cast_problems('engine = "e"\n[cast.Mrs. Bennet]\nvoice = "f1"\n')
    assert problem.line_number == 2
    assert '[cast."Mrs. Bennet"]' in problem.todo


def test_all_mistakes_come_at_once_with_the_file() -> None:
    text = 'engine = "e"\n[cast.A]\nrate = 9\n[cast.B]\npitch = 99\nfoo = 1\n'
    with pytest.raises(BadScript) as caught:
        read_cast(text, where="voices/b.toml")
    message = str(caught.value)
    assert [row.split(";")[0] for row in message.splitlines()] == [
        "voices/b.toml line 3: rate 9",
        "voices/b.toml line 5: pitch 99",
        "voices/b.toml line 6: foo is not known",
    ]
    with pytest.raises(BadScript, match=r"^voices/b.toml line 3: rate 9; write a number"):
        read_cast(text.split("[cast.B]")[0], where="voices/b.toml")


@settings(deadline=None)
@given(st.text(max_size=80) | st.text('[]".=#\n cast{}1', max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    problems = find_cast_problems('engine = "e"\n' + text)
    if not problems:
        assert read_cast('engine = "e"\n' + text).engine == "e"
    for problem in problems:
        assert problem.what
        assert problem.message("f").startswith("f")
