"""Addresses, names and tags of the net."""

import re

from ..rewriting import Rule, rule

_SIGNS = {".": "dot", "/": "slash", "-": "dash", "@": "at", ":": "colon", "_": "underscore"}
_ENDINGS = "com|org|net|edu|gov|info|co\\.uk|org\\.uk|ac\\.uk|io|tv"
_FILES = {
    "pdf": "P D F", "txt": "T X T", "doc": "doc", "docx": "doc X", "jpg": "J P G",
    "jpeg": "J peg", "png": "P N G", "gif": "gif", "mp3": "M P three", "mp4": "M P four",
    "wav": "wave", "avi": "A.V.I", "exe": "E X E", "zip": "zip", "html": "H T M L",
    "htm": "H T M", "csv": "C S V", "xls": "X L S", "xlsx": "X L S X", "py": "P Y", "js": "J S",
    "json": "J son", "xml": "X M L", "md": "M D", "epub": "E pub", "log": "log", "ini": "ini",
    "bat": "bat", "dll": "D L L", "sql": "S Q L", "css": "C S S", "php": "P H P", "ppt": "P P T",
    "bin": "bin", "iso": "I S O", "cfg": "C F G", "apk": "A.P.K", "psd": "P S D", "svg": "S V G",
}  # fmt: skip
_FILE = "|".join(sorted(_FILES, key=len, reverse=True))
_LETTERS = {"edu": "E D U", "io": "I O", "ac": "A.C", "htm": "H T M"} | {
    ending: said for ending, said in _FILES.items() if said.isupper() or " " in said
}
"""What an engine would not spell out."""
_NAME = r"[A-Za-z0-9-]{1,63}"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|_")


def _address(match: re.Match[str]) -> str:
    """What one would dictate: `example dot com slash story`."""
    bare = re.sub(r"^[a-z]{3,5}://", "", match[0]).rstrip("/")
    parts = re.split(r"([^A-Za-z0-9])", bare)
    said = (_SIGNS.get(part, part if part.isalnum() else "") for part in parts if part)
    return _lettered(" ".join(said))


def _lettered(said: str) -> str:
    """Endings by the letter, behind their dots."""
    words = said.split()
    return " ".join(
        _LETTERS.get(word.lower(), word) if before == "dot" else word
        for before, word in zip(["", *words], words, strict=False)
    )


def _file(match: re.Match[str]) -> str:
    """`report.pdf`."""
    name = re.sub(r"[-_]+", " ", match["name"])
    return f"{name} dot {_FILES[match['ending'].lower()]}"


def _path(match: re.Match[str]) -> str:
    """`C:\\temp`."""
    return match[0].replace(":", " colon ", 1).replace("\\", " backslash ").rstrip()


def _hashtag(match: re.Match[str]) -> str:
    return "hashtag " + _HUMP.sub(" ", match[1])


_ENDING = re.compile(rf"\.(?:{_ENDINGS}|{_FILE})\b", re.IGNORECASE)


def may_apply(text: str) -> bool:
    """Whether `text` may hold an address, a name or a tag."""
    if "@" in text or "#" in text or "://" in text or ":\\" in text:
        return True
    return "." in text[:-1] and bool(_ENDING.search(text))


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
    rule(r"\b[A-Z]:\\(?:[\w.-]+\\?){0,12}", _path, "\\"),
    rule(
        rf"(?<![\w.@/-])(?P<name>[\w-]{{1,64}})\.(?P<ending>{_FILE})(?![\w-]|\.\w)",
        _file,
        ".",
        re.IGNORECASE,
    ),
    rule(rf"(?<!\S)\.(?=(?:{_ENDINGS}|uk|ai)\b)", "dot ", "."),
    rule(
        rf"(?<!\S)\.(?P<name>)(?P<ending>{_FILE})(?![\w-])",
        lambda m: f"dot {_FILES[m['ending']]}",
        ".",
    ),
    rule(r"(?<![\w@])@(?=\w)", "at ", "@"),
    rule(r"(?<![\w&#])#([^\W\d_]\w{0,99})", _hashtag, "#"),
)
