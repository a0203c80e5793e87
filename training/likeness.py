"""How far apart two voices sound, and whether a woman's is one, learnt from a speaker encoder.

    python -m training.likeness --encoder RESEMBLYZER.whl [--cache FILE.npz]

The voices of all engines that are here say the fixed text, as they are and played faster and
slower, which makes other people of them. A linear map of figures that plain Python can measure is
fitted to what a speaker encoder (`benchmarks/voices/speaker.py`) says of the same sound; its
principal axes, beside the whitened pitch and mean cepstrum, are the space in which casting measures
distances.
"""

import argparse
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import narrator.acoustics
from benchmarks.voices.speaker import Encoder
from narrator.acoustics import TEXT
from narrator.acoustics.cepstrum import bands_of_speech
from narrator.acoustics.pitch import pitches
from narrator.acoustics.samples import resampled
from narrator.acoustics.space import DATA
from narrator.acoustics.timbre import CLASS_FIGURES, COEFFICIENTS, PRIOR, SOFTNESS, waves
from narrator.acoustics.voiceprint import percentile, semitones
from narrator.engines import engine_class
from narrator.model import Age, Gender, Kind, Manner, Sound, Voice
from narrator.studio.trim import trimmed

ENGINES = ("espeak", "hibari", "kokoro")
PLAYED = {"espeak": (0.87, 1.15), "hibari": (), "kokoro": (0.75, 0.84, 0.92, 1.09, 1.19, 1.3)}
"""How fast the sound of each engine is also played."""
CLASSES = 8
"""Kinds of sounds that are told apart: the spectra of each are compared with their like."""
RIDGE = 40.0
AXES = 16
FOLDS = 6
OLD_SHARE = 0.12
"""How much the square of the whitened distance counts beside that of the learnt one."""
WEIGHT = {"kokoro": 3.0}
"""Of a voice as it is; of all others 1, and of each single sentence 0.3 of that."""
SOFT_LABELS = 1.0

Array = Any


@dataclass(frozen=True, slots=True)
class Heard:
    """One voice: the log bands and the pitches of each sentence, and what the encoder says."""

    bands: Sequence[Array]
    pitches: Sequence[Array]
    embeddings: Array


def main() -> None:
    """Fit, write the file of the package, and say how well it agrees."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    voices = heard(Encoder(options.encoder), options.cache)
    fitted = fit(voices)
    _file().write_text(json.dumps(fitted) + "\n", encoding="utf-8")


def known() -> dict[str, Any]:
    """What was fitted last, its matrices as arrays."""
    data = json.loads(_file().read_text(encoding="utf-8"))
    return {**data, "centres": np.array(data["centres"])}


def _file() -> Path:
    return Path(narrator.acoustics.__file__).parent / DATA


def heard(encoder: Encoder, cache: Path | None) -> dict[str, Heard]:
    """All voices by their names, `ENGINE/VOICE` or `ENGINE/VOICE@SPEED`."""
    kept = dict(np.load(cache)) if cache and cache.exists() else {}
    found = {}
    for name, sounds in _spoken(kept):
        waves_ = [np.frombuffer(resampled(s), "<i2").astype(np.float32) / 0x8000 for s in sounds]
        kept[f"{name}|e"] = encoder.embed(waves_)
        for at, sound in enumerate(sounds):
            pcm = resampled(sound)
            kept[f"{name}|b{at}"] = np.array(bands_of_speech(pcm), np.float32)
            kept[f"{name}|p{at}"] = np.array(pitches(pcm))
    if cache:
        np.savez(cache, **kept)
    for name in sorted({key.partition("|")[0] for key in kept}):
        bands, pitch = ([kept[f"{name}|{k}{at}"] for at in range(len(TEXT))] for k in "bp")
        found[name] = Heard(bands, pitch, kept[f"{name}|e"])
    return found


def _spoken(kept: Mapping[str, Array]) -> Iterator[tuple[str, list[Sound]]]:
    """What each voice that is not kept says, as it is and at other speeds."""
    for engine_name in ENGINES:
        engine = engine_class(engine_name)()
        for voice in engine.voices():
            names = {speed: f"{engine_name}/{voice.id}@{speed}" for speed in PLAYED[engine_name]}
            names[1.0] = f"{engine_name}/{voice.id}"
            if not voice.language.startswith("en") or all(f"{n}|e" in kept for n in names.values()):
                continue
            sounds = [trimmed(s) for s in engine.speak_each(TEXT, voice.id, Manner())]
            for speed, name in names.items():
                yield name, [Sound(s.pcm, round(s.rate * speed)) for s in sounds]


def fit(voices: Mapping[str, Heard]) -> dict[str, Any]:
    """The content of the file."""
    plain = [name for name in voices if "@" not in name]
    centres = _centres([np.concatenate(voices[name].bands) for name in plain])

    def raw(name: str, part: slice = slice(None)) -> Array:
        one = voices[name]
        return figures(np.concatenate(one.bands[part]), np.concatenate(one.pitches[part]), centres)

    whole = {name: raw(name) for name in voices}
    single = {n: np.stack([raw(n, slice(k, k + 1)) for k in range(len(TEXT))]) for n in voices}
    learnt = _learnt(_regression(voices, whole, single), whole, plain)
    old = _whitening(single, [name for name in plain if name.startswith("espeak/")])
    espeak = [name for name in plain if name.startswith("espeak/")]
    share = math.sqrt(OLD_SHARE) / _unit(old, single, espeak)
    rows = np.concatenate([learnt / _unit(learnt, single, espeak), share * old])
    halves = {n: np.stack([raw(n, slice(0, 3)), raw(n, slice(3, 6))]) for n in plain}
    rows /= _unit(rows, halves, [n for n in plain if not n.startswith("hibari/")])
    for engine, unseen in _unseen(voices, whole, single).items():
        seen = agreement(voices, whole, rows, engine)
        print(f"{engine}: rank correlation {seen:.2f}, with voices not learnt from {unseen:.2f}")
    mean = np.mean([whole[name] for name in plain], axis=0)
    return {
        "centres": np.round(centres, 3).tolist(),
        "rows": [[float(f"{value:.5g}") for value in row] for row in rows],
        "offset": np.round(rows[:, 1:] @ mean[1:], 4).tolist(),
        "woman": _women({n: whole[n] for n in plain}),
    }


def figures(bands: Array, heard_pitches: Array, centres: Array) -> Array:
    """What `narrator.acoustics.timbre` measures, and before it the pitch in semitones."""
    bands, in_order = np.asarray(bands), sorted(heard_pitches)
    low, middle, high = (semitones(percentile(in_order, share)) for share in (0.1, 0.5, 0.9))
    cosines = np.array(waves())
    cepstra = bands @ cosines[1:].T
    mean = bands.mean(0)
    around = bands - mean
    far = (around**2).sum(1)[:, None] - 2 * around @ centres.T + (centres**2).sum(1)
    share = np.exp(-(far - far.min(1, keepdims=True)) / SOFTNESS)
    share /= share.sum(1, keepdims=True)
    count = share.sum(0) + PRIOR
    off = (share.T @ around + PRIOR * centres) / count[:, None] - centres
    spread = np.log(np.maximum(cepstra.std(0), 1e-3))
    classes = off @ cosines[:CLASS_FIGURES].T
    return np.concatenate([[middle, high - low], mean @ cosines[1:].T, spread, classes.ravel()])


def agreement(
    voices: Mapping[str, Heard], whole: Mapping[str, Array], rows: Array, engine: str
) -> float:
    """The rank correlation of our distances between voices of an engine and the encoder's."""
    names = [n for n in voices if n.startswith(f"{engine}/") and "@" not in n]
    ours = np.stack([rows @ whole[name] for name in names])
    theirs = np.stack([_mean(voices[name].embeddings) for name in names])
    pairs = np.triu_indices(len(names), 1)
    apart = np.sqrt(((ours[:, None] - ours[None]) ** 2).sum(-1))[pairs]
    ranks = [np.argsort(np.argsort(each)) for each in (apart, (1 - theirs @ theirs.T)[pairs])]
    return float(np.corrcoef(*ranks)[0, 1])


def _mean(embeddings: Array) -> Array:
    mean = embeddings.mean(0)
    return mean / np.linalg.norm(mean)


def _centres(voices: Sequence[Array]) -> Array:
    """The middles of `CLASSES` kinds of spectra (Lloyd, 1982), each voice's mean taken away."""
    frames = np.concatenate([(bands - bands.mean(0))[::7] for bands in voices])
    random = np.random.default_rng(0)
    centres = frames[random.choice(len(frames), CLASSES, replace=False)]
    for _ in range(12):
        far = (centres**2).sum(1) - 2 * frames @ centres.T
        nearest = far.argmin(1)
        centres = np.stack([
            frames[nearest == k].mean(0) if (nearest == k).any() else centres[k]
            for k in range(CLASSES)
        ])  # fmt: skip
    return centres


def _regression(
    voices: Mapping[str, Heard], whole: Mapping[str, Array], single: Mapping[str, Array]
) -> Array:
    """What each figure counts for each of the encoder's, by a ridge regression."""
    given, wanted, weight = [], [], []
    for name, one in voices.items():
        own = 1.0 if "@" in name else WEIGHT.get(name.partition("/")[0], 1.0)
        given += [whole[name], *single[name]]
        wanted += [one.embeddings.mean(0), *one.embeddings]
        weight += [own, *([0.3 * own] * len(one.embeddings))]
    x, y, w = np.array(given), np.array(wanted), np.array(weight)[:, None]
    middle, scale = (w * x).sum(0) / w.sum(), x.std(0) + 1e-9
    z = (x - middle) / scale
    normal = (z * w).T @ z + RIDGE * np.eye(z.shape[1]) * w.sum() / 100
    return np.linalg.solve(normal, (z * w).T @ (y - (w * y).sum(0) / w.sum())) / scale[:, None]


def _learnt(map_: Array, whole: Mapping[str, Array], plain: Sequence[str]) -> Array:
    """The principal axes of what the regression says of voices: a row each."""
    said = np.stack([whole[name] @ map_ for name in plain])
    axes = np.linalg.svd(said - said.mean(0), full_matrices=False)[2][:AXES]
    return axes @ map_.T


def _unseen(
    voices: Mapping[str, Heard], whole: Mapping[str, Array], single: Mapping[str, Array]
) -> dict[str, float]:
    """How well the regression alone agrees on voices that it did not learn from, by engine."""
    plain = [name for name in voices if "@" not in name]
    order = np.random.default_rng(0).permutation(plain)
    said = {}
    for fold in range(FOLDS):
        out = set(order[fold::FOLDS])
        others = {n: one for n, one in voices.items() if n.partition("@")[0] not in out}
        map_ = _regression(others, whole, single)
        middle = np.mean([whole[n] for n in others], axis=0)
        said |= {name: (whole[name] - middle) @ map_ for name in out}
    return {engine: agreement(voices, said, np.eye(256), engine) for engine in ENGINES}


def _whitening(single: Mapping[str, Array], names: Sequence[str]) -> Array:
    """Rows that make the variation of one voice's sentences alike in all directions (Mahalanobis,
    1936): of pitch and the first twelve coefficients."""
    used = [0, *range(2, 14)]
    around = np.concatenate([(single[n] - single[n].mean(0))[:, used] for n in names])
    inverse = np.linalg.inv(np.linalg.cholesky(around.T @ around / (len(around) * 5 / 6)))
    rows = np.zeros((len(used), len(single[names[0]][0])))
    rows[:, used] = inverse
    return rows


def _unit(rows: Array, parts: Mapping[str, Array], names: Sequence[str]) -> float:
    """Below it lie 95 of 100 pairs of parts that one voice spoke."""
    apart = [
        float(np.linalg.norm(rows @ (one - other)))
        for name in names
        for at, one in enumerate(parts[name])
        for other in parts[name][:at]
    ]
    return percentile(sorted(apart), 0.95)


def _women(whole: Mapping[str, Array]) -> dict[str, Any]:
    """A logistic regression of the gender that engines tell of grown people, on pitch, the first
    twelve coefficients and how they vary."""
    used = [0, *range(2, 14), *range(2 + COEFFICIENTS, 14 + COEFFICIENTS)]
    told = {f"{v.engine}/{v.id}": v for e in ENGINES[::2] for v in engine_class(e)().voices()}
    names = [name for name in whole if name in told and _is_grown(told[name])]
    x = np.stack([whole[name][used] for name in names])
    middle, scale = x.mean(0), x.std(0)
    z = np.c_[(x - middle) / scale, np.ones(len(x))]
    y = np.array([told[name].gender is Gender.FEMALE for name in names], float)
    w = np.array([2.0 if name.startswith("kokoro/") else 1.0 for name in names])
    all_ = _logistic(z, y, w)
    wrong = [n for n, row, is_one in zip(names, z, y, strict=True) if (row @ all_ > 0) != is_one]
    left = [
        name
        for at, name in enumerate(names)
        if (z[at] @ _logistic(*(np.delete(each, at, 0) for each in (z, y, w))) > 0) != y[at]
    ]
    print(f"of {len(names)} voices the gender is wrong: {wrong}; each left out in turn: {left}")
    factors = all_[:-1] / scale
    return {
        "used": used,
        "factors": [float(f"{value:.5g}") for value in factors],
        "constant": round(float(all_[-1] - factors @ middle), 4),
    }


def _is_grown(voice: Voice) -> bool:
    is_told = voice.gender in (Gender.FEMALE, Gender.MALE)
    return is_told and voice.age is not Age.CHILD and voice.kind is Kind.PERSON


def _logistic(x: Array, y: Array, w: Array) -> Array:
    found = np.zeros(x.shape[1])
    held = np.r_[SOFT_LABELS * np.ones(x.shape[1] - 1), 1e-6]
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ found))
        slope = x.T @ (w * (p - y)) + held * np.r_[found[:-1], 0]
        bend = (x * (w * p * (1 - p))[:, None]).T @ x + np.diag(held)
        found = found - np.linalg.solve(bend, slope)
    return found


if __name__ == "__main__":
    main()
