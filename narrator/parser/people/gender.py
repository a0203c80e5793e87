"""Whether a word says that its bearer is a woman, a man or a group."""

from collections.abc import Iterable

from narrator.languages import Pack
from narrator.model import Age, Gender

FEMALE, MALE, GROUP = "F", "M", "N"


def of_title(pack: Pack, word: str) -> str:
    """The sex a title tells, or empty."""
    if word in pack.honorifics.male:
        return MALE
    ends = pack.honorifics.ending_compounds and word.endswith(pack.honorifics.ending_compounds)
    womanly = ends and word.endswith(pack.nouns.womens_endings)
    return FEMALE if womanly or word in pack.honorifics.female else ""


def of_noun(pack: Pack, word: str) -> str:
    """The sex a noun for a person tells, or empty."""
    if word in pack.nouns.groups:
        return GROUP
    if word in pack.nouns.male:
        return MALE
    if word in pack.nouns.female:
        return FEMALE
    return ""


def of_noun_ending(pack: Pack, word: str) -> str:
    """The sex that the ending of a noun tells which the language has no other word of, or empty."""
    named = word in pack.nouns.every
    return FEMALE if not named and word.endswith(pack.nouns.womens_endings) else ""


def of_article(pack: Pack, determiner: str, noun: str = "") -> str:
    """The sex that a determiner tells of whom a noun or a name stands for, or empty: `la juge`."""
    if noun in pack.nouns.of_any_sex or noun in pack.nouns.voice:
        return ""
    if determiner in pack.grammar.feminine:
        return FEMALE
    return MALE if determiner in pack.grammar.masculine else ""


def of_agreement(pack: Pack, word: str) -> str:
    """The sex that a word behind a verb of being tells of its subject: `venue`, `cansado`."""
    if len(word) > 3 and word.endswith(pack.grammar.feminine_endings):
        return FEMALE
    return MALE if len(word) > 3 and word.endswith(pack.grammar.masculine_endings) else ""


def of_given_name(pack: Pack, word: str) -> str:
    """The sex a given name tells, or empty."""
    female, male = word in pack.names.women, word in pack.names.men
    if female != male:
        return FEMALE if female else MALE
    return "" if female else _of_short_form(pack, word)


def of_rare_name(pack: Pack, word: str) -> str:
    """The sex that a given name tells which few people bear, or empty."""
    names = pack.rare_names
    if word in names.women:
        return FEMALE
    return MALE if word in names.men else ""


def of_ending(pack: Pack, word: str) -> str:
    """The sex that the ending of a given name hints at: `Ilda`, `Paulo`."""
    if len(word) < 4:
        return ""
    if word.endswith(pack.names.womens_endings):
        return FEMALE
    return MALE if word.endswith(pack.names.mens_endings) else ""


def of_surname(pack: Pack, word: str) -> str:
    """The sex that the ending of a surname tells, or empty; a given name ends as it likes."""
    if word in pack.names.women or word in pack.names.men or _of_short_form(pack, word):
        return ""
    if word.endswith(pack.names.womens_surnames):
        return FEMALE
    return MALE if word.endswith(pack.names.mens_surnames) else ""


def _of_short_form(pack: Pack, word: str) -> str:
    women = pack.names.women
    found = {FEMALE if full in women else MALE for full in pack.names.full_forms.get(word, ())}
    return found.pop() if len(found) == 1 else ""


def of_pronoun(pack: Pack, word: str) -> str:
    """The sex a pronoun tells, or empty."""
    if word in pack.pronouns.he:
        return MALE
    return FEMALE if word in pack.pronouns.she else ""


def of_verb(pack: Pack, word: str) -> str:
    """The sex that a verb of the past tells of its subject, or empty: `сказала`, `сказал`."""
    grammar = pack.grammar
    if not grammar.womens_verbs or not (
        word in grammar.past or word in pack.speech.naming or word.endswith(grammar.past_endings)
    ):
        return ""
    if word.endswith(grammar.womens_verbs):
        return FEMALE
    return MALE if word.endswith(grammar.mens_verbs) else ""


def as_gender(sex: str) -> Gender:
    """The model's word for `sex`."""
    return {FEMALE: Gender.FEMALE, MALE: Gender.MALE, GROUP: Gender.NEUTRAL}.get(
        sex, Gender.UNKNOWN
    )


def age_of(pack: Pack, words: Iterable[str]) -> Age:
    """The age that the words people use for somebody hint at."""
    said = set(words)
    if said & pack.ages.surely_old:
        return Age.OLD
    if said & pack.ages.child:
        return Age.CHILD
    return Age.YOUNG if said & pack.ages.young else Age.UNKNOWN
