"""No English word is said or shown in a book of another language: credits, titles, tags, player."""

import re

import pytest

from narrator.languages import find_pack, pack_for, titles_for
from narrator.languages.credits import Credits
from narrator.languages.pack import codes
from narrator.languages.titles import Titles

COMPLETE = [code for code in codes() if code != "en" and pack_for(code).tells_people]
SAME = re.compile(
    r"\{\w+\}|Narrator|JavaScript|Shift|Pause|Note|Player|min\b|Min\.|Narration|Report|minute", re.I
)
"""Places, names, and words that are the same in several languages."""


def texts(part: object) -> list[str]:
    names = (name for name in part.__struct_fields__)
    return [getattr(part, name) for name in names if getattr(part, name)]


def words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Za-z]{4,}", SAME.sub(" ", text))}


ENGLISH = {
    word
    for part in (pack_for("en").titles, pack_for("en").credits)
    for text in texts(part)
    for word in words(text)
} | {
    word
    for table in (pack_for("en").pages.player.page, pack_for("en").pages.player.program)
    for text in table.values()
    for word in words(text)
}


def test_the_packs_that_are_complete_are_tested() -> None:
    assert {"de", "el", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "sv", "tr", "zh"} <= set(
        COMPLETE
    )


@pytest.mark.parametrize("code", COMPLETE)
def test_nothing_english_is_said_around_a_book(code: str) -> None:
    credits = pack_for(code).credits
    assert isinstance(credits, Credits)
    assert not credits.role  # the names of voices are English
    for text in texts(credits):
        assert not words(text) & ENGLISH - OWN.get(code, set()), text


@pytest.mark.parametrize("code", COMPLETE)
def test_nothing_english_is_shown_of_a_book(code: str) -> None:
    for text in texts(titles_for(code)):
        assert not words(text) & ENGLISH - OWN.get(code, set()), text
    pages = pack_for(code).pages
    assert pages.language == code
    counts = [text for forms in pages.player.counts.values() for text in forms.values()]
    for text in [*pages.player.page.values(), *pages.player.program.values(), *counts]:
        assert not words(text) & ENGLISH - OWN.get(code, set()), text


@pytest.mark.parametrize("language", ["hi", "ar", "hu", "th", "tlh", "cs", "da"])
def test_a_language_without_words_shows_names_and_figures_alone(language: str) -> None:
    for text in texts(titles_for(language)):
        assert not re.sub(r"\{\w+\}", "", text).strip(" ,()—?♀♂")
    pack = find_pack(language)
    assert pack is None or pack.credits is None


def test_english_has_its_words() -> None:
    assert titles_for("en-GB") is titles_for("") is pack_for("en").titles
    assert isinstance(titles_for("en"), Titles)


OWN = {
    "de": {"browser", "name", "system", "text"},
    "pl": {"system"},
    "fr": {"page", "texte", "note", "place", "distribution"},
    "nl": {"plaats", "pagina", "browser", "letter"},
    "sv": {"text"},
    "it": {"browser"},
}
"""Words of a language that are written as English ones."""
