"""Figures above and below the line: exponents in words, indices as figures."""

import re
from functools import partial

from ..rewriting import Rule, rule

_UP = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DOWN = "₀₁₂₃₄₅₆₇₈₉"
_FIGURES = str.maketrans(_UP + _DOWN + "⁻ⁿ", "0123456789" * 2 + "-n")
RAISED = _UP + "⁻ⁿ"
INDICES: tuple[Rule, ...] = (
    rule(rf"(?<=\w)[{_DOWN}]+", lambda match: match[0].translate(_FIGURES), _DOWN),
)
"""`H₂O` is said as `H2O` is, in any language."""


def may_hold_indices(text: str) -> bool:
    """Whether a figure below the line is in it."""
    return not text.isascii() and any(map(text.__contains__, _DOWN))


def powers(power: str, minus: str, *, simple: str = "") -> tuple[Rule, ...]:
    """The rules for exponents of figures, of a letter and of a bracket; `power` is said between.

    Those in `simple` that stand alone have words of their own and are left to other rules.

    >>> (of,) = powers("to the power of", "minus", simple="²³")
    >>> of.pattern.sub(of.say, "10⁶, 10⁻³, x²")
    '10 to the power of 6, 10 to the power of minus 3, x²'
    """
    alone = rf"(?![{simple}](?![{_UP}]))" if simple else ""
    of_what = r"(?:(?<=[\d)])|(?<=\b[^\W\d_]))"
    return (rule(rf"{of_what}{alone}(?:⁻?[{_UP}]{{1,4}}|ⁿ)", partial(_said, power, minus), RAISED),)


def _said(power: str, minus: str, match: re.Match[str]) -> str:
    figures = match[0].translate(_FIGURES)
    sign = f"{minus} " if figures.startswith("-") else ""
    return f" {power} {sign}{figures.lstrip('-')}"
