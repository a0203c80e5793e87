"""What pyttsx3 tells of the platform's voices, in our terms."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from narrator.languages.tags import primary
from narrator.model import Age, Gender, Voice
from narrator.text.numbers import figures_value

_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*", re.IGNORECASE)
_UNDETERMINED = "und"
"""The BCP 47 tag for a language nobody told."""

_ACCENTS = ("gmw/en-us", "gmw/en-gb-x-rp")
_VARIANTS = tuple(
    f"{letter}{n}" for letter, last in (("m", 8), ("f", 5)) for n in range(1, last + 1)
)


def described(engine: str, told: Iterable[Any]) -> tuple[Voice, ...]:
    """The voices `told` by a pyttsx3 driver, those that speak English first."""
    voices = [
        Voice(
            engine=engine,
            id=str(each.id),
            language=_language(each.languages),
            gender=_gender(each.gender),
            age=_age(each.age),
            description=str(each.name or ""),
        )
        for each in told
        if each.id
    ]
    voices = list({voice.id: voice for voice in voices}.values())
    return tuple(sorted(voices, key=lambda voice: not voice.language.lower().startswith("en")))


def with_variants(voices: tuple[Voice, ...], language: str = "en") -> tuple[Voice, ...]:
    """`voices` of espeak, and before them those that speak `language` as other people.

    espeak lists a voice for each accent, and all of them are the same man.
    """
    wanted = primary(language)
    speaking = [voice for voice in voices if primary(voice.language) == wanted]
    speaking.sort(key=lambda voice: voice.language.lower() not in (language.lower(), wanted))
    if wanted == "en":
        speaking = [voice for voice in speaking if voice.id in _ACCENTS]
    return (*(new for voice in speaking for new in variants(voice)), *voices)


def variants(voice: Voice) -> Iterator[Voice]:
    """A voice of espeak as other people."""
    for variant in _VARIANTS:
        yield Voice(
            engine=voice.engine,
            id=f"{voice.id}+{variant}",
            language=voice.language,
            gender=Gender.FEMALE if variant.startswith("f") else Gender.MALE,
            age=Age.ADULT,
            description=f"{voice.description}, variant {variant}",
        )


def _language(told: Any) -> str:
    """The first language, as a BCP 47 tag: macOS says `en_US`, others `en-us` or bytes."""
    first = next(iter(told or ()), "")
    text = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)
    tag = text.strip("\x00\x05 ").replace("_", "-")
    return tag if _TAG.fullmatch(tag) else _UNDETERMINED


def _gender(told: Any) -> Gender:
    """`Male`, `VoiceGenderFemale`, `VoiceGenderNeuter` or nothing."""
    text = str(told or "").lower()
    for gender, word in (
        (Gender.FEMALE, "female"),
        (Gender.MALE, "male"),
        (Gender.NEUTRAL, "neut"),
    ):
        if word in text:
            return gender
    return Gender.UNKNOWN


def _age(told: Any) -> Age:
    """Years on macOS and espeak, a word on Windows."""
    words = {"child": Age.CHILD, "teen": Age.YOUNG, "adult": Age.ADULT, "senior": Age.OLD}
    text = str(told or "").lower()
    if text in words:
        return words[text]
    years = figures_value(text) or 0
    if not years:
        return Age.UNKNOWN
    bounds = ((13, Age.CHILD), (25, Age.YOUNG), (60, Age.ADULT))
    return next((age for limit, age in bounds if years < limit), Age.OLD)
