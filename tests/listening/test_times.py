"""The times that are published are those at which the sentences are heard: within 20 ms."""

import array
import json
import re
import sys
import warnings
import wave
import zipfile
from operator import mul
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from narrator.mixing.stream import read
from narrator.model import Clip

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import av

HERTZ = 8000
AROUND = 0.06
"""Seconds before and after its place in which a sentence is looked for."""
ALLOWED = 0.02


def heard(path: Path) -> "array.array[int]":
    """The sound of a file as a player decodes it, at HERTZ."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=HERTZ)
    sound = array.array("h")
    with av.open(str(path)) as file:
        for frame in [*file.decode(audio=0), None]:
            for part in resampler.resample(frame):
                sound.frombytes(bytes(part.planes[0])[: part.samples * 2])
    if sys.byteorder == "big":
        sound.byteswap()
    return sound


def lag(sentence: "array.array[int]", chapter: "array.array[int]", start: float) -> float:
    """Seconds by which the sentence lies later in the chapter than `start` (correlation)."""
    piece = sentence[: int(0.25 * HERTZ)]
    at, reach = round(start * HERTZ), int(AROUND * HERTZ)
    shifts = range(max(-reach, -at), reach + 1)
    scores = {
        shift: sum(map(mul, piece, chapter[at + shift : at + shift + len(piece)]))
        for shift in shifts
    }
    return max(scores, key=lambda shift: scores[shift]) / HERTZ


def sentences(keys: Any, number: int) -> list[tuple[float, float, str]]:
    """Start, end and words of every sentence, from the cue list."""
    made = keys.made
    rows = []
    for cue in cues(keys, number):
        rows += [(s.start, s.end, cue.line.text[s.span.start : s.span.end]) for s in cue.sentences]
    assert made.book
    return rows


def cues(keys: Any, number: int) -> Any:
    from narrator.mixing import mix
    from narrator.model import Pauses

    recording, script = keys.made.recording, keys.made.script
    takes = recording.chapters[number]
    return mix(script.chapters[number], takes, Pauses(), recording.rate).audio.cues


def recorded(clip: Clip, folder: Path) -> "array.array[int]":
    """The sound of a clip, which is packed in its file, at HERTZ."""
    with wave.open(str(folder / "clip.wav"), "wb") as file:
        file.setparams((1, 2, clip.rate, 0, "NONE", ""))
        file.writeframes(read(clip, clip.rate))
    return heard(folder / "clip.wav")


def test_each_sentence_is_heard_at_its_time(keys: Any, tmp_path: Path) -> None:
    chapter = heard(keys.folder / "01 - Chapter One.mp3")
    recording, script = keys.made.recording, keys.made.script
    lags = []
    for cue in cues(keys, 0):
        index = next(n for n, row in enumerate(script.chapters[0].rows) if row is cue.line)
        clip = recording.chapters[0][index].clip
        sound, at = recorded(clip, tmp_path), 0
        for cue_sentence, frames in zip(cue.sentences, clip.sentences, strict=True):
            start = round(at * HERTZ / clip.rate)
            at += frames
            piece = sound[start : round(at * HERTZ / clip.rate)]
            lags.append(lag(piece, chapter, cue_sentence.start))
    assert len(lags) > 12
    assert max(map(abs, lags)) < ALLOWED


def test_a_wrong_time_would_be_noticed(keys: Any) -> None:
    chapter = heard(keys.folder / "01 - Chapter One.mp3")
    start, end, _ = sentences(keys, 0)[3]
    piece = chapter[round(start * HERTZ) : round(end * HERTZ)]
    assert lag(piece, chapter, start - 0.04) == pytest.approx(0.04, abs=0.002)


def seconds(clock: str) -> float:
    hours, minutes, rest = clock.replace(",", ".").split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def player_times(folder: Path, number: int) -> list[tuple[float, float]]:
    text = (folder / "player" / f"{number + 1:03}.js").read_text(encoding="utf-8")
    rows = json.loads(text[text.index(",") + 1 : text.rindex(")")])
    found, at = [], 0
    for row in rows:
        n = 1
        while n < len(row):
            if isinstance(row[n], str) and n + 2 < len(row) and isinstance(row[n + 2], int):
                at += row[n + 1]
                found.append((at / 1000, (at + row[n + 2]) / 1000))
                at += row[n + 2]
                n += 2
            n += 1
    return found


@pytest.mark.parametrize("number", [0, 1])
def test_every_list_of_times_is_the_same(keys: Any, number: int) -> None:
    expected = [
        pytest.approx((start, end), abs=0.0011) for start, end, _ in sentences(keys, number)
    ]
    assert player_times(keys.folder, number) == expected
    name = ("01 - Chapter One", "02 - Chapter Two")[number]
    for ending in ("vtt", "srt"):
        text = (keys.folder / "subtitles" / f"{name}.{ending}").read_text(encoding="utf-8")
        times = re.findall(r"^(\S+) --> (\S+)$", text, re.MULTILINE)
        assert [(seconds(a), seconds(b)) for a, b in times] == expected
    lyrics = (keys.folder / "subtitles" / f"{name}.lrc").read_text(encoding="utf-8")
    starts = [
        int(m) * 60 + float(s) for m, s in re.findall(r"^\[(\d+):(\d\d\.\d\d)\]", lyrics, re.M)
    ]
    assert starts == [pytest.approx(start, abs=0.006) for start, _, _ in sentences(keys, number)]


@pytest.mark.parametrize("number", [0, 1])
def test_the_clips_of_the_read_along_book_begin_where_sentences_do(keys: Any, number: int) -> None:
    with zipfile.ZipFile(next(keys.folder.glob("*.epub"))) as archive:
        smil = archive.read(f"EPUB/smil/c{number + 1:03}.smil")
        page = ElementTree.fromstring(archive.read(f"EPUB/text/c{number + 1:03}.xhtml"))
    clips = [
        each.attrib for each in ElementTree.fromstring(smil).iter() if "clipBegin" in each.attrib
    ]
    starts = [seconds(clip["clipBegin"]) for clip in clips]
    ends = [seconds(clip["clipEnd"]) for clip in clips]
    wanted = sentences(keys, number)
    assert starts == [pytest.approx(start, abs=0.0011) for start, _, _ in wanted]
    # A clip lasts until the next begins, so that a reader keeps the pauses.
    assert ends[:-1] == starts[1:]
    assert all(end >= said[1] - 0.001 for end, said in zip(ends, wanted, strict=True))
    spans = {each.get("id"): "".join(each.itertext()) for each in page.iter() if each.get("id")}
    texts = [
        each.get("src") for each in ElementTree.fromstring(smil).iter() if each.tag.endswith("text")
    ]
    assert [spans[str(src).partition("#")[2]] for src in texts] == [text for _, _, text in wanted]
