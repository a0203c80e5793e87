"""Whom `he`, `they` and `it` of the narration mean."""

from ..people import is_thing
from .mention import NOBODY, Kind, Mention
from .picking import is_surely_one
from .view import View

_IT_REACH = 200
"""Tokens that `it` for one who speaks looks back."""
_THEY_REACH = 150
"""Tokens that `they` for one person looks back."""


def of_pronoun(view: View, mention: Mention) -> int:
    """The person of the sex of `he` or `she` last in view."""
    person = view.nearest(mention, mention.sex)
    someone = view.people[person] if person != NOBODY else None
    if someone and someone.is_nominal and not someone.heads & view.pack.nouns.voice:
        someone.sexes[mention.sex] += 1
    return person


def of_they(view: View, mention: Mention) -> int:
    """The one person in view whom the story calls `they`, unless a group was seen later."""
    recent = view.recent
    one = max(
        (person for person in recent if view.people[person].is_they),
        key=lambda person: recent[person].place,
        default=NOBODY,
    )
    near = one != NOBODY and view.place(mention) - recent[one].place < _THEY_REACH
    return one if near else NOBODY


def of_it(view: View, mention: Mention, number: int) -> Mention:
    """`it said`: the beast or thing that was last in view, as if it were named again."""
    paragraph, recent = view.paragraphs[number], view.recent
    after = paragraph.tokens[mention.last].low if mention.last < len(paragraph.tokens) else ""
    things = [p for p in recent if _may_be_it(view, p)]
    best = max(things, key=lambda p: recent[p].place, default=NOBODY)
    says = paragraph.has_speech and after in view.pack.speech.naming
    if best == NOBODY or not says:
        return mention
    if view.place(mention) - recent[best].place > _IT_REACH:
        return mention
    key = min(view.people[best].heads, default=mention.key)
    return mention._replace(kind=Kind.NOMINAL, person=best, key=key, how="so called")


def _may_be_it(view: View, person: int) -> bool:
    someone = view.people[person]
    if someone.is_nominal:
        return is_thing(view.pack, someone) or bool(someone.heads & view.pack.nouns.beings)
    return not someone.sex and not someone.is_group and not is_surely_one(view.pack, someone)
