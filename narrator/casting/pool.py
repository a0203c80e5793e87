"""The voices to choose from, and who has them already."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from narrator.model import Character, Gender, Manner, Role, Voice

from .fitting import REUSE, VARIANTS, apart, misfit, off_middle

PLAIN = Manner()


@dataclass(frozen=True, slots=True)
class Choice:
    """A voice in a manner, for a role."""

    voice: Voice
    manner: Manner
    sharers: int
    """How many roles have just this voice in just this manner."""
    cost: int


class Pool:
    """The voices of an engine in its order, and the roles that use them."""

    def __init__(self, voices: Iterable[Voice], roles: Iterable[Role]) -> None:
        self._voices = {voice.id: voice for voice in voices}
        self._pairs: Counter[tuple[str, Manner]] = Counter()
        self._uses: Counter[str] = Counter()
        for role in roles:
            self.take(role.voice, role.manner)

    def take(self, voice: str, manner: Manner) -> None:
        """Note that a role has `voice` in `manner`."""
        if voice:
            self._pairs[voice, manner] += 1
            self._uses[voice] += 1

    def narrator(self) -> Voice:
        """The voice that narrates best and that nobody has; the best of all if there is none."""
        free = (voice for voice in self._voices.values() if not self._uses[voice.id])
        return next(free, next(iter(self._voices.values())))

    def exact(self, character: Character, barred: str) -> Choice | None:
        """A voice of the right gender and age that nobody has, the farthest from all in use."""
        free = [
            choice
            for choice in self._choices(character, barred, None)
            if not self._uses[choice.voice.id] and choice.cost == 0
        ]
        return self._best(character, free) if free else None

    def best(self, character: Character, barred: str, manner: Manner | None) -> Choice:
        """The choice that fits best; `manner` if it is given already."""
        return self._best(character, list(self._choices(character, barred, manner)))

    def _choices(
        self, character: Character, barred: str, manner: Manner | None
    ) -> Iterator[Choice]:
        others = [voice for voice in self._voices.values() if voice.id != barred]
        for voice in others or self._voices.values():
            how = self._manner(voice.id) if manner is None else manner
            cost = misfit(character, voice) + REUSE * self._uses[voice.id]
            yield Choice(voice, how, self._pairs[voice.id, how], cost)

    def _manner(self, voice: str) -> Manner:
        return min((PLAIN, *VARIANTS), key=lambda manner: self._pairs[voice, manner])

    def _best(self, character: Character, choices: list[Choice]) -> Choice:
        least = min((choice.sharers, choice.cost) for choice in choices)
        equal = [choice for choice in choices if (choice.sharers, choice.cost) == least]
        return min(equal, key=lambda choice: self._rank(character, choice))

    def _rank(self, character: Character, choice: Choice) -> tuple[float, float]:
        """Least first; `min` keeps the engine's order among equals.

        Whole semitones are near enough: the engine puts its best voices first.
        """
        leaning = 0.0
        if character.gender is Gender.NEUTRAL:
            leaning = round(off_middle(choice.voice), 6)
        elif character.gender is Gender.UNKNOWN:
            leaning = self._share_in_use(choice.voice.gender)
        return leaning, -round(self._nearest(choice))

    def _share_in_use(self, gender: Gender) -> float:
        voices = [voice.id for voice in self._voices.values() if voice.gender is gender]
        return sum(self._uses[voice] for voice in voices) / len(voices)

    def _nearest(self, choice: Choice) -> float:
        return min(
            (
                apart(choice.voice, choice.manner, self._voices[voice], manner)
                for voice, manner in self._pairs
                if voice in self._voices
            ),
            default=0.0,
        )
