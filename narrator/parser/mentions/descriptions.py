"""Whom `a man`, `the boy` and `the other` of the narration mean."""

from collections.abc import Sequence

from narrator.languages import Pack

from ..people import Person
from .mention import NOBODY, Mention
from .newcomers import appears, is_brought_in, stays
from .picking import InView, is_surely_one, pick, suits
from .subjects import says_it
from .view import View

_CHAIN = 40
"""Paragraphs for which somebody brought in by `a man` stays `the man`."""
_IN_VIEW = 12
_LONG_IN_VIEW = 30
"""Paragraphs looked back for somebody whom the words fit; the longer if there is nobody nearer."""
_CALLED = 3
_OTHER_REACH = 120
"""Tokens that `the other` looks back."""


def of_noun(view: View, mention: Mention, number: int, row: Sequence[Mention]) -> Mention:
    """`mention`, a common noun, with its person: somebody new, or one who is about."""
    grammar = view.pack.grammar
    if mention.determiner in grammar.introducing:
        if _is_voice(view.pack, mention):
            return _heard(view, mention, number)
        new = _is_shown(view, mention, number)
        return _newcomer(view, mention, number, "new") if new else mention
    if mention.determiner not in grammar.pointing:
        return mention
    known = _so_called(view, mention, number)
    if known != NOBODY:
        return known_as(view, mention, known, number, "so called")
    if _is_voice(view.pack, mention):
        return _heard(view, mention, number)
    bare = _so_called(view, mention._replace(key=mention.key.split()[-1]), number)
    if bare != NOBODY and _is_again(view.pack, mention, view.people[bare]):
        return known_as(view, mention, bare, number, "so called")
    person, how = _by_elimination(view, mention, number, row)
    if person != NOBODY:
        return known_as(view, mention, person, number, how)
    if how or not _takes_part(view, mention, number):
        return mention
    return _newcomer(view, mention, number, "alone")


def _is_voice(pack: Pack, mention: Mention) -> bool:
    return mention.key.split()[-1] in pack.nouns.voice


def _heard(view: View, mention: Mention, number: int) -> Mention:
    """A voice is somebody new if it says anything."""
    heard = mention.subject or says_it(view.pack, view.paragraphs[number], mention.first)
    return _newcomer(view, mention, number, "") if heard else mention


def _is_shown(view: View, mention: Mention, number: int) -> bool:
    """Whether `a man` here is a certain man, who takes part in the story."""
    pack, paragraph = view.pack, view.paragraphs[number]
    return is_brought_in(pack, paragraph, mention) and (
        appears(pack, paragraph, mention)
        or says_it(pack, paragraph, mention.first)
        or stays(pack, view.mentions, mention, number)
    )


def _is_again(pack: Pack, mention: Mention, bare: Person) -> bool:
    """Whether `the old man` may be who was last `the man`."""
    other = any(word in mention.key for word in pack.nouns.other)
    words = set(mention.key.split())
    return bare.is_nominal and not other and suits(pack, words, mention.sex, bare, None)


def _takes_part(view: View, mention: Mention, number: int) -> bool:
    """Whether somebody so called does something where something is said, or stays."""
    talking = any(paragraph.has_speech for paragraph in view.paragraphs[number : number + 2])
    if (mention.subject and talking) or view.speaking.get(mention.key):
        return True
    return stays(view.pack, view.mentions, mention, number)


def of_other(view: View, mention: Mention, number: int, row: Sequence[Mention]) -> Mention:
    """`the other laughed`: who was in view before the one who has just done something."""
    place, words = view.place(mention), set(view.pack.nouns.other)
    lately = [
        (seen.place, person)
        for person, seen in view.recent.items()
        if place - seen.place < _OTHER_REACH
        and suits(view.pack, words, "", view.people[person], None)
    ]
    order = [person for _, person in sorted(lately, reverse=True)]
    others = order[1:2] if all(other.spoken for other in row) else order[:1]
    acts = mention.subject or says_it(view.pack, view.paragraphs[number], mention.first)
    if not others or not acts:
        return mention
    return mention._replace(person=others[0], how="only grown")


def _so_called(view: View, mention: Mention, number: int) -> int:
    """Whoever was last brought in by such words: `a stout man` is `the man` as well."""
    known = view.so_called.get(mention.key)
    if known:
        person, seen = known
        near = number - view.paragraph_of.get(person, -99) <= _CHAIN // 2
        if number - seen <= _CHAIN or (near and view.is_named(person)):
            return person
    head = mention.key.split()[-1]
    if head != mention.key:
        return NOBODY
    seen, person = view.last_called(head)
    return person if number - seen <= _CHAIN else NOBODY


def known_as(view: View, mention: Mention, person: int, number: int, how: str) -> Mention:
    """`mention` as a way to speak of `person`, who is so called from now on."""
    view.call(mention.key, person, number)
    someone = view.people[person]
    someone.heads.add(mention.key)
    if someone.is_nominal:
        _count(view.pack, someone, mention)
    elif how != "so called" and not someone.sex and mention.sex:
        someone.sexes[mention.sex] += 2
    return mention._replace(person=person, how=how)


def _newcomer(view: View, mention: Mention, number: int, how: str) -> Mention:
    person = Person(view.pack, len(view.people), is_nominal=True)
    person.heads.update((mention.key, mention.key.split()[-1]))
    person.sure.update(person.heads & view.pack.nouns.voice)
    view.people.append(person)
    return known_as(view, mention, person.index, number, how)


def _by_elimination(
    view: View, mention: Mention, number: int, row: Sequence[Mention]
) -> tuple[int, str]:
    """The one in view whom the words fit best, if nobody else does as well."""
    beside = {other.person for other in row if not other.spoken}
    says = says_it(view.pack, view.paragraphs[number], mention.first)
    acts = says or mention.subject
    speaks = says or (mention.subject and all(other.spoken for other in row))
    if speaks:
        beside |= view.called_in(number)
    called = view.lately_called(number, _CALLED)
    words = set(mention.key.split())
    fit: list[InView] = []
    for reach in (_IN_VIEW, _LONG_IN_VIEW):
        fit = fit or [
            InView(
                view.people[p],
                view.stages.get(p),
                p in called,
                speaks and view.has_spoken(p, number),
                p in view.actors,
            )
            for p in sorted(view.about(number, reach) | called)
            if p not in beside
            and suits(view.pack, words, mention.sex, view.people[p], view.stage(p))
            if p in view.actors or is_surely_one(view.pack, view.people[p])
        ]
    apart = acts and _is_told_apart(view, mention, number)
    if apart and not any(one.called for one in fit):
        return NOBODY, ""
    return pick(view.pack, words, mention.sex, fit)


def _is_told_apart(view: View, mention: Mention, number: int) -> bool:
    """Whether the words that follow pick somebody out: `the old man behind the door`.

    Whoever is known already needs no such words.
    """
    tokens = view.paragraphs[number].tokens
    inside = (
        token.low in view.pack.grammar.genitive for token in tokens[mention.first : mention.last]
    )
    after = tokens[mention.last : mention.last + 1]
    return any(inside) or any(token.low in view.pack.grammar.picking_out for token in after)


def _count(pack: Pack, person: Person, mention: Mention) -> None:
    person.count += 1
    heard = _is_voice(pack, mention) and mention.determiner in pack.grammar.introducing
    phrases, noun = pack.phrases, pack.nouns.written(mention.key, mention.determiner)
    new = phrases.somebody_new.format(noun)
    person.names[new if heard else phrases.known(noun, mention.determiner)] += 1
    if mention.sex:
        person.sexes[mention.sex] += 5
