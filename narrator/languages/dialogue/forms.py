"""Forms of words made of other forms by their endings."""

from collections.abc import Iterable, Mapping

from ..tables import Words

_NOTHING = "-"


def derived(forms: Iterable[str], endings: Mapping[str, Words]) -> frozenset[str]:
    """What comes of `forms` whose ending is in `endings`, the longest that fits; `-` is nothing.

    >>> sorted(derived(["cried", "called", "sang"], {"ied": Words(["y"]), "ed": Words("-s")}))
    ['call', 'calls', 'cry']
    """
    longest_first = sorted(endings.items(), key=lambda pair: -len(pair[0]))
    found: set[str] = set()
    for form in forms:
        for ending, others in longest_first:
            if form.endswith(ending):
                stem = form[: len(form) - len(ending)]
                found.update(stem + other.replace(_NOTHING, "") for other in others)
                break
    return frozenset(found)
