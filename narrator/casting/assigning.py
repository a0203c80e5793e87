"""Everyone who speaks gets a voice, and nobody who has one loses it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from narrator.errors import BadScript, MissingTool
from narrator.model import NARRATOR, Age, Cast, Character, Gender, Role, Voice

from .people import counted, earlier_role, newcomers
from .pool import PLAIN, Choice, Pool
from .remarks import remarks_on
from .result import Casting


def cast_book(
    characters: Sequence[Character],
    speakers: Mapping[str, int],
    voices: Sequence[Voice],
    *,
    existing: Cast | None = None,
    language: str = "en",
) -> Casting:
    """The cast of a book: `existing` as it is, and a role for everyone else who speaks.

    Args:
        characters: who the parser found, for their gender, age and other names.
        speakers: how many lines each speaker of the script has, in order of appearance.
        voices: the engine's, the best narrators first.
        existing: the casting file; its roles keep their voices, whatever is added.
        language: the book's; other voices are used only if there is none for it.

    The same arguments give the same cast. The narrator's new voice is nobody else's. Everyone
    gets a voice of their own that fits gender and age; when those run out, a voice that is taken
    is varied in pitch and speed, so that two share voice and manner only when all are used up.

    Raises:
        MissingTool: there are no voices.
        BadScript: `existing` is for another engine.
    """
    engine = _engine(voices, existing)
    old = existing or Cast(engine, ())
    roles = counted(old, speakers)
    pool = Pool(_speaking(voices, language), [role for role in roles if role.voice])
    reasons: dict[str, str] = {}
    _cast_narrator(roles, pool, reasons, speakers.get(NARRATOR, 0))
    doubles = set()
    for person in newcomers(characters, speakers, old):
        same = earlier_role(person, characters, old)
        if same:
            doubles.add(person.name)
            reasons[person.name] = f"{_about(person)}; the same person as {same.character.name}"
        roles.append(replace(same, character=person) if same else Role(person, ""))
    _cast_others(roles, pool, reasons)
    cast = Cast(engine, tuple(roles))
    return Casting(cast, reasons, remarks_on(cast, old, reasons.keys() - doubles, characters))


def _engine(voices: Sequence[Voice], existing: Cast | None) -> str:
    if not voices:
        raise MissingTool("the engine has no voices", todo="choose another with --engine")
    engine = voices[0].engine
    if existing and existing.engine != engine:
        raise BadScript(
            f"the casting file is for the engine {existing.engine}, not for {engine}",
            todo=f"use --engine {existing.engine}, or move the casting file away to cast anew",
        )
    return engine


def _speaking(voices: Sequence[Voice], language: str) -> Sequence[Voice]:
    """The voices for `language`, whatever its region; all if there are none."""
    wanted = _primary(language)
    return [voice for voice in voices if _primary(voice.language) == wanted] or voices


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-")[0].casefold()


def _cast_narrator(roles: list[Role], pool: Pool, reasons: dict[str, str], lines: int) -> None:
    """Put the narrator first, with a voice."""
    given = next((role for role in roles if role.character.name == NARRATOR), None)
    role = given or Role(Character(NARRATOR, lines=lines), "")
    if given:
        roles.remove(given)
    if not role.voice:
        role = replace(role, voice=pool.narrator().id)
        pool.take(role.voice, role.manner)
        reasons[NARRATOR] = "reads all that no character says"
    roles.insert(0, role)


def _cast_others(roles: list[Role], pool: Pool, reasons: dict[str, str]) -> None:
    """Give a voice to each role without: first those for whom one fits exactly.

    Who is known to be a woman or a child must not find that voice gone to somebody unknown.
    """
    barred = roles[0].voice
    waiting = [at for at, role in enumerate(roles) if not role.voice]
    waiting.sort(key=lambda at: -roles[at].character.lines)
    for is_first_round in (True, False):
        for at in waiting:
            role = roles[at]
            if role.voice:
                continue
            choice = _choose(role, pool, barred, exactly=is_first_round)
            if choice:
                reasons[role.character.name] = _reason(role, choice, roles)
                pool.take(choice.voice.id, choice.manner)
                roles[at] = replace(role, voice=choice.voice.id, manner=choice.manner)


def _choose(role: Role, pool: Pool, barred: str, *, exactly: bool) -> Choice | None:
    set_by_hand = role.manner if role.manner != PLAIN else None
    if not exactly:
        return pool.best(role.character, barred, set_by_hand)
    known = role.character.gender in (Gender.FEMALE, Gender.MALE)
    return pool.exact(role.character, barred) if known and not set_by_hand else None


def _about(character: Character) -> str:
    lines = f"{character.lines} line{'' if character.lines == 1 else 's'}"
    gender = "gender unknown" if character.gender is Gender.UNKNOWN else character.gender.value
    age = () if character.age is Age.UNKNOWN else (character.age.value,)
    return "; ".join((lines, gender, *age))


def _reason(role: Role, choice: Choice, roles: list[Role]) -> str:
    about = _about(role.character)
    sharers = [other.character.name for other in roles if other.voice == choice.voice.id]
    if not sharers:
        return about
    how = "exactly as" if choice.sharers else "as"
    varied = "" if choice.sharers else ", varied"
    return f"{about}; no fitting voice was left: {how} {sharers[0]}{varied}"
