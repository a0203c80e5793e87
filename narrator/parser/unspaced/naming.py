"""What people are called in a book without blanks: by surnames, by titles, by who is said to say.

Nothing parts a name from the word behind it. In Chinese a name begins with a surname and goes on as
far as it is written the same way wherever it stands; in Japanese a particle or a title ends it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from narrator.languages import Pack, either
from narrator.languages.people import Unspaced

_CLAUSE = r"(?:^|[\s，。！？：；、…—“”「」『』（）])"
_SAME = 0.7
"""The share of its beginning's cases that a longer name has."""
_TWICE = 2


def names_in(pack: Pack, told: Sequence[str], text: str) -> list[str]:
    """The names in a book: `told` are its stretches of narration, `text` is all of it."""
    words = pack.unspaced
    found: Counter[str] = Counter()
    nouns = pack.nouns.male | pack.nouns.female | pack.nouns.neutral | pack.nouns.groups
    if words.subjects:
        found.update(_by_particles(pack, told))
        found.update(_by_titles(words, text))
    else:
        found.update(_by_surnames(words, told, text))
    refused = nouns | words.no_names | words.titles | pack.pronouns.he | pack.pronouns.she
    return [name for name in found if name not in refused]


def _by_surnames(words: Unspaced, told: Iterable[str], text: str) -> Iterator[str]:
    opening = _opening(words)
    for start in dict.fromkeys(m[1] for one in told for m in opening.finditer(one)):
        if start in words.no_names or any(start.startswith(each) for each in words.no_names):
            continue
        title = next((t for t in words.titles if start[1:].startswith(t)), "")
        if title and start[0] in words.surnames:
            yield start[0] + title
            continue
        name = _as_often(words, start, text)
        if name:
            yield name


def _as_often(words: Unspaced, start: str, text: str) -> str:
    """How much of `start` is a name, by what stands behind it elsewhere; empty where none is."""
    base = 2 if start[:2] in words.surnames else 1
    short, long = start[: base + 1], start[: base + 2]
    times = text.count(short)
    if len(short) <= base or times < _TWICE:
        return ""
    is_long = start[0] not in words.before_names and len(long) > len(short)
    return long if is_long and text.count(long) >= max(_TWICE, _SAME * times) else short


@cache
def _opening(words: Unspaced) -> re.Pattern[str]:
    first = either(words.surnames | words.before_names)
    return re.compile(rf"{_CLAUSE}((?:{first})[一-鿿]{{1,3}})")


def _by_titles(words: Unspaced, text: str) -> Iterator[str]:
    behind = either(words.titles | words.polite)
    for found in re.finditer(rf"([{words.letters}]{{1,6}}?)({behind})", text):
        kept = found[2] if found[2] in words.titles else ""
        yield found[1] + kept


def _by_particles(pack: Pack, told: Iterable[str]) -> Iterator[str]:
    """Whom tags give as a subject, `と健一は言った`, or as somebody's kin, `弟の健太が`."""
    words = pack.unspaced
    behind = rf"(?:{either(words.polite)})?(?:{either(words.subjects)})"
    says = rf"[^。！？]*?(?:{either(pack.speech.saying)})"
    citing = either(words.citing)
    tag = re.compile(
        rf"^(?:(?:{citing})([{words.letters}]{{1,6}}?)|([{words.letters}]{{2,4}}?)){behind}{says}"
    )
    given = "".join(sorted(words.women | words.men))
    kin = re.compile(rf"(?:{either(pack.nouns.kin)})の([{words.letters}]{{1,3}}[{given}]){behind}")
    for one in told:
        if found := tag.match(one):
            yield found[1] or found[2]
        yield from (found[1] for found in kin.finditer(one))
