"""How old a voice has to sound."""

import pytest

from narrator.languages import pack_for
from narrator.model import Age
from narrator.parser.people import gender


@pytest.mark.parametrize(
    ("words", "age"),
    [
        (["old", "man"], Age.OLD),
        (["grandmother"], Age.OLD),
        (["older", "man"], Age.UNKNOWN),
        (["elder", "brother"], Age.UNKNOWN),
        (["boy"], Age.CHILD),
        (["clerk"], Age.UNKNOWN),
    ],
)
def test_age_by_the_words_used(words: list[str], age: Age) -> None:
    assert gender.age_of(pack_for("en"), words) == age
