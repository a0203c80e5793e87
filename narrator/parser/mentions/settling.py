"""Noun phrases become people: by apposition, by title, by name word, or as people of their own."""

from collections import Counter
from collections.abc import Mapping, Sequence

from narrator.languages import Pack

from ..page import Paragraph
from ..people import Person
from .links import Links
from .mention import NOBODY, Kind, Mention
from .newcomers import is_plain_noun


def settle_nominals(
    pack: Pack,
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
    shown = Counter(m.key for m in told if m.determiner in pack.grammar.introducing)
    met = Counter(m.key for m in told if m.determiner in pack.grammar.definite and m.subject)
    acting = Counter(m.key for found in mentions for m in found if _acts(pack, m))
    counts = Counter(m.key for found in mentions for m in found if m.kind is Kind.NOMINAL)
    families = _families(pack, links, told, counts)
    placed = _placed(paragraphs, mentions)
    named = _Named(people)
    for key in sorted(counts):
        if is_plain_noun(pack, key) and key not in known:
            for person in links.get(key, ()):
                people[person].heads.add(key)
            continue
        if key in known:
            _count_in(pack, people[known[key]], placed[key])
        person = known.get(key, families.get(key, NOBODY))
        if person == NOBODY:
            person = _linked(pack, key, links, people, named)
        new = speaking[key] or acting[key] or (met[key] and shown[key] + met[key] > 1)
        if person == NOBODY and new and _may_be_own(pack, key):
            person = _new_person(pack, people, key, placed[key])
        if person != NOBODY:
            home[key] = person
            people[person].heads.add(key)
            people[person].sure.add(key)
    for kin in sorted(set(counts) - set(home)):
        plain = _only_parent(pack, kin, told)
        person = next((home[key] for key in sorted(home) if _is_parent(pack, key, plain)), NOBODY)
        if person != NOBODY:
            home[kin] = person
            _count_in(pack, people[person], placed[kin])
    return home


def _families(
    pack: Pack, links: Links, told: Sequence[Mention], counts: Mapping[str, int]
) -> dict[str, int]:
    """Words for the only mother, or father, of the story who has a name, and who that is."""
    found = {}
    for key in sorted(counts):
        if (plain := _only_parent(pack, key, told)) and (named := links.get(plain)):
            found[key] = min(named, key=lambda person: (-named[person], person))
    return found


def _only_parent(pack: Pack, key: str, told: Sequence[Mention]) -> str:
    """`mother` for `mum` and the like where all of them are one family's; else empty."""
    plain = pack.kin.plain.get(key, key)
    if plain not in pack.kin.parents:
        return ""
    owners = {m.determiner for m in told if m.determiner and _is_parent(pack, m.key, plain)}
    return plain if len(owners) == 1 else ""


def _is_parent(pack: Pack, key: str, plain: str) -> bool:
    return bool(plain) and pack.kin.plain.get(key, key) == plain


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


def _acts(pack: Pack, mention: Mention) -> bool:
    """Whether a noun of a trade or kind does something in the narration."""
    head = mention.key.split()[-1]
    nouns = pack.nouns
    common = head in nouns.generic or head in nouns.groups or head == "someone"
    is_kin = head in nouns.kin and head not in pack.kin.at_work
    told = mention.kind is Kind.NOMINAL and not mention.spoken
    return told and mention.subject and not common and not is_kin


def _may_be_own(pack: Pack, key: str) -> bool:
    return key not in pack.nouns.not_own


class _Named:
    """Who has a title or word in their name; those known by a noun have neither."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.by_title: dict[str, list[Person]] = {}
        self.by_word: dict[str, list[Person]] = {}
        for person in people:
            for title in person.titles:
                self.by_title.setdefault(title, []).append(person)
            for word in person.words:
                self.by_word.setdefault(word, []).append(person)


def _linked(pack: Pack, key: str, links: Links, people: Sequence[Person], named: _Named) -> int:
    head = key.split()[-1]
    if head in pack.nouns.generic or head in pack.nouns.kin or key in ("everyone", "both"):
        return NOBODY
    if head in pack.nouns.groups:
        groups = [index for index in links.get(key, ()) if people[index].is_group]
        return groups[0] if groups else NOBODY
    titles = {head, *pack.honorifics.same_office.get(head, ())}
    holders = [one for t in titles for one in named.by_title.get(t, ()) if not one.is_nominal]
    if holders:
        return max(holders, key=lambda person: (person.count, -person.index)).index
    if key in links:
        person, _ = max(links[key].items(), key=lambda item: (item[1], -item[0]))
        return person
    worded = [one for one in named.by_word.get(head, ()) if not one.is_nominal]
    return worded[0].index if len(worded) == 1 else NOBODY


def _new_person(
    pack: Pack, people: list[Person], key: str, found: Sequence[tuple[Paragraph, Mention]]
) -> int:
    person = Person(pack, len(people), is_nominal=True)
    person.heads.update((key, key.split()[-1]))
    _count_in(pack, person, found)
    people.append(person)
    return person.index


def _placed(
    paragraphs: Sequence[Paragraph], mentions: Sequence[Sequence[Mention]]
) -> dict[str, list[tuple[Paragraph, Mention]]]:
    """Noun phrase -> where it stands."""
    found: dict[str, list[tuple[Paragraph, Mention]]] = {}
    for paragraph, row in zip(paragraphs, mentions, strict=True):
        for mention in row:
            if mention.kind is Kind.NOMINAL:
                found.setdefault(mention.key, []).append((paragraph, mention))
    return found


def _count_in(pack: Pack, person: Person, found: Sequence[tuple[Paragraph, Mention]]) -> None:
    """Count a noun phrase among the person's names, as the narration words it if it does."""
    told = any(not mention.spoken for _, mention in found)
    for paragraph, mention in found:
        person.count += 1
        if not (told and mention.spoken):
            person.names[phrase(pack, paragraph, mention)] += 1
        if mention.sex:
            person.sexes[mention.sex] += 5


def phrase(pack: Pack, paragraph: Paragraph, mention: Mention) -> str:
    """The noun phrase as it would stand inside a sentence: `the old man`."""
    tokens, first = paragraph.tokens, mention.first
    owned = tokens[first].low in pack.grammar.genitive
    while owned and first and (first == mention.first or tokens[first - 1].is_capital):
        first -= 1
    text = " ".join(paragraph.text[tokens[first].start : tokens[mention.last - 1].end].split())
    return text[0].lower() + text[1:] if mention.determiner and not owned else text
