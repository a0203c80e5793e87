"""Who speaks, as 256 figures: the speaker encoder of the package `resemblyzer`, run in numpy.

Wan et al., "Generalized End-to-End Loss for Speaker Verification" (2018). Only the weights of the
package are used, which `.ci/models.py` brings, checked by their hash.
"""

import collections
import io
import pickle
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

WEIGHTS = Path(".venv/models/encoder/pretrained.pt")
RATE = 16_000
_FFT, _HOP, _MELS = 400, 160, 40
_FRAMES, _STEP = 160, 77
"""Of a part of an utterance, and from one part to the next."""
_LEVEL = 10 ** (-30 / 20)
_TYPES = {"FloatStorage": "<f4", "LongStorage": "<i8", "DoubleStorage": "<f8"}


class Encoder:
    """Tells speakers apart."""

    def __init__(self, weights: Path = WEIGHTS) -> None:
        self._weights = _weights(weights.read_bytes())
        self._mels = _mel_filters()

    def embed(self, sounds: Sequence[Any]) -> Any:
        """256 figures of length 1 for each of `sounds`, float32 samples at 16 kHz."""
        parts = [_parts(self._spectrum(_levelled(sound))) for sound in sounds]
        found = self._last(np.concatenate(parts))
        found /= np.linalg.norm(found, axis=1, keepdims=True)
        ends = np.cumsum([len(part) for part in parts])[:-1]
        means = np.stack([each.mean(axis=0) for each in np.split(found, ends)])
        return means / np.linalg.norm(means, axis=1, keepdims=True)

    def _spectrum(self, sound: Any) -> Any:
        """Mel powers, (frames, 40), as librosa makes them."""
        padded = np.pad(sound, _FFT // 2)
        frames = np.lib.stride_tricks.sliding_window_view(padded, _FFT)[::_HOP]
        window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(_FFT) / _FFT)
        power = np.abs(np.fft.rfft(frames * window, axis=1)) ** 2
        return (power @ self._mels.T).astype(np.float32)

    def _last(self, parts: Any) -> Any:
        """What three layers of LSTM make of `parts`, (parts, frames, 40): (parts, 256)."""
        rows = parts
        for layer in range(3):
            into, over, one, two = (
                self._weights[f"lstm.{name}_l{layer}"]
                for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
            )
            given = rows @ into.T + (one + two)
            state = memory = np.zeros((len(parts), 256), np.float32)
            said = []
            for at in range(rows.shape[1]):
                gates = given[:, at] + state @ over.T
                start, forget, new, out = np.split(gates, 4, axis=1)
                memory = _sigmoid(forget) * memory + _sigmoid(start) * np.tanh(new)
                state = _sigmoid(out) * np.tanh(memory)
                said.append(state)
            rows = np.stack(said, axis=1)
        raw = rows[:, -1] @ self._weights["linear.weight"].T + self._weights["linear.bias"]
        return np.maximum(raw, 0) + 1e-9


def _levelled(sound: Any) -> Any:
    return sound * (_LEVEL / max(float(np.sqrt((sound**2).mean())), 1e-6))


def _parts(mels: Any) -> Any:
    """`mels` in pieces of 1.6 seconds that overlap by half: (pieces, frames, mels)."""
    mels = np.pad(mels, ((0, max(_FRAMES - len(mels), 0)), (0, 0)))
    starts = range(0, len(mels) - _FRAMES + 1, _STEP)
    return np.stack([mels[start : start + _FRAMES] for start in starts])


def _sigmoid(x: Any) -> Any:
    return 0.5 * (1 + np.tanh(0.5 * x))


def _mel_filters() -> Any:
    """Forty triangles on Slaney's scale of mels, each of area 1: (40, 201)."""
    hertz = np.arange(_FFT // 2 + 1) * RATE / _FFT
    top = 15 + 27 * np.log(RATE / 2 / 1000) / np.log(6.4)
    mels = np.linspace(0, top, _MELS + 2)
    edges = np.where(mels < 15, mels * 200 / 3, 1000 * 6.4 ** ((mels - 15) / 27))
    rise = (hertz - edges[:-2, None]) / np.diff(edges)[:-1, None]
    fall = (edges[2:, None] - hertz) / np.diff(edges)[1:, None]
    filters = np.maximum(np.minimum(rise, fall), 0)
    return filters * (2 / (edges[2:] - edges[:-2]))[:, None]


def _weights(saved: bytes) -> dict[str, Any]:
    """The weights in a file of PyTorch before its 1.6: five pickles, then the numbers."""
    file = io.BytesIO(saved)
    kept: dict[str, tuple[str, int]] = {}
    for _ in range(3):
        pickle.load(file)  # noqa: S301 (a package that was checked by its hash)
    reader = _Reader(file, kept)
    model = reader.load()["model_state"]
    keys = pickle.load(file)  # noqa: S301
    numbers = {}
    for key in keys:
        (count,) = struct.unpack("<q", file.read(8))
        kind = np.dtype(kept[key][0])
        numbers[key] = np.frombuffer(file.read(count * kind.itemsize), kind)
    return {name: _shaped(numbers[key], start, size) for name, (key, start, size) in model.items()}


def _shaped(numbers: Any, start: int, size: tuple[int, ...]) -> Any:
    return numbers[start : start + int(np.prod(size))].reshape(size)


class _Reader(pickle.Unpickler):
    """Reads what names tensors, without PyTorch: each becomes where its numbers are."""

    def __init__(self, file: Any, kept: dict[str, tuple[str, int]]) -> None:
        super().__init__(file)
        self._kept = kept

    def persistent_load(self, told: Any) -> str:
        _, kind, key, _, count, *_ = told
        self._kept[key] = (_TYPES[kind], count)
        return str(key)

    def find_class(self, module: str, name: str) -> Any:
        if name in _TYPES:
            return name
        if name in ("_rebuild_tensor_v2", "_rebuild_tensor"):
            return lambda key, start, size, *_: (key, start, size)
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if name == "_rebuild_parameter":
            return lambda tensor, *_: tensor
        return lambda *_, **__: None
