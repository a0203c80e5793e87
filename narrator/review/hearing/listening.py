"""A book under review, heard: the sound of lines, voices tried, and which lines are stale."""

import hashlib
import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace

from narrator.casting import read_sayings, with_saying
from narrator.model import NARRATOR, Clip, Line, LineKind, Row
from narrator.production import Levelled, Voicing, found_clips, ready_recording, voicing_of
from narrator.studio import Store
from narrator.text import is_speakable, lexicon_for

from ..papers import CannotBeDone, Paper
from ..session import Session
from ..shapes import Cue, Heard
from .asked import Ask, Way
from .casting import Casting
from .speaking import Speaker
from .staleness import Staleness
from .wave import Wave

_EDGE = 0.1
"""Seconds."""
_KEPT = 16
"""Sounds that can still be fetched; a page plays one at a time."""
_OWN, _LONGEST = 3, 220
"""How many of somebody's own lines are heard, and how many characters they have at most."""


class Listening:
    """All that is heard of one book."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._workspace = session.reviewed.workspace
        self._store = Store(self._workspace.clips)
        self._speaker = Speaker(self._store)
        self.casting = Casting(session)
        self._staleness = Staleness(session, self._voicing)
        self._waves: OrderedDict[str, Wave] = OrderedDict()
        self._lock = threading.Lock()

    def start(self) -> None:
        """Begin to look for what is stale, and to give voices to those who lose theirs."""
        self._staleness.start()
        self.casting.start()

    def close(self) -> None:
        """Let those who speak go."""
        self.casting.close()
        self._staleness.close()
        self._speaker.end()

    def wave(self, name: str) -> Wave:
        """A sound that was asked for.

        Raises:
            KeyError: it was asked for too long ago, or never.
        """
        with self._lock:
            return self._waves[name]

    def hear(self, ask: Ask) -> Heard:
        """Make ready what is asked for; what has to be spoken for it is spoken now.

        Raises:
            CannotBeDone: there is no such line.
            NarratorError: it cannot be spoken.
        """
        if ask.chapter is not None:
            return self._chapter(ask.chapter, ask.from_)
        with self._session.lock:
            moment = self._session.reviewed.moment
            rows, ids = self._rows(ask)
        name = self._named(ask, rows)
        if ask.as_ == Way():
            return self._heard(self.voicing(rows), rows, ids, moment)
        voicing = self._otherwise(self.voicing(rows), name, ask.as_)
        rows = [_delivered(row, ask.as_.delivery) for row in rows]
        # What is only tried does not stand in the book.
        return self._heard(voicing, rows, ids, None)

    def bring(self, content: bytes) -> str:
        """Keep a recording of a person's own, in any format; its name.

        Raises:
            NarratorError: there is no sound in it.
        """
        ready_recording(content)
        name = f"{hashlib.sha256(content).hexdigest()[:16]}{_suffix(content)}"
        path = self._workspace.recordings(self._session.book) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            beside = path.with_name(f".{name}.{secrets.token_hex(4)}.part")
            beside.write_bytes(content)
            beside.replace(path)
        return name

    def voicing(self, rows: Sequence[Row]) -> Voicing:
        """The voices of the book; whoever of `rows` has none yet is given one.

        Raises:
            BadScript, MissingTool: they cannot be had.
        """
        with self._session.lock:
            cast = self._session.reviewed.bill.cast
            roles = [cast.role(row.speaker) for row in rows if isinstance(row, Line)]
        if not cast.engine or not all(role and role.voice for role in roles):
            self.casting.fill()
        return self._voicing()

    def _voicing(self) -> Voicing:
        session = self._session
        with session.lock:
            book = session.reviewed
            return voicing_of(self._workspace, session.book, book.info, book.bill.cast)

    def _heard(
        self, voicing: Voicing, rows: Sequence[Row], ids: Sequence[int], moment: int | None
    ) -> Heard:
        """Rows spoken, which stood so in the book at `moment`; None where they never did."""
        # A few lines by themselves need not wait as a chapter does at its ends.
        voicing = replace(voicing, pauses=replace(voicing.pauses, head=_EDGE, tail=_EDGE))
        needed = voicing.needs(rows)
        clips = self._speaker.speak(needed.utterances)
        if moment is not None:
            told = {ids[place.row]: False for place in needed.places if ids[place.row]}
            self._session.mark(told, moment)
        return self._sounding(voicing, rows, ids, needed, clips)

    def _chapter(self, number: int, start: int | None) -> Heard:
        """A chapter as far as it is recorded."""
        with self._session.lock:
            paper = self._session.reviewed.papers.chapter(number)
            at = paper.ids.index(start) if start in paper.ids else 0
            rows, ids = [placed.row for placed in paper.rows[at:]], paper.ids[at:]
            cast = self._session.reviewed.bill.cast
        if not cast.engine:
            return Heard("", (), sum(isinstance(row, Line) for row in rows))
        voicing = self._voicing()
        played = next((n for n, row in enumerate(rows) if not _plays(voicing, row)), len(rows))
        needed = voicing.needs(rows[:played])
        clips = found_clips(self._store, needed.utterances)
        here = [
            place.utterance.key in clips and level.key in clips
            for place, level in zip(needed.places, needed.levels, strict=True)
        ]
        whole = here.index(False) if False in here else len(here)
        end = needed.places[whole].row if whole < len(here) else played
        missing = sum(isinstance(row, Line) for row in rows[end:])
        if not whole:
            return Heard("", (), missing)
        some = Levelled(needed.places[:whole], needed.levels[:whole])
        return replace(self._sounding(voicing, rows[:end], ids[:end], some, clips), missing=missing)

    def _sounding(
        self,
        voicing: Voicing,
        rows: Sequence[Row],
        ids: Sequence[int],
        needed: Levelled,
        clips: dict[str, Clip],
    ) -> Heard:
        wave = Wave(voicing.mixed(rows, needed, clips))
        name = secrets.token_hex(12)
        with self._lock:
            self._waves[name] = wave
            while len(self._waves) > _KEPT:
                self._waves.popitem(last=False)
        lines = [id for id, row in zip(ids, rows, strict=True) if isinstance(row, Line)]
        cues = zip(lines, wave.mixed.audio.cues, strict=True)
        told = tuple(Cue(id, round(cue.start, 3), round(cue.end, 3)) for id, cue in cues if id)
        return Heard(f"/sound/{self._session.book}/{name}.wav", told, 0)

    def _rows(self, ask: Ask) -> tuple[Sequence[Row], Sequence[int]]:
        """What is to be heard, with the ids of what is in the book; 0 for what is not."""
        with self._session.lock:
            papers = self._session.reviewed.papers
            if ask.text is not None:
                kind = LineKind.DIALOGUE
                return [Line(self._speaker_of(ask.name), ask.text, kind)], [0]
            if ask.person is not None:
                own = self._own_lines(self._speaker_of(ask.person))
                return own, [0] * len(own)
            if ask.around is not None:
                place = papers.place(ask.around)
                return _around(place.paper, place.at)
            lines = ask.lines or ((ask.line,) if ask.line is not None else ())
            places = [papers.place(id) for id in lines]
            if not places:
                raise CannotBeDone("nothing was asked to be heard")
            first, last = places[0], places[-1]
            if all(place.paper is first.paper for place in places) and len(places) > 1:
                span = slice(first.at, last.at + 1)
                wanted = set(lines)
                pairs = [
                    (placed.row, id)
                    for placed, id in zip(
                        first.paper.rows[span], first.paper.ids[span], strict=True
                    )
                    if id in wanted or not isinstance(placed.row, Line)
                ]
                return [row for row, _ in pairs], [id for _, id in pairs]
            return [place.placed.row for place in places], [place.id for place in places]

    def _speaker_of(self, name: str | None) -> str:
        return self._session.reviewed.bill.name_of(name) if name else NARRATOR

    def _own_lines(self, name: str) -> Sequence[Row]:
        """Some of what somebody says: of the lines that are not too long, the longest."""
        book = self._session.reviewed
        lines = [
            line
            for _, line in book.papers.lines()
            if book.bill.name_of(line.speaker) == name and is_speakable(line.text)
        ]
        short = [line for line in lines if len(line.text) <= _LONGEST] or lines[:1]
        if not short:
            raise CannotBeDone(f"{name} says nothing")
        chosen = sorted(short, key=lambda line: -len(line.text))[:_OWN]
        return [*(line for line in short if line in chosen)][:_OWN]

    def _named(self, ask: Ask, rows: Sequence[Row]) -> str:
        """Whose voice is tried."""
        first = next((row.speaker for row in rows if isinstance(row, Line)), NARRATOR)
        return self._speaker_of(ask.person or ask.name or first)

    def _otherwise(self, voicing: Voicing, name: str, way: Way) -> Voicing:
        if way.word and (way.say or way.ipa):
            language = voicing.info.language
            text = with_saying("", way.word, way.say, way.ipa)
            known = voicing.diction.lexicon.index.values()
            said = (each for entries in (*known, read_sayings(text)) for each in entries)
            lexicon = lexicon_for(language, said)
            voicing = replace(voicing, diction=replace(voicing.diction, lexicon=lexicon))
        values = {key: getattr(way, key) for key in ("voice", "rate", "pitch", "gain")}
        given = {key: value for key, value in values.items() if value is not None}
        return voicing.otherwise(name, **given) if given else voicing


def _delivered(row: Row, delivery: str | None) -> Row:
    """A line said so by a voice, not as a person recorded it."""
    if not isinstance(row, Line):
        return row
    return replace(row, delivery=row.delivery if delivery is None else delivery, recording="")


def _plays(voicing: Voicing, row: Row) -> bool:
    return not isinstance(row, Line) or voicing.plays(row)


def _around(paper: Paper, at: int) -> tuple[list[Row], list[int]]:
    """A line with the one before and the one after it, and what is between."""
    lines = [n for n, placed in enumerate(paper.rows) if isinstance(placed.row, Line)]
    before = max((n for n in lines if n < at), default=at)
    after = min((n for n in lines if n > at), default=at)
    span = slice(before, after + 1)
    return [placed.row for placed in paper.rows[span]], paper.ids[span]


def _suffix(content: bytes) -> str:
    return ".wav" if content[:4] == b"RIFF" else ".sound"
