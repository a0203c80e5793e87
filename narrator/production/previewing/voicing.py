"""How lines of a book sound: what is spoken for each, and how they lie in time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from narrator.errors import BadScript
from narrator.mixing import Mixed, TakeInMix, mix
from narrator.model import BookInfo, Cast, Clip, Line, Pauses, Row, Script, ScriptChapter
from narrator.studio import Store, Utterance
from narrator.text import Diction
from narrator.workspace import SETTINGS, Setting, Workspace, read_retakes, read_settings

from ..arranging import Mix, Performance, mixes_of, pauses_of, performed_by
from ..recording import (
    Brought,
    Place,
    brought_to,
    calibration_of,
    diction_of,
    gains_of,
    is_brought,
    places_in,
    ready,
)

RATE = 22_050
"""Hertz, where no voice says otherwise."""
ready_recording = ready

Clips = Mapping[str, Clip]
"""Those that are recorded, by key."""


@dataclass(frozen=True, slots=True)
class Levelled:
    """What has to be recorded before some rows can be heard."""

    places: tuple[Place, ...]
    """`row` is the index among the rows."""
    levels: tuple[Utterance, ...]
    """By which the voices are levelled, one for each place."""

    @property
    def utterances(self) -> list[Utterance]:
        """All that has to be recorded."""
        return list(dict.fromkeys([*self.levels, *(place.utterance for place in self.places)]))


@dataclass(frozen=True, slots=True)
class Voicing:
    """The voices of a book as they are now."""

    info: BookInfo
    cast: Cast
    diction: Diction
    pauses: Pauses
    delivers: bool
    retakes: Mapping[str, str]
    brought: Brought

    def needs(self, rows: Sequence[Row]) -> Levelled:
        """What is spoken for `rows`.

        Raises:
            NarratorError: nobody plays a speaker, or a recording is not there.
            MissingTool: an engine is not there.
        """
        script = Script(self.info, (ScriptChapter("", tuple(rows)),))
        places = tuple(
            places_in(
                script,
                self.cast,
                self.diction,
                delivers=self.delivers,
                retakes=self.retakes,
                brought=self.brought,
            )
        )
        levels = tuple(self._level(place) for place in places)
        return Levelled(places, levels)

    def plays(self, row: Row) -> bool:
        """Whether somebody with a voice says a row."""
        role = self.cast.role(row.speaker) if isinstance(row, Line) else None
        return role is not None and bool(role.voice)

    def mixed(self, rows: Sequence[Row], needed: Levelled, clips: Clips) -> Mixed:
        """How `rows` sound, with all that they need.

        Raises:
            MissingTool: there is no ffmpeg to measure voices with.
        """
        gains = gains_of([clips[key] for key in dict.fromkeys(u.key for u in needed.levels)])
        takes = {
            place.row: TakeInMix(
                clips[place.utterance.key],
                self._gain(place, gains[level.key]),
                place.utterance.spans,
            )
            for place, level in zip(needed.places, needed.levels, strict=True)
        }
        rate = max((take.clip.rate for take in takes.values()), default=RATE)
        return mix(ScriptChapter("", tuple(rows)), takes, self.pauses, rate)

    def otherwise(self, role_name: str, **values: object) -> "Voicing":
        """The same with another voice or manner of somebody."""
        roles = tuple(
            replace(
                role,
                voice=str(values.get("voice") or role.voice),
                gain=_number(values.get("gain"), role.gain),
                manner=replace(
                    role.manner,
                    rate=_number(values.get("rate"), role.manner.rate),
                    pitch=_number(values.get("pitch"), role.manner.pitch),
                ),
            )
            if role.character.name == role_name
            else role
            for role in self.cast.roles
        )
        return replace(self, cast=replace(self.cast, roles=roles))

    def _level(self, place: Place) -> Utterance:
        own = is_brought(place.utterance)
        return place.utterance if own else calibration_of(self.cast.engine, place.role)

    def _gain(self, place: Place, level: float) -> float:
        return level if is_brought(place.utterance) else level + place.role.gain + place.gain


def voicing_of(workspace: Workspace, book: str, info: BookInfo, cast: Cast) -> Voicing:
    """The voices of `book`, which `cast` plays, as it is usually read.

    Raises:
        BadScript: the lexicon, a casting file or the settings have mistakes.
    """
    folder = workspace.script(book)
    settings = read_settings(folder)
    performance = Performance(
        mixes=_mixes(folder, settings),
        delivers=settings.get("delivery") is not False,
    )
    return Voicing(
        info,
        performed_by(cast, performance.mixes[0]),
        diction_of(workspace, book, language=info.language, engine=cast.engine),
        pauses_of(workspace, book, engine=cast.engine),
        performance.delivers,
        read_retakes(folder),
        brought_to(workspace, book, Store(workspace.clips)),
    )


def _mixes(folder: Path, settings: Mapping[str, Setting]) -> tuple[Mix, ...]:
    try:
        return mixes_of(str(settings.get("mixes", "")), single=settings.get("single_voice") is True)
    except ValueError as error:
        where, todo = str(folder / SETTINGS), "write cast, single or cast,single"
        raise BadScript("mixes is no list of mixes", where=where, todo=todo) from error


def found_clips(store: Store, utterances: Iterable[Utterance]) -> dict[str, Clip]:
    """Those of `utterances` that are recorded."""
    found = ((each.key, store.find(each.key)) for each in utterances)
    return {key: clip for key, clip in found if clip}


def _number(given: object, usual: float) -> float:
    return float(given) if isinstance(given, int | float) else usual
