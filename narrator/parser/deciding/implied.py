"""Who is meant by a tag that leaves its subject out: `—Buenas tardes —dijo.`"""

from narrator.languages import Pack

from ..mentions import NOBODY, Kind, Mention
from ..people import gender
from ..study import Study
from ..turns import Tag, Turn


def implied(study: Study, turn: Turn) -> Tag | None:
    """The tag of the turn; one without a subject has a pronoun for whoever acted just before."""
    tag = turn.tag
    if tag is None or not leaves_out_subject(study.pack, tag):
        return tag
    doer = _doer_before(study, turn)
    if doer is None:
        return tag
    sex = study.people[doer.person].sex
    pronouns = study.pack.pronouns
    same = {gender.MALE: pronouns.he, gender.FEMALE: pronouns.she}.get(sex, frozenset[str]())
    key = min(same & pronouns.subjects, default="")
    if not key:
        return tag
    at = tag.first
    pronoun = Mention(at, at + 1, Kind.PRONOUN, doer.person, key, sex, True, False, False)
    return tag._replace(mention=pronoun)


def leaves_out_subject(pack: Pack, tag: Tag) -> bool:
    """Whether a verb of saying stands alone, in a language where it may."""
    return pack.reporting.bare and tag.mention is None and tag.verb in pack.speech.naming


def _doer_before(study: Study, turn: Turn) -> Mention | None:
    """Who does something last before the quotation: in its paragraph, else in the one above.

    Whoever is said not to do something (`El farero no levantó la vista`) listens.
    """
    paragraphs = study.paragraphs
    number, index = turn.parts[0]
    row = [m for m in study.mentions[number] if m.first < paragraphs[number].parts[index].first]
    if not row and number and not paragraphs[number].follows_break:
        number -= 1
        row = [] if paragraphs[number].has_speech else list(study.mentions[number])
    tokens, negations = paragraphs[number].tokens, study.pack.grammar.negations
    doing = [m for m in row if m.subject and not m.spoken and m.person != NOBODY]
    acting = [m for m in doing if negations.isdisjoint(t.low for t in tokens[m.last : m.last + 1])]
    return acting[-1] if acting else None
