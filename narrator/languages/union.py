"""Parts of several languages as one: for what is recognised whatever language a file is in."""

from collections.abc import Sequence
from typing import Any, TypeVar

from .tables import Part, Patterns, Words

_P = TypeVar("_P", bound=Part)


def union(parts: Sequence[_P]) -> _P:
    """One part that holds what all `parts`, of one kind, do: only what can be added up.

    Raises:
        TypeError: a field is neither words, patterns, a table of patterns nor a part of those.
    """
    names = parts[0].__struct_fields__
    return type(parts[0])(
        **{name: _joined([getattr(part, name) for part in parts]) for name in names}
    )


def _joined(values: Sequence[Any]) -> Any:
    first = values[0]
    if isinstance(first, Words):
        return Words(word for each in values for word in each)
    if isinstance(first, Patterns):
        return Patterns(dict.fromkeys(pattern for each in values for pattern in each))
    if isinstance(first, Part):
        return union(values)
    if isinstance(first, dict):
        keys = dict.fromkeys(key for each in values for key in each)
        return {key: _joined([each[key] for each in values if key in each]) for key in keys}
    raise TypeError(f"{first!r} of several languages cannot be joined")
