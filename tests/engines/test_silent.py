"""The silent engine: exact lengths."""

from hypothesis import given
from hypothesis import strategies as st

from narrator.engines.silent import PACE, RATE, Silent
from narrator.model import Manner


@given(st.text(max_size=500), st.floats(0.5, 2.0))
def test_the_length_follows_the_text(text: str, rate: float) -> None:
    sound = Silent().speak(text, "narrator", Manner(rate))
    assert sound.frames == round(len(text) * RATE / (PACE * rate))
    assert not any(sound.pcm)
