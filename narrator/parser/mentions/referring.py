"""Whom `he`, `the boy` and `his aunt` of the narration mean, read in order from the first page."""

from collections.abc import Mapping, Sequence

from narrator.languages import Pack

from ..page import Paragraph
from ..people import Person
from .descriptions import known_as, of_noun, of_other
from .kin import is_kin
from .links import apposed
from .mention import NOBODY, Kind, Mention
from .newcomers import is_plain_noun
from .pronouns import of_it, of_pronoun, of_they
from .relatives import of_kin
from .subjects import says_it
from .view import View


def refer(
    pack: Pack,
    people: list[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    speaking: Mapping[str, int],
    named: Mapping[str, int],
    tellers: Sequence[int],
) -> list[list[Mention]]:
    """The mentions, with a person for every pronoun and common noun that seems to have one.

    `speaking` counts the noun phrases that say something; `named` holds those that the reader was
    told about; `tellers` whoever tells each paragraph as `I`.
    """
    view = View(pack, people, paragraphs, mentions, speaking, tellers)
    return [_read(view, number, named) for number in range(len(paragraphs))]


def _read(view: View, number: int, named: Mapping[str, int]) -> list[Mention]:
    """The mentions of the next paragraph."""
    row: list[Mention] = []
    view.begin(number)
    for mention in view.mentions[number]:
        told = mention.key in named and mention.kind is Kind.NOMINAL
        found = mention._replace(how="so called") if told else _placed(view, mention, number, row)
        view.note(found, number)
        row.append(found)
    view.finish(number, row)
    if view.paragraphs[number].has_speech:
        view.spoke = (_speaker(view, number, row), number)
    return row


def _speaker(view: View, number: int, row: Sequence[Mention]) -> int:
    """Who says the paragraph, if it tells."""
    paragraph = view.paragraphs[number]
    told = [m for m in row if not m.spoken]
    saying = [m for m in told if says_it(view.pack, paragraph, m.first)]
    doing = saying or [m for m in told if m.subject]
    return doing[0].person if doing else NOBODY


def _placed(view: View, mention: Mention, number: int, row: Sequence[Mention]) -> Mention:
    """A mention with the person whom it means, if that can be told."""
    pack = view.pack
    if mention.kind is Kind.PRONOUN and mention.sex:
        return mention._replace(person=of_pronoun(view, mention))
    if mention.key in pack.pronouns.several:
        return mention._replace(person=of_they(view, mention))
    if mention.key in pack.pronouns.it:
        return of_it(view, mention, number)
    if mention.kind is not Kind.NOMINAL or mention.spoken:
        return mention
    named = apposed(pack, view.paragraphs[number], view.mentions[number], mention)
    if named != NOBODY and not {mention.sex, view.people[named].sex} >= {"F", "M"}:
        return known_as(view, mention, named, number, "so called")
    if is_kin(pack, mention):
        return of_kin(view, mention, number, row)
    if mention.key in pack.nouns.other and mention.determiner in pack.grammar.definite:
        return of_other(view, mention, number, row)
    plain = is_plain_noun(pack, mention.key)
    return of_noun(view, mention, number, row) if plain else mention
