"""Abbreviations, said in full: their full stops would break the sentence."""

import re

from narrator.languages import either
from narrator.languages.spoken import Abbreviations, SpokenTables

from ..rewriting import Gate, Rule, rule
from .locale import English

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я]"
_REACH = 24
_LONGEST = 14
_END_MARKS = ".,;:!? \"'”’)"


class _Forms:
    """What stands for a match, by the words of a language."""

    def __init__(self, words: Abbreviations) -> None:
        self._words = words
        self.labels = words.labels | {
            short.upper(): word.upper()
            for short, word in words.labels.items()
            if len(short) > 1 and short.islower()
        }
        self.loud = {title.upper(): title for title in words.loud} | {
            title: title.capitalize() for title in words.small
        }
        self._ends = re.compile(
            r"[\"'”’)\]*_]*\s*$"
            rf"|[\"'”’)\]*_]*\s+(?:{either(words.next_sentence)})\b"
        ).match
        self._is_street = re.compile(
            r"(?:\b[A-ZÀ-Þ][\w'’]*"
            rf"|\d(?:st|nd|rd|th)|(?:{either(words.street_numbers)}|[a-z]th))$"
        ).search

    def title(self, match: re.Match[str]) -> str:
        """`Mr. Ray`."""
        return self._words.titles[match["pointed"] or match["bare"]]

    def loud_title(self, match: re.Match[str]) -> str:
        """`MR. RAY`."""
        return self._words.titles[self.loud[match[1]]]

    def street(self, match: re.Match[str]) -> str:
        """`Baker St.` and `12 Oak Dr`; behind a small word it is no street."""
        before = match.string[max(0, match.start() - _REACH) : match.start()]
        if not self._is_street(before):
            return match[0]
        return f"{match['gap']}{self._words.streets[match['road']]}" + self.stop(match)

    def word(self, match: re.Match[str]) -> str:
        """`approx.`."""
        word = match["word"]
        return self._words.words[word] + (self.stop(match) if word in self._words.may_end else "")

    def stop(self, match: re.Match[str]) -> str:
        """The full stop, where it ends the sentence as well."""
        rest = match.string[match.end() : match.end() + _REACH]
        is_last = len(match.string) <= match.end() + _REACH and not rest.strip("\"'”’)]*_ \n")
        return "." if match[0].endswith(".") and (is_last or self._ends(rest + "x")) else ""

    def label(self, match: re.Match[str]) -> str:
        """`No. 5`."""
        return self.labels[match[1]] + " "

    def elder(self, match: re.Match[str]) -> str:
        """`John Ray Jr.`"""
        return f"{match[1]} {self._words.elders[match[2]]}"

    def doctorate(self, match: re.Match[str]) -> str:
        """`Ph.D.`, `PhDs`."""
        said = self._words.doctorates if match[1] else self._words.doctorate
        return said + self.stop(match)

    def letters(self, match: re.Match[str]) -> str:
        """`J. R. R. Tolkien`, `U.S.`: stops between the letters, so that none is taken for a word,
        and none behind them, where it would be heard as a pause."""
        return ".".join(re.findall(r"[^\W_]", match[0])) + self.stop(match)


def may_label(text: str) -> bool:
    """Whether `text` may hold a `No.` before a number."""
    return "." in text[:-1] or "№" in text


def gate(words: Abbreviations) -> Gate:
    """Whether a text may hold an abbreviation: a full stop inside, or a word known for it."""
    bare = re.compile(either({*words.unpointed, *words.streets, *_BARE})).search
    pointed = frozenset([*words.titles, *words.streets, *words.words, *words.phrases, *_POINTED])

    def may_apply(text: str) -> bool:
        end = text[-_LONGEST:].rstrip(_END_MARKS)
        if text.find(".", 0, len(text) - _LONGEST) >= 0 or "." in end or bare(text):
            return True
        last = end.rpartition(" ")[2]
        return last in pointed or len(last) == 1 or "etc" in text or "aka" in text

    return may_apply


_BARE = ("Jr", "Sr", "/", "AKA", "PhD", "vs")
_POINTED = ("eg", "ie", "al")


def labels(tables: SpokenTables) -> tuple[Rule, ...]:
    """The rules for what stands before a number."""
    words, number = tables.abbreviations, tables.signs.said["№"]
    forms = _Forms(words)
    return (
        rule(rf"\b({either(forms.labels)})\.\s?(?=\d|[IVXLC]{{2,}}\b|[VXLC]\b)", forms.label, "."),
        rule(rf"\b({either(words.loud_before_numerals)})\.\s(?=I\b(?!['’]))", forms.label, "."),
        rule(rf"\b({either(words.before_numerals)})\.\s(?=I\b(?!['’]))", forms.label, "."),
        rule(r"№\s?", f"{number} ", "№"),
    )


def rules(english: English) -> tuple[Rule, ...]:
    """The rules for abbreviations that stand for words."""
    words = english.words.abbreviations
    forms = _Forms(words)
    honourable = (words.american_titles if english.is_american else words.titles)["Hon"]
    return (
        rule(rf"\bHon\.(?=\s{_CAPITAL})", honourable, "H"),
        *_phrases(words, forms),
        *_places(words, forms),
        *_words(words, forms),
        *_titles(words, forms),
        *_initials(words, forms),
    )


def _phrases(words: Abbreviations, forms: _Forms) -> tuple[Rule, ...]:
    said, articles = words.phrases, either(words.french)
    return (
        rule(r"\be\.\s?g\.,?|\beg\.,?(?=\s)", said["e.g"], "."),
        rule(r"\bi\.\s?e\.,?|\bie\.,?(?=\s)", said["i.e"], "."),
        rule(r"\b[aA]\.?[kK]\.?[aA]\b\.?", said["aka"], "kK"),
        rule(r"\bw/o\b", said["w/o"], "/"),
        rule(r"\bc/o\b", said["c/o"], "/"),
        rule(r"\bw/(?=\s?\w)", f"{said['w/']} ", "/"),
        rule(r"\bPh\.?\s?D(['’]?s)?\b\.?", forms.doctorate, "P"),
        rule(r"\bet\sal\.(?!\w)", lambda match: "et al" + forms.stop(match), "."),
        rule(r"\AJan\.\Z|\bJan\.(?=,?\s[a-z])", said["Jan"], "J"),
        rule(rf"(?<![\w.]\s)\bM\.(?=\s(?:d['’]|(?:{articles})\s))", words.monsieur, "M"),
        rule(
            rf"(?<![A-Z]\.\s)\bM\.(?=\s{_CAPITAL}[\w'’]*[a-z](?!\s{_CAPITAL}|\s?[-–]?{_CAPITAL}))",
            words.monsieur,
            "M",
        ),
    )


def _places(words: Abbreviations, forms: _Forms) -> tuple[Rule, ...]:
    road = rf"(?<=[a-z])(?P<gap>\s)(?P<road>{either(words.streets)})"
    behind = rf"(?=,\s{_CAPITAL}|\s*$|,?\s(?:{either(words.after_streets)})\b)"
    initials = {street[0] for street in words.streets}
    return (
        rule(rf"{road}\.(?!\s*{_CAPITAL}[a-z])", forms.street, "."),
        rule(rf"{road}\.?{behind}", forms.street, initials),
    )


def _words(words: Abbreviations, forms: _Forms) -> tuple[Rule, ...]:
    streets = words.streets
    return (
        rule(rf"(?<=[a-z])(,?)\s([{''.join(words.elders)}])r\b\.?(?!\w)", forms.elder, "JS"),
        rule(r"\b(?P<word>etc)\b\.?", forms.word, "e"),
        rule(r"\b(?P<word>vs)\b\.?", forms.word, "v"),
        rule(r"\bMr\.?(?=\s(?:and|&)\sMrs\b)", words.titles["Mr"], "M"),
        rule(r"\bBlvd\b\.?", lambda match: streets["Blvd"] + forms.stop(match), "B"),
        rule(r"\bAve\.(?=\s(?:[a-z]|[A-Z]\b))", streets["Ave"], "A"),
        rule(rf"\b(?P<word>{either(words.words)})\.", forms.word, "."),
    )


def _titles(words: Abbreviations, forms: _Forms) -> tuple[Rule, ...]:
    return (
        rule(
            rf"\b(?:(?P<pointed>{either(words.titles)})\."
            rf"|(?P<bare>{either(words.unpointed)})\b\.?)(?=\s+{_CAPITAL})",
            forms.title,
        ),
        rule(r"\b(?P<pointed>Mrs?|Messrs|Dr|Prof)\.(?P<bare>)", forms.title, "."),
        rule(r"\b(?P<pointed>Mrs?)\b(?P<bare>)", forms.title, "M"),
        rule(r"\b(?P<pointed>Ms|Dr)(?P<bare>)(?=\s*\Z)", forms.title, "MD"),
        rule(rf"\b({either(forms.loud)})\b\.?(?=\s+{_CAPITAL})", forms.loud_title, "MDPCLRSG"),
    )


def _initials(words: Abbreviations, forms: _Forms) -> tuple[Rule, ...]:
    """Two initials or more, and one before a surname."""
    return (
        rule(rf"(?<!\w\.)\b(?:{_CAPITAL}\.\s?){{1,8}}{_CAPITAL}\.(?![\w.])", forms.letters, "."),
        rule(
            rf"(?!I){_CAPITAL}(?:(?<=\A.)|(?<=[^\W_]\s.)|(?<=[\"“‘(].))\."
            rf"(?=\s(?!(?:{either(words.after_initial)})\b){_CAPITAL}[a-z])",
            lambda match: match[0][0],
            ".",
        ),
    )
