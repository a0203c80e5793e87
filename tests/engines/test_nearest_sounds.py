"""Every sound that can be written is said by every model, as the nearest that it has."""

import pytest

from narrator.engines.kokoro_alphabet import NUMBERS
from narrator.engines.nearest_sounds import in_sounds_of
from narrator.errors import NarratorError

CHART = (
    "pbtdʈɖcɟkɡqɢʔmɱnɳɲŋɴʙrʀⱱɾɽɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦɬɮʋɹɻjɰlɭʎʟʘǀǃǂǁɓɗʄɠʛʍwɥʜʢʡɕʑɺɧ"
    "iyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒɚɝɫ"
)
"""The letters of the International Phonetic Association's chart (2020), and three of English."""


@pytest.mark.parametrize("known", [set(NUMBERS), set("abdefghijklmnoprstuvwz")])
def test_no_letter_of_the_chart_is_left_out(known: set[str]) -> None:
    for letter in CHART:
        said = in_sounds_of(letter, known)
        assert said and set(said) <= known, letter


def test_a_letter_for_which_nothing_stands_is_told() -> None:
    with pytest.raises(NarratorError, match="U\\+0416"):
        in_sounds_of("kЖk", set("k"))


def test_marks_are_left_out_and_signs_replaced() -> None:
    assert in_sounds_of("ˈt͡ʃa\u032a… ", set("tsa.")) == "tsa."
