"""What the tag says of somebody: sex, name, noun."""

from narrator.languages import Pack

from ...mentions import NOBODY, Kind, Mention
from ..scene import SURE
from ..surroundings import Surroundings
from .stage import Stage


def of_tag(stage: Stage, here: Surroundings, person: int) -> list[str]:
    """Whether the words of the tag fit the person, and whether they mean them."""
    someone = stage.study.people[person]
    found = []
    tag = here.tag
    mention = tag.mention if tag else None
    wanted = here.sex
    if wanted:
        sex = someone.sex
        unknown = "sex? noun" if someone.is_nominal else "sex?"
        found.append("sex+" if sex == wanted else "sex-" if sex else unknown)
    if mention is None or tag is None:
        return found
    if someone.is_group and mention.person == person:
        found.append("group tag=me")
    if mention.key in stage.study.pack.pronouns.several:
        sort = "group" if someone.is_group else "one" if someone.is_they else someone.sex or "?"
        found.append(f"they {sort}")
    same = "me" if mention.person == person else "other"
    if mention.how:
        found.append(f"{mention.how} {same}")
    if mention.person != NOBODY and (not mention.how or mention.how in SURE):
        found.append(f"tag={same}")
    if mention.other != NOBODY:
        found.append(f"or {'me' if mention.other == person else 'other'}")
    if mention.kind is Kind.NOMINAL:
        found += _of_noun(stage, here, mention, person)
    if mention.kind is Kind.FIRST:
        tells = stage.study.narrators[here.turn.first] == person
        found.append("narrator" if tells else "not narrator")
    return found


def _of_noun(stage: Stage, here: Surroundings, mention: Mention, person: int) -> list[str]:
    someone = stage.study.people[person]
    sort = _sort_of(stage.study.pack, mention.key.split()[-1])
    called = mention.key in someone.heads
    found = [f"{sort} {'called so' if called else 'not called so'}"]
    own = "own" if someone.is_nominal else "named"
    if called:
        new = stage.sightings.is_introduced(person, here.turn.first)
        found.append(f"{sort} called so {own}{' new' if new else ''}")
    if mention.person == person and mention.key in someone.sure:
        found.append(f"surely called so {own}")
    return found


def _sort_of(pack: Pack, head: str) -> str:
    """The sort of noun that says who speaks: a trade tells more than `man`, a voice less."""
    if head in pack.nouns.voice:
        return "voice"
    if head in pack.nouns.generic:
        return "generic"
    return "kin" if head in pack.nouns.kin else "noun"
