"""Named features of a turn and somebody who might say it; each is either there or not."""

from collections.abc import Sequence

from ...study import Study
from ..shown import is_shown_below
from ..sightings import Sightings
from ..surroundings import Surroundings
from .address import of_address, of_being_told, of_habits
from .company import of_neighbours, of_person, of_scene
from .narration import of_beats, of_own_narration, of_paragraphs_around
from .stage import Stage
from .tag import of_tag
from .view import Ranks, of_later, of_view, rank


class Describer:
    """Makes the features of a book's turns and candidates."""

    def __init__(self, study: Study, around: Sequence[Surroundings], sightings: Sightings) -> None:
        self.stage = Stage(study, around, sightings)

    def describe(self, index: int, candidates: Sequence[int]) -> list[list[str]]:
        """For each candidate the names of the features that hold.

        Every feature is there twice: as such, and for the turn's context alone.
        """
        here = self.stage.around[index]
        ranks = rank(self.stage, here, candidates)
        return [self._features(here, person, ranks) for person in candidates]

    def _features(self, here: Surroundings, person: int, ranks: Ranks) -> list[str]:
        stage = self.stage
        found = [
            *of_tag(stage, here, person),
            *of_view(stage, here, person, ranks),
            *of_later(stage, here, person),
            *of_own_narration(stage, here, person),
            *of_beats(here, person),
            *of_scene(stage, here, person, ranks),
            *of_paragraphs_around(stage, here, person),
            *of_address(stage, here, person),
            *of_being_told(stage, here, person),
            *of_habits(stage, here, person),
            *of_neighbours(stage, here, person),
            *of_person(stage, here, person),
        ]
        if here.context not in ("name", "first") and is_shown_below(stage.study, here.turn, person):
            found.append("unveiled")
        return found + [f"{here.context}|{name}" for name in found]
