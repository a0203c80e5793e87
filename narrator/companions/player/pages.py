"""The player's files: the page and a script for each chapter."""

from collections.abc import Iterator
from dataclasses import replace

from ..edition import Edition, shares
from ..paragraphs import paragraphs
from ..sidefile import SideFile, data_file, text_file
from .chapter import chapter_script
from .page import page
from .times import second_times

KIND = "player"
FOLDER = "player"


def player_files(edition: Edition) -> Iterator[SideFile]:
    """The page, the chapters' text and the cover."""
    everyone = shares(edition)
    numbers = _numbers(edition, tuple(share.name for share in everyone))
    count = len(edition.audio.chapters)
    texts = tuple(f"{FOLDER}/{n:0{max(3, len(str(count)))}}.js" for n in range(1, count + 1))
    for number, name in enumerate(texts):
        text = paragraphs(edition.script.chapters[number], edition.audio.chapters[number].audio)
        times = second_times(edition, number)
        yield text_file(name, KIND, chapter_script(number, text, numbers, times))
    if edition.cover:
        yield data_file(edition.cover_name, KIND, edition.cover.data)
    index = text_file("index.html", KIND, page(edition, everyone, texts))
    yield replace(index, seconds=edition.seconds)


def _numbers(edition: Edition, names: tuple[str, ...]) -> dict[str, int]:
    """The number of everyone who speaks, under each name that a line may have for them."""
    places = {name: number for number, name in enumerate(names)}
    spoken = {line.speaker for chapter in edition.script.chapters for line in chapter.lines}
    return {name: places[edition.speaker(name)] for name in spoken}
