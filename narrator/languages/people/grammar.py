"""The small words of a language, and verbs that many clauses have."""

from functools import cached_property

from ..tables import Part, Row, Words


class Grammar(Part, frozen=True):
    """The small words of a language, and verbs that many clauses have."""

    function_words: Words
    """Words that are no name even when they begin with a capital."""
    proclitics: Words
    """What an apostrophe joins to the word behind it, a word of its own: `l` of `l'homme`."""
    enclitics: Words
    """What a hyphen joins to the verb before it, a word of its own: `elle` of `dit-elle`."""
    clitics: Words
    """Small pronouns that may stand between a subject and its verb: `elle lui dit`, `le dijo`."""
    genitive: Words
    """Endings that tell whose something is."""
    definite: Words
    """Articles for what is known."""
    indefinite: Words
    """Articles for what is new."""
    introducing: Words
    """Determiners that bring somebody in."""
    pointing: Words
    """Determiners that take somebody up again."""
    determiners: Words
    """All that opens a noun phrase."""
    quantities: Words
    """What else does, for several."""
    whole: Words
    """Those of them that tell of a group."""
    possessives: Words
    """Determiners that tell whose somebody is."""
    masculine: Words
    """Determiners by which a noun for somebody tells of a man: `le juge`, `este artista`."""
    feminine: Words
    """Determiners by which it tells of a woman: `la juge`, `esta artista`."""
    appositive: Words
    """Determiners of a noun that stands beside a name: `Tom, her brother`."""
    degrees: Words
    """What may stand before an adjective."""
    placing: Words
    """Words that begin what is added to a noun: `the goblin behind the desk`."""
    joining: Words
    """Words that are never part of a noun phrase for one person."""
    added: Words
    """Words that begin what tells one of several: `the one with the beard`."""
    picking_out: Words
    """Words behind a noun by which it is told apart: `the old man behind the door`."""
    complements: Words
    """Words that may part a subject from its verb: `The woman with the basket had come`."""
    closing: Words
    """Words behind a noun that end what is said of a name: `Ilma, a judge who`."""
    before_subject: Words
    """What a subject may stand behind inside a sentence."""
    not_verbs: Words
    """Words that are no verb of what stands before them."""
    particles: Words
    """Words that may stand between a verb and its subject: `called back Tom`."""
    places: Words
    """Words that open a sentence with where or when."""
    place_prepositions: Words
    """Prepositions that stand before places."""
    place_nouns: Words
    """Words that names of places and firms begin or end in."""
    adverbs: Words
    """Short words that may stand between a subject and its verb, besides words in -ly."""
    auxiliaries: Words
    """Auxiliary verbs and the like, which may stand there, too."""
    being: Words
    """Verbs that say what somebody is."""
    being_or_having: Words
    """Verbs with which the story tells of somebody new: `Simone had been flying for years`."""
    past: Words
    """Verbs in the past that do not end in -ed, the common ones."""
    weak_past: Words
    """Those of them that do not tell a doer."""
    present: Words
    """Verbs in the present that a subject may have."""
    acting: Words
    """What stands behind a name that does or owns something, besides verbs in the past."""
    entering: Words
    """Verbs that put somebody on the scene, who will often speak next."""
    appearing: Words
    """Verbs that bring in somebody who stands behind them."""
    only_people: Words
    """What nobody but a person does: enough for a name that is seen only once."""
    not_certain: Words
    """After these `a man` is anybody, or tells what somebody is."""
    negations: Words
    """Words that deny."""
    as_well: Words
    """Words that say that something is so of another, too."""
    is_or_has: Words
    """Verbs that say at once what somebody is, or has been."""
    conjunctions: Words
    """What joins two names."""
    inside_places: Words
    """Those place prepositions that hardly stand before people."""
    of: Words
    """What stands between one and those they are one of."""
    everything: Words
    """What makes a group of `they`."""
    both: Words
    """What makes a pair of them."""
    mine: Words
    """The determiner of whoever tells the story."""
    contractions: Row
    """Endings of a function word and `not` written as one: `Don't`."""
    past_endings: Row
    """Endings of verbs in the past."""
    adverb_endings: Row
    """Endings of adverbs."""
    other_endings: Row
    """Endings of other words that are hardly nouns: `running`."""
    superlatives: Row
    """Endings of adjectives that compare."""
    masculine_endings: Row
    """Endings of words behind a verb of `being` that tell of a man: `cansado`."""
    feminine_endings: Row
    """Endings of such words that tell of a woman: `elle est venue`, `cansada`."""
    verb_ending: str
    """A pattern for the end of a verb, whatever its tense."""
    womens_verbs: Row = Row()
    """Endings of verbs that only a woman can be the subject of: `сказала`."""
    mens_verbs: Row = Row()
    """Endings of those that a man is the subject of, if they do not end as those."""
    adjectives: Row = Row()
    """Endings of adjectives, where no article tells that one belongs to the noun behind it."""

    @cached_property
    def articles(self) -> frozenset[str]:
        """All articles."""
        return self.definite | self.indefinite

    @cached_property
    def opening(self) -> frozenset[str]:
        """All that may open a noun phrase, of one or of several."""
        return self.determiners | self.quantities
