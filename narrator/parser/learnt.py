"""What the parser learnt from annotated novels: the weights in `data/`, read once."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def speaker_weights() -> Mapping[str, float]:
    """The weights of the model of who speaks, by feature; see `data/speakers.md`."""
    return _read("speakers.json")


@cache
def certainty_weights() -> Mapping[str, float]:
    """The weights of how sure one can be of who speaks; see `data/certainty.md`."""
    return _read("certainty.json")


@cache
def speech_weights() -> Mapping[str, float]:
    """The weights of the model of what is speech, by feature; see `data/speech.md`."""
    return _read("speech.json")


def _read(name: str) -> Mapping[str, float]:
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)
    return weights
