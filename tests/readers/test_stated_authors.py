"""Authors as documents state them, however their programs write names down."""

from pathlib import Path

import pytest

from narrator.readers import ReadOptions, SourceFile, read_story

NAMES = [
    ("Orla Finch", "Orla Finch"),
    ("Finch, Orla", "Orla Finch"),
    ("Finch, Orla; Moss, Tam", "Orla Finch and Tam Moss"),
    ("Orla Finch, Tam Moss", "Orla Finch and Tam Moss"),
    ("Orla Finch, Jr.", "Orla Finch, Jr."),
    ("Orla Finch, PhD", "Orla Finch, PhD"),
    ("Quay House, Inc.", "Quay House, Inc."),
    ("de la Mer, Ines", "Ines de la Mer"),
    ("Finch, Orla, 1871-1940", "Orla Finch"),
]
STORY = "It rained on the quay, and the boats lay still."
PAGES = {
    "a.html": '<html lang="en"><head><meta name="author" content="{}"></head>'
    f"<body><h1>The Quay</h1><p>{STORY}</p></body></html>",
    "a.md": f'---\ntitle: The Quay\nauthor: "{{}}"\nlang: en\n---\n\n{STORY}\n',
    "a.rtf": r"{{\rtf1\ansi{{\info{{\title The Quay}}{{\author {}}}}}" + STORY + "}}",
}


def author(name: str, page: str) -> str:
    book = read_story([SourceFile(Path(name), page.encode())], ReadOptions(language="en"))
    assert STORY in " ".join(block.text for c in book.chapters for block in c.blocks)
    return book.info.author


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("stated", "said"), NAMES)
def test_an_author_is_said_forename_first(name: str, stated: str, said: str) -> None:
    assert author(name, PAGES[name].format(stated)) == said


def test_each_author_of_a_page_has_a_mark_of_its_own() -> None:
    two = 'Orla Finch"><meta name="author" content="Tam Moss'
    assert author("a.html", PAGES["a.html"].format(two)) == "Orla Finch and Tam Moss"


def test_letters_of_rtf_are_read_in_its_code_page() -> None:
    page = r"{\rtf1\ansi\ansicpg1252{\info{\author Ren\'e9 \u321?ukasz}}" + STORY + "}"
    assert author("a.rtf", page) == "René Łukasz"
