"""Recorded lines heard by a recogniser: together first, and once more alone where they differ."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from narrator.errors import NarratorError
from narrator.files import read_file
from narrator.hearing import Phrase, Recogniser, Slip, Sounding, find_slips, phrases
from narrator.model import Clip, Line, Script, Sound
from narrator.studio import Store
from narrator.studio.clip_file import sound
from narrator.workspace import Workspace, read_retakes

from ..preparing import prepare
from ..progress import Listener, Progress
from ..recording import Place, brought_to, is_brought, places_in
from ..request import Request

STRETCH = 24.0
"""Seconds that are heard together: the recogniser takes half a minute, and as long for less."""


@dataclass(frozen=True, slots=True)
class HeardLine:
    """A line, and where what was heard is not what it says."""

    place: Place
    line: Line
    said: tuple[Phrase, ...]
    slips: tuple[Slip, ...]

    @property
    def sounds(self) -> float:
        """How many sounds differ."""
        return sum(slip.sounds for slip in self.slips)

    @property
    def misheard(self) -> int:
        """How many of its words were heard as others, or not at all."""
        return sum(slip.end - slip.start for slip in self.slips)


@dataclass(frozen=True, slots=True)
class Proof:
    """A book that was heard."""

    script: Script
    lines: tuple[HeardLine, ...]
    """All that differ from others in words, voice or manner, in the order of the book."""

    @property
    def words(self) -> int:
        """How many were heard."""
        return sum(len(each.said) for each in self.lines)

    @property
    def worst(self) -> tuple[HeardLine, ...]:
        """The lines that differ, those of which most sounds do first."""
        return tuple(sorted((each for each in self.lines if each.slips), key=lambda e: -e.sounds))


class Listening:
    """A recogniser that knows a book's language and names."""

    def __init__(self, script: Script, model: str | None, *, jobs: int) -> None:
        """Load it.

        Raises:
            MissingTool: it is not there.
        """
        self._locale = script.info.language
        names = (name for one in script.characters for name in (one.name, *one.aliases))
        self._names = frozenset(word for name in names for word in name.split())
        self._recogniser = Recogniser(model, self._locale, threads=jobs)
        self._sounding = Sounding(self._locale)

    def said(self, place: Place) -> tuple[Phrase, ...]:
        """What was to be said."""
        text = " ".join(place.utterance.sentences)
        return tuple(phrases(text, self._locale, self._names))

    def slips(self, said: Sequence[Phrase], sounds: Iterable[Sound]) -> tuple[Slip, ...]:
        """Where what is heard in `sounds` is not what was `said`."""
        heard = phrases(self._recogniser.hear(*sounds), self._locale)
        return find_slips(said, heard, self._sounding)


def proofread(
    workspace: Workspace,
    book: str,
    request: Request,
    *,
    model: str | None,
    jobs: int,
    listen: Listener,
) -> tuple[Proof, Listening]:
    """Hear every line of `book`, which was recorded as `request` asks; and what heard it.

    Raises:
        MissingTool: the recogniser is not there.
        NarratorError: a line is not recorded.
    """
    prepared = prepare(workspace, book, request, listen=listen)
    script, store = prepared.arranged.script, Store(workspace.clips)
    places = {
        place.utterance.key: place
        for place in places_in(
            script,
            prepared.arranged.cast,
            prepared.diction,
            delivers=request.performance.delivers,
            retakes=read_retakes(workspace.script(book)),
            brought=brought_to(workspace, book, store),
        )
        # What a person said themselves is as they want it.
        if not is_brought(place.utterance)
    }
    clips = [_recorded(store, place, book) for place in places.values()]
    listening = Listening(script, model, jobs=jobs)
    lines = []
    for group in _stretches(list(zip(places.values(), clips, strict=True))):
        lines += [_in_script(line, script) for line in _heard_together(group, listening)]
        listen(Progress("listening", len(lines), len(places)))
    return Proof(script, tuple(lines)), listening


def sounds_of(clip: Clip) -> list[Sound]:
    """The sentences of a clip.

    Raises:
        NarratorError: it is gone or damaged.
    """
    whole = sound(read_file(clip.path))
    if whole is None:
        raise NarratorError("the clip is damaged", where=str(clip.path), todo="record it again")
    ends = list(accumulate(clip.sentences))
    return [
        Sound(whole.pcm[2 * start : 2 * end], whole.rate)
        for start, end in zip([0, *ends], ends, strict=False)
    ]


def _recorded(store: Store, place: Place, book: str) -> Clip:
    clip = store.find(place.utterance.key)
    if clip is None:
        words = " ".join(place.utterance.sentences)[:60]
        todo = f"run: narrator record {book}"
        raise NarratorError(f"{words!r} is not recorded as it is now", where=book, todo=todo)
    return clip


def _stretches(clips: Sequence[tuple[Place, Clip]]) -> Iterator[list[tuple[Place, Clip]]]:
    """Lines that fit into what is heard at a time."""
    group: list[tuple[Place, Clip]] = []
    for place, clip in clips:
        length = sum(each.frames / each.rate for _, each in group)
        if group and length + clip.frames / clip.rate > STRETCH:
            yield group
            group = []
        group.append((place, clip))
    if group:
        yield group


def _heard_together(
    group: Sequence[tuple[Place, Clip]], listening: Listening
) -> Iterator[HeardLine]:
    """The lines of a stretch: only what differs in it, and also alone, was not heard."""
    said = [listening.said(place) for place, _ in group]
    sounds = [sounds_of(clip) for _, clip in group]
    slips = listening.slips(list(chain(*said)), chain(*sounds))
    ends = list(accumulate(map(len, said)))
    for (place, _), words, part, end in zip(group, said, sounds, ends, strict=True):
        start = end - len(words)
        # What was put in between two lines may be of either.
        doubtful = [each for each in slips if each.start <= end and each.end >= start]
        found = listening.slips(words, part) if doubtful else ()
        yield HeardLine(place, _NOWHERE, words, found)


_NOWHERE = Line("", "")


def _in_script(heard: HeardLine, script: Script) -> HeardLine:
    row = script.chapters[heard.place.chapter].rows[heard.place.row]
    return replace(heard, line=row) if isinstance(row, Line) else heard
