"""Whether a word says that its bearer is a woman, a man or a group."""

from collections.abc import Iterable

from narrator.model import Age, Gender

from . import given_names, lexicon, rare_names

FEMALE, MALE, GROUP = "F", "M", "N"


def of_title(word: str) -> str:
    """The sex a title tells, or empty."""
    if word in lexicon.MALE_TITLES:
        return MALE
    return FEMALE if word in lexicon.FEMALE_TITLES else ""


def of_noun(word: str) -> str:
    """The sex a noun for a person tells, or empty."""
    if word in lexicon.GROUP_NOUNS:
        return GROUP
    if word in lexicon.MALE_NOUNS:
        return MALE
    if word in lexicon.FEMALE_NOUNS:
        return FEMALE
    return ""


def of_given_name(word: str) -> str:
    """The sex a given name tells, or empty."""
    female, male = word in given_names.FEMALE, word in given_names.MALE
    if female != male:
        return FEMALE if female else MALE
    return "" if female else _of_short_form(word)


def of_rare_name(word: str) -> str:
    """The sex that a given name tells which few people bear, or empty."""
    return rare_names.sexes().get(word, "")


def of_ending(word: str) -> str:
    """The sex that the ending of a given name hints at: `Ilda`, `Paulo`."""
    if len(word) < 4:
        return ""
    if word.endswith(("a", "ine", "elle", "ette", "lyn", "een")):
        return FEMALE
    return MALE if word.endswith(("o", "us", "son", "bert", "ard")) else ""


def _of_short_form(word: str) -> str:
    found = {
        FEMALE if full in given_names.FEMALE else MALE
        for full, shorts in given_names.SHORT_FORMS.items()
        if word in shorts
    }
    return found.pop() if len(found) == 1 else ""


def of_pronoun(word: str) -> str:
    """The sex a pronoun tells, or empty."""
    if word in lexicon.HE:
        return MALE
    return FEMALE if word in lexicon.SHE else ""


def as_gender(sex: str) -> Gender:
    """The model's word for `sex`."""
    return {FEMALE: Gender.FEMALE, MALE: Gender.MALE, GROUP: Gender.NEUTRAL}.get(
        sex, Gender.UNKNOWN
    )


def age_of(words: Iterable[str]) -> Age:
    """The age that the words people use for somebody hint at."""
    said = set(words)
    # `the older man` is older than somebody else; he need not be old.
    if said & lexicon.OLD_WORDS - {"older", "elder"}:
        return Age.OLD
    if said & lexicon.CHILD_WORDS:
        return Age.CHILD
    return Age.YOUNG if said & lexicon.YOUNG_WORDS else Age.UNKNOWN
