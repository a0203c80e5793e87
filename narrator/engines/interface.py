"""What every engine can do. To add one: a file here with a subclass, and its name in `registry`.

1. Set `name`, and answer `version()` with whatever changes when the sound does.
2. List voices in `voices()`. Ids are unique, and valid for ever: casting files hold them.
3. Speak in `speak()`. Raise for a voice you do not have: another voice must never answer for it.
4. Run the tests: the contract in `tests/engines` tries every registered engine.

An engine is made, used and closed in a worker process of its own, by one thread, so that it may
hold global state, crash or hang without taking anything else with it.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from narrator.model import Manner, Sound, Voice


class Engine(ABC):
    """Turns text into sound with one of its voices."""

    name: ClassVar[str]
    """What `--engine` says to choose it."""
    takes_phonemes: ClassVar[bool] = False
    """Whether text may hold phonemes: IPA between `[[` and `]]` (see `narrator.text.ipa`)."""
    mixes_accents: ClassVar[bool] = False
    """Whether its voices are told apart by accents, too: then a cast may have all of them."""
    takes_effort: ClassVar[bool] = False
    """Whether it heeds `Manner.effort`, so that a whisper is one."""
    varies: ClassVar[bool] = False
    """Whether there is chance in it: the same text may sound otherwise the next time."""
    waits: ClassVar[float] = 0.0
    """Seconds that it may wait for another machine to speak a line. Where it does, what it costs is
    time as it passes, not that of a processor here."""

    @classmethod
    @abstractmethod
    def version(cls) -> str:
        """The engine's version, as part of every clip's key. Cheap: loads nothing.

        Raises:
            MissingTool: what the engine needs is not installed.
        """

    @classmethod
    def version_of(cls, voice: str) -> str:
        """The version of what one voice sounds like, which is in the key of its clips: that of the
        engine, unless a voice has a model of its own. Cheap, too.

        Raises:
            MissingTool: what the voice needs is not there.
        """
        return cls.version()

    @classmethod
    def remarks(cls) -> str:
        """What was found out of how it speaks, for `doctor`; empty where nothing was."""
        return ""

    @classmethod
    def files_of(cls, voice: str) -> tuple[Path, ...]:
        """The files in the engine's folder of models that a voice needs and that are there."""
        return ()

    @abstractmethod
    def voices(self) -> tuple[Voice, ...]:
        """The voices it offers, in a fixed order, the best suited to narrate first."""

    def voices_for(self, language: str) -> tuple[Voice, ...]:
        """The voices for a text in `language`, a BCP 47 tag: what `voices` lists, unless the engine
        has more than it lists."""
        return self.voices()

    @classmethod
    def listed_for(cls, language: str) -> tuple[Voice, ...] | None:
        """What `voices_for` answers, where that is known without starting the engine; else None."""
        return None

    def voices_with(self, accent: str) -> tuple[Voice, ...]:
        """The voices that speak English with an accent, a BCP 47 tag; none if it has none."""
        wanted = accent.casefold()
        return tuple(v for v in self.voices() if v.language.replace("_", "-").casefold() == wanted)

    @abstractmethod
    def speak(self, text: str, voice: str, manner: Manner) -> Sound:
        """`text` (one sentence or a few, plain words) spoken with the voice of id `voice`.

        Text without a letter or digit gives a Sound that may be short but is no error.

        Raises:
            MissingTool: there is no such voice.
            NarratorError: the engine could not speak.
        """

    def speak_each(self, sentences: Sequence[str], voice: str, manner: Manner) -> tuple[Sound, ...]:
        """Each of `sentences`, which follow each other in one line, spoken as `speak` would."""
        return tuple(self.speak(sentence, voice, manner) for sentence in sentences)

    def close(self) -> None:
        """Let go of what the engine holds."""
        return
