"""Addresses, names and tags of the net."""

import re

from narrator.languages import either
from narrator.languages.spoken import Web

from ..rewriting import Gate, Rule, rule

_NAME = r"[A-Za-z0-9-]{1,63}"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|_")


class _Net:
    def __init__(self, words: Web) -> None:
        self._words = words
        self._letters = words.letters | {
            ending: said for ending, said in words.files.items() if said.isupper() or " " in said
        }

    def address(self, match: re.Match[str]) -> str:
        """What one would dictate: `example dot com slash story`."""
        bare = re.sub(r"^[a-z]{3,5}://", "", match[0]).rstrip("/")
        parts = re.split(r"([^A-Za-z0-9])", bare)
        signs = self._words.signs
        said = (signs.get(part, part if part.isalnum() else "") for part in parts if part)
        return self._lettered(" ".join(said))

    def _lettered(self, said: str) -> str:
        """Endings by the letter, behind their dots."""
        words, dot = said.split(), self._words.signs["."]
        return " ".join(
            self._letters.get(word.lower(), word) if before == dot else word
            for before, word in zip(["", *words], words, strict=False)
        )

    def file(self, match: re.Match[str]) -> str:
        """`report.pdf`."""
        name = re.sub(r"[-_]+", " ", match["name"])
        return f"{name} {self._words.signs['.']} {self._words.files[match['ending'].lower()]}"

    def ending(self, match: re.Match[str]) -> str:
        """`.pdf`."""
        return f"{self._words.signs['.']} {self._words.files[match['ending']]}"

    def path(self, match: re.Match[str]) -> str:
        """`C:\\temp`."""
        colon, slash = self._words.signs[":"], self._words.backslash
        return match[0].replace(":", f" {colon} ", 1).replace("\\", f" {slash} ").rstrip()

    def hashtag(self, match: re.Match[str]) -> str:
        """`#Tag`."""
        return f"{self._words.hashtag} " + _HUMP.sub(" ", match[1])


def gate(words: Web) -> Gate:
    """Whether a text may hold an address, a name or a tag."""
    has_ending = re.compile(
        rf"\.(?:{either(words.endings)}|{either(words.files)})\b", re.IGNORECASE
    ).search

    def may_apply(text: str) -> bool:
        if "@" in text or "#" in text or "://" in text or ":\\" in text:
            return True
        return "." in text[:-1] and bool(has_ending(text))

    return may_apply


def rules(words: Web) -> tuple[Rule, ...]:
    """The rules for what is of the net."""
    net, endings, files = _Net(words), either(words.endings), either(words.files)
    return (
        rule(r"(?<![\w@])(?:https?://|ftp://|www\.)[^\s<>\"“”()]{0,300}[\w/]", net.address, ":."),
        rule(
            rf"(?<![\w.+-])[A-Za-z0-9_.+-]{{1,64}}@{_NAME}(?:\.{_NAME}){{1,4}}(?![\w-])",
            net.address,
            "@",
        ),
        rule(
            rf"(?<![\w.@-]){_NAME}(?:\.{_NAME}){{0,3}}\.(?:{endings})\b(?:/[\w/.-]{{0,99}}\w)?",
            net.address,
            ".",
        ),
        rule(r"\b[A-Z]:\\(?:[\w.-]+\\?){0,12}", net.path, "\\"),
        rule(
            rf"(?<![\w.@/-])(?P<name>[\w-]{{1,64}})\.(?P<ending>{files})(?![\w-]|\.\w)",
            net.file,
            ".",
            re.IGNORECASE,
        ),
        rule(
            rf"(?<!\S)\.(?=(?:{endings}|{either(words.bare_endings)})\b)",
            f"{words.signs['.']} ",
            ".",
        ),
        rule(rf"(?<!\S)\.(?P<ending>{files})(?![\w-])", net.ending, "."),
        rule(r"(?<![\w@])@(?=\w)", f"{words.signs['@']} ", "@"),
        rule(r"(?<![\w&#])#([^\W\d_]\w{0,99})", net.hashtag, "#"),
    )
