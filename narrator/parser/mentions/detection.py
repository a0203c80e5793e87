"""Everything in the text that points at a person: names, noun phrases, pronouns."""

from collections.abc import Mapping, Sequence

from narrator.languages import Pack

from ..page import Paragraph
from ..people import Name, NameRun, Nominal, find_nominals, gender, is_vocative
from .dropped import dropped
from .grammatical_person import is_first, is_second_person
from .mention import NOBODY, Kind, Mention
from .subjects import is_subject


def find_mentions(
    pack: Pack,
    paragraphs: Sequence[Paragraph],
    runs: Sequence[NameRun],
    holder: Mapping[Name, int],
    nouns: frozenset[str],
) -> list[list[Mention]]:
    """For each paragraph its mentions in order; noun phrases and pronouns point at nobody yet."""
    second = pack.pronouns.second if is_second_person(pack, paragraphs) else frozenset()
    named: dict[int, list[NameRun]] = {}
    for run in runs:
        named.setdefault(run.paragraph, []).append(run)
    return [
        _mentions_of(pack, paragraph, named.get(number, []), holder, nouns, second)
        for number, paragraph in enumerate(paragraphs)
    ]


def _mentions_of(
    pack: Pack,
    paragraph: Paragraph,
    runs: Sequence[NameRun],
    holder: Mapping[Name, int],
    nouns: frozenset[str],
    second: frozenset[str],
) -> list[Mention]:
    found = [_of_name(pack, paragraph, run, holder[run.name]) for run in runs if run.name in holder]
    taken = {index for mention in found for index in range(mention.first, mention.last)}
    for nominal in find_nominals(pack, paragraph, nouns):
        if nominal.last - 1 not in taken and nominal.first not in taken:
            found = _with(pack, paragraph, found, _of_nominal(pack, paragraph, nominal))
            taken.update(range(nominal.first, nominal.last))
    found.extend(_pronouns(pack, paragraph, taken, second))
    found.extend(dropped(pack, paragraph, found))
    return sorted(found)


def _with(pack: Pack, paragraph: Paragraph, found: list[Mention], new: Mention) -> list[Mention]:
    """The mentions and a new noun phrase; `her voice` and `Anna's voice` are she and Anna."""
    if new.key not in pack.nouns.voice or new.spoken:
        return [*found, new]
    if sex := gender.of_pronoun(pack, new.determiner):
        key = "he" if sex == gender.MALE else "she"
        return [*found, new._replace(kind=Kind.PRONOUN, key=key, sex=sex, determiner="")]
    owner = next((one for one in found if one.last == new.first), None)
    if owner is None or owner.spoken or new.determiner not in pack.grammar.genitive:
        return [*found, new]
    subject = is_subject(pack, paragraph, owner.first, new.last)
    voice = owner._replace(last=new.last, subject=subject)
    return [voice if one is owner else one for one in found]


def _of_name(pack: Pack, paragraph: Paragraph, run: NameRun, person: int) -> Mention:
    subject = not run.oblique and is_subject(pack, paragraph, run.first, run.last)
    key = " ".join(run.name.lows)
    return Mention(
        run.first,
        run.last,
        Kind.NAME,
        person,
        key,
        run.name.sex,
        subject,
        run.spoken,
        run.vocative,
        oblique=run.oblique,
    )


def _of_nominal(pack: Pack, paragraph: Paragraph, nominal: Nominal) -> Mention:
    spoken = paragraph.spoken[nominal.first]
    called = not nominal.determiner or nominal.determiner in pack.grammar.mine
    vocative = spoken and called and is_vocative(pack, paragraph, nominal.first, nominal.last)
    return Mention(
        nominal.first,
        nominal.last,
        Kind.NOMINAL,
        NOBODY,
        nominal.key,
        nominal.sex,
        is_subject(pack, paragraph, nominal.first, nominal.last),
        spoken,
        vocative,
        nominal.determiner,
    )


def _pronouns(
    pack: Pack, paragraph: Paragraph, taken: set[int], second: frozenset[str]
) -> list[Mention]:
    """Pronouns of the narration; those in `second` are whoever is told the story as `you`."""
    first, subjects = pack.pronouns.first, pack.pronouns.subjects
    found = []
    for index, token in enumerate(paragraph.tokens):
        if paragraph.spoken[index] or index in taken:
            continue
        told = token.low in second and is_subject(pack, paragraph, index, index + 1)
        if told or (token.low in first and is_first(pack, token)):
            key = "you" if told else "i"
            found.append(Mention(index, index + 1, Kind.FIRST, NOBODY, key, "", True, False, False))
        elif token.low in subjects:
            sex = gender.of_pronoun(pack, token.low)
            found.append(
                Mention(index, index + 1, Kind.PRONOUN, NOBODY, token.low, sex, True, False, False)
            )
    return found
