"""What the story says outright of who is what: `Ilma, the judge`, `a crow named Cornelia`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from narrator.languages import Pack

from ..page import Paragraph
from ..people import Person, gender
from .mention import NOBODY, Kind, Mention

_OF_NOUN = 10
"""Votes for the sex that a noun tells of whom it is said."""
_ADDED = 5
"""Words that may stand before `named`: `a traveller in hairbrushes named Tooley`."""
_NAME_REACH = 30
"""Tokens back to whoever `his name was` tells of."""
Links = dict[str, Counter[int]]
"""For a noun (or noun with adjective) how often each person was called so outright."""


def find_links(
    pack: Pack,
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
) -> Links:
    """Who is called what: `Madam Gloam, the owl`, `her brother Tom`, `Hodge was a hedgehog`."""
    links: Links = {}
    for paragraph, found in zip(paragraphs, mentions, strict=True):
        named = NOBODY
        for one, two in pairwise(found):
            pair = _named_pair(pack, paragraph, one, two)
            if pair:
                links.setdefault(pair[0], Counter())[pair[1]] += 1
                new = two.determiner in pack.grammar.indefinite
                if new and _is_equated(pack, paragraph, one, two):
                    _tell_sex(people[pair[1]], two.sex)
                continue
            named = _last_named(pack, paragraph, one, named)
            equated = one.key in pack.pronouns.of_one and _is_equated(pack, paragraph, one, two)
            if named == NOBODY or not (equated or _is_so_called(pack, paragraph, two)):
                continue
            sexes = {people[named].sex, one.sex, two.sex} - {""}
            if len(sexes) < 2 and not (two.sex and one.key in pack.pronouns.it):
                links.setdefault(two.key, Counter())[named] += 1
        for key, person in _told_names(pack, paragraph, found):
            links.setdefault(key, Counter())[person] += 1
    return links


def _tell_sex(person: Person, sex: str) -> None:
    """`Lindqvist was a mournful man`: what somebody is tells their sex."""
    if sex in (gender.FEMALE, gender.MALE) and not person.is_group:
        person.sexes[sex] += _OF_NOUN


def _told_names(
    pack: Pack, paragraph: Paragraph, row: Sequence[Mention]
) -> Iterator[tuple[str, int]]:
    """Nouns whose names the narration tells behind them: `the crow; her name was Cornelia`."""
    for at, name in enumerate(row):
        before = tuple(token.low for token in paragraph.tokens[max(0, name.first - 3) : name.first])
        if name.kind is not Kind.NAME or name.spoken or before not in pack.phrases.their_name:
            continue
        told = [one for one in row[:at] if one.kind in (Kind.NAME, Kind.NOMINAL) and not one.spoken]
        noun = told[-1] if told else None
        if noun and noun.kind is Kind.NOMINAL and name.first - noun.last < _NAME_REACH:
            yield noun.key, name.person


def _is_so_called(pack: Pack, paragraph: Paragraph, mention: Mention) -> bool:
    """`on the ward they called him the colonel`."""
    before = tuple(
        token.low for token in paragraph.tokens[max(0, mention.first - 2) : mention.first]
    )
    definite = mention.kind is Kind.NOMINAL and mention.determiner in pack.grammar.definite
    return definite and before in pack.phrases.called_by


def _last_named(pack: Pack, paragraph: Paragraph, mention: Mention, named: int) -> int:
    before = {token.low for token in paragraph.tokens[max(0, mention.first - 1) : mention.first]}
    told = mention.kind is Kind.NAME and not mention.spoken
    return mention.person if told and not before & pack.grammar.place_prepositions else named


def _named_pair(
    pack: Pack, paragraph: Paragraph, one: Mention, two: Mention
) -> tuple[str, int] | None:
    kinds = (one.kind, two.kind)
    between = [token.low for token in paragraph.tokens[one.last : two.first]]
    if kinds == (Kind.NAME, Kind.NOMINAL):
        if two.determiner not in pack.grammar.appositive or one.spoken != two.spoken:
            return None
        if between == [] or (between == [","] and _closes(pack, paragraph, two)):
            return two.key, one.person
        if between[0] == "," and tuple(between) in pack.phrases.what_somebody_is:
            return two.key, one.person
        if _is_equated(pack, paragraph, one, two):
            return two.key, one.person
    if kinds != (Kind.NOMINAL, Kind.NAME) or one.spoken != two.spoken or not one.determiner:
        return None
    beside = between == [] or (between == [","] and _closes(pack, paragraph, two))
    beside = beside or tuple(between) in pack.phrases.whose_name or _is_naming(pack, between)
    beside = beside or (between[0] == "," and tuple(between) in pack.phrases.what_somebody_is)
    return (one.key, two.person) if beside else None


def _is_naming(pack: Pack, between: Sequence[str]) -> bool:
    """Whether a noun phrase and a name with these words between them are one person's."""
    for words in pack.phrases.naming:
        added = between[: -len(words)]
        if tuple(between[-len(words) :]) == words and len(added) <= _ADDED:
            return not {".", "!", "?", ";", ":"} & set(added)
    return False


def apposed(pack: Pack, paragraph: Paragraph, row: Sequence[Mention], noun: Mention) -> int:
    """The named person that a noun phrase here stands for: `her brother Tom`, or NOBODY."""
    at = row.index(noun)
    for one, two in pairwise(row[max(0, at - 1) : at + 2]):
        beside = paragraph.tokens[one.last : two.first]
        if noun in (one, two) and {Kind.NAME, Kind.NOMINAL} == {one.kind, two.kind}:
            pair = _named_pair(pack, paragraph, one, two)
            if pair and not any(token.low in pack.grammar.being for token in beside):
                return pair[1]
    return NOBODY


def _is_equated(pack: Pack, paragraph: Paragraph, one: Mention, two: Mention) -> bool:
    if two.kind is not Kind.NOMINAL or two.determiner not in pack.grammar.appositive or one.spoken:
        return False
    between = tuple(token.low for token in paragraph.tokens[one.last : two.first])
    says_so = bool(between) and between[0] in pack.grammar.is_or_has
    return says_so and between in pack.phrases.what_somebody_is


def _closes(pack: Pack, paragraph: Paragraph, mention: Mention) -> bool:
    tokens = paragraph.tokens
    if mention.last >= len(tokens):
        return True
    after = tokens[mention.last]
    return not after.is_word or after.low in pack.grammar.closing
