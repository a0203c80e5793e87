"""A line said in another way has another key, and the same places in the text."""

import re

import pytest

from narrator.engines import engine_class
from narrator.model import Manner
from narrator.studio import Utterance, other_ways, retaken, utterance_for
from narrator.studio.retaking import WAYS

TEXT = "“Wait — you there! Nobody; not you…”"


def said(engine: str = "espeak") -> Utterance:
    found = utterance_for(TEXT, engine=engine, version="1", voice="girl", manner=Manner())
    assert found is not None
    return found


@pytest.mark.parametrize("way", WAYS)
def test_each_way_is_another_clip_of_the_same_line(way: str) -> None:
    first = said()
    other = retaken(first, way)
    assert other.key != first.key and len(other.key) == len(first.key)
    assert other == retaken(first, way)
    assert (other.spans, other.voice) == (first.spans, first.voice)
    assert len(other.sentences) == len(first.sentences)


def test_a_way_that_is_not_known_changes_nothing() -> None:
    assert retaken(said(), "") == retaken(said(), "backwards") == said()


def test_a_plainer_line_has_the_same_words() -> None:
    first, plainer = said(), retaken(said(), "plainer")
    assert plainer.sentences != first.sentences
    one, other = (re.findall(r"\w+", " ".join(each.sentences)) for each in (first, plainer))
    assert one == other


def test_only_an_engine_with_chance_in_it_is_asked_the_same_again() -> None:
    assert "again" not in set(other_ways(said()))
    assert engine_class("piper").varies
    assert "again" in set(other_ways(said("piper")))
