"""Lines that were heard wrongly said in other ways; the take that is heard best is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from narrator.studio import WAYS, Processes, Store, other_ways, record, retaken
from narrator.workspace import Workspace, read_retakes, write_retakes

from ..progress import Listener, Progress
from .listening import HeardLine, Listening, sounds_of


@dataclass(frozen=True, slots=True)
class Mended:
    """A line, and what came of saying it in other ways."""

    heard: HeardLine
    """As it was."""
    way: str
    """In which it is said now; empty where none was heard better."""
    sounds: float
    """How many sounds differ now."""


def mend(
    workspace: Workspace,
    book: str,
    lines: Sequence[HeardLine],
    listening: Listening,
    *,
    jobs: int,
    listen: Listener,
) -> tuple[Mended, ...]:
    """Say each of `lines` in other ways until one is heard rightly, and remember the best.

    May be stopped at any moment: what is mended is kept.

    Raises:
        NarratorError: the engine cannot start, or the store cannot be written to.
    """
    store, folder = Store(workspace.clips), workspace.script(book)
    retakes = read_retakes(folder)
    best = {line.place.first.key: Mended(line, "", line.sounds) for line in lines}
    for done, way in enumerate(WAYS, start=1):
        wrong = [each.heard for each in best.values() if each.sounds]
        for line, sounds in _heard(wrong, way, store, listening, jobs):
            key = line.place.first.key
            if sounds < best[key].sounds:
                best[key] = Mended(line, way, sounds)
                retakes[key] = way
                write_retakes(folder, retakes)
        listen(Progress("mending", done, len(WAYS)))
    return tuple(best.values())


def _heard(
    lines: Sequence[HeardLine], way: str, store: Store, listening: Listening, jobs: int
) -> Iterator[tuple[HeardLine, float]]:
    """Those of `lines` that can be said in a way, each with how many sounds differ then."""
    # From the line as it was first, so that ways never add up.
    said = {
        retaken(line.place.first, way).key: line
        for line in lines
        if way in other_ways(line.place.first)
    }
    said = {key: line for key, line in said.items() if key != line.place.utterance.key}
    takes = [retaken(line.place.first, way) for line in said.values()]
    for take in record(takes, store, Processes(store, jobs=jobs)):
        if take.clip:
            line = said[take.key]
            slips = listening.slips(line.said, sounds_of(take.clip))
            yield line, sum(each.sounds for each in slips)
