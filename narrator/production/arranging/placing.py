"""Where each character is heard, when they are placed from left to right."""

from collections.abc import Callable

from narrator.model import NARRATOR, Cast

_PLACES = (-0.3, 0.3, -0.15, 0.15, -0.4, 0.4)
"""Near the middle: a voice in one ear only tires, and in the car it is lost."""


def placed(cast: Cast) -> Callable[[str], float]:
    """The place of each speaker: the narrator in the middle, the others in the order of the cast.

    New roles come last in a casting file, so nobody moves because of another.
    """
    others = [role.character.name for role in cast.roles if role.character.name != NARRATOR]
    places = {name: _PLACES[n % len(_PLACES)] for n, name in enumerate(others)}

    def place(speaker: str) -> float:
        role = cast.role(speaker)
        return places.get(role.character.name, 0.0) if role else 0.0

    return place
