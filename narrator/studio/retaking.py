"""A line said once more, in another way than the first time."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from narrator.engines import engine_class

from .utterance import Utterance

_BREAK = re.compile(r"\s*(?:[—–;:…]|\.{2,}|--+)+\s*(?=\w)")
_ENDS = re.compile(r"[!…—]+(?=\W*\Z)")
_SLOWER, _HIGHER = 0.88, 0.6


def _slower(utterance: Utterance) -> Utterance:
    manner = replace(utterance.manner, rate=utterance.manner.rate * _SLOWER)
    return replace(utterance, manner=manner)


def _higher(utterance: Utterance) -> Utterance:
    manner = replace(utterance.manner, pitch=utterance.manner.pitch + _HIGHER)
    return replace(utterance, manner=manner)


def _plainer(utterance: Utterance) -> Utterance:
    """With commas for what breaks a sentence, and a full stop for what a call ends in."""
    told = (_ENDS.sub(".", _BREAK.sub(", ", each)) for each in utterance.sentences)
    return replace(utterance, sentences=tuple(told))


def _again(utterance: Utterance) -> Utterance:
    """As it was: an engine in which there is chance says it otherwise."""
    return utterance


WAYS: dict[str, Callable[[Utterance], Utterance]] = {
    "again": _again,
    "plainer": _plainer,
    "slower": _slower,
    "higher": _higher,
    "slower and plainer": lambda utterance: _slower(_plainer(utterance)),
}
"""By their names, which books keep: they are for ever."""


def retaken(utterance: Utterance, way: str) -> Utterance:
    """`utterance` in the way called so, with a key of its own; itself where there is none."""
    if way not in WAYS:
        return utterance
    key = hashlib.sha256(f"{utterance.key} {way}".encode("ascii")).hexdigest()
    return replace(WAYS[way](utterance), key=key)


def other_ways(utterance: Utterance) -> Iterator[str]:
    """The ways in which it is likely to sound otherwise."""
    for way, change in WAYS.items():
        if change(utterance) != utterance or (
            way == "again" and engine_class(utterance.engine).varies
        ):
            yield way
