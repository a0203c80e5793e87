"""The second stage: everyone who speaks in a script has a voice, written down for a person."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from narrator.acoustics import Voiceprint
from narrator.casting import (
    Hint,
    cast_book,
    conversations_in,
    extend_cast_file,
    find_hints,
    read_cast,
    without_role,
)
from narrator.engines import default_engine, engine_and_voice, engine_class, why_not_natural
from narrator.errors import MissingTool
from narrator.languages.tags import primary
from narrator.model import NARRATOR, Cast, Character, Role, Script, Voice
from narrator.studio import accented_voices, refused_voices, voices_of
from narrator.text import lacks_kana
from narrator.workspace import Workspace, write_whole

from ..casting_file import read_casting_file
from ..scripting import follow_casting
from ..voices import (
    KnownVoice,
    described,
    known_voices,
    measured_prints,
    print_of,
    refuse_unknown_voice,
)
from .another_language import cast_anew, remember_cast
from .series import engine_of, series_of
from .strangers import unspoken_roles


@dataclass(frozen=True, slots=True)
class Casted:
    """A book's cast as its casting file has it."""

    cast: Cast
    path: Path
    added: tuple[str, ...]
    """The characters who were given a voice just now."""
    remarks: tuple[str, ...]
    """What a person should look at."""
    unlisted: tuple[str, ...] = ()
    """Voices of the cast that the engine does not list; it may have them all the same."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person asks for when a book is cast."""

    engine: str | None = None
    series: str | None = None
    """The series the book belongs to: its people keep their voices from book to book."""
    accents: bool = False
    """Who comes from somewhere, by what the book says, gets an accent."""
    narrator: str | None = None
    """The narrator's voice; of another engine with that engine's name in front."""


AS_USUAL: Wishes = Wishes()
_BY_ESPEAK = ("espeak", "pyttsx3", "hibari")
"""Engines whose Japanese is espeak-ng's."""


def cast_script(
    workspace: Workspace, book: str, script: Script, wishes: Wishes = AS_USUAL
) -> Casted:
    """Give a voice to every speaker of `script` who has none, and write it into the casting file.

    What the file says already is never changed. An engine other than the file's has a file of
    its own. Who is known from the series of the book has the voice of the earlier books.

    Raises:
        BadScript: the casting file has mistakes.
        WrongUsage: there is no such voice as is asked for; nothing is written.
        MissingTool: the engine cannot start or has no voices.
    """
    path, text = _casting_file(workspace, book, wishes.engine)
    where = str(path)
    language = script.info.language
    before = text
    anew = cast_anew(workspace, book, path, text, language, wishes.engine)
    text = anew.text
    found = read_cast(text, where=where) if text else None
    # Last, for the natural voices are loaded to see whether they can be.
    name = found.engine if found else wishes.engine or _usual(workspace, wishes.series, language)
    engine_class(name)
    series = series_of(workspace, book, wishes.series, found, name)
    speakers = _speakers(script)
    existing = replace(found or Cast(name, ()), series=series.name)
    recalled = series.roles_for(script.characters, speakers, existing)
    asked = _asked(existing, wishes)
    existing = replace(existing, roles=(*asked, *existing.roles, *recalled))
    # Where everybody has a voice nothing need be known of others, and no engine be started.
    is_cast = _is_cast(existing, speakers)
    is_old = is_cast and not asked and not recalled
    hints = {} if is_cast else _hints(script, existing, wishes)
    known = () if is_old else known_voices(workspace, name, language)
    voices = tuple(each.voice for each in known)
    accented = {} if is_cast else _accented(workspace, name, existing, hints)
    casting = cast_book(
        script.characters,
        speakers,
        voices,
        existing=existing,
        language=language,
        conversations=conversations_in(script),
        prints=_prints(workspace, [*known, *itertools.chain(*accented.values())], existing),
        hints=hints,
        accented={accent: [each.voice for each in some] for accent, some in accented.items()},
        one_accent=not engine_class(name).mixes_accents,
    )
    reasons = dict.fromkeys((r.character.name for r in asked), "as asked for")
    reasons |= dict.fromkeys((r.character.name for r in recalled), f"as in {series.name}")
    casting = replace(casting, reasons={**casting.reasons, **reasons})
    extended = extend_cast_file(text, casting, title=script.info.title, where=where)
    if extended != before:
        write_whole(path, extended)
        if path == workspace.casting_file(book):
            follow_casting(workspace, book, before, extended)
            remember_cast(workspace, book, read_cast(extended), casting.reasons, language)
    series.keep(casting)
    return Casted(
        cast=casting.cast,
        path=path,
        added=tuple(casting.reasons),
        remarks=(
            *anew.remarks,
            *_unreadable(language, name),
            *_unheeded(found, wishes),
            *(_unspoken(language, name, voices) if casting.reasons else ()),
            *(() if found or wishes.engine else _unnatural(language, name)),
            *map(str, casting.remarks),
        ),
        unlisted=_unlisted(casting.cast, voices or engine_class(name).listed_for("en") or ()),
    )


def tidy_cast(workspace: Workspace, book: str, script: Script, engine: str | None) -> list[str]:
    """Remove from the casting file those who speak no line of `script`; their names.

    Raises:
        BadScript: the casting file has mistakes.
    """
    path, text = _casting_file(workspace, book, engine)
    if text is None:
        return []
    where = str(path)
    names = [each.character.name for each in unspoken_roles(script, read_cast(text, where=where))]
    tidied = text
    for name in names:
        tidied = without_role(tidied, name, where=where)
    if names:
        write_whole(path, tidied)
        if path == workspace.casting_file(book):
            follow_casting(workspace, book, text, tidied)
    return names


def engine_for(workspace: Workspace, book: str, language: str) -> str:
    """The engine that will speak a book where nobody names one: its casting file's, if it has one.

    Raises:
        BadScript: the casting file has mistakes.
    """
    path, text = _casting_file(workspace, book, None)
    return read_cast(text, where=str(path)).engine if text else default_engine(language)


def _asked(existing: Cast, wishes: Wishes) -> tuple[Role, ...]:
    """The narrator in the voice that is asked for, unless the casting file says another.

    Raises:
        WrongUsage: there is no such voice.
    """
    if not wishes.narrator or any(role.character.name == NARRATOR for role in existing.roles):
        return ()
    refuse_unknown_voice(existing.engine, wishes.narrator, where="--narrator")
    return (Role(Character(NARRATOR), wishes.narrator),)


def _unheeded(found: Cast | None, wishes: Wishes) -> tuple[str, ...]:
    """What is asked for but the casting file says otherwise."""
    narrator = found.role(NARRATOR) if found else None
    if narrator and wishes.narrator and narrator.voice not in ("", wishes.narrator):
        what = f"the narrator's voice is {narrator.voice}, as the casting file says"
        return (f"{what}; change it there to have {wishes.narrator}",)
    return ()


def _unspoken(language: str, engine: str, voices: Sequence[Voice]) -> tuple[str, ...]:
    """That the text is in a language of which the engine has no voice, if that is so."""
    spoken = {primary(voice.language) for voice in voices}
    is_mute = getattr(engine_class(engine), "mute", False)
    if is_mute or not spoken or spoken & {primary(language), ""}:
        return ()
    what = f"the engine {engine} has no voice for the language {language!r}"
    return (f"{what}, so the text is read as {', '.join(sorted(spoken))}; see --language",)


def _unreadable(language: str, engine: str) -> tuple[str, ...]:
    """That the engine reads no kanji without help, if that is so."""
    if engine not in _BY_ESPEAK or not lacks_kana(language):
        return ()
    return (f"{engine} reads no kanji but in kana: run  pip install pykakasi  and record anew",)


def _unnatural(language: str, engine: str) -> tuple[str, ...]:
    """That the natural voices cannot be had here, if that is why `engine` speaks."""
    why = why_not_natural(language)
    if not why:
        return ()
    return (
        f"the natural voices cannot be loaded ({why}), so {engine} speaks; see narrator doctor",
    )


def _is_cast(cast: Cast, speakers: Iterable[str]) -> bool:
    """Whether everybody has a voice, so that nothing need be known of them."""
    return all(role.voice for role in cast.roles) and all(map(cast.role, (NARRATOR, *speakers)))


def _hints(script: Script, existing: Cast, wishes: Wishes) -> Mapping[str, Hint]:
    """What the book says of people that a voice can show; of accents only if that is asked for."""
    names = {one.name: one.aliases for one in script.characters}
    names |= {role.character.name: role.character.aliases for role in existing.roles}
    hints = find_hints(script, names)
    if wishes.accents:
        return hints
    return {name: replace(hint, accent="", accent_words="") for name, hint in hints.items()}


def _accented(
    workspace: Workspace, engine: str, cast: Cast, hints: Mapping[str, Hint]
) -> dict[str, list[KnownVoice]]:
    """The voices of `engine` with each accent that somebody is to have."""
    wanted = {role.character.accent for role in cast.roles}
    wanted |= {hint.accent for hint in hints.values()}
    wanted.discard("")
    if not wanted:
        return {}
    prints = measured_prints(workspace, engine)
    return {
        accent: [described(voice, print_of(voice.id, prints)) for voice in voices]
        for accent, voices in accented_voices(engine, sorted(wanted)).items()
    }


def refuse_missing_voices(
    casted: Casted, *, has_spoken: Callable[[Role], bool] = lambda _: False
) -> None:
    """Stop before anything is spoken if the engine lacks a voice of the cast; one that has spoken
    before, as the engine is now, need not be asked for.

    Raises:
        MissingTool: there are such voices, all of them told.
    """
    silent = {role.voice for role in casted.cast.roles if not has_spoken(role)}
    refused = _refused(casted.cast, [voice for voice in casted.unlisted if voice in silent])
    if refused:
        players = (f"{name}: {why}" for name, why in refused.items())
        raise MissingTool("; ".join(players), where=str(casted.path))


def missing_voices(cast: Cast) -> dict[str, str]:
    """Why the voice of each role whose voice is not there is refused, by the role's name.

    Raises:
        MissingTool: an engine is not there or cannot start.
        NarratorError: it failed, crashed or hung.
    """
    voices = voices_of(cast.engine, "en")
    return _refused(cast, [voice for voice in _unlisted(cast, voices) if voice])


def _refused(cast: Cast, voices: Sequence[str]) -> dict[str, str]:
    """Why each of `voices` that is not there is refused, by the name of the role that has it."""
    asked: dict[str, dict[str, str]] = {}
    for voice in voices:
        name, id = engine_and_voice(cast.engine, voice)
        asked.setdefault(name, {})[id] = voice
    refused = {
        ids[id]: why for name, ids in asked.items() for id, why in refused_voices(name, ids).items()
    }
    roles = (role for role in cast.roles if role.voice in refused)
    return {role.character.name: refused[role.voice] for role in roles}


def _prints(
    workspace: Workspace, known: Sequence[KnownVoice], cast: Cast | None
) -> dict[str, Voiceprint]:
    """What was measured of all voices that may be heard, by their names in a casting file."""
    found = {each.voice.id: each.print for each in known if each.print}
    for role in cast.roles if cast else ():
        engine, id = engine_and_voice("", role.voice)
        print = measured_prints(workspace, engine).get(id) if engine else None
        if print:
            found[role.voice] = print
    return found


def _unlisted(cast: Cast, voices: Sequence[Voice]) -> tuple[str, ...]:
    listed = {voice.id for voice in voices}
    return tuple(role.voice for role in cast.roles if role.voice not in listed)


def _usual(workspace: Workspace, series: str | None, language: str) -> str:
    """The engine of a book for which nobody names one: that of its series, or of its language."""
    return engine_of(workspace, series) or default_engine(language)


def _casting_file(workspace: Workspace, book: str, engine: str | None) -> tuple[Path, str | None]:
    """The file for `engine`: the book's own, unless that is for another engine."""
    path = workspace.casting_file(book)
    text = read_casting_file(path)
    if text is None or engine is None:
        return path, text
    if read_cast(text, where=str(path)).engine == engine:
        return path, text
    path = workspace.casting_file_for(book, engine)
    return path, read_casting_file(path)


def _speakers(script: Script) -> Counter[str]:
    """How many lines each speaker has, in order of appearance."""
    return Counter(line.speaker for chapter in script.chapters for line in chapter.lines)
