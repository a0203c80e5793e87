"""The voices of Kokoro: what their names say of them, and how good their maker calls them."""

from narrator.model import Age, Gender, Voice

LICENCE = "Apache-2.0"
TONGUES = {
    "a": ("en-US", "en-us"),
    "b": ("en-GB", "en"),
    "e": ("es", "es"),
    "f": ("fr", "fr"),
    "h": ("hi", "hi"),
    "i": ("it", "it"),
    "p": ("pt-BR", "pt-br"),
}
"""By the first letter of a voice: its BCP 47 tag, and what espeak calls it."""
WITHOUT_SOUNDS = {
    "j": "Japanese, which espeak-ng can read only where it is written in kana",
    "z": "Chinese, whose tones espeak-ng writes in another way than the model was taught",
}
"""By the first letter: voices whose language cannot be given to the model, and why."""
_GENDERS = {"f": Gender.FEMALE, "m": Gender.MALE}
"""By the second letter."""
_GRADES = {
    "A": "af_heart",
    "A-": "af_bella",
    "B-": "af_nicole bf_emma ff_siwis",
    "C+": "af_aoede af_kore af_sarah am_fenrir am_michael am_puck",
    "C": "af_alloy af_nova bf_isabella bm_fable bm_george hf_alpha hf_beta hm_omega hm_psi if_sara "
    "im_nicola",
    "C-": "af_sky",
    "D+": "bm_lewis",
    "D": "af_jessica af_river am_echo am_eric am_liam am_onyx bf_alice bf_lily bm_daniel",
    "D-": "am_santa",
    "F+": "am_adam",
}
"""Of the model's own card (VOICES.md of Kokoro-82M v1.0): how well a voice was taught."""
_MARKS = {"A": 1.0, "A-": 0.93, "B-": 0.77, "C+": 0.7, "C": 0.63, "C-": 0.57, "D+": 0.5}
_MARKS |= {"D": 0.43, "D-": 0.37, "F+": 0.23}
"""The grades as figures, a third of a grade each step: 1 is the best."""
_QUALITY = {id: _MARKS[grade] for grade, ids in _GRADES.items() for id in ids.split()}
_UNGRADED = 0.5


def described(ids: tuple[str, ...]) -> tuple[Voice, ...]:
    """Those of the voices `ids` that can be spoken with: English first, the best first."""
    found = [voice_of(id) for id in ids if id[:1] not in WITHOUT_SOUNDS]
    found.sort(key=lambda voice: (not voice.language.startswith("en"), -(voice.quality or 0.0)))
    return tuple(found)


def voice_of(id: str) -> Voice:
    """What the name of a voice says of it."""
    language, _ = TONGUES.get(id[:1], ("und", ""))
    return Voice(
        "kokoro",
        id,
        language,
        _GENDERS.get(id[1:2], Gender.UNKNOWN),
        Age.ADULT,
        id.partition("_")[2].replace("_", " "),
        licence=LICENCE,
        quality=_QUALITY.get(id, _UNGRADED),
    )
