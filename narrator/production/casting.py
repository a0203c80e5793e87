"""The second stage: everyone who speaks in a script has a voice, written down for a person."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from narrator.acoustics import Voiceprint
from narrator.casting import cast_book, conversations_in, extend_cast_file, read_cast
from narrator.engines import DEFAULT_ENGINE, engine_and_voice, engine_class
from narrator.errors import MissingTool
from narrator.model import Cast, Script, Voice
from narrator.studio import refused_voices
from narrator.workspace import Workspace, write_whole

from .acquaintances import follow_casting
from .casting_file import read_casting_file
from .measuring import KnownVoice, known_voices, measured_prints


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


def cast_script(
    workspace: Workspace, book: str, script: Script, engine: str | None = None
) -> Casted:
    """Give a voice to every speaker of `script` who has none, and write it into the casting file.

    What the file says already is never changed. An engine other than the file's has a file of
    its own.

    Raises:
        BadScript: the casting file has mistakes.
        MissingTool: the engine cannot start or has no voices.
    """
    path, text = _casting_file(workspace, book, engine)
    where = str(path)
    existing = read_cast(text, where=where) if text else None
    name = existing.engine if existing else engine or DEFAULT_ENGINE
    engine_class(name)
    known = known_voices(workspace, name, script.info.language)
    voices = tuple(each.voice for each in known)
    casting = cast_book(
        script.characters,
        _speakers(script),
        voices,
        existing=existing,
        language=script.info.language,
        conversations=conversations_in(script),
        prints=_prints(workspace, known, existing),
    )
    extended = extend_cast_file(text, casting, title=script.info.title, where=where)
    if extended != text:
        write_whole(path, extended)
        if path == workspace.casting_file(book):
            follow_casting(workspace, book, text, extended)
    return Casted(
        cast=casting.cast,
        path=path,
        added=tuple(casting.reasons),
        remarks=tuple(str(remark) for remark in casting.remarks),
        unlisted=_unlisted(casting.cast, voices),
    )


def refuse_missing_voices(casted: Casted) -> None:
    """Stop before anything is spoken if the engine lacks a voice of the cast.

    Raises:
        MissingTool: there are such voices, all of them told.
    """
    refused = _refused(casted.cast.engine, casted.unlisted)
    players = [
        f"{role.character.name}: {refused[role.voice]}"
        for role in casted.cast.roles
        if role.voice in refused
    ]
    if players:
        raise MissingTool("; ".join(players), where=str(casted.path))


def _refused(engine: str, voices: Sequence[str]) -> dict[str, str]:
    """Why each of `voices` that is not there is refused, by whichever engine."""
    asked: dict[str, dict[str, str]] = {}
    for voice in voices:
        name, id = engine_and_voice(engine, voice)
        asked.setdefault(name, {})[id] = voice
    return {
        ids[id]: why for name, ids in asked.items() for id, why in refused_voices(name, ids).items()
    }


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
