"""What travels between the machines."""

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..crew import Missed

Call = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Packed:
    """A clip on its way to the store."""

    key: str
    content: bytes
    """The whole file, with its checksum."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """The machine cannot do it; another may."""

    reason: str


Answer = Packed | Missed | Unfit
"""What a machine has to say to an utterance."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What has become of a bundle."""

    address: str
    """Of the machine."""
    answers: tuple[Answer, ...]
    """In the order of its lines; the last may have none."""


Told = Mapping[str, Any]
"""What a machine says of itself: plain values only, so that other versions of Narrator are
understood. See `machine.muster`."""


class _Call:
    """A call that takes place where it is unpickled."""

    def __init__(self, call: Call, arguments: tuple[object, ...]) -> None:
        self._made = call, arguments

    def __reduce__(self) -> tuple[Call, tuple[object, ...]]:
        return self._made


def parcel(call: Call, *arguments: object) -> bytes:
    """A call, to be made by `pickle.loads` on the machine that it is for.

    So the scheduler, which looks into all that it passes on but for bytes, needs no Narrator.
    """
    return pickle.dumps(_Call(call, arguments), protocol=pickle.HIGHEST_PROTOCOL)
