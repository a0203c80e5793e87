"""From what the model says of a sentence to sound, in the shape of any voice.

The model gives, every 12.5 ms, what a throat hums (a melody), what becomes of that on its way out
(a spectrum and phases), and the breath that goes with it. A shape changes these, before any sound
is made: the melody is scaled, the spectra get gains, and frames follow one another at another
distance than they were trained for, which moves formants, breath and phases together. So no sound
is stretched or resampled, and a made voice is as whole as the one that it was made from.
"""

import functools
from typing import Any, NamedTuple

import numpy as np

from .shape import HOP, Shape

RATE = 24_000
"""Hertz."""
BINS = 601
"""Of a spectrum as the model gives it, from 0 to 12,000 Hz."""
_HOPS_A_WINDOW = 4
_BLOCK = 80
"""Frames that are worked on together."""
_BIN = 20.0
"""Hertz from one bin of the model to the next."""
_LOBE = 2
"""Bins on both sides of an overtone that belong to it."""
_VOICED = 40.0
"""Hertz: below it nothing is hummed."""
_TOP = 11_000.0
"""Hertz of the highest overtone."""
_LOUDEST = 7.0
"""Nepers: no spectrum is louder."""
_PEAK = 0.95
"""Of full scale: what would be louder is bent to it."""
_AIRLESS = 30
"""Bins in which breath is weaker: up to 600 Hz."""
_KNEE = 0.7
_PIVOT = 500.0
_NEPERS = np.log(10) / 20

Floats = Any
"""An array of float32."""


class Frames(NamedTuple):
    """What the model gives for a sentence: float32 of (601, frames), the pitch (frames,)."""

    harmonic: Floats
    """What becomes of what is hummed: log amplitude."""
    turn: Floats
    """And its phase, as the inverse hyperbolic tangent of half turns."""
    noise: Floats
    """Log amplitude of the breath."""
    rest: Floats
    """Log amplitude of all that is neither."""
    phase: Floats
    """And its phase, radians."""
    pitch: Floats
    """Hertz; 0 where nothing is hummed."""


def sound_of(frames: Frames, shape: Shape) -> Floats:
    """The sound of `frames`, spoken by the model at `shape.speed`: float32 at `RATE`, -1 to 1."""
    pitch = melody(frames.pitch, shape)
    source = _windows(_pulses(pitch, shape.hop, shape.rough), shape.hop)
    sound = _OverlapAdd(len(pitch), shape.hop)
    gains = _gains(shape)
    # A second at a time: what is worked on stays in the cache, and memory does not grow.
    for start in range(0, len(pitch), _BLOCK):
        part = slice(start, start + _BLOCK)
        block = Frames(*(each[..., part].T for each in frames))
        hummed = np.fft.rfft(source[part][: len(block.pitch)] * (_window(shape.hop) / shape.hop))
        sound.add(start, _spectrum(hummed, _hiss(start), block, pitch[part], shape, gains))
    return _limited(sound.whole())


def _spectrum(
    hummed: Any, hiss: Any, block: Frames, pitch: Floats, shape: Shape, gains: Floats
) -> Any:
    """The spectra of `block`, into `hummed`: complex64 (frames, bins)."""
    bins = min(BINS, hummed.shape[1])
    harmonic, turn = overtones(block, pitch, shape.hop, bins)
    noise, rest = block.noise[:, :bins] + gains[:bins], block.rest[:, :bins] + gains[:bins]
    harmonic += gains[:bins] + np.float32(0.5 * np.log(shape.melody * shape.hop / HOP))
    # Noise adds up otherwise than what has a phase, where more of it goes into a sample.
    noise -= np.float32(0.5 * np.log(shape.hop / HOP))
    if shape.breath or shape.whisper:
        noise = np.logaddexp(noise, _air(harmonic, pitch, max(shape.breath, shape.whisper)))
    if shape.whisper:
        less = np.log(max(1 - shape.whisper, 1e-4)) * (pitch > _VOICED).astype(np.float32)
        harmonic, rest = harmonic + less[:, None], rest + less[:, None]
    other = np.empty(harmonic.shape, np.complex64)
    _polar(turn, harmonic, other)
    hummed[:, bins:] = 0
    hummed[:, :bins] *= other
    hummed[:, :bins] += hiss[: len(harmonic), :bins] * _amplitude(noise)
    _polar(block.phase[:, :bins], rest, other)
    hummed[:, :bins] += other
    hummed *= np.float32(shape.hop / HOP)
    return hummed


def overtones(block: Frames, pitch: Floats, hop: int, bins: int) -> tuple[Floats, Floats]:
    """Log amplitudes and angles for what is hummed at `pitch`: (frames, bins) each.

    The model means its spectra where its own overtones lie, and says anything between them. So
    around each overtone that is hummed goes what the model says around the nearest of its own, as
    loud as lies between the two next to it.
    """
    trained = np.maximum(block.pitch, _VOICED)[:, None] / _BIN
    heard = np.maximum(pitch, _VOICED)[:, None] * (hop / HOP) / _BIN
    count = int(bins / heard[pitch > _VOICED].min()) + 1 if (pitch > _VOICED).any() else 1
    numbers = np.arange(1, count + 1, dtype=np.float32)
    place = numbers * (heard / trained)
    spectrum, turn = np.ascontiguousarray(block.harmonic), np.ascontiguousarray(block.turn)
    middle = np.rint(np.maximum(np.rint(place), 1) * trained).astype(np.int64)
    level = _without_holes(spectrum)
    louder = _between(level, trained, place) - level.take(_flat(middle, BINS))
    nearest = np.rint(np.arange(bins, dtype=np.float32) / heard).astype(np.int64)
    nearest = _flat(nearest.clip(1, count, out=nearest) - 1, count)
    aside = np.arange(bins) - np.rint(numbers * heard).astype(np.int64).take(nearest)
    source = _flat(middle.take(nearest) + aside.clip(-_LOBE, _LOBE, out=aside), BINS)
    amplitude = spectrum.take(source)
    amplitude += louder.take(nearest)
    # What lies between the model's overtones is never louder than the loudest of them.
    np.minimum(amplitude, spectrum.max(axis=1, keepdims=True), out=amplitude)
    angle = np.tanh(turn.take(source))
    angle *= np.float32(np.pi)
    return amplitude, angle


def _without_holes(spectrum: Floats) -> Floats:
    """`spectrum` with the middle one of each three figures: the model says now and then a single
    bin some 13 nepers too low, and what is read there as an overtone's level would make it a blast.
    """
    before, after = spectrum[:, :-2], spectrum[:, 2:]
    level = spectrum.copy()
    level[:, 1:-1] = np.maximum(
        np.minimum(before, after), np.minimum(np.maximum(before, after), spectrum[:, 1:-1])
    )
    return level


def _between(spectrum: Floats, trained: Floats, place: Floats) -> Floats:
    """What lies in `spectrum` between the model's overtones on both sides of each `place`."""
    below = np.maximum(np.floor(place), 1)
    part = np.clip(place - below, 0, 1)
    low, high = (
        spectrum.take(_flat(np.rint(trained * (below + n)).astype(np.int64), BINS)) for n in (0, 1)
    )
    between: Floats = (1 - part) * low + part * high
    return between


def _flat(places: Any, length: int) -> Any:
    """`places` in rows of `length` as places in all rows laid end to end; held within their row."""
    return places.clip(0, length - 1) + np.arange(len(places))[:, None] * length


def melody(pitch: Floats, shape: Shape) -> Floats:
    """`pitch` as `shape` has it, Hertz a frame."""
    voiced = pitch > _VOICED
    if not voiced.any():
        return pitch
    moved = np.zeros_like(pitch)
    mean = np.exp(np.log(pitch[voiced]).mean())
    moved[voiced] = mean * shape.melody * (pitch[voiced] / mean) ** (1 + shape.extent)
    return np.where(voiced, np.clip(moved, _VOICED + 5, 900), 0).astype(np.float32)


def _gains(shape: Shape) -> Floats:
    """What `shape` adds to log amplitudes, by bin."""
    hertz = np.arange(BINS) * (RATE / (_HOPS_A_WINDOW * shape.hop))
    octaves = np.log2(np.maximum(hertz, _PIVOT) / _PIVOT)
    decibels = shape.tilt * octaves
    for middle, gain in ((1000.0, shape.nasal), (3000.0, shape.ring)):
        if gain:
            away = np.log2(np.maximum(hertz, 20) / middle)
            decibels = decibels + gain * np.exp(-4 * away**2)
    return (decibels * _NEPERS).astype(np.float32)


def _air(harmonic: Floats, pitch: Floats, part: float) -> Floats:
    """Log amplitudes of the air that is heard, as a `part` of what is hummed."""
    # Overtones stand `pitch` apart, noise has all frequencies: the same power, spread out.
    spread = np.where(pitch > _VOICED, 0.5 * np.log(15.0 / np.maximum(pitch, _VOICED)), -20)
    air = harmonic + (np.log(part) + spread).astype(np.float32)[:, None]
    # It has little below the first formant.
    air[:, :_AIRLESS] -= np.linspace(1.6, 0, _AIRLESS, dtype=np.float32)
    return air


def _pulses(pitch: Floats, hop: int, rough: float) -> Floats:
    """What a throat hums at `pitch`: all overtones up to `_TOP` with amplitude 1."""
    hertz = np.interp(np.arange(len(pitch) * hop) + 0.5, (np.arange(len(pitch)) + 0.5) * hop, pitch)
    if rough:
        hertz *= 1 + rough * _wander(len(hertz))
    voiced = hertz > _VOICED
    np.maximum(hertz, _VOICED, out=hertz)
    turns = np.cumsum(hertz / RATE)
    angle = ((turns % 1) * (2 * np.pi)).astype(np.float32)
    count = (np.floor(_TOP / hertz) + 0.5).astype(np.float32)
    # The sum of `count` cosines, in closed form; where it is 0 / 0, its limit.
    below = 2 * np.sin(angle / 2)
    at_limit = np.abs(below) <= 2e-3
    below[at_limit] = 1
    wave = np.sin(count * angle) / below
    wave[at_limit] = count[at_limit]
    wave -= 0.5
    if rough:
        # Every other pulse is weaker: a creak.
        wave *= 1 - rough * 0.5 * (np.floor(turns) % 2).astype(np.float32)
    wave[~voiced] = 0
    return wave


def _wander(samples: int) -> Floats:
    """Deviations of a pitch that is not steady; the same for the same length."""
    points = np.random.default_rng(1).standard_normal(samples // 120 + 2) * 0.05
    return np.interp(np.arange(samples), np.arange(len(points)) * 120, points)


@functools.cache
def _window(hop: int) -> Floats:
    length = _HOPS_A_WINDOW * hop
    return (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(length) / length)).astype(np.float32)


def _windows(wave: Floats, hop: int) -> Floats:
    """What each frame sees of `wave`, (frames, window); a cosine of amplitude 1 peaks at half of
    the window's sum."""
    length = _HOPS_A_WINDOW * hop
    padded = np.pad(wave, length // 2, mode="reflect" if len(wave) > length // 2 else "edge")
    return np.lib.stride_tricks.sliding_window_view(padded, length)[::hop]


class _OverlapAdd:
    """Sound from spectra, frame after frame."""

    def __init__(self, frames: int, hop: int) -> None:
        self._frames, self._hop = frames, hop
        self._wave = np.zeros((frames + _HOPS_A_WINDOW - 1, hop), np.float32)

    def add(self, start: int, spectra: Any) -> None:
        """Lay the sound of `spectra`, complex64 (frames, bins), from frame `start` on."""
        pieces = np.fft.irfft(spectra, _HOPS_A_WINDOW * self._hop, axis=1)
        pieces *= _window(self._hop)
        parts = pieces.reshape(len(pieces), _HOPS_A_WINDOW, self._hop)
        for n in range(_HOPS_A_WINDOW):
            self._wave[start + n : start + n + len(pieces)] += parts[:, n]

    def whole(self) -> Floats:
        """All of it."""
        weight = np.zeros_like(self._wave)
        squares = (_window(self._hop) ** 2).reshape(_HOPS_A_WINDOW, self._hop)
        for n in range(_HOPS_A_WINDOW):
            weight[n : n + self._frames] += squares[n]
        self._wave /= np.maximum(weight, 1e-11, out=weight)
        half = _HOPS_A_WINDOW // 2 * self._hop
        return self._wave.reshape(-1)[half : half + self._frames * self._hop]


def _hiss(start: int) -> Any:
    """The noise of the block that begins with frame `start`: always the same."""
    table = _noise()
    return table[start // _BLOCK % len(table)]


@functools.cache
def _noise() -> Any:
    """Noise of variance 1 a component, complex64 (5 blocks, frames of a block, bins)."""
    noise = np.random.default_rng(0).standard_normal((5, _BLOCK, 2 * BINS), dtype=np.float32)
    return noise.view(np.complex64)


def _amplitude(log: Floats) -> Floats:
    return np.exp(np.minimum(log, _LOUDEST), dtype=np.float32)


def _polar(angle: Floats, log: Floats, out: Any) -> None:
    """Complex numbers of angle and log amplitude, into `out`."""
    np.cos(angle, out=out.real)
    np.sin(angle, out=out.imag)
    out *= _amplitude(log)


def _limited(wave: Floats) -> Floats:
    """`wave` without what full scale could not hold, bent softly."""
    over = np.abs(wave) > _KNEE
    if over.any():
        room = _PEAK - _KNEE
        loud = wave[over]
        wave[over] = np.sign(loud) * (_KNEE + room * np.tanh((np.abs(loud) - _KNEE) / room))
    return wave
