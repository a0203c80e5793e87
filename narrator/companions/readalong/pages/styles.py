"""Style sheets of other people's books: what cannot be read, is not there or is barred goes.

The syntax is CSS Syntax Level 3; barred are what EPUB 3 bars (`direction`, `unicode-bidi`) and
whatever is fetched from outside the book.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import tinycss2

Links = Callable[[str, str], str | None]

_BARRED = frozenset({"direction", "unicode-bidi", "behavior", "-moz-binding"})
_GROUPS = frozenset({"media", "supports"})
_PLAIN = frozenset({"page"})
_URLS = ("url",)
_DEEPEST = 8


def clean_sheet(text: str, links: Links) -> str:
    """The style sheet `text` with only what may stay; `links` finds the files it names."""
    rules = tinycss2.parse_stylesheet(_uncommented(text), skip_comments=True)
    return "\n".join(_rules(rules, links, 0)) + "\n"


def clean_declarations(text: str, links: Links) -> str:
    """The declarations of a `style` attribute, likewise."""
    return " ".join(_declarations(tinycss2.parse_blocks_contents(text), links))


def _uncommented(text: str) -> str:
    """Without the marks of HTML comments, in which old pages hid their style."""
    return text.replace("<!--", "").replace("-->", "").replace("\x00", "")


def _rules(rules: Iterable[Any], links: Links, depth: int) -> Iterable[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            if not _is_sound(rule.prelude):
                continue
            body = list(_declarations(tinycss2.parse_blocks_contents(rule.content), links))
            selector = tinycss2.serialize(rule.prelude).strip()
            if selector and body:
                yield f"{selector} {{ {' '.join(body)} }}"
        elif rule.type == "at-rule":
            yield from _at_rule(rule, links, depth)


def _at_rule(rule: Any, links: Links, depth: int) -> Iterable[str]:
    name = rule.lower_at_keyword
    prelude = tinycss2.serialize(rule.prelude).strip()
    if not _is_sound(rule.prelude):
        return
    if name == "import" and not depth and rule.content is None:
        address = next((t.value for t in rule.prelude if t.type in ("string", "url")), "")
        if found := links("style", address):
            yield f'@import "{found}";'
    elif name == "namespace" and not depth and rule.content is None:
        yield f"@namespace {prelude};"
    elif name == "font-face" and rule.content is not None:
        body = list(_declarations(tinycss2.parse_blocks_contents(rule.content), links))
        if any(line.startswith("src:") for line in body):
            yield f"@font-face {{ {' '.join(body)} }}"
    elif name in _PLAIN and rule.content is not None:
        body = list(_declarations(tinycss2.parse_blocks_contents(rule.content), links))
        if body:
            yield f"@page {prelude} {{ {' '.join(body)} }}".replace("  ", " ")
    elif name in _GROUPS and rule.content is not None and prelude and depth < _DEEPEST:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        body = list(_rules(inner, links, depth + 1))
        if body:
            lines = "\n".join(body)
            yield f"@{name} {prelude} {{\n{lines}\n}}"


def _declarations(found: Iterable[Any], links: Links) -> Iterable[str]:
    for each in found:
        if each.type != "declaration" or each.lower_name in _BARRED or not each.value:
            continue
        if not _is_sound(each.value) or not _is_plain(each.name):
            continue
        kind = "font" if each.lower_name == "src" else "picture"
        value = _value(each.value, links, kind)
        if value:
            yield f"{each.name}: {value}{' !important' if each.important else ''};"


def _is_plain(name: str) -> bool:
    return name.replace("-", "").replace("_", "").isalnum() and name.isascii()


def _value(tokens: Sequence[Any], links: Links, kind: str) -> str:
    """The value as text, its files found; empty where one is not there."""
    if kind == "font":
        # A list of sources: those that are there are enough.
        parts = [_located(part, links, kind) for part in _by_commas(tokens)]
        return ", ".join(filter(None, parts))
    return _located(tokens, links, kind)


def _by_commas(tokens: Sequence[Any]) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _located(tokens: Sequence[Any], links: Links, kind: str) -> str:
    shown = ""
    for token in tokens:
        if token.type == "comment":
            continue
        address = None
        if token.type == "url":
            address = token.value
        elif token.type == "function" and token.lower_name in _URLS:
            address = next((t.value for t in token.arguments if t.type == "string"), "")
        if address is None:
            shown += token.serialize()
            continue
        found = links(kind, address)
        if not found:
            return ""
        shown += f'url("{found}")'
    return " ".join(shown.split())


def _is_sound(tokens: Iterable[Any]) -> bool:
    """Whether nothing in `tokens` is broken, or an invention of one old browser."""
    for token in tokens:
        if token.type == "error" or (token.type == "literal" and token.value in ("=", "!", "<")):
            return False
        if token.type == "function":
            if token.lower_name == "expression" or not _is_sound(token.arguments):
                return False
        elif token.type in ("() block", "{} block") and not _is_sound(token.content):
            return False
        if token.type == "{} block":
            return False
    return True
