"""A novel of any length to measure with, made up by this program: the same for the same length.

Chapters of some 12,000 characters, a cast of two dozen, a good third of it dialogue, as in novels
that people read. It makes no sense, but every sentence can be parsed, cast and spoken, and hardly
any is there twice.
"""

import random
from collections.abc import Iterator
from itertools import count

CHAPTER = 12_000
"""Characters of a chapter, about."""


def _words(text: str, between: str | None = None) -> tuple[str, ...]:
    return tuple(text.split(between))


WOMEN = _words("Mara Edith Joan Priya Lucinda Beth Harriet Odile Ingrid Tamsin Nora Ruth")
MEN = _words("Toby Aldous Frank Omar Jasper Neville Piers Edmund Hugo Silas Walter Ben")
FAMILIES = _words("Quill Penhallow Gull Marsh Okafor Thorne Dunn Vale Hartley Moss Crane Finch")
THINGS = _words(
    "lamp letter door kettle map rope clock ledger window boat ladder garden engine coat mirror "
    "bridge basket whistle violin candle harbour staircase orchard telegram suitcase hedge"
)
QUALITIES = _words(
    "narrow heavy grey familiar crooked silent painted distant broken careful sudden cold "
    "patient yellow foreign ordinary frightened generous dusty quiet stubborn bright"
)
PLACES = _words(
    "station kitchen quay hill library churchyard market mill attic chapel schoolroom cellar "
    "courtyard lighthouse meadow tavern workshop corridor"
)
DEEDS = _words(
    "carried watched mended forgot opened followed counted painted dropped hid found sold "
    "borrowed admired ignored described polished measured"
)
TIMES = _words(
    "that evening|the next morning|after a while|when the bell rang|before anyone was awake|"
    "for the third time|towards noon|in the second week of March|as the tide went out",
    "|",
)
VERBS = _words("said replied whispered shouted answered murmured cried")

NARRATION = (
    "The {quality} {thing} stood in the {place}, and nobody had {deed} it since the winter of {n}.",
    "{Time}, {name} {deed} the {thing} and went out to the {quality} {place}.",
    "It was a {quality} place, with a {thing} at one end and {n} {quality} {thing}s at the other.",
    "{name} thought of the {place}, of the {thing} that {other} had {deed}, and of the {quality} "
    "years that lay between them.",
    "There was no sound but the {thing}.",
    "Somebody had {deed} the {thing}; it lay beside the {thing2}, {quality} and {quality2}.",
    "In the {place} the {thing} had been {deed}, which surprised {name} less than the {thing2}.",
    "They walked as far as the {place}, past the {quality} {thing}, and back again {time}.",
)
SPEECH = (
    "I never {deed} your {thing}",
    "You {deed} the {thing} {time}, and the {place} has been {quality} ever since",
    "If the {thing} is in the {place}, then {other} must have {deed} it",
    "There are {n} of them in the {place}, and not one {thing} among them",
    "Who {deed} the {quality} {thing}",
    "Tell me about the {place}. Was it as {quality} as the {thing2}",
    "No, the {quality} one. The other {thing} was {deed} {time}",
)


def novel(characters: int) -> str:
    """About `characters` of story in chapters."""
    parts, length = [], 0
    for part in _paragraphs():
        parts.append(part)
        length += len(part) + 2
        if length >= characters:
            return "\n\n".join(parts) + "\n"
    return ""


def _paragraphs() -> Iterator[str]:
    dice = random.Random(1)  # noqa: S311
    yield "The Weather in the Ledger"
    for number in count(1):
        yield f"Chapter {number}"
        left = CHAPTER
        while left > 0:
            scene = list(_scene(dice))
            left -= sum(map(len, scene))
            yield from scene


def _scene(dice: random.Random) -> Iterator[str]:
    """Some narration, then two people who talk."""
    pair = [(dice.choice(WOMEN), "she"), (dice.choice(MEN), "he")]
    dice.shuffle(pair)
    for _ in range(dice.randint(1, 3)):
        rows = (_filled(dice, dice.choice(NARRATION), pair) for _ in range(dice.randint(2, 5)))
        yield " ".join(rows)
    for turn in range(dice.randint(3, 9)):
        yield _said(dice, pair, turn)


def _said(dice: random.Random, pair: list[tuple[str, str]], turn: int) -> str:
    """A turn of a conversation: with a tag, with a beat, or bare once it is clear who speaks."""
    name, pronoun = pair[turn % 2]
    words = _filled(dice, dice.choice(SPEECH), pair)
    asks = words.startswith(("Who", "Tell"))
    verb = "asked" if asks else dice.choice(VERBS)
    if turn >= 2 and dice.random() < 0.4:
        return f"“{words}{'?' if asks else '.'}”"
    if dice.random() < 0.25:
        beat = _filled(dice, "{name} put down the {thing}.", [(name, pronoun)])
        return f"“{words}{'?' if asks else '.'}” {beat}"
    who = name if turn < 2 or dice.random() < 0.5 else pronoun
    tag = f"{verb} {who}" if who == name else f"{who} {verb}"
    rest = f" {_filled(dice, dice.choice(SPEECH), pair)}." if dice.random() < 0.3 else ""
    closing = f" “{rest.strip()}”" if rest else ""
    return f"“{words}{'?' if asks else ','}” {tag}.{closing}"


def _filled(dice: random.Random, frame: str, pair: list[tuple[str, str]]) -> str:
    """A sentence frame with words in its gaps."""
    time = dice.choice(TIMES)
    return frame.format(
        name=pair[0][0],
        other=f"{pair[-1][0]} {dice.choice(FAMILIES)}" if dice.random() < 0.2 else pair[-1][0],
        thing=dice.choice(THINGS),
        thing2=dice.choice(THINGS),
        quality=dice.choice(QUALITIES),
        quality2=dice.choice(QUALITIES),
        place=dice.choice(PLACES),
        deed=dice.choice(DEEDS),
        time=time,
        Time=time[0].upper() + time[1:],
        n=dice.randint(2, 1990),
    )
