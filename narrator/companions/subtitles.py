"""Subtitles of a chapter for players that show them: WebVTT, SubRip and LRC."""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from narrator.model import NARRATOR, ChapterAudio, folded

from .edition import Edition
from .emphasis import emphases, runs
from .sidefile import SideFile, text_file

KIND = "subtitles"
FOLDER = "subtitles"
"""Where they lie: players look for subtitles in a folder of this name beside the sound."""


@dataclass(frozen=True, slots=True)
class Subtitle:
    """A sentence while it is heard."""

    start: float
    """Seconds from the start of the chapter."""
    end: float
    speaker: str
    text: str
    """On one line, without marks of emphasis."""
    is_told: bool = False
    """Whether nobody of the story says it."""


def subtitle_files(edition: Edition) -> Iterator[SideFile]:
    """The subtitles of every chapter, called after its sound file."""
    for title, sound, chapter in zip(
        edition.titles, edition.sounds, edition.audio.chapters, strict=True
    ):
        stem = f"{FOLDER}/{PurePosixPath(sound).stem}"
        spoken = subtitles(chapter.audio, edition)
        yield text_file(f"{stem}.vtt", KIND, vtt(spoken, edition.script.info.language))
        yield text_file(f"{stem}.srt", KIND, srt(spoken))
        yield text_file(f"{stem}.lrc", KIND, lrc(spoken, edition, title, chapter.audio.seconds))


def subtitles(chapter: ChapterAudio, edition: Edition) -> tuple[Subtitle, ...]:
    """The sentences of a chapter in the order they are heard."""
    return tuple(
        Subtitle(
            sentence.start,
            sentence.end,
            edition.shown(edition.speaker(cue.line.speaker)),
            folded("".join(text for text, _ in shown)),
            is_told=edition.speaker(cue.line.speaker) == NARRATOR,
        )
        for cue in chapter.cues
        for pairs in [emphases(cue.line.text)]
        for sentence in cue.sentences
        for shown in [runs(cue.line.text, *sentence.span, pairs)]
    )


def vtt(spoken: tuple[Subtitle, ...], language: str = "") -> str:
    """WebVTT (W3C), with a voice span for each sentence."""
    # Everything that could end a cue or begin a tag is written as a character reference.
    rows = ["WEBVTT" + (f"\nLanguage: {language}" if language.replace("-", "").isalnum() else "")]
    for number, each in enumerate(spoken, 1):
        times = f"{_clock(each.start)} --> {_clock(each.end)}"
        voice, text = html.escape(each.speaker, quote=False), html.escape(each.text, quote=False)
        rows.append(f"{number}\n{times}\n<v {voice}>{text}</v>")
    return "\n\n".join(rows) + "\n"


def srt(spoken: tuple[Subtitle, ...]) -> str:
    """SubRip; the words of characters have their name in front."""
    rows = []
    for number, each in enumerate(spoken, 1):
        start, end = (_clock(time).replace(".", ",") for time in (each.start, each.end))
        name = "" if each.is_told else f"[{each.speaker}] "
        # The format has no way to escape its arrow.
        text = f"{name}{each.text}".replace("-->", "→")
        rows.append(f"{number}\n{start} --> {end}\n{text}\n")
    return "\n".join(rows)


def lrc(spoken: tuple[Subtitle, ...], edition: Edition, title: str, seconds: float) -> str:
    """LRC, the lyrics that music players show: hundredths of a second, minutes without end."""
    info = edition.script.info
    length = f"{int(seconds) // 60}:{int(seconds) % 60:02}"
    head = {"ti": title, "ar": info.author, "al": info.title, "length": length}
    rows = [f"[{key}:{_plain(value)}]" for key, value in head.items() if _plain(value)]
    for each in spoken:
        minutes, hundredths = divmod(round(each.start * 100), 6000)
        name = "" if each.is_told else f"{_plain(each.speaker)}: "
        time = f"{minutes:02}:{hundredths // 100:02}.{hundredths % 100:02}"
        # Another bracket behind the first is read as a second time.
        rows.append(f"[{time}]{name}{each.text.replace('[', '(').replace(']', ')')}")
    return "\n".join(rows) + "\n"


def _plain(text: str) -> str:
    return " ".join(text.replace("[", "(").replace("]", ")").split())


def _clock(seconds: float) -> str:
    """`hh:mm:ss.mmm`, hours of two digits or more."""
    total, milliseconds = divmod(round(seconds * 1000), 1000)
    minutes, rest = divmod(total, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest:02}.{milliseconds:03}"
