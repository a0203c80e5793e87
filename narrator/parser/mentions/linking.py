"""Noun phrases become people: by apposition, by title, by name word, or as people of their own."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ..page import Paragraph
from ..people import Person, gender, lexicon
from .mentions import NOBODY, Kind, Mention
from .newcomers import is_plain_noun

_BE = frozenset(["was", "is", "were"])
_BE_FIRST = frozenset([("was",), ("is",), ("had",), ("has",)])
_NAME_WAS = frozenset(
    (*owner, "name", be)
    for owner in (("'s",), ("’s",), (",", "whose"), ("whose",))
    for be in ("was", "is")
)
_WHO_IS = frozenset(
    (*who, *be)
    for who in ((",", "who"), ("who",), ())
    for be in (("was",), ("is",), ("had", "been"), ("has", "been"), ("had", "become"))
)
"""What stands between a person and what they are: `Ilma, who had been a judge`."""
_A = frozenset(["a", "an"])
_OF_NOUN = 10
"""Votes for the sex that a noun tells of whom it is said."""
_PRONOUNS = frozenset(["he", "she", "it"])
_NAMING = (
    ("named",),
    ("called",),
    ("by", "the", "name", "of"),
    ("was", "called"),
    ("is", "called"),
    ("was", "named"),
)
"""What a noun phrase and the name behind it may have between them, after a few words."""
_THEIR_NAME = frozenset(
    (own, "name", be) for own in ("his", "her", "their", "its") for be in ("was", "is")
)
_CALLED_BY = frozenset(
    (call, whom) for call in ("called", "call", "calls") for whom in ("him", "her", "them")
) | {("known", "as")}
_ADDED = 5
"""Words that may stand before `named`: `a traveller in hairbrushes named Tooley`."""
_NAME_REACH = 30
"""Tokens back to whoever `his name was` tells of."""
_OPENS = lexicon.words(
    """
    the a an one his her their our my
    """
)

_RELATED_BY_WORK = frozenset(["boss", "partner", "manager"])

_SAME_OFFICE = {
    "policeman": ("constable", "sergeant", "inspector", "officer"),
    "policewoman": ("constable", "sergeant", "inspector", "officer"),
    "skipper": ("captain",),
    "physician": ("doctor",),
    "surgeon": ("doctor",),
    "clergyman": ("reverend", "vicar", "parson"),
    "priest": ("father",),
    "nun": ("sister",),
    "knight": ("sir",),
}
"""Nouns for people and the titles that go with them."""

Links = dict[str, Counter[int]]
"""For a noun (or noun with adjective) how often each person was called so outright."""


def find_links(
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
) -> Links:
    """Who is called what: `Madam Gloam, the owl`, `her brother Tom`, `Hodge was a hedgehog`."""
    links: Links = {}
    for paragraph, found in zip(paragraphs, mentions, strict=True):
        named = NOBODY
        for one, two in pairwise(found):
            pair = _named_pair(paragraph, one, two)
            if pair:
                links.setdefault(pair[0], Counter())[pair[1]] += 1
                if two.determiner in _A and _is_equated(paragraph, one, two):
                    _tell_sex(people[pair[1]], two.sex)
                continue
            named = _last_named(paragraph, one, named)
            equated = one.key in _PRONOUNS and _is_equated(paragraph, one, two)
            if named == NOBODY or not (equated or _is_so_called(paragraph, two)):
                continue
            if len({people[named].sex, one.sex, two.sex} - {""}) < 2 and not (
                one.key == "it" and two.sex
            ):
                links.setdefault(two.key, Counter())[named] += 1
        for key, person in _told_names(paragraph, found):
            links.setdefault(key, Counter())[person] += 1
    return links


def _tell_sex(person: Person, sex: str) -> None:
    """`Lindqvist was a mournful man`: what somebody is tells their sex."""
    if sex in (gender.FEMALE, gender.MALE) and not person.is_group:
        person.sexes[sex] += _OF_NOUN


def _told_names(paragraph: Paragraph, row: Sequence[Mention]) -> Iterator[tuple[str, int]]:
    """Nouns whose names the narration tells behind them: `the crow; her name was Cornelia`."""
    for at, name in enumerate(row):
        before = tuple(token.low for token in paragraph.tokens[: name.first][-3:])
        if name.kind is not Kind.NAME or name.spoken or before not in _THEIR_NAME:
            continue
        told = [one for one in row[:at] if one.kind in (Kind.NAME, Kind.NOMINAL) and not one.spoken]
        noun = told[-1] if told else None
        if noun and noun.kind is Kind.NOMINAL and name.first - noun.last < _NAME_REACH:
            yield noun.key, name.person


def _is_so_called(paragraph: Paragraph, mention: Mention) -> bool:
    """`on the ward they called him the colonel`."""
    before = tuple(token.low for token in paragraph.tokens[: mention.first][-2:])
    return mention.kind is Kind.NOMINAL and mention.determiner == "the" and before in _CALLED_BY


def _last_named(paragraph: Paragraph, mention: Mention, named: int) -> int:
    before = {token.low for token in paragraph.tokens[: mention.first][-1:]}
    told = mention.kind is Kind.NAME and not mention.spoken
    return mention.person if told and not before & lexicon.PLACE_PREPOSITIONS else named


def _named_pair(paragraph: Paragraph, one: Mention, two: Mention) -> tuple[str, int] | None:
    kinds = (one.kind, two.kind)
    between = [token.low for token in paragraph.tokens[one.last : two.first]]
    if kinds == (Kind.NAME, Kind.NOMINAL):
        if two.determiner not in _OPENS or one.spoken != two.spoken:
            return None
        if between == [] or (between == [","] and _closes(paragraph, two)):
            return two.key, one.person
        if between[:2] == [",", "who"] and tuple(between) in _WHO_IS:
            return two.key, one.person
        if _is_equated(paragraph, one, two):
            return two.key, one.person
    if kinds != (Kind.NOMINAL, Kind.NAME) or one.spoken != two.spoken or not one.determiner:
        return None
    beside = between == [] or (between == [","] and _closes(paragraph, two))
    beside = beside or tuple(between) in _NAME_WAS or _is_naming(between)
    return (one.key, two.person) if beside else None


def _is_naming(between: Sequence[str]) -> bool:
    """Whether a noun phrase and a name with these words between them are one person's."""
    for words in _NAMING:
        added = between[: -len(words)]
        if tuple(between[-len(words) :]) == words and len(added) <= _ADDED:
            return not {".", "!", "?", ";", ":"} & set(added)
    return False


def apposed(paragraph: Paragraph, row: Sequence[Mention], noun: Mention) -> int:
    """The named person that a noun phrase here stands for: `her brother Tom`, or NOBODY."""
    at = row.index(noun)
    for one, two in pairwise(row[max(0, at - 1) : at + 2]):
        beside = paragraph.tokens[one.last : two.first]
        if noun in (one, two) and {Kind.NAME, Kind.NOMINAL} == {one.kind, two.kind}:
            pair = _named_pair(paragraph, one, two)
            if pair and not any(token.low in _BE for token in beside):
                return pair[1]
    return NOBODY


def _is_equated(paragraph: Paragraph, one: Mention, two: Mention) -> bool:
    if two.kind is not Kind.NOMINAL or two.determiner not in _OPENS or one.spoken:
        return False
    between = tuple(token.low for token in paragraph.tokens[one.last : two.first])
    return between[:1] in _BE_FIRST and between in _WHO_IS


def _closes(paragraph: Paragraph, mention: Mention) -> bool:
    tokens = paragraph.tokens
    if mention.last >= len(tokens):
        return True
    after = tokens[mention.last]
    return not after.is_word or after.low in ("who", "whose", "which", "of", "in", "with")


def settle_nominals(
    people: list[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    links: Links,
    speaking: Counter[str],
    known: Mapping[str, int],
) -> dict[str, int]:
    """Who each noun phrase stands for; those in `speaking` (tag counts) may be new people.

    `known` says it for some, before anything is counted.
    """
    home: dict[str, int] = {}
    told = [m for found in mentions for m in found if m.kind is Kind.NOMINAL and not m.spoken]
    shown = Counter(m.key for m in told if m.determiner in ("a", "an", "another"))
    met = Counter(m.key for m in told if m.determiner == "the" and m.subject)
    acting = Counter(m.key for found in mentions for m in found if _acts(m))
    counts = Counter(m.key for found in mentions for m in found if m.kind is Kind.NOMINAL)
    for key in sorted(counts):
        if is_plain_noun(key) and key not in known:
            for person in links.get(key, ()):
                people[person].heads.add(key)
            continue
        if key in known:
            _count_in(people[known[key]], key, paragraphs, mentions)
        person = known.get(key, NOBODY)
        if person == NOBODY:
            person = _linked(key, links, people)
        new = speaking[key] or acting[key] or (met[key] and shown[key] + met[key] > 1)
        if person == NOBODY and new and _may_be_own(key):
            person = _new_person(people, key, paragraphs, mentions)
        if person != NOBODY:
            home[key] = person
            people[person].heads.add(key)
            people[person].sure.add(key)
    return home


def acting_nouns(row: Sequence[Mention]) -> list[str]:
    """What a paragraph with untagged speech says that somebody does: `The sergeant saluted.`"""
    subjects = [m for m in row if not m.spoken and m.subject]
    return [m.key for m in subjects[:1] if m.kind is Kind.NOMINAL and m.key != "someone"]


def merge_name_nouns(people: Sequence[Person], home: dict[str, int]) -> dict[int, int]:
    """Somebody called by a noun as if it were a name (`Hedgehog!`) is who the noun stands for."""
    same = {}
    for person in people:
        word = next(iter(person.words), "") if len(person.words) == 1 else ""
        owner = home.get(word, person.index)
        if owner != person.index and not person.titles and not person.known:
            people[owner].names.update(person.names)
            people[owner].sexes.update(person.sexes)
            people[owner].count += person.count
            same[person.index] = owner
    return same


def _acts(mention: Mention) -> bool:
    """Whether a noun of a trade or kind does something in the narration."""
    head = mention.key.split()[-1]
    common = lexicon.GENERIC_NOUNS | lexicon.GROUP_NOUNS | {"someone"}
    is_kin = head in lexicon.KIN_NOUNS and head not in _RELATED_BY_WORK
    told = mention.kind is Kind.NOMINAL and not mention.spoken
    return told and mention.subject and head not in common and not is_kin


def _may_be_own(key: str) -> bool:
    return key not in ("one", "other", "all", "some")


def _linked(key: str, links: Links, people: Sequence[Person]) -> int:
    head = key.split()[-1]
    if head in lexicon.GENERIC_NOUNS | lexicon.KIN_NOUNS or key in ("everyone", "both"):
        return NOBODY
    if head in lexicon.GROUP_NOUNS:
        groups = [index for index in links.get(key, ()) if people[index].is_group]
        return groups[0] if groups else NOBODY
    titles = {head, *_SAME_OFFICE.get(head, ())}
    holders = [one for one in people if titles & one.titles and not one.is_nominal]
    if holders:
        return max(holders, key=lambda person: (person.count, -person.index)).index
    if key in links:
        person, _ = max(links[key].items(), key=lambda item: (item[1], -item[0]))
        return person
    worded = [person for person in people if head in person.words and not person.is_nominal]
    return worded[0].index if len(worded) == 1 else NOBODY


def _new_person(
    people: list[Person],
    key: str,
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
) -> int:
    person = Person(len(people), is_nominal=True)
    person.heads.update((key, key.split()[-1]))
    _count_in(person, key, paragraphs, mentions)
    people.append(person)
    return person.index


def _count_in(
    person: Person,
    key: str,
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
) -> None:
    """Count `key` among the person's names, as the narration words it if it does."""
    found = [
        (paragraph, mention)
        for paragraph, row in zip(paragraphs, mentions, strict=True)
        for mention in row
        if mention.kind is Kind.NOMINAL and mention.key == key
    ]
    told = any(not mention.spoken for _, mention in found)
    for paragraph, mention in found:
        person.count += 1
        if not (told and mention.spoken):
            person.names[phrase(paragraph, mention)] += 1
        if mention.sex:
            person.sexes[mention.sex] += 5


def phrase(paragraph: Paragraph, mention: Mention) -> str:
    """The noun phrase as it would stand inside a sentence: `the old man`."""
    tokens, first = paragraph.tokens, mention.first
    owned = tokens[first].low in ("'s", "’s")
    while owned and first and (first == mention.first or tokens[first - 1].is_capital):
        first -= 1
    text = " ".join(paragraph.text[tokens[first].start : tokens[mention.last - 1].end].split())
    return text[0].lower() + text[1:] if mention.determiner and not owned else text
