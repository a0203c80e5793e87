"""Texts that are hard: each a shape that can be made as long as is wanted."""

from collections.abc import Callable, Iterator, Mapping
from itertools import count

_SYLLABLES = ("ba", "re", "mo", "li", "ta", "ve", "so", "ni", "da", "cu", "pe", "ro", "la", "fi")
_BLANK_ROW = "\n\n"

Shape = Callable[[int], str]
"""Takes the least number of characters, gives a text that hardly has more."""


def word(number: int) -> str:
    """A word of its own for each number: letters only."""
    found = ""
    number += len(_SYLLABLES)
    while number:
        number, syllable = divmod(number, len(_SYLLABLES))
        found += _SYLLABLES[syllable]
    return found


def name(number: int) -> str:
    """A name of its own for each number."""
    return word(number).capitalize()


def _rows(row: Callable[[int], str], between: str = _BLANK_ROW) -> Shape:
    """Rows, each for its number."""

    def shape(size: int) -> str:
        return between.join(_enough(row, between, size))

    return shape


def _enough(row: Callable[[int], str], between: str, size: int) -> Iterator[str]:
    for number in count():
        if size <= 0:
            return
        text = row(number)
        size -= len(text) + len(between)
        yield text


def _same(row: str, between: str = _BLANK_ROW) -> Shape:
    """One row again and again."""
    return _rows(lambda _: row, between)


def _within(before: str, inside: Shape, behind: str) -> Shape:
    return lambda size: before + inside(size) + behind


def _nested(opening: str, closing: str) -> Shape:
    """Half of it opens, half of it closes."""

    def shape(size: int) -> str:
        depth = size // (len(opening) + len(closing))
        return opening * depth + closing * depth

    return shape


_NAMES: Mapping[str, Shape] = {
    "a new tagged name a line": _rows(lambda n: f"“No,” said {name(n)}."),
    "new names with titles": _rows(lambda n: f"“No,” said Mr. {name(n)}."),
    "new names, title and first name": _rows(
        lambda n: f"“No,” said Captain {name(n)} {name(n + 7)}."
    ),
    "one surname, many first names": _rows(lambda n: f"“No,” said {name(n)} Penhallow."),
    "one first name, many surnames": _rows(lambda n: f"“No,” said Mara {name(n)}."),
    "said the X man": _rows(lambda n: f"“No,” said the {word(n)} man."),
    "said the man of X": _rows(lambda n: f"“No,” said the man from {name(n)}."),
    "said the X": _rows(lambda n: f"“No,” said the {word(n)}er."),
    "nouns of three": _rows(lambda n: f"“No,” said the {('man', 'woman', 'boy')[n % 3]}."),
    "names in one paragraph": _rows(name, " "),
    "names in one paragraph, commas": _rows(name, ", "),
    "pairs of names": _rows(lambda n: f"{name(n)} and {name(n + 1)} sat down."),
    "initials": _rows(lambda n: f"“No,” said {chr(65 + n % 26)}. {name(n)}."),
    "vocatives": _rows(lambda n: f"“No, {name(n)},” she said. “Go, {name(n)}!”"),
    "my name is X": _rows(lambda n: f"“My name is {name(n)},” said the man."),
    "X's brother": _rows(lambda n: f"“No,” said {name(n)}’s brother."),
    "called X": _rows(lambda n: f"A man called {name(n)} came in. “No,” he said."),
    "nicknames": _rows(lambda n: f"“No,” said {name(n)}. “{name(n)[:4]}!” cried Tom."),
    "was X": _rows(lambda n: f"The stranger was {name(n)}. “No,” said the stranger."),
}
_DIALOGUE: Mapping[str, Shape] = {
    "one tagged line": _same("“No,” said Mara."),
    "one tagged line, one paragraph": _same("“No,” said Mara.", " "),
    "two taggers, one paragraph": _rows(lambda n: f"“No,” said {('Mara', 'Tom')[n % 2]}.", " "),
    "chat without tags": _rows(lambda n: f"“{word(n).capitalize()}?”"),
    "chat without tags, one paragraph": _rows(lambda n: f"“{word(n).capitalize()}?”", " "),
    "pronouns only": _rows(lambda n: f"“No,” {('she', 'he')[n % 2]} said."),
    "pronouns in one paragraph": _rows(lambda n: f"{('She', 'He')[n % 2]} saw him.", " "),
    "he said she said": _same("he said she said", " "),
    "labels": _rows(lambda n: f"{name(n).upper()}: No."),
    "two labels": _rows(lambda n: f"{('MARA', 'TOM')[n % 2]}: No."),
    "I said": _rows(lambda n: f"“No,” I said to {name(n)}."),
    "thoughts in italics": _rows(lambda n: f"_{word(n).capitalize()}_, he thought."),
    "letters in a story": _rows(
        lambda n: f"Dear {name(n)},\n\nCome soon.\n\nYours,\n{name(n + 1)}"
    ),
}
_MARKS: Mapping[str, Shape] = {
    "nested quotes": _nested("“‘", "’”"),
    "double quotes only": _nested("“", "”"),
    "unclosed quotes": _same("“No", " "),
    "unclosed quotes, a line each": _same("“No, and then"),
    "closing quotes": _same("no”", " "),
    "straight quotes": _same('"No" ', ""),
    "straight quotes, odd": _same('"No, she said.'),
    "straight single quotes": _same("'No' ", ""),
    "apostrophes": _same("'", ""),
    "apostrophes in words": _rows(lambda n: f"{word(n)}'s", " "),
    "leading apostrophes": _rows(lambda n: f"’{word(n)}", " "),
    "guillemets": _same("« Non »", " "),
    "chevrons turned": _same("»Nein«", " "),
    "low quotes": _same("„Nein“", " "),
    "brackets of Japan": _nested("「", "」"),
    "dashes": _same("—", ""),
    "dashes before rows": _rows(lambda n: f"— {word(n).capitalize()}, said {name(n % 9)}."),
    "dashes in one paragraph": _same("— no — said Mara", " "),
    "hyphens": _same("-", ""),
    "ellipses": _same("…", ""),
    "dots": _same(".", ""),
    "dots and blanks": _same(". ", ""),
    "question marks": _same("?!", ""),
    "commas": _same(",", ""),
    "colons": _same(": ", ""),
    "round brackets": _nested("(", ")"),
    "square brackets": _nested("[", "]"),
    "unclosed brackets": _same("[", ""),
    "unclosed brackets with words": _same("[no ", ""),
    "asterisks": _same("*", ""),
    "asterisks and words": _same("*no ", ""),
    "underscores": _same("_", ""),
    "italics": _rows(lambda n: f"_{word(n)}_", " "),
    "italics unclosed": _same("_no ", ""),
    "slashes": _same("/", ""),
    "at signs": _same("a@", ""),
    "entities": _same("&amp;", ""),
    "tags": _same("<i>", ""),
    "bars": _same("a|", ""),
    "tildes and signs": _same("~^=+#%", ""),
}
_FIGURES: Mapping[str, Shape] = {
    "digits": _same("7", ""),
    "digits and blanks": _same("7 ", ""),
    "numbers": _rows(lambda n: str(n * 7919), " "),
    "numbers with commas": _same("1,", ""),
    "groups of thousands": _same("000,", ""),
    "decimals": _same("3.", ""),
    "decimals and blanks": _rows(lambda n: f"{n}.{n}", " "),
    "dates": _rows(lambda n: f"{n % 28 + 1} May {1800 + n % 200}", " "),
    "times": _rows(lambda n: f"{n % 12 + 1}:{n % 60:02}", " "),
    "money": _rows(lambda n: f"${n}.50", " "),
    "units": _rows(lambda n: f"{n} km", " "),
    "fractions": _same("½", ""),
    "exponents": _same("10²", " "),
    "numerals": _same("XIV", " "),
    "numerals behind names": _rows(lambda n: f"{name(n)} XIV", " "),
    "numerals without a blank": _same("XIV", ""),
    "phone numbers": _same("555-", ""),
    "ranges": _rows(lambda n: f"{n}–{n + 3}", " "),
    "ordinals": _rows(lambda n: f"{n}th", " "),
}
_WORDS: Mapping[str, Shape] = {
    "one paragraph": _rows(lambda n: f"The {word(n)} went down to the {word(n + 3)}.", " "),
    "one sentence": _rows(lambda n: f"the {word(n)} and", " "),
    "one word a line": _rows(word),
    "one word a row": _rows(word, "\n"),
    "capitals": _rows(lambda n: word(n).upper(), " "),
    "capitals without a blank": _same("AB", ""),
    "capitals with dots": _same("A.", ""),
    "single capitals": _same("A", " "),
    "letters": _same("a", ""),
    "letters and blanks": _same("a ", ""),
    "long words": _same("ab" * 500, " "),
    "stammers": _same("n-n-", ""),
    "stretched": _same("nooo", ""),
    "words with hyphens": _rows(word, "-"),
    "blanks": _within("a", _same(" ", ""), "b"),
    "line ends": _within("a", _same("\n", ""), "b"),
    "addresses": _rows(lambda n: f"www.{word(n)}.org/{word(n)}", " "),
    "address without end": _within("http://", _same("a/", ""), ""),
    "abbreviations": _same("Dr. St. No.", " "),
    "headings": _rows(lambda n: f"Chapter {n + 1}\n\nIt was night."),
    "headings with names": _rows(lambda n: f"CHAPTER {n + 1}\n\n{name(n)}\n\nIt was night."),
    "scene breaks": _same("* * *"),
    "verse": _rows(lambda n: f"    {word(n)} of the {word(n + 1)}", "\n"),
    "heteronyms": _same("They read and wind the lead.", " "),
    "emoji": _same("😀", ""),
    "combining marks": _same("e\u0301", ""),
    "stacked combining marks": _within("e", _same("\u0301", ""), ""),
    "joiners": _same("\u200d", ""),
    "soft hyphens": _same("a\u00ad", ""),
    "Chinese": _same("他说：“不。”", ""),
    "Japanese": _same("「いいえ」と彼は言った。", ""),
    "Russian": _rows(lambda n: f"— Нет, — сказал Иван {n}."),
    "Greek": _same("«Όχι», είπε η Μάρα.", " "),
    "Arabic": _same("«لا» قالت مارا.", " "),
    "Thai": _same("ไม่เป็นไรเขาพูดว่า", ""),
    "Hindi": _same("“नहीं,” उसने कहा।", " "),
    "directions mixed": _same("a\u202eb\u202c", ""),
}
SHAPES: Mapping[str, Shape] = {**_NAMES, **_DIALOGUE, **_MARKS, **_FIGURES, **_WORDS}
