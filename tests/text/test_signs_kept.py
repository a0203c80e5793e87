"""Nothing written is dropped from what is spoken, with a pack or without; English has its rules."""

import pytest

from narrator.languages.pack import codes
from narrator.text import Diction, spoken

SIGNS = ["€", "$", "£", "₹", "₽", "₺", "¥", "₩", "%", "°C", "℃", "+", "=", "×", "&", "§", "№"]
OTHERS = ("hu", "hi", "ar", "th", "ko", "tlh")


@pytest.mark.parametrize("language", sorted({*codes(), *OTHERS} - {"en"}))
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_by_a_figure_is_said_or_left_to_the_engine(language: str, sign: str) -> None:
    plain = spoken("8 8", Diction(language))
    assert spoken(f"8 {sign} 8", Diction(language)) != plain
    assert len(spoken(f"8 {sign}", Diction(language))) > len(spoken("8", Diction(language)))


@pytest.mark.parametrize("language", sorted({*codes(), *OTHERS}))
@pytest.mark.parametrize("figures", ["7", "21", "1985", "3,5", "14:30", "1000000"])
def test_figures_are_said_or_left_to_the_engine(language: str, figures: str) -> None:
    assert any(map(str.isalnum, spoken(figures, Diction(language))))
