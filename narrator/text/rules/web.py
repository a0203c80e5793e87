"""Addresses, names and tags of the net."""

import re

from ..rewriting import Rule, rule

_SIGNS = {".": "dot", "/": "slash", "-": "dash", "@": "at", ":": "colon", "_": "underscore"}
_ENDINGS = "com|org|net|edu|gov|info|co\\.uk|org\\.uk|ac\\.uk|io|tv"
_NAME = r"[A-Za-z0-9-]{1,63}"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|_")


def _address(match: re.Match[str]) -> str:
    """What one would dictate: `example dot com slash story`."""
    bare = re.sub(r"^[a-z]{3,5}://", "", match[0]).rstrip("/")
    parts = re.split(r"([^A-Za-z0-9])", bare)
    return " ".join(_SIGNS.get(part, part if part.isalnum() else "") for part in parts if part)


def _hashtag(match: re.Match[str]) -> str:
    return "hashtag " + _HUMP.sub(" ", match[1])


_ENDING = re.compile(rf"\.(?:{_ENDINGS})\b")


def may_apply(text: str) -> bool:
    """Whether `text` may hold an address, a name or a tag."""
    return any(sign in text for sign in ("://", "www.", "@", "#")) or bool(_ENDING.search(text))


RULES: tuple[Rule, ...] = (
    rule(r"(?<![\w@])(?:https?://|ftp://|www\.)[^\s<>\"“”()]{0,300}[\w/]", _address, ":."),
    rule(
        rf"(?<![\w.+-])[A-Za-z0-9_.+-]{{1,64}}@{_NAME}(?:\.{_NAME}){{1,4}}(?![\w-])", _address, "@"
    ),
    rule(
        rf"(?<![\w.@-]){_NAME}(?:\.{_NAME}){{0,3}}\.(?:{_ENDINGS})\b(?:/[\w/.-]{{0,99}}\w)?",
        _address,
        ".",
    ),
    rule(r"(?<![\w@])@(?=\w)", "at ", "@"),
    rule(r"(?<![\w&#])#([^\W\d_]\w{0,99})", _hashtag, "#"),
)
