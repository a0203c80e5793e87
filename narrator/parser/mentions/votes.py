"""What sex people are, as the pronouns behind their mentions vote."""

from collections.abc import Sequence

from narrator.languages import Pack

from ..page import Paragraph
from ..people import Person, gender
from .mention import NOBODY, Kind, Mention
from .subjects import says_it

_REACH = 25
_AGREEING = 4
"""Words behind a subject in which a verb of being and what agrees with it may stand."""


def vote_sexes(
    pack: Pack,
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
) -> None:
    """Let the first pronoun after each mention in the narration vote on its person's sex.

    So do words that agree with it, in languages that have them.
    """
    for paragraph, found in zip(paragraphs, mentions, strict=True):
        _vote_by_agreement(pack, people, paragraph, found)
        last: Mention | None = None
        before: Mention | None = None
        for mention in found:
            if mention.spoken:
                continue
            if mention.kind is Kind.PRONOUN and mention.sex:
                near = last is not None and mention.first - last.first < _REACH
                if last is not None and near and not _is_owner(pack, last, mention.sex):
                    people[last.person].sexes[mention.sex] += 1
                    people[last.person].votes[mention.sex] += 1
                last = None
            elif mention.key in pack.pronouns.several and last is not None:
                people[last.person].sexes["T"] += mention.first - last.first < _REACH
                last = None
            elif mention.person != NOBODY:
                joined = before is not None and mention.first - before.last == 1
                last = mention if mention.subject and not joined else None
            before = mention


def _vote_by_agreement(
    pack: Pack, people: Sequence[Person], paragraph: Paragraph, found: Sequence[Mention]
) -> None:
    if not pack.grammar.feminine_endings and not pack.grammar.womens_verbs:
        return
    for mention in found:
        told = not mention.spoken and mention.person != NOBODY and mention.kind is not Kind.PRONOUN
        if told and (sex := _of_verb(pack, paragraph, mention)):
            people[mention.person].sexes[sex] += 1
            people[mention.person].votes[sex] += 1
        behind = paragraph.tokens[mention.last : mention.last + _AGREEING]
        verbs = [at for at, token in enumerate(behind[:-1]) if token.low in pack.grammar.being]
        if mention.spoken or not mention.subject or mention.person == NOBODY or not verbs:
            continue
        if sex := gender.of_agreement(pack, behind[verbs[-1] + 1].low):
            people[mention.person].sexes[sex] += 1
            people[mention.person].votes[sex] += 1


def _of_verb(pack: Pack, paragraph: Paragraph, mention: Mention) -> str:
    """The sex that the verb tells whose subject somebody is: `врач вышла`, `сказала врач`."""
    if mention.subject:
        return gender.of_verb(pack, paragraph.tokens[mention.last].low)
    if says_it(pack, paragraph, mention.first) and not mention.oblique:
        return gender.of_verb(pack, paragraph.tokens[mention.first - 1].low)
    return ""


def _is_owner(pack: Pack, mention: Mention, sex: str) -> bool:
    """After `her manager` a `she` is rather the owner than the manager."""
    return gender.of_pronoun(pack, mention.determiner) == sex
