"""Silence as long as speech would be: for dry runs and tests."""

from typing import ClassVar

from narrator.errors import MissingTool
from narrator.model import SAMPLE_BYTES, Age, Gender, Manner, Sound, Voice

from .interface import Engine

RATE = 22_050
"""Frames a second, Hertz."""
PACE = 15.0
"""Characters a second, about what a reader speaks."""

_KINDS = (
    ("narrator", Gender.NEUTRAL, Age.ADULT),
    *(
        (f"{age.value}-{gender.value}-{number}", gender, age)
        for number in (1, 2, 3)
        for age in (Age.ADULT, Age.YOUNG, Age.OLD, Age.CHILD)
        for gender in (Gender.FEMALE, Gender.MALE, Gender.NEUTRAL)
    ),
)


class Silent(Engine):
    """An engine without a voice; it needs nothing and takes no time."""

    name: ClassVar[str] = "silent"
    mute: ClassVar[bool] = True
    """Silence is what is wanted of it, so nobody need report it."""

    @classmethod
    def version(cls) -> str:
        """The rule by which the length follows from the text."""
        return f"silent {PACE:g}"

    def voices(self) -> tuple[Voice, ...]:
        """A narrator, and three voices of each gender and age."""
        return tuple(
            Voice(self.name, id, gender=gender, age=age, description="makes no sound")
            for id, gender, age in _KINDS
        )

    def speak(self, text: str, voice: str, manner: Manner) -> Sound:
        """Exactly `len(text) / (PACE * manner.rate)` seconds of zeros, to the nearest frame."""
        if all(voice != id for id, _, _ in _KINDS):
            raise MissingTool(f"the silent engine has no voice {voice!r}", todo="try narrator")
        frames = round(len(text) * RATE / (PACE * manner.rate))
        return Sound(bytes(frames * SAMPLE_BYTES), RATE)
