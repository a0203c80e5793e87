"""One text in one voice, in a file: to hear what a voice is like."""

import wave
from pathlib import Path

from narrator.engines import default_engine, engine_class
from narrator.errors import NarratorError
from narrator.model import SAMPLE_BYTES, Manner, Sound
from narrator.studio import speak_once, utterance_for, voices_of
from narrator.text import Diction

from ..voices import refuse_unknown_voice

GAP = 0.3
"""Seconds of silence between sentences."""


def say(
    text: str,
    output: Path,
    *,
    engine: str | None = None,
    voice: str | None = None,
    rate: float = 1.0,
    pitch: float = 0.0,
    diction: Diction | None = None,
) -> float:
    """Speak `text` into the WAV file `output`, its words as `diction` has them; the seconds.

    Raises:
        NarratorError: there is nothing to speak, or the file cannot be written.
        WrongUsage: there is no such voice.
        MissingTool: there is no such engine.
    """
    name = engine or default_engine()
    diction = diction or Diction(phonemes=engine_class(name).takes_phonemes)
    if voice:
        refuse_unknown_voice(name, voice, where="--voice")
    chosen = voice or voices_of(name)[0].id
    utterance = utterance_for(
        text,
        engine=name,
        version=engine_class(name).version_of(chosen),
        voice=chosen,
        manner=Manner(rate, pitch),
        diction=diction,
    )
    if utterance is None:
        raise NarratorError("the text has no words", todo="give some words to speak")
    sounds = speak_once(utterance)
    _write(output, sounds)
    return sum(sound.seconds for sound in sounds) + GAP * (len(sounds) - 1)


def _write(output: Path, sounds: tuple[Sound, ...]) -> None:
    rate = sounds[0].rate
    gap = bytes(round(GAP * rate) * SAMPLE_BYTES)
    try:
        with output.open("wb") as handle, wave.open(handle, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(SAMPLE_BYTES)
            file.setframerate(rate)
            file.writeframes(gap.join(sound.pcm for sound in sounds))
    except OSError as error:
        raise NarratorError(
            f"cannot be written ({error.strerror or error})",
            where=str(output),
            todo="name a file in a folder that is there and that you may write to",
        ) from error
