"""A speaker encoder (GE2E) in numpy: how near two voices are to somebody who was taught on people.

Weights and preparation are those of resemblyzer 0.1.4 (Apache-2.0), which `.ci/models.py` brings.
Wan and others, "Generalized end-to-end loss for speaker verification", ICASSP (2018).
"""

import pickle
from pathlib import Path
from typing import Any

import numpy as np

RATE, FFT, HOP, BANDS = 16_000, 400, 160, 40
PART, STEP = 160, 77
"""Frames that are listened to at once, and from one such part to the next."""
LOUDNESS = 10 ** (-30 / 20)
WEIGHTS = Path(".venv/models/encoder/pretrained.pt")

Array = np.ndarray[Any, np.dtype[np.float32]]


class Encoder:
    """Three layers of long short-term memory, and a projection."""

    def __init__(self, weights: Path = WEIGHTS) -> None:
        self._weights = _weights(weights)

    def embedding(self, wave: Array) -> Array:
        """Where a voice lies on the unit sphere; `wave` is mono at `RATE`, from -1 to 1."""
        level = float(np.sqrt((wave**2).mean()))
        mels = _mels(wave * (LOUDNESS / level if level < LOUDNESS else 1.0))
        starts = range(0, max(len(mels) - PART, 0) + 1, STEP)
        parts = np.stack([np.pad(mels[s : s + PART], ((0, max(PART - len(mels), 0)), (0, 0)))
                          for s in starts])  # fmt: skip
        mean = self._run(parts).mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean))

    def _run(self, batch: Array) -> Array:
        for layer in range(3):
            batch = self._layer(batch, layer)
        raw = batch[:, -1] @ self._weights["linear.weight"].T + self._weights["linear.bias"]
        raw = np.maximum(raw, 0)
        return np.asarray(raw / np.linalg.norm(raw, axis=1, keepdims=True))

    def _layer(self, batch: Array, layer: int) -> Array:
        w = {
            name: self._weights[f"lstm.{name}_l{layer}"]
            for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        }
        given = batch @ w["weight_ih"].T + w["bias_ih"] + w["bias_hh"]
        size = w["weight_hh"].shape[1]
        state = cell = np.zeros((len(batch), size), np.float32)
        out = []
        for at in range(batch.shape[1]):
            gates = given[:, at] + state @ w["weight_hh"].T
            enter, forget, shown = (
                _sigmoid(gates[:, size * n : size * (n + 1)]) for n in (0, 1, 3)
            )
            cell = forget * cell + enter * np.tanh(gates[:, 2 * size : 3 * size])
            state = shown * np.tanh(cell)
            out.append(state)
        return np.stack(out, axis=1)


def _sigmoid(values: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-values)))


def _mels(wave: Array) -> Array:
    """Mel power spectra, a row each hundredth of a second, as librosa makes them by default."""
    padded = np.pad(wave, FFT // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, FFT)[::HOP]
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(FFT) / FFT)
    power = np.abs(np.fft.rfft(frames * window)) ** 2
    return (power @ _bank().T).astype(np.float32)


def _bank() -> Array:
    """Triangles, even on Slaney's mel scale, each of area one."""
    hertz = _hertz(np.linspace(0, _mel(RATE / 2), BANDS + 2))
    bins = np.arange(FFT // 2 + 1) * RATE / FFT
    rising = (bins - hertz[:-2, None]) / np.diff(hertz)[:-1, None]
    falling = (hertz[2:, None] - bins) / np.diff(hertz)[1:, None]
    return np.maximum(0, np.minimum(rising, falling)) * (2 / (hertz[2:] - hertz[:-2]))[:, None]


def _mel(hertz: float) -> float:
    return hertz * 3 / 200 if hertz < 1000 else 15 + np.log(hertz / 1000) * 27 / np.log(6.4)


def _hertz(mels: Array) -> Array:
    return np.where(mels < 15, mels * 200 / 3, 1000 * np.exp(np.log(6.4) / 27 * (mels - 15)))


class _Named(dict[str, Any]):
    """A dictionary that takes what else was kept of one."""


class _Stored(pickle.Unpickler):
    """A file of torch's older kind; of all it could hold, only tensors and lists are taken."""

    def find_class(self, module: str, name: str) -> Any:
        if name == "_rebuild_tensor_v2":
            return lambda key, start, shape, strides, *_: (key, start, shape, strides)
        if name == "OrderedDict":
            return _Named
        return lambda *_: None

    def persistent_load(self, told: Any) -> Any:
        return told[2]


def _weights(path: Path) -> dict[str, Array]:
    with path.open("rb") as file:
        for _ in range(3):  # magic number, version, the machine it was written on
            _Stored(file).load()
        tensors = _Stored(file).load()["model_state"]
        stored = {}
        for key in _Stored(file).load():
            size = int(np.fromfile(file, "<i8", 1)[0])
            stored[key] = np.fromfile(file, "<f4", size)
    return {
        name: np.lib.stride_tricks.as_strided(
            stored[key][start:], shape, [4 * stride for stride in strides]
        ).copy()
        for name, (key, start, shape, strides) in tensors.items()
        if key in stored
    }
