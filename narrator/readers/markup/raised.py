"""Formulas, and figures above or below the line: exponents and indices, as signs that say so."""

import re

from lxml import etree

from .trees import all_text, local_name

_UP = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_DOWN = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_FIGURES = re.compile(r"\s*[-+−]?\d{1,4}\s*|n")
_TEX = re.compile(r"[\\{}_^]")
SHIFTING = frozenset({"sup", "sub", "mn", "mi", "mrow"})
"""What may stand above or below the line."""
_RAISED = frozenset({"msup", "mover"})
_LOWERED = frozenset({"msub"})

Shift = dict[int, int]
"""By each sign what is written for it."""


def shift_of(element: etree._Element, name: str) -> Shift | None:
    """What the text of `element` becomes, if it is figures above or below the line."""
    if name in ("sup", "sub"):
        up = name == "sup"
    else:
        parent = element.getparent()
        kind = local_name(parent) if parent is not None else ""
        if kind not in _RAISED | _LOWERED or element.getprevious() is None:
            return None
        up = kind in _RAISED
    if not _FIGURES.fullmatch(all_text(element)):
        return None
    return _UP if up else _DOWN


def shifted(text: str, *, up: bool) -> str:
    """`text` as figures above or below the line; as it is where it is none.

    >>> shifted("6", up=True), shifted("2", up=False), shifted("th", up=True)
    ('⁶', '₂', 'th')
    """
    return text.translate(_UP if up else _DOWN) if _FIGURES.fullmatch(text) else text


def formula_of(element: etree._Element) -> str:
    """What a formula says in words or plain signs, if it says so; empty for TeX."""
    said = " ".join(element.get("alttext", "").split())
    return "" if _TEX.search(said) else said
