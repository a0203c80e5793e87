"""Two mixes on one map of time: when each sentence of a chapter is heard in the second."""

from collections.abc import Iterator

from narrator.model import Cue

from ..edition import Edition


def second_times(edition: Edition, number: int) -> tuple[tuple[float, float], ...]:
    """Start and end of every sentence of chapter `number`, in seconds of the other mix.

    They are those of the book's own mix in their order; empty where there is no other mix.
    """
    if edition.other is None:
        return ()
    first = edition.audio.chapters[number].audio.cues
    second = edition.other.audio.chapters[number].audio.cues
    return tuple(
        time for one, other in zip(first, second, strict=True) for time in _matched(one, other)
    )


def _matched(one: Cue, other: Cue) -> Iterator[tuple[float, float]]:
    """When the sentences of `one` are heard in `other`, which is the same line.

    Where it is cut otherwise, as a recording of a person's own that is not cut, they are spread
    over it as they are over their own line.
    """
    if len(one.sentences) == len(other.sentences):
        yield from ((each.start, each.end) for each in other.sentences)
        return
    scale = (other.end - other.start) / max(one.end - one.start, 1e-3)
    for each in one.sentences:
        yield (
            other.start + (each.start - one.start) * scale,
            other.start + (each.end - one.start) * scale,
        )
