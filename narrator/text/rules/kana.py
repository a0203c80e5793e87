"""Japanese in kana: espeak-ng reads no kanji, and says `Chinese letter` for each of them."""

import re
from functools import cache
from importlib import import_module
from typing import Any

from ..rewriting import Rule, rule

_KANJI = re.compile("[一-鿿々]")
_TOPICS = {"は": "わ", "へ": "え", "には": "にわ", "では": "でわ", "とは": "とわ"}
"""Particles that are written otherwise than they are said."""


def rules() -> tuple[Rule, ...]:
    """The rule that puts all kanji into kana; none where pykakasi is not installed."""
    if _converter() is None:
        return ()
    return (rule("[一-鿿々ぁ-ゖ]+", _in_kana),)


def can_read_kanji() -> bool:
    """Whether kanji can be put into kana here."""
    return _converter() is not None


def _in_kana(match: re.Match[str]) -> str:
    """A run of kanji and hiragana, as it is said; one without kanji stays as it is."""
    if not _KANJI.search(match[0]):
        return match[0]
    pieces = _converter().convert(match[0])
    return "".join(_said(piece["orig"], piece["hira"]) for piece in pieces)


def _said(written: str, kana: str) -> str:
    if written.endswith("は") and _KANJI.match(written):
        return f"{kana[:-1]}わ"
    return _TOPICS.get(written, kana)


@cache
def _converter() -> Any:
    try:
        return import_module("pykakasi").kakasi()
    except ImportError:
        return None
