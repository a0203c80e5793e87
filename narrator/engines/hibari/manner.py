"""How a voice's shape changes with the manner in which it is used."""

import math

import msgspec

from narrator.model import Manner

from .shape import Shape

_WIDEST = 12.0
"""Semitones that a melody may be moved, up and down."""
_SHOUTED_UP, _SHOUTED_WIDER, _SHOUTED_SHARPER = 2.5, 0.25, 2.0
"""What a shout adds: semitones of melody, its extent, decibels an octave."""
_SOFT_BREATH, _SOFT_DULLER, _SOFT_EVEN = 0.4, -1.5, -0.3
"""What a soft voice adds: breath, decibels an octave, extent of melody."""
_WHISPERED_FROM = 0.5
"""Of an effort below zero, from where on the voice itself is lost."""


def shaped(shape: Shape, manner: Manner) -> Shape:
    """`shape` as `manner` asks; the default manner changes nothing."""
    pitch = min(max(manner.pitch, -_WIDEST), _WIDEST)
    moved = msgspec.structs.replace(
        shape, melody=shape.melody * 2 ** (pitch / 12), pace=shape.pace * manner.rate
    )
    if manner.effort > 0:
        return _shouted(moved, min(manner.effort, 1.0))
    return _softly(moved, min(-manner.effort, 1.0)) if manner.effort < 0 else moved


def _shouted(shape: Shape, effort: float) -> Shape:
    return msgspec.structs.replace(
        shape,
        melody=shape.melody * 2 ** (_SHOUTED_UP * effort / 12),
        extent=shape.extent + _SHOUTED_WIDER * effort,
        tilt=shape.tilt + _SHOUTED_SHARPER * effort,
    )


def _softly(shape: Shape, softness: float) -> Shape:
    """Breathy and even; from half way on more and more a whisper."""
    part = min(softness / _WHISPERED_FROM, 1.0)
    lost = max(softness - _WHISPERED_FROM, 0.0) / (1 - _WHISPERED_FROM)
    return msgspec.structs.replace(
        shape,
        extent=max(shape.extent + _SOFT_EVEN * part, -1.0),
        breath=shape.breath + _SOFT_BREATH * part * (1 - lost),
        tilt=shape.tilt + _SOFT_DULLER * part * (1 - lost),
        whisper=max(shape.whisper, math.sin(math.pi / 2 * lost)),
    )
