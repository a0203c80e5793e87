"""Subjects that only the verb tells of: `— Nie wiem — odparła.`"""

from collections.abc import Iterator, Sequence

from narrator.languages import Pack

from ..page import SENTENCE_ENDS, Paragraph
from ..people import gender
from .mention import NOBODY, Kind, Mention

_REACH = 5
"""Words behind a verb within which its subject may stand."""


def dropped(pack: Pack, paragraph: Paragraph, found: Sequence[Mention]) -> Iterator[Mention]:
    """A pronoun in place of each verb that begins a tag or a sentence and has no subject.

    Only a verb that tells the sex of its subject can do without one here.
    """
    if not pack.grammar.womens_verbs:
        return
    starts = {mention.first for mention in found}
    inside = {at for mention in found for at in range(mention.first, mention.last)}
    for at, token in enumerate(paragraph.tokens):
        if at in inside or paragraph.spoken[at] or not _begins(paragraph, at):
            continue
        sex = gender.of_verb(pack, token.low)
        if sex and not _has_subject(paragraph, at, starts):
            key = min(pack.pronouns.subjects & _of(pack, sex))
            yield Mention(at, at + 1, Kind.PRONOUN, NOBODY, key, sex, True, False, False)


def _of(pack: Pack, sex: str) -> frozenset[str]:
    return pack.pronouns.he if sex == gender.MALE else pack.pronouns.she


def _begins(paragraph: Paragraph, at: int) -> bool:
    """Whether a tag or a sentence begins with the word at `at`."""
    if at == 0:
        return True
    before = paragraph.tokens[at - 1]
    return before.text in SENTENCE_ENDS or (
        not before.is_word and (at == 1 or paragraph.spoken[at - 1] or paragraph.spoken[at - 2])
    )


def _has_subject(paragraph: Paragraph, verb: int, starts: set[int]) -> bool:
    """Whether somebody is mentioned behind the verb before the clause ends."""
    for at in range(verb + 1, min(verb + _REACH, len(paragraph.tokens))):
        if at in starts:
            return True
        if not paragraph.tokens[at].is_word:
            return False
    return False
