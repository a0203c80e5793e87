"""How a tag is worded around its verb of saying: `said the old man`, `she was shouting`."""

from ..tables import Part, Patterns, Row, Words


class Helped(Part, frozen=True):
    """Forms of a verb of saying that stand only behind certain words: `was shouting`."""

    behind: Words
    """What stands before them."""
    endings: dict[str, Words]
    """How they are made of the forms for cutting: what stands for an ending, the longest that
    fits; `-` is nothing."""
    forms: Words = Words()
    """Those that no ending makes."""


class Reporting(Part, frozen=True):
    """Words around a verb of saying."""

    inside: bool
    """Whether tags stand inside the marks of speech: `« Oui, dit-elle, je viens. »`"""
    direct: bool
    """Whether the subject may come before the verb of a tag that no mark parts from speech."""
    bare: bool
    """Whether a verb of saying is a tag without its subject: `—Sí —dijo—. Ya voy.`"""
    titles: Words
    """Short titles, as written, without the full stop that does not end a tag."""
    pronouns: Words
    """Subjects of one word, as written inside a sentence."""
    plural: Words
    """Subjects, as written, behind which verbs have `plural_endings`: `I shout`."""
    plural_endings: dict[str, Words]
    """How those forms are made of the forms for cutting, as in `Helped`."""
    helped: tuple[Helped, ...]
    """Forms that want a helper."""
    subjects: Words
    """With which a subject of several words begins: `the old man`."""
    between: Words
    """What may stand between a subject and its verb: `he always said`."""
    elsewhere: Words
    """What stands in no tag before its verb, besides `pronouns`."""
    particles: dict[str, str]
    """Verbs that say only with these words behind them: `went on`, `wanted to know`."""
    came: Words
    """Verbs that make a tag with one of `voices` behind them: `came a voice`."""
    voices: Words
    """Nouns for what is heard of somebody."""
    inverted: Patterns
    """Verb and subject in one: `demanda-t-elle`."""
    goes_on: Words
    """With which narration goes on after a pause in a tag: `he said, and sat down`."""
    spoken: Words
    """What makes the words before it a clause of the speech: `I thought you were dead`."""
    manner_endings: Row
    """Of words that tell how something is said: `softly`, `smiling`."""
    enclosing: bool = False
    """Whether a dash behind a sentence parts what is told: `— Сядь! — Он встал. — Живо!`"""
    commaless: bool = False
    """Whether no comma stands before the dash of a tag: `— To prawda — wsparł ją Daniel.`"""
