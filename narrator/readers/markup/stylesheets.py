"""What the style sheets of a page hide, or want unspoken, marked as hidden in its tree.

Cascade as in CSS: the more specific rule decides, then the later one. Text that a sheet makes for
other media than a screen, or for one program alone (`amzn-mobi`), is not asked for.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from .trees import all_text, attribute, local_name

_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|speak\s*:\s*(?:none|never)",
    re.IGNORECASE,
)
_HIDDEN = {
    "display": frozenset({"none"}),
    "visibility": frozenset({"hidden", "collapse"}),
    "speak": frozenset({"none", "never"}),
}
"""Properties and their values by which nothing is to be heard (CSS 2.2; CSS Speech 1)."""
_MEDIA = frozenset({"", "all", "screen", "only screen", "speech"})
_LONGEST = 1 << 20
"""Characters of one sheet; a longer one styles no book."""

_Decided = tuple[tuple[str, bool, bool], ...]
"""What a rule says of a property: its name, whether it hides, whether it is `!important`."""


def hide(root: etree._Element, sheets: Iterable[str]) -> None:
    """Give each element of the page `root` that `sheets`, in order, hide the attribute `hidden`."""
    rules = [rule for sheet in sheets for rule in _rules_of(sheet)]
    if not any(hides for _, said in rules for _, hides, _ in said):
        return
    import cssselect2

    matcher = cssselect2.Matcher()
    for selector, said in rules:
        matcher.add_selector(selector, said)
    hidden = [
        wrapped.etree_element
        for wrapped in cssselect2.ElementWrapper.from_html_root(root).iter_subtree()
        if local_name(wrapped.etree_element) not in ("", "html", "body")
        and _is_hidden(matcher.match(wrapped))
    ]
    if _is_shown_later(root, hidden):
        return
    for element in hidden:
        element.set("hidden", "")


def _is_shown_later(root: etree._Element, hidden: Iterable[etree._Element]) -> bool:
    """Whether a script will show it: it is the most of a page that has one."""
    if next(root.iter("{*}script"), None) is None:
        return False
    return 2 * sum(len(all_text(element)) for element in hidden) > len(all_text(root))


def sheets_of(root: etree._Element, linked: Callable[[str], str]) -> Iterator[str]:
    """The sheets of a page in their order: its own, and those that `linked` finds by address."""
    for element in root.iter("{*}style", "{*}link"):
        if not _is_for_screens(attribute(element, "media")):
            continue
        if local_name(element) == "style":
            yield element.text or ""
        elif _names_sheet(attribute(element, "rel")):
            yield linked(attribute(element, "href"))


def _names_sheet(relation: str) -> bool:
    kinds = relation.lower().split()
    return "stylesheet" in kinds and "alternate" not in kinds


def _is_for_screens(media: str) -> bool:
    return any(" ".join(each.lower().split()) in _MEDIA for each in media.split(","))


@lru_cache(maxsize=16)
def _rules_of(sheet: str) -> tuple[tuple[Any, _Decided], ...]:
    """The rules of a sheet that say whether something is seen or heard; none if none hides."""
    if len(sheet) > _LONGEST or not _HIDES.search(sheet):
        return ()
    import tinycss2

    return tuple(_rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)))


def _rules(nodes: Iterable[Any]) -> Iterator[tuple[Any, _Decided]]:
    import cssselect2
    import tinycss2

    for node in nodes:
        if _is_media(node) and _is_for_screens(tinycss2.serialize(node.prelude)):
            yield from _rules(tinycss2.parse_rule_list(node.content, True, True))
        if node.type != "qualified-rule":
            continue
        said = _decided(tinycss2.parse_declaration_list(node.content, True, True))
        if not said:
            continue
        try:
            selectors = cssselect2.compile_selector_list(node.prelude)
        except cssselect2.SelectorError:
            continue  # of a later standard: a browser of its time leaves the rule out as well
        yield from ((each, said) for each in selectors if each.pseudo_element is None)


def _is_media(node: Any) -> bool:
    return node.type == "at-rule" and node.lower_at_keyword == "media" and bool(node.content)


def _decided(nodes: Iterable[Any]) -> _Decided:
    found = []
    for node in nodes:
        if node.type != "declaration":
            continue
        name = node.lower_name.removeprefix("-epub-")
        if name in _HIDDEN:
            words = [token.lower_value for token in node.value if token.type == "ident"]
            found.append((name, bool(_HIDDEN[name].intersection(words)), node.important))
    return tuple(found)


def _is_hidden(matches: Iterable[tuple[Any, int, Any, _Decided]]) -> bool:
    """What the last word of the cascade is, property by property."""
    decided: dict[str, tuple[bool, bool]] = {}
    for *_, said in matches:  # the weakest first
        for name, hides, important in said:
            if important or not decided.get(name, (False, False))[1]:
                decided[name] = (hides, important)
    return any(hides for hides, _ in decided.values())
