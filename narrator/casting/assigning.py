"""Everyone who speaks gets a voice, and nobody who has one loses it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from narrator.acoustics import Voiceprint
from narrator.errors import BadScript, MissingTool
from narrator.languages.tags import primary
from narrator.model import NARRATOR, Age, Cast, Character, Gender, Kind, Role, Voice

from .accents import accent_of
from .conversations import Conversations, pair
from .ensemble import PLAIN, Ensemble
from .hints import NOTHING, Hint
from .improving import improve
from .people import counted, earlier_role, known_character, newcomers
from .remarks import remarks_on
from .result import Casting


def cast_book(
    characters: Sequence[Character],
    speakers: Mapping[str, int],
    voices: Sequence[Voice],
    *,
    existing: Cast | None = None,
    language: str = "en",
    conversations: Conversations | None = None,
    prints: Mapping[str, Voiceprint] | None = None,
    hints: Mapping[str, Hint] | None = None,
    accented: Mapping[str, Sequence[Voice]] | None = None,
    one_accent: bool = False,
) -> Casting:
    """The cast of a book: `existing` as it is, and a role for everyone else who speaks.

    Args:
        characters: who the parser found, for their gender, age and other names.
        speakers: how many lines each speaker of the script has, in order of appearance.
        voices: the engine's, the best narrators first; none are needed if all have one.
        existing: the casting file; its roles keep their voices, whatever is added.
        language: the book's; other voices are used only if there is none for it.
        conversations: who talks to whom; without, anyone may talk to anyone.
        prints: what was measured of the voices, by their ids.
        hints: what the book says of people that a voice can show, by their names.
        accented: for each accent that is wanted the voices that have it.
        one_accent: whether all come from where the narrator does, if it can be; the narrator from
            where the book does.

    The same arguments give the same cast. The narrator's new voice is nobody else's. Everyone
    gets a voice that fits gender and age, and among those the ones are chosen that are farthest
    from the voices of those they talk to. When voices run out, one that is taken is varied in
    pitch and speed, so that two share voice and manner only when all are used up.

    Raises:
        MissingTool: there are no voices.
        BadScript: `existing` is for another engine.
    """
    engine = _engine(voices, existing)
    old = existing or Cast(engine, ())
    told = hints or {}
    roles = [_hinted(_described(role, characters), told) for role in counted(old, speakers)]
    reasons: dict[str, str] = {}
    doubles = set()
    for person in newcomers(characters, speakers, old):
        same = earlier_role(person, characters, old)
        if same:
            doubles.add(person.name)
            reasons[person.name] = f"{_about(person)}; the same person as {same.character.name}"
        same_person = replace(same, character=person) if same else None
        roles.append(same_person or _hinted(Role(person, ""), told))
    roles = _with_narrator(roles, speakers.get(NARRATOR, 0))
    talk = conversations.known_as(_names(roles)) if conversations else None
    weights = talk.weights() if talk else None
    speaking = _speaking(voices, language)
    if one_accent:
        speaking = sorted(speaking, key=lambda voice: not _is_from(voice, language))
    ensemble = Ensemble(speaking, prints or {}, weights, roles, accented, one_accent)
    new = [role for role in roles if not role.voice]
    _place(ensemble, new)
    roles = [_played(role, ensemble) for role in roles]
    for role in new:
        hint = told.get(role.character.name, NOTHING)
        reasons[role.character.name] = _reason(role.character, hint, ensemble, talk)
    cast = Cast(engine, tuple(roles), old.series)
    return Casting(cast, reasons, remarks_on(cast, old, reasons.keys() - doubles, characters))


def _hinted(role: Role, hints: Mapping[str, Hint]) -> Role:
    """`role`, yet without a voice, with what the book says and the casting file does not."""
    hint, person = hints.get(role.character.name, NOTHING), role.character
    if role.voice:
        return role
    kind = hint.kind if person.kind is Kind.PERSON else person.kind
    told = replace(person, kind=kind, accent=person.accent or hint.accent)
    return replace(role, character=told)


def _described(role: Role, characters: Sequence[Character]) -> Role:
    """`role`, yet without a voice, with the gender and age that the casting file does not say."""
    person, known = role.character, known_character(role.character.name, characters)
    if role.voice or known is None:
        return role
    gender = known.gender if person.gender is Gender.UNKNOWN else person.gender
    age = known.age if person.age is Age.UNKNOWN else person.age
    return replace(role, character=replace(person, gender=gender, age=age))


def _with_narrator(roles: list[Role], lines: int) -> list[Role]:
    """`roles` with the narrator's first."""
    given = [role for role in roles if role.character.name == NARRATOR]
    others = [role for role in roles if role.character.name != NARRATOR]
    return [*(given or [Role(Character(NARRATOR, lines=lines), "")]), *others]


def _names(roles: Sequence[Role]) -> Callable[[str], str]:
    """The name of the role by which a speaker is played."""
    aliases = {alias: role.character.name for role in roles for alias in role.character.aliases}
    own = {role.character.name: role.character.name for role in roles}
    known = {**aliases, **own}
    return lambda speaker: known.get(speaker, speaker)


def _place(ensemble: Ensemble, new: Sequence[Role]) -> None:
    """Give a voice to each of the roles `new`: the narrator first, then by their lines."""
    manners = {r.character.name: r.manner if r.manner != PLAIN else None for r in new}
    for role in new:
        if role.character.name == NARRATOR:
            ensemble.place(NARRATOR, (ensemble.narrator().id, role.manner))
    people = [role.character for role in new if role.character.name != NARRATOR]
    people.sort(key=lambda person: -person.lines)
    for person in people:
        ensemble.place(person.name, ensemble.best(person, manners[person.name]).part)
    improve(ensemble, people, manners)


def _played(role: Role, ensemble: Ensemble) -> Role:
    voice, manner = ensemble.parts[role.character.name]
    return replace(role, voice=voice, manner=manner)


def _engine(voices: Sequence[Voice], existing: Cast | None) -> str:
    if not voices:
        if existing and all(role.voice for role in existing.roles):
            return existing.engine
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
    wanted = primary(language)
    return [voice for voice in voices if primary(voice.language) == wanted] or voices


def _is_from(voice: Voice, language: str) -> bool:
    """Whether `voice` is from the country that the book is from."""
    return voice.language.replace("_", "-").casefold() == language.replace("_", "-").casefold()


def _about(character: Character) -> str:
    lines = f"{character.lines} line{'' if character.lines == 1 else 's'}"
    gender = "gender unknown" if character.gender is Gender.UNKNOWN else character.gender.value
    age = () if character.age is Age.UNKNOWN else (character.age.value,)
    return "; ".join((lines, gender, *age))


def _being(person: Character, hint: Hint, ensemble: Ensemble) -> list[str]:
    """What is known of kind and accent, and where the book says so."""
    parts = []
    if person.kind is not Kind.PERSON:
        said = f" ({hint.kind_words})" if hint.kind is person.kind else ""
        parts.append(f"{person.kind.value.replace('-', ' ')}{said}")
    if person.accent:
        said = f" ({hint.accent_words})" if hint.accent == person.accent else ""
        known = accent_of(person.accent)
        label = known.label if known else person.accent
        lacks = "" if ensemble.has_accent(person.accent) else ", but no voice here has it"
        parts.append(f"{label} accent{said}{lacks}")
    return parts


def _reason(person: Character, hint: Hint, ensemble: Ensemble, talk: Conversations | None) -> str:
    """Why `person` has their voice, for a person who reads the casting file."""
    if person.name == NARRATOR:
        return "reads all that no character says"
    parts = [_about(person), *_being(person, hint, ensemble)]
    if talk:
        parts += _company(person, ensemble, talk)
    voice, manner = ensemble.parts[person.name]
    others = [name for name in ensemble.users(voice) if name != person.name]
    if others and manner != PLAIN:
        parts.append(f"no fitting voice was left: as {others[0]}, varied")
    elif manner != PLAIN and manner == ensemble.unvaried(person):
        parts.append(f"a grown-up's voice, varied for a {person.age.value} one")
    elif any(ensemble.parts[other][1] == manner for other in others):
        parts.append(f"no fitting voice was left: exactly as {others[0]}")
    return "; ".join(parts)


def _company(person: Character, ensemble: Ensemble, talk: Conversations) -> list[str]:
    """Who `person` talks with most, and whose voice among those they meet is nearest."""
    met = ensemble.company(person.name)
    if not met:
        return []
    partners = [(name, talk.exchanges.get(pair(person.name, name), 0)) for name in met]
    most, times = max(partners, key=lambda partner: partner[1])
    nearest = min(met, key=lambda name: ensemble.apart(person.name, name))
    told = [f"talks most with {most} ({times})"] if times else []
    return [*told, f"nearest of those met: {nearest} {ensemble.apart(person.name, nearest):.1f}"]
