"""Everything in the text that points at a person: names, noun phrases, pronouns."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from ..page import Paragraph, label_name
from ..people import Name, NameRun, Nominal, Person, find_nominals, gender, is_vocative, lexicon

NOBODY = -1
"""The person of a mention that is not (yet) known to point at anybody."""

FIRST_PERSON = frozenset(["i", "i'd", "i'm", "i'll", "i've", "i’d", "i’m", "i’ll", "i’ve"])
"""`I`, alone or with its verb, in lower case."""

_SUBJECT_AFTER = frozenset(
    [
        ",",
        "and",
        "but",
        "then",
        "when",
        "as",
        "while",
        "that",
        "if",
        "because",
        "so",
        "where",
        "until",
        "before",
        "after",
        "though",
        "although",
        "for",
    ]
)
_NOT_VERBS = lexicon.words(
    """
    and or to in of with at for on by from into over under about as than nor but who whom
    whose that which
    """
)

_COMPLEMENTS = frozenset(["with", "in", "on", "at", "from", "of", "behind", "beside", "by", "who"])
_COMPLEMENT_REACH = 8
_PARTICLES = lexicon.words("in out up back on off forth again down over then")
_PLACES = lexicon.words(
    "in on at behind from under by beside outside inside after before down up across near over"
)
"""Words that open a sentence with where or when."""
_PLACE_REACH = 8


_IT_WAS = frozenset((word, be) for word in ("it", "this", "that", "there") for be in ("was", "is"))
"""Words behind which somebody is brought in who is then spoken of: `It was Tom.`"""


class Kind(StrEnum):
    """What sort of words point at the person."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    FIRST = "first person"


class Mention(NamedTuple):
    """Words that point at somebody."""

    first: int
    last: int
    """One past the last token."""
    kind: Kind
    person: int
    key: str
    """The noun phrase's key, the pronoun, or the name's words."""
    sex: str
    subject: bool
    """Whether it seems to be the subject of its clause."""
    spoken: bool
    vocative: bool
    determiner: str = ""
    how: str = ""
    """How a noun phrase got its person, where that is no more than likely."""
    other: int = -1
    """Another person it may stand for, or NOBODY."""


def find_mentions(
    paragraphs: Sequence[Paragraph],
    runs: Sequence[NameRun],
    holder: Mapping[Name, int],
    nouns: frozenset[str],
) -> list[list[Mention]]:
    """For each paragraph its mentions in order; noun phrases and pronouns point at nobody yet."""
    named: dict[int, list[NameRun]] = {}
    for run in runs:
        named.setdefault(run.paragraph, []).append(run)
    return [
        _mentions_of(paragraph, named.get(number, []), holder, nouns)
        for number, paragraph in enumerate(paragraphs)
    ]


def _mentions_of(
    paragraph: Paragraph,
    runs: Sequence[NameRun],
    holder: Mapping[Name, int],
    nouns: frozenset[str],
) -> list[Mention]:
    found = [_of_name(paragraph, run, holder[run.name]) for run in runs if run.name in holder]
    taken = {index for mention in found for index in range(mention.first, mention.last)}
    for nominal in find_nominals(paragraph, nouns):
        if nominal.last - 1 not in taken and nominal.first not in taken:
            found = _with(paragraph, found, _of_nominal(paragraph, nominal))
            taken.update(range(nominal.first, nominal.last))
    found.extend(_pronouns(paragraph, taken))
    return sorted(found)


def _with(paragraph: Paragraph, found: list[Mention], new: Mention) -> list[Mention]:
    """The mentions and a new noun phrase; `her voice` and `Anna's voice` are she and Anna."""
    if new.key != "voice" or new.spoken:
        return [*found, new]
    if sex := gender.of_pronoun(new.determiner):
        key = "he" if sex == gender.MALE else "she"
        return [*found, new._replace(kind=Kind.PRONOUN, key=key, sex=sex, determiner="")]
    owner = next((one for one in found if one.last == new.first), None)
    if owner is None or owner.spoken or new.determiner not in ("'s", "’s"):
        return [*found, new]
    subject = _is_subject(paragraph, owner.first, new.last)
    voice = owner._replace(last=new.last, subject=subject)
    return [voice if one is owner else one for one in found]


def place_labels(
    people: list[Person], paragraphs: Sequence[Paragraph], mentions: list[list[Mention]]
) -> list[list[Mention]]:
    """The mentions, with the label of each labelled paragraph as the name of its speaker."""
    holder = {name.lower(): person.index for person in people for name in person.names}
    placed = []
    for paragraph, row in zip(paragraphs, mentions, strict=True):
        if paragraph.is_labelled:
            name = label_name(paragraph.text)
            if name.lower() not in holder:
                holder[name.lower()] = len(people)
                people.append(Person(len(people)))
            person = people[holder[name.lower()]]
            person.names[name.title() if name.isupper() else name] += 1
            person.count += 1
            last = paragraph.parts[0].last
            label = Mention(0, last, Kind.NAME, person.index, name.lower(), "", True, False, False)
            row = [label, *(mention for mention in row if mention.first >= last)]
        placed.append(row)
    return placed


def _of_name(paragraph: Paragraph, run: NameRun, person: int) -> Mention:
    subject = _is_subject(paragraph, run.first, run.last)
    key = " ".join(run.name.lows)
    return Mention(
        run.first, run.last, Kind.NAME, person, key, run.name.sex, subject, run.spoken, run.vocative
    )


def _of_nominal(paragraph: Paragraph, nominal: Nominal) -> Mention:
    spoken = paragraph.spoken[nominal.first]
    called = not nominal.determiner or nominal.determiner == "my"
    vocative = spoken and called and is_vocative(paragraph, nominal.first, nominal.last)
    return Mention(
        nominal.first,
        nominal.last,
        Kind.NOMINAL,
        NOBODY,
        nominal.key,
        nominal.sex,
        _is_subject(paragraph, nominal.first, nominal.last),
        spoken,
        vocative,
        nominal.determiner,
    )


def _pronouns(paragraph: Paragraph, taken: set[int]) -> list[Mention]:
    found = []
    for index, token in enumerate(paragraph.tokens):
        if paragraph.spoken[index] or index in taken:
            continue
        if token.low in FIRST_PERSON and token.text[0] == "I":
            found.append(Mention(index, index + 1, Kind.FIRST, NOBODY, "i", "", True, False, False))
        elif token.low in ("he", "she", "they", "it"):
            sex = gender.of_pronoun(token.low)
            found.append(
                Mention(index, index + 1, Kind.PRONOUN, NOBODY, token.low, sex, True, False, False)
            )
    return found


def _is_subject(paragraph: Paragraph, first: int, last: int) -> bool:
    tokens, spoken = paragraph.tokens, paragraph.spoken
    two_before = tuple(token.low for token in tokens[max(0, first - 2) : first])
    if two_before == ("it", "was") or (two_before in _IT_WAS and not spoken[first]):
        return True
    if last >= len(tokens) or spoken[last] != spoken[first]:
        return False
    if tokens[last].low in ("himself", "herself", "themself") and last + 1 < len(tokens):
        last += 1
    after = tokens[last]
    if not after.is_word or after.is_capital:
        return False
    if after.low in _NOT_VERBS and not _acts_behind_complement(paragraph, first, last):
        return False
    if tokens[first].low in ("'s", "’s"):
        while first and (tokens[first].low in ("'s", "’s") or tokens[first - 1].is_capital):
            first -= 1
    if first == 0 or spoken[first - 1] != spoken[first]:
        return True
    before = tokens[first - 1]
    opens = not before.is_word or before.low in _SUBJECT_AFTER
    return opens or _follows_place(paragraph, first, last)


def says_it(paragraph: Paragraph, first: int) -> bool:
    """Whether a verb of saying right behind a quotation has its subject at `first`."""
    tokens, at = paragraph.tokens, first - 1
    while at > 0 and (tokens[at].low.endswith("ly") or tokens[at].low in _PARTICLES):
        at -= 1
    if at < 1 or tokens[at].low not in lexicon.SAYING:
        return False
    return paragraph.spoken[at - 1] or not tokens[at - 1].is_word


def _follows_place(paragraph: Paragraph, first: int, last: int) -> bool:
    """`In the back their mother sat upright`: where stands first, and the verb follows."""
    tokens = paragraph.tokens
    acts = tokens[last].low in lexicon.IRREGULAR_PAST or tokens[last].low.endswith("ed")
    for at in range(first - 1, max(-1, first - _PLACE_REACH), -1):
        if not tokens[at].is_word or paragraph.spoken[at]:
            return False
        if at == 0 or tokens[at - 1].text in lexicon.SENTENCE_ENDS | lexicon.QUOTE_MARKS:
            return acts and tokens[at].low in _PLACES
    return False


def _acts_behind_complement(paragraph: Paragraph, first: int, last: int) -> bool:
    """`The woman with the basket had come`: a sentence begins, and its verb comes later."""
    tokens = paragraph.tokens
    opens = first == 0 or tokens[first - 1].text in lexicon.SENTENCE_ENDS | lexicon.QUOTE_MARKS
    if not opens or tokens[last].low not in _COMPLEMENTS:
        return False
    for token in tokens[last + 1 : last + _COMPLEMENT_REACH]:
        if not token.is_word:
            return False
        if token.low in lexicon.IRREGULAR_PAST | lexicon.SAYING | {"has", "is"}:
            return True
        if token.low.endswith("ed"):
            return True
    return False
