"""How the book's word for a line changes its sound: enough to be heard, never too much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.casting import PLAIN, delivery_for
from narrator.casting.delivery import HASTY, LOUD, SAD, SLOW, SOFT, WHISPERED, Delivery
from narrator.model import Manner


@pytest.mark.parametrize(
    ("word", "delivery"),
    [
        ("whispered", WHISPERED),
        ("whispering", WHISPERED),
        ("said quietly", SOFT),
        ("Shouted", LOUD),
        ("cried", LOUD),
        ("sobbed", SAD),
        ("said hurriedly", HASTY),
        ("breathless", HASTY),
        ("breathed", WHISPERED),
        ("slowly", SLOW),
        ("asked", PLAIN),
        ("said", PLAIN),
        ("", PLAIN),
        ("wishpered", PLAIN),
    ],
)
def test_words_are_understood_in_their_forms(word: str, delivery: Delivery) -> None:
    assert delivery_for(word) == delivery


@given(st.text(max_size=30), st.floats(0.5, 2.0), st.floats(-12, 12))
def test_no_delivery_makes_a_voice_unrecognisable(word: str, rate: float, pitch: float) -> None:
    delivery = delivery_for(word)
    manner = delivery.of(Manner(rate, pitch), with_effort=False)
    assert 0.85 <= manner.rate / rate <= 1.15
    assert abs(manner.pitch - pitch) <= 1.0001
    assert abs(delivery.gain) <= 6


def test_plain_is_exactly_the_roles_manner() -> None:
    assert PLAIN.of(Manner(1.1, -2.0), with_effort=True) == Manner(1.1, -2.0)


def test_effort_is_for_engines_that_heed_it() -> None:
    assert WHISPERED.of(Manner(), with_effort=True) == Manner(0.96, 0.0, -1.0)
    assert WHISPERED.of(Manner(), with_effort=False) == Manner(0.96, 0.0)
