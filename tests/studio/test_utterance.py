"""What an utterance is made of, and what its key depends on."""

import re

from hypothesis import given
from hypothesis import strategies as st

from narrator.model import Manner
from narrator.studio import Utterance, utterance_for
from narrator.text import spoken

CALL = {"engine": "espeak", "version": "1", "voice": "man-deep", "manner": Manner()}


def made(text: str = "Good evening.", **changes: object) -> Utterance:
    utterance = utterance_for(text, **(CALL | changes))  # type: ignore[arg-type]
    assert utterance is not None
    return utterance


def test_sentences_are_apart_and_as_spoken() -> None:
    assert made("“Come in!” she said. He came.").sentences == ("Come in! she said.", "He came.")


def test_each_sentence_knows_where_it_is_written() -> None:
    text = "“Come in!” * * * Dr. Ray came. …"
    utterance = made(text)
    written = [text[span.start : span.end] for span in utterance.spans]
    assert len(written) == len(utterance.sentences)
    assert [spoken(part) for part in written] == list(utterance.sentences)


def test_nothing_speakable_is_no_utterance() -> None:
    assert [utterance_for(text, **CALL) for text in ("", "…", "* * *", "—!?", "✦")] == [None] * 5  # type: ignore[arg-type]


def test_the_key_depends_on_all_that_shapes_the_sound() -> None:
    keys = {
        made().key,
        made("Good morning.").key,
        made(engine="silent").key,
        made(version="2").key,
        made(voice="man-scots").key,
        made(manner=Manner(rate=1.1)).key,
        made(manner=Manner(pitch=1.0)).key,
        made(manner=Manner(effort=-1.0)).key,
    }
    assert len(keys) == 8


def test_the_key_depends_on_nothing_else() -> None:
    assert made().key == made(manner=Manner(rate=1, pitch=0)).key == made("“Good evening.”").key


def test_the_key_is_the_same_for_ever() -> None:
    # When this fails every clip that anyone has recorded is spoken again: raise SCHEMA, or repent.
    expected = "5bc663706ebf13ed3bd9cf35beb6af15f13bda1df1f5c249e8508b5b46f65b81"
    assert made().key == expected


@given(st.text(), st.text())
def test_any_text_has_one_key(text: str, voice: str) -> None:
    one = utterance_for(text, **(CALL | {"voice": voice}))  # type: ignore[arg-type]
    two = utterance_for(text, **(CALL | {"voice": voice}))  # type: ignore[arg-type]
    assert one == two
    if one:
        assert re.fullmatch("[0-9a-f]{64}", one.key)
        assert all(map(str.strip, one.sentences)) and one.characters > 0
