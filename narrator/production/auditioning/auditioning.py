"""Voices to be heard before a book is recorded: those of an engine, or those of a cast."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import tomlkit

from narrator.casting import delivery_for
from narrator.companions.audition import Audition, Sample, audition_page, place_of
from narrator.engines import engine_and_voice, engine_class
from narrator.errors import NarratorError
from narrator.languages import pack_for
from narrator.mixing import convert, level_voices, mastering
from narrator.mixing.stream import HEADROOM, read
from narrator.model import (
    NARRATOR,
    SAMPLE_BYTES,
    Cast,
    Character,
    Clip,
    Line,
    Manner,
    Role,
    Script,
    Voice,
)
from narrator.studio import Processes, Store, Utterance, record, utterance_for
from narrator.text import is_speakable
from narrator.workspace import Workspace, write_whole

from ..casting import Casted
from ..progress import Listener, Progress
from ..voices import KnownVoice, known_voices

TEXT = "Good evening. I have come a long way, and I have something to tell you. Shall I begin?"
RATE = 22_050
PAUSE = 0.35
"""Seconds between two lines."""
OWN_LINES, LONGEST = 3, 220
"""How many of a character's lines are heard, and how many characters they have at most."""
SCENE_SECONDS, CHARACTERS_PER_SECOND = 30.0, 15.0
_NOBODY = Character("Nobody")
_MP3 = ("-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "-")
_AS = ("-c:a", "libmp3lame", "-b:a", "48k", "-f", "mp3", "-")


@dataclass(frozen=True, slots=True)
class _Part:
    """A line to be heard, by a role."""

    role: Role
    text: str
    utterance: Utterance


def audition_voices(
    workspace: Workspace, engine: str, *, text: str = TEXT, jobs: int, listen: Listener
) -> Path:
    """The page on which each voice of `engine` says `text`.

    Raises:
        MissingTool: the engine cannot start, or there is no ffmpeg.
        NarratorError: no voice could speak.
    """
    known = known_voices(workspace, engine)
    cast = Cast(engine, ())
    parts = [_part(cast, Role(_NOBODY, each.voice.id), text) for each in known]
    clips = _clips(workspace, [part for part in parts if part], jobs, listen)
    samples = [
        Sample(
            each.voice.id, _facts(each), text, _mp3([part], clips), _row({"voice": each.voice.id})
        )
        for each, part in zip(known, parts, strict=True)
        if part and part.utterance.key in clips
    ]
    words = pack_for("").pages.audition
    title = words.voices.format(engine=engine)
    path = samples_page(workspace, engine)
    write_whole(path, audition_page(Audition(title, words.voices_note, samples)))
    return path


def samples_page(workspace: Workspace, engine: str) -> Path:
    """The page on which the voices of `engine` are heard, made or not."""
    return workspace.published(f"voices-{engine}.html")


def sample_of(workspace: Workspace, voice: Voice) -> str:
    """Where `voice` is heard: a place on the page of its engine; empty if that is not made."""
    page = samples_page(workspace, voice.engine)
    return f"{workspace.relative(page)}#{place_of(voice.id)}" if page.is_file() else ""


def audition_cast(
    workspace: Workspace,
    book: str,
    script: Script,
    casted: Casted,
    *,
    jobs: int,
    listen: Listener,
) -> Path:
    """The page on which each character of `script` says some of their own lines, and a scene of
    about half a minute is heard in which as many as possible speak.

    Raises:
        MissingTool: an engine cannot start, or there is no ffmpeg.
        NarratorError: no voice could speak.
    """
    cast = casted.cast
    own = {role.character.name: _own_lines(script, cast, role) for role in cast.roles}
    scene = _parts(cast, busiest_scene(script))
    wanted = [*scene, *(part for parts in own.values() for part in parts)]
    clips = _clips(workspace, wanted, jobs, listen)
    samples = [
        Sample(
            role.character.name,
            _role_facts(role),
            _told(parts),
            _mp3(parts, clips),
            _row({"cast": {role.character.name: _settings(role)}}),
        )
        for role in cast.roles
        for parts in [[part for part in own[role.character.name] if part.utterance.key in clips]]
        if parts
    ]
    heard = [part for part in scene if part.utterance.key in clips]
    names = ", ".join(dict.fromkeys(part.role.character.name for part in heard))
    language = script.info.language
    words = pack_for(language).pages.audition
    page = Audition(
        words.cast.format(title=script.info.title),
        words.cast_note,
        samples,
        Sample(words.scene_name, names, _told(heard), _mp3(heard, clips)) if heard else None,
        language,
    )
    path = workspace.root / "audio_out" / f"{book}-audition.html"
    write_whole(path, audition_page(page))
    return path


def busiest_scene(script: Script) -> list[Line]:
    """The run of lines, about half a minute long, in which most voices are heard; the first of
    those with as many."""
    best: list[Line] = []
    most = (0, 0)
    for chapter in script.chapters:
        run: list[Line] = []
        for row in chapter.rows:
            # A scene ends where a row is something else.
            run = [*run, row] if isinstance(row, Line) else []
            while len(run) > 1 and _seconds(run) > SCENE_SECONDS:
                run = run[1:]
            worth = (
                len({line.speaker for line in run}),
                sum(each.speaker != NARRATOR for each in run),
            )
            if worth > most:
                best, most = run, worth
    return best


def _seconds(lines: Iterable[Line]) -> float:
    return sum(len(line.text) / CHARACTERS_PER_SECOND + PAUSE for line in lines)


def _own_lines(script: Script, cast: Cast, role: Role) -> list[_Part]:
    """Some of what `role` says: of the lines that are not too long, the longest."""
    lines = [
        line
        for chapter in script.chapters
        for line in chapter.lines
        if cast.role(line.speaker) is role and is_speakable(line.text)
    ]
    short = [line for line in lines if len(line.text) <= LONGEST] or lines[:1]
    chosen = sorted(short, key=lambda line: -len(line.text))[:OWN_LINES]
    return _parts(cast, [line for line in short if line in chosen][:OWN_LINES])


def _parts(cast: Cast, lines: Iterable[Line]) -> list[_Part]:
    found = []
    for line in lines:
        role = cast.role(line.speaker)
        part = _part(cast, role, line.text, line.delivery) if role else None
        found += [part] if part else []
    return found


def _part(cast: Cast, role: Role, text: str, delivery: str = "") -> _Part | None:
    engine, voice = engine_and_voice(cast.engine, role.voice)
    utterance = utterance_for(
        text,
        engine=engine,
        version=engine_class(engine).version_of(voice),
        voice=voice,
        manner=delivery_for(delivery).of(
            role.manner, with_effort=engine_class(engine).takes_effort
        ),
    )
    return _Part(role, text, utterance) if utterance else None


def _clips(
    workspace: Workspace, parts: Sequence[_Part], jobs: int, listen: Listener
) -> dict[str, Clip]:
    """The sound of `parts`, by key; what cannot be spoken is missing.

    Raises:
        NarratorError: nothing could be spoken.
    """
    utterances = sorted((part.utterance for part in parts), key=lambda each: each.engine)
    clips: dict[str, Clip] = {}
    reason = "there is nothing to say"
    store = Store(workspace.clips)
    takes = record(utterances, store, Processes(store, jobs=jobs))
    for done, take in enumerate(takes, start=1):
        reason = take.reason or reason
        if take.clip:
            clips[take.key] = take.clip
        listen(Progress("speaking", done, len(utterances)))
    if not clips:
        raise NarratorError(f"no voice could be heard: {reason}")
    return clips


def _mp3(parts: Sequence[_Part], clips: dict[str, Clip]) -> bytes:
    """`parts` one after the other, all equally loud but for what their roles ask for."""
    pause = bytes(round(PAUSE * RATE) * SAMPLE_BYTES)
    heard = [clips[part.utterance.key] for part in parts]
    sounds = [
        read(clip, RATE, level + part.role.gain - HEADROOM)
        for part, clip, level in zip(parts, heard, level_voices(heard), strict=True)
    ]
    return convert((*_MP3, "-af", mastering(RATE), *_AS), pause.join(sounds))


def _told(parts: Sequence[_Part]) -> str:
    return " … ".join(part.text for part in parts)


def _facts(known: KnownVoice) -> str:
    voice = known.voice
    hertz = f"{voice.pitch_hz:.0f} Hz" if voice.pitch_hz else ""
    told = (voice.gender.value, voice.age.value, voice.language, hertz, voice.description)
    return " ".join(part for part in told if part and part != "unknown")


def _row(settings: Mapping[str, object]) -> str:
    """`settings` as a casting file has them."""
    return tomlkit.dumps(settings).strip()


def _settings(role: Role) -> dict[str, object]:
    """Of `role`, what a person would change after listening."""
    manner = role.manner
    varied = {"rate": manner.rate, "pitch": manner.pitch, "gain": role.gain}
    usual = {"rate": 1.0, "pitch": 0.0, "gain": 0.0}
    return {"voice": role.voice} | {key: n for key, n in varied.items() if n != usual[key]}


def _role_facts(role: Role) -> str:
    character = role.character
    told = (role.voice, character.gender.value, character.age.value)
    varied = "" if role.manner == Manner() else ", varied"
    return " ".join(part for part in told if part != "unknown") + varied
