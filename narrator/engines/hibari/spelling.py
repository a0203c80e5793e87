"""What hibari-tts knows of spelling, loaded so that many workers can hold it.

The package keeps its dictionaries as Python's, 75 MB of them. Here they are tables, 25 MB, which
its own rules read through the few methods that they use; and they are read a word at a time, for
what is parsed as a whole leaves its memory in pieces too small to be given back.
"""

import gzip
import json
import re
import struct
from collections.abc import Iterator
from functools import cached_property
from json.decoder import scanstring  # type: ignore[attr-defined]
from pathlib import Path
from typing import Any

from hibari.g2p import G2P
from hibari.g2p.lexicon import Lexicon
from hibari.g2p.oov import OOV
from hibari.g2p.tagger import Tagger
from hibari.g2p.tokenize import Tokenizer

from .sessions import session_for
from .tables import Table

_SEVERAL = b"{"
_WEIGHT = struct.Struct("<Bh")
"""The number of a tag, and ten times its weight: the package keeps weights to one decimal."""


class Spelling(G2P):  # type: ignore[misc]
    """Text to the sounds of a model's alphabet, American or British."""

    def __init__(self, assets: Path, *, british: bool = False) -> None:
        # Not the constructor of the package, which loads all of it into dictionaries.
        accent = "gb" if british else "us"
        gold, silver = (
            _Words(assets / f"lexicon_{accent}_{n}.json.gz") for n in ("gold", "silver")
        )
        self.lexicon = Lexicon(gold, silver, british)
        exceptions = (assets / "tokenizer_exceptions.json").read_text(encoding="utf-8")
        self.tokenizer = Tokenizer(json.loads(exceptions))
        self.tagger = Tagger(_tagger_model(assets / "tagger.json.gz"))
        self._oov = _Unknown(assets / f"oov{'_gb' * british}.onnx")
        self.unk = ""
        self.british = british


class _Unknown:
    """Words that no dictionary has, by a model that is loaded for the first of them."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, word: str) -> str | None:
        """The sounds of `word`; None where it has no letters that are known."""
        told: str | None = self._model(word)
        return told

    @cached_property
    def _model(self) -> OOV:
        return OOV(str(self._path), session_for(self._path))


class _Words:
    """How each word sounds: phonemes, or a dictionary of them by part of speech."""

    def __init__(self, path: Path) -> None:
        pairs = _members(_unpacked(path))
        self._table = Table((word.encode(), _packed(told)) for word, told in pairs)

    def get(self, word: str) -> Any:
        """What is known of `word`; None if nothing."""
        found = self._table.get(word.encode("utf-8", "replace"))
        if found is None:
            return None
        return json.loads(found) if found[:1] == _SEVERAL else found.decode()


def _packed(told: Any) -> bytes:
    return told.encode() if isinstance(told, str) else json.dumps(told).encode()


class _Weights:
    """The weights of each feature of a word, by tag."""

    def __init__(self, rows: Iterator[tuple[str, Any]], tags: list[str]) -> None:
        numbers = {tag: number for number, tag in enumerate(tags)}
        self._tags = tags
        self._table = Table(
            (
                feature.encode(),
                b"".join(_WEIGHT.pack(numbers[t], round(10 * w)) for t, w in weights.items()),
            )
            for feature, weights in rows
        )

    def get(self, feature: str) -> "_Row | None":
        """The weights of `feature`; None where it says nothing."""
        found = self._table.get(feature.encode("utf-8", "replace"))
        return None if found is None else _Row(found, self._tags)


class _Row:
    """The weights of one feature."""

    def __init__(self, packed: bytes, tags: list[str]) -> None:
        self._packed, self._tags = packed, tags

    def items(self) -> Iterator[tuple[str, float]]:
        """Tags and their weights."""
        return ((self._tags[tag], each / 10) for tag, each in _WEIGHT.iter_unpack(self._packed))


def _tagger_model(path: Path) -> dict[str, Any]:
    """What the tagger is made of, its weights in a table."""
    text = _unpacked(path)
    start = text.index('"weights":') + len('"weights":')
    rest = json.loads(f"{text[:start]}0}}")
    return {**rest, "weights": _Weights(_members(text, start), rest["tags"])}


_BETWEEN = re.compile(r"[\s,:]*")


def _members(text: str, at: int = 0) -> Iterator[tuple[str, Any]]:
    """The members of the JSON object that begins behind `at`, one at a time."""
    decode = json.JSONDecoder().raw_decode
    at = text.index("{", at) + 1
    while text[at := _BETWEEN.match(text, at).end()] != "}":  # type: ignore[union-attr]
        name, at = scanstring(text, at + 1, True)
        value, at = decode(text, _BETWEEN.match(text, at).end())  # type: ignore[union-attr]
        yield name, value


def _unpacked(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8")
