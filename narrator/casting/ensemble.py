"""Who has which voice while a cast is being made, and what each choice costs."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from narrator.acoustics import Voiceprint
from narrator.model import NARRATOR, Character, Gender, Manner, Role, Voice

from .fitting import VARIANTS, aged, misfit, off_middle, variant_of, varied
from .likeness import Likeness, Part

PLAIN = Manner()

# What is weighed against each other; only the proportions mean anything.
FIT = 4.0
"""A unit of misfit: a young voice for an adult. A woman with a man's voice costs a hundred."""
REUSE = 20.0
"""Each role that has the voice already, though in another manner: an adult rather shares the voice
of an adult, varied, than speaks as a child, but rather takes a free old voice than shares."""
SAME = 2_000.0
"""Each role that has the voice in the very same manner."""
APART = 1.5
"""The distance from which voices are seldom taken for each other; it costs 1 for each unit of
the weight of their conversation, half of it sixteen times as much."""
CONFUSED = 30.0
"""What the likeness of two voices costs at most, for each unit of weight."""
OUTSIDE = 400.0
"""A voice without the accent of the character, or with one for somebody who has none."""
ELSEWHERE = 12.0
"""A voice from another country than the narrator's, where accents are not there to tell voices
apart: rather than share one."""
POOR = 8.0
"""A voice that its maker calls as bad as can be, for somebody with seven lines."""
LEANING = 0.5
"""Of a voice for somebody unknown, when all voices of its gender are in use already."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A voice in a manner, for a role."""

    part: Part
    cost: float


class Ensemble:
    """The voices of an engine in its order, and the roles that use them."""

    def __init__(
        self,
        voices: Sequence[Voice],
        prints: Mapping[str, Voiceprint],
        weights: Mapping[str, Mapping[str, float]] | None,
        roles: Sequence[Role],
        accented: Mapping[str, Sequence[Voice]] | None = None,
        one_accent: bool = False,
    ) -> None:
        """`weights`: for each name those they are heard with; None if it is not known.

        `accented`: for each accent that is asked for the voices that have it. `one_accent`: whether
        all others should come from where the narrator does.
        """
        self._one_accent = one_accent
        self._plain = {voice.id: voice for voice in voices}
        self._accented = {
            accent: {voice.id: voice for voice in each}
            for accent, each in (accented or {}).items()
            if each
        }
        self._voices = dict(self._plain)
        for each in self._accented.values():
            self._voices |= each
        self._throats = throats(self._voices, prints)
        self._confusion = Confusion(Likeness(self._voices, prints))
        self._users: dict[str, list[str]] = {}
        self._misfits: dict[tuple[str, str], float] = {}
        self._heard_with = {
            role.character.name: heard_with(role.character, weights, roles) for role in roles
        }
        self._numbers: dict[str, int] = {}
        """The parts once more, as `Confusion` knows them."""
        self.parts: dict[str, Part] = {}
        """Voice and manner of everyone who has them, by name."""
        for role in roles:
            if role.voice:
                self.place(role.character.name, (role.voice, role.manner))

    def place(self, name: str, part: Part) -> None:
        """Give `name` a voice, instead of the one they had."""
        self.remove(name)
        self.parts[name] = part
        self._numbers[name] = self._confusion.number(part)
        self._users.setdefault(self._throat(part[0]), []).append(name)

    def remove(self, name: str) -> None:
        """Take the voice of `name` away."""
        part = self.parts.pop(name, None)
        if part:
            del self._numbers[name]
            self._users[self._throat(part[0])].remove(name)

    def users(self, voice: str) -> Sequence[str]:
        """Who has a voice, in whatever manner and accent."""
        return self._users.get(self._throat(voice), ())

    def company(self, name: str) -> list[str]:
        """Those with a voice who are heard with `name`, the narrator aside."""
        return [other for other in self._heard_with[name] if other in self.parts][1:]

    def apart(self, one: str, other: str) -> float:
        """How far apart the voices of two who have one are."""
        return self._confusion.likeness.apart(self.parts[one], self.parts[other])

    def narrator(self) -> Voice:
        """The voice that narrates best and that nobody has; the best of all if there is none."""
        free = (voice for voice in self._plain.values() if not self.users(voice.id))
        return next(free, next(iter(self._plain.values())))

    def best(self, character: Character, manner: Manner | None) -> Choice:
        """The cheapest choice for `character`, who has no voice now; `manner` if it is given.

        The narrator's voice is nobody else's, unless there is no other.
        """
        barred = self._throat(self.parts[NARRATOR][0])
        pool = self._accented.get(character.accent, self._plain)
        others = [id for id in pool if self._throat(id) != barred] or list(pool)
        parts = ((id, manner or self._manner(character, id)) for id in others)
        choices = (Choice(part, self.cost(character, part)) for part in parts)
        return min(choices, key=lambda choice: round(choice.cost, 3))

    def cost(self, character: Character, part: Part) -> float:
        """What it costs that `character` has `part`; others keep theirs."""
        numbers = self._numbers
        company = (
            (numbers[other], weight)
            for other, weight in self._heard_with[character.name].items()
            if other in numbers
        )
        return self._suiting(character, part) + self._confusion.sum(part, company)

    def misfit(self, character: Character, part: Part) -> float:
        """What it costs that the voice of `part` does not fit `character`, whoever has it."""
        key = character.name, part[0]
        if key not in self._misfits:
            voice = self._voices.get(part[0])
            pool = self._accented.get(character.accent, self._plain)
            outside = 0.0 if part[0] in pool else OUTSIDE
            self._misfits[key] = FIT * misfit(character, voice) + outside if voice else 0.0
        return self._misfits[key]

    def has_accent(self, accent: str) -> bool:
        """Whether there are voices with an accent."""
        return accent in self._accented

    def exchanged(self, one: Character, other: Character) -> tuple[Part, Part]:
        """What the two would have if they had each other's voices."""
        first, second = self.parts[one.name], self.parts[other.name]
        return self._handed(other, second, one), self._handed(one, first, other)

    def unvaried(self, character: Character) -> Manner:
        """The manner in which `character` has a voice of their own."""
        voice = self._voices.get(self.parts[character.name][0])
        return aged(character, voice) if voice else PLAIN

    def _handed(self, owner: Character, part: Part, heir: Character) -> Part:
        """`part` of `owner` as `heir` would have it: as much varied, but by another age."""
        voice = self._voices.get(part[0])
        if voice is None:
            return part
        variant = variant_of(aged(owner, voice), part[1])
        return part[0], varied(aged(heir, voice), variant)

    def _throat(self, voice: str) -> str:
        return self._throats.get(voice, voice)

    def _suiting(self, character: Character, part: Part) -> float:
        voice = self._voices.get(part[0])
        if voice is None:
            return 0.0
        others = [name for name in self.users(part[0]) if name != character.name]
        same = sum(self.parts[name][1] == part[1] for name in others)
        leaning = 0.0
        if character.gender is Gender.NEUTRAL:
            leaning = off_middle(voice)
        elif character.gender is Gender.UNKNOWN:
            leaning = LEANING * self._share_in_use(voice.gender)
        shared = REUSE * len(others) + SAME * same
        return self.misfit(character, part) + shared + leaning + self._inferior(character, voice)

    def _inferior(self, character: Character, voice: Voice) -> float:
        """What it costs that `voice` comes from elsewhere, or is not the best of its engine."""
        cost = 0.0
        if self._one_accent and not character.accent and NARRATOR in self.parts:
            home = self._voices.get(self.parts[NARRATOR][0])
            cost += ELSEWHERE if home and home.language != voice.language else 0.0
        if voice.quality is not None:
            cost += POOR * (1 - voice.quality) * math.log2(1 + character.lines) / 3
        return cost

    def _manner(self, character: Character, id: str) -> Manner:
        """The plain manner for a voice nobody has, else the one that fewest have; but for age."""
        age = aged(character, self._voices[id])
        if not self.users(id):
            return age
        used = [self.parts[name][1] for name in self.users(id)]
        return min((varied(age, variant) for variant in (PLAIN, *VARIANTS)), key=used.count)

    def _share_in_use(self, gender: Gender) -> float:
        voices = [voice.id for voice in self._plain.values() if voice.gender is gender]
        return sum(len(self.users(voice)) for voice in voices) / max(len(voices), 1)


class Confusion:
    """How easily two voices are taken for each other: 1 at the distance `APART`.

    Parts are known by numbers here, since they are looked up millions of times.
    """

    def __init__(self, likeness: Likeness) -> None:
        self.likeness = likeness
        self._parts: list[Part] = []
        self._numbers: dict[Part, int] = {}
        self._rows: list[dict[int, float]] = []

    def number(self, part: Part) -> int:
        """The number of `part`."""
        if part not in self._numbers:
            self._numbers[part] = len(self._parts)
            self._parts.append(part)
            self._rows.append({})
        return self._numbers[part]

    def sum(self, part: Part, others: Iterable[tuple[int, float]]) -> float:
        """The confusion of `part` with parts of such numbers, each times its weight."""
        one = self.number(part)
        row, total = self._rows[one], 0.0
        for other, weight in others:
            if other not in row:
                row[other] = self._of(part, self._parts[other])
            total += weight * row[other]
        return total

    def _of(self, one: Part, other: Part) -> float:
        distance = self.likeness.apart(one, other)
        return min((APART / distance) ** 4, CONFUSED) if distance else CONFUSED


def throats(voices: Mapping[str, Voice], prints: Mapping[str, Voiceprint]) -> dict[str, str]:
    """For each voice the first one that sounds exactly so: the same person in another accent."""
    first: dict[Voiceprint, str] = {}
    return {id: first.setdefault(prints[id], id) if id in prints else id for id in voices}


def heard_with(
    character: Character, weights: Mapping[str, Mapping[str, float]] | None, roles: Sequence[Role]
) -> dict[str, float]:
    """Those whose voices `character` must be told from, and how much it matters.

    Everyone is heard with the narrator, who comes first; with `weights` unknown, with everyone.
    """
    if character.name == NARRATOR:
        return {}
    names = (role.character.name for role in roles)
    near = dict.fromkeys(names, 1.0) if weights is None else weights.get(character.name, {})
    others = {n: w for n, w in near.items() if n not in (character.name, NARRATOR)}
    return {NARRATOR: math.log2(1 + character.lines), **others}
