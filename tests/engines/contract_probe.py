"""Put one engine through its paces in a process of its own, and write down what it did.

Run by test_contract.py: `python contract_probe.py ENGINE REPORT.json`. It prints nothing, so that
whatever appears on stdout or stderr comes from the engine.
"""

import json
import sys
import zlib
from dataclasses import asdict
from pathlib import Path
from typing import Any

from narrator.engines import Engine, engine_class
from narrator.errors import NarratorError
from narrator.model import Manner, Sound

SENTENCE = "The kettle was on, and nobody had slept."
SAMPLE = 30
"""How many of an engine's voices are tried; a platform may have hundreds."""

PLAIN = Manner()

TEXTS = {
    "one letter": "I",
    "one word": "Yes.",
    "punctuation only": "… — !?",
    "empty": "",
    "spaces": "   ",
    "emoji": "👍🎉",
    "emoji among words": "Well done 👍 my friend",
    "newline": "One line,\nand another.\n\nAnd a third.",
    "markup": '<b>bold</b> & <voice name="x">[[h@l\'oU]]</voice>',
    "control characters": "Before\x01+50P and\x00 after\x1b[31m.",
    "half a surrogate pair": "Before \ud83d after.",
    "quotation marks": "“Don’t,” she said — «no».",
    "Greek": "Καλημέρα κόσμε",
    "Russian": "Доброе утро, мир",
    "Chinese": "早上好，世界",
    "Arabic": "صباح الخير",
    "Devanagari": "सुप्रभात दुनिया",
    "long": "She walked to the gate and looked back at the house once more, then on. " * 285,
}


def spoken(engine: Engine, text: str, voice: str, manner: Manner = PLAIN) -> dict[str, Any]:
    """What came of speaking `text`."""
    try:
        sound = engine.speak(text, voice, manner)
    except NarratorError as error:
        return {"error": type(error).__name__, "message": str(error)}
    return {
        "type": type(sound).__name__,
        "frames": sound.frames,
        "odd": len(sound.pcm) % 2,
        "rate": sound.rate,
        "sum": zlib.crc32(sound.pcm),
        "loudest": loudest(sound),
    }


def loudest(sound: Sound) -> int:
    """The loudest sample of the first ten seconds."""
    samples = memoryview(sound.pcm[: min(sound.frames, 10 * sound.rate) * 2]).cast("h")
    return max(map(abs, samples), default=0)


def probe(name: str) -> dict[str, Any]:
    cls = engine_class(name)
    versions = [cls.version(), cls.version()]
    loaded = [module for module in sys.modules if module.split(".")[0] in HEAVY]
    engine = cls()
    voices = engine.voices()
    first = voices[0].id
    step = max(len(voices) // SAMPLE, 1)
    report = {
        "versions": versions,
        "loaded by version": loaded,
        "voices": [asdict(voice) for voice in voices],
        "voices again": [asdict(voice) for voice in engine.voices()] == list(map(asdict, voices)),
        "spoken": {v.id: spoken(engine, SENTENCE, v.id) for v in voices[::step]},
        "unknown": spoken(engine, SENTENCE, "no-such-voice"),
        "after unknown": spoken(engine, SENTENCE, first),
        "texts": {label: spoken(engine, text, first) for label, text in TEXTS.items()},
        "rates": [spoken(engine, SENTENCE, first, Manner(rate=r)) for r in (0.7, 1.0, 1.4, 0.7)],
        "extremes": [
            spoken(engine, SENTENCE, first, manner)
            for manner in (Manner(0.1), Manner(50.0), Manner(1, -60), Manner(1, 60))
        ],
    }
    engine.close()
    return report


HEAVY = {"espeakng_loader", "pyttsx3", "pydub", "numpy", "ctypes"}


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(probe(sys.argv[1])), encoding="utf-8")
