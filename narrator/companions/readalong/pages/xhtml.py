"""Pages of other people's books as XHTML that EPUB 3 allows, looking as they did.

The page is built anew: what HTML 5 no longer has becomes what looks the same, and what cannot be
shown, leads nowhere or would run is left out. Every word stays.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from narrator.readers.markup.trees import all_text

from ..xml import is_language
from .foreign import convert_foreign
from .looks import look_of
from .styles import clean_declarations, clean_sheet
from .tables import put_in_order
from .vocabulary import (
    EMPTY,
    FALLBACK,
    FLOW,
    GLOBAL,
    HEADINGS,
    LEFT_OUT,
    OF_ELEMENT,
    OPS,
    PARAGRAPHS,
    PARTS,
    PHRASING,
    RENAMED,
    ROLES,
    SECTIONS,
    TRANSPARENT,
    VALUES,
    XHTML,
    XML,
    name_of,
    new_element,
)

_HOMES = {
    "li": ("ul", "ol"),
    "dt": ("dl",),
    "dd": ("dl",),
    "caption": ("table",),
    "colgroup": ("table",),
    "col": ("colgroup", "table"),
    "thead": ("table",),
    "tbody": ("table",),
    "tfoot": ("table",),
    "tr": ("table", "thead", "tbody", "tfoot"),
    "td": ("tr",),
    "th": ("tr",),
    "figcaption": ("figure",),
    "summary": ("details",),
}
_ASIDES = frozenset({"header", "footer", "address"})
_BLOCK_LOOK = "display: block"
_DEEPEST = 200
_RESERVED_PREFIXES = frozenset({"msv", "prism"})

Links = Callable[[str, str], str | None]
"""From a kind (`page`, `picture`, `style`, `font`) and the address as the page has it to the one
it is to have; None where it leads nowhere."""


@dataclass(slots=True)
class Converted:
    """A page as it goes into the book."""

    root: etree._Element
    body: etree._Element
    head: etree._Element
    ids: set[str] = field(default_factory=set)
    properties: set[str] = field(default_factory=set)
    """What the manifest has to say of it: `svg`, `mathml`."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds where an element is put."""

    phrasing: bool = False
    """Whether only text and phrasing elements may stand there."""
    linked: bool = False
    """Whether it is within a link."""
    low: bool = False
    """Whether no headings and no sections may stand there."""
    aside: bool = False
    """Whether it is within a header, a footer or an address, which may not stand in each other."""
    depth: int = 0


def convert(source: etree._Element, links: Links, *, title: str, language: str) -> Converted:
    """The page whose tree is `source`, which is left as it is.

    `title` is for a page that has none, `language` for one that does not say.
    """
    return _Conversion(links).page(source, title, language)


class _Conversion:
    def __init__(self, links: Links) -> None:
        self._links = links
        self._ids: set[str] = set()
        self._properties: set[str] = set()
        self._prefixes: set[str] = set()
        self._has_main = False

    def page(self, source: etree._Element, title: str, language: str) -> Converted:
        root = new_element(f"{XHTML}html", {"epub": OPS[1:-1]})
        self._take_prefixes(source, root)
        tag = source.get("lang") or source.get(f"{XML}lang") or ""
        tag = tag if is_language(tag) else language
        root.set("lang", tag)
        root.set(f"{XML}lang", tag)
        old_head = next((each for each in source if _name(each) == "head"), None)
        old_body = next((each for each in source if _name(each) == "body"), None)
        head = self._head(root, old_head, title)
        body = etree.SubElement(root, f"{XHTML}body")
        if _name(source) == "html":
            if old_body is not None:
                self._attributes(old_body, body, "body")
                self._children(old_body, body, _Context())
        else:
            self._element(source, body, _Context())
        return Converted(root, body, head, self._ids, self._properties)

    def _take_prefixes(self, source: etree._Element, root: etree._Element) -> None:
        declared = source.get(f"{OPS}prefix", "")
        parts = declared.split()
        pairs = list(zip(parts[::2], parts[1::2], strict=False))
        fine = [
            (name, uri)
            for name, uri in pairs
            if name[-1:] == ":" and name[:-1].replace("-", "").replace("_", "").isalnum()
            if name[:-1] not in _RESERVED_PREFIXES and name != "_:" and ":" in uri
        ]
        if fine:
            root.set(f"{OPS}prefix", " ".join(f"{name} {uri}" for name, uri in dict(fine).items()))
        self._prefixes = {name[:-1] for name, _ in fine} | _RESERVED_PREFIXES

    def _head(self, root: etree._Element, old: etree._Element | None, title: str) -> etree._Element:
        head = etree.SubElement(root, f"{XHTML}head")
        shown = etree.SubElement(head, f"{XHTML}title")
        shown.text = title
        for each in old if old is not None else ():
            name = _name(each)
            if name == "title" and (text := all_text(each)):
                shown.text = text
            elif name == "link" and each.get("rel", "").lower().split() == ["stylesheet"]:
                if address := self._links("style", each.get("href", "")):
                    etree.SubElement(
                        head, f"{XHTML}link", rel="stylesheet", type="text/css", href=address
                    )
            elif name == "style":
                text = clean_sheet("".join(map(str, each.itertext())), self._links)
                if text.strip():
                    style = etree.SubElement(head, f"{XHTML}style")
                    style.text = "\n" + text.strip() + "\n"
            elif name == "meta" and each.get("name", "").lower() == "viewport":
                etree.SubElement(
                    head, f"{XHTML}meta", name="viewport", content=each.get("content", "")
                )
        return head

    def _children(self, source: etree._Element, target: etree._Element, about: _Context) -> None:
        _add_text(target, source.text)
        for child in source:
            if isinstance(child.tag, str):
                self._element(child, target, about)
            _add_text(target, child.tail)

    def _element(self, source: etree._Element, target: etree._Element, about: _Context) -> None:
        name = _name(source)
        if name in ("svg", "math") and about.depth < _DEEPEST:
            made = convert_foreign(source, self._links, self._new_id)
            if made is not None:
                self._properties.add("svg" if name == "svg" else "mathml")
                target.append(made)
            return
        if name in LEFT_OUT:
            if name in FALLBACK:
                self._children(source, target, about)
            return
        if name == "switch":
            for child in source:
                if _name(child) == "default":
                    self._children(child, target, about)
            return
        if name in ("trigger", "case") or about.depth >= _DEEPEST:
            if about.depth >= _DEEPEST:
                _add_text(target, "".join(map(str, source.itertext())))
            return
        kind, look = self._shape(source, name, target, about)
        if kind == "a" and about.linked:
            kind = "span"
        if kind == "img":
            self._picture(source, target, look)
            return
        made = etree.SubElement(target, f"{XHTML}{kind}")
        self._attributes(source, made, kind, retagged=kind != name, look=look)
        if kind in EMPTY:
            if len(source) or source.text:
                self._children(source, target, about)
            return
        self._children(source, made, _inside(kind, made, about))
        if kind in ("ul", "ol", "dl", "table", "figure", "details", "hgroup", "tr", "ruby"):
            put_in_order(made)

    def _shape(
        self, source: etree._Element, name: str, target: etree._Element, about: _Context
    ) -> tuple[str, str]:
        """What an element becomes, and the style that it needs to look as before."""
        kind, look = RENAMED.get(name, (name, ""))
        parent = name_of(target)
        if kind not in FLOW | PARTS | PHRASING:
            block = any(_name(each) in FLOW for each in source.iterdescendants())
            kind = "div" if block else "span"
        if kind in PARTS and parent not in _HOMES[kind]:
            kind = "div"
        if about.phrasing and kind in FLOW | PARTS:
            # Within a paragraph or a heading, a block can only be a span that looks like one.
            return ("br", "") if kind == "hr" else ("span", _and(look, _BLOCK_LOOK))
        if about.low and kind in HEADINGS | SECTIONS | {"header", "footer", "hgroup"}:
            return "div", look
        if about.aside and kind in _ASIDES:
            return "div", look
        if kind in ("ul", "ol") or kind not in PHRASING:
            return self._singular(kind), look
        holds_block = kind not in TRANSPARENT and any(
            RENAMED.get(_name(each), (_name(each),))[0] in FLOW for each in source.iterdescendants()
        )
        if holds_block and not about.phrasing and kind not in ("rt", "rp", "ruby"):
            return "div", _and(look, "display: inline")
        if kind == "bdo" and source.get("dir") not in ("ltr", "rtl"):
            return "bdi", look
        if kind == "time" and not VALUES["datetime"].fullmatch(source.get("datetime", "")):
            return "span", look
        if (kind == "data" and not source.get("value")) or (
            kind in ("rt", "rp") and parent != "ruby"
        ):
            return "span", look
        return kind, look

    def _singular(self, kind: str) -> str:
        if kind != "main":
            return kind
        if self._has_main:
            return "div"
        self._has_main = True
        return "div"

    def _picture(self, source: etree._Element, target: etree._Element, look: str) -> None:
        address = self._links("picture", source.get("src") or _any(source, "href"))
        if address is None:
            _add_text(target, source.get("alt", ""))
            return
        made = etree.SubElement(target, f"{XHTML}img", src=address, alt="")
        self._attributes(source, made, "img", look=look)

    def _attributes(
        self,
        source: etree._Element,
        made: etree._Element,
        kind: str,
        *,
        retagged: bool = False,
        look: str = "",
    ) -> None:
        allowed = GLOBAL | OF_ELEMENT.get(kind, frozenset())
        for raw, value in source.attrib.items():
            key = str(raw).lower() if "}" not in str(raw) else str(raw)
            value = str(value)
            if key not in allowed or (key in VALUES and not VALUES[key].fullmatch(value.strip())):
                continue
            if key == "value" and kind == "li" and name_of(_above(made)) != "ol":
                continue
            if key == "id":
                value = self._new_id(value)
            elif key == "href":
                value = self._links("page", value) or ""
            elif key in VALUES:
                value = value.strip()
            if value or key in ("alt", "hidden", "open", "reversed"):
                made.set(key, value)
        if "hreflang" in made.attrib and not made.get("href"):
            del made.attrib["hreflang"]
        anchor = source.get("name", "") if _name(source) == "a" and not made.get("id") else ""
        if anchor and (id_ := self._new_id(anchor)):
            made.set("id", id_)
        self._language(source, made)
        self._meaning(source, made, kind, retagged=retagged)
        style = _and(look_of(source, _name(source)), look)
        style = _and(style, source.get("style", ""))
        if style and (clean := clean_declarations(style, self._links)):
            made.set("style", clean)

    def _language(self, source: etree._Element, made: etree._Element) -> None:
        tag = source.get(f"{XML}lang") or source.get("lang") or source.get("xml:lang") or ""
        if tag and is_language(tag):
            made.set(f"{XML}lang", tag)
            made.set("lang", tag)

    def _meaning(
        self, source: etree._Element, made: etree._Element, kind: str, *, retagged: bool
    ) -> None:
        """`epub:type`, a role, and what is said to those who do not see."""
        said = (source.get(f"{OPS}type") or source.get("epub:type") or "").split()
        said = [
            word
            for word in said
            if ":" not in word or word.partition(":")[0] in self._prefixes
            if word.replace(":", "").replace("-", "").replace("_", "").replace(".", "").isalnum()
        ]
        if said:
            made.set(f"{OPS}type", " ".join(said))
        if retagged:
            return
        role = source.get("role", "")
        if role in ROLES.get(kind, ()) and (kind != "a" or made.get("href")):
            made.set("role", role)
        if source.get("aria-hidden") in ("true", "false"):
            made.set("aria-hidden", source.get("aria-hidden", ""))
        if kind in SECTIONS | {"figure", "a"} and source.get("aria-label", "").strip():
            made.set("aria-label", source.get("aria-label", ""))

    def _new_id(self, wanted: str) -> str:
        """`wanted`, if it can be an id and none has it yet; else empty."""
        if not wanted or any(map(str.isspace, wanted)) or wanted in self._ids:
            return ""
        self._ids.add(wanted)
        return wanted


def _inside(kind: str, made: etree._Element, about: _Context) -> _Context:
    deeper = replace(about, depth=about.depth + 1)
    if kind in PARAGRAPHS or (kind in PHRASING and kind not in TRANSPARENT):
        deeper = replace(deeper, phrasing=True)
    if kind == "a":
        deeper = replace(deeper, linked=True)
    if kind in ("th", "dt", "address", "caption") or kind in HEADINGS:
        deeper = replace(deeper, low=True)
    if kind in _ASIDES:
        deeper = replace(deeper, aside=True)
    return deeper


def _name(element: etree._Element) -> str:
    """The name of an element of any HTML, lower case and without a prefix."""
    return name_of(element).rpartition(":")[2].lower()


def _any(element: etree._Element, name: str) -> str:
    found: Mapping[str, str] = {str(k): str(v) for k, v in element.attrib.items()}
    return next((v for k, v in found.items() if k.rpartition("}")[2].endswith(name)), "")


def _above(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent


def _add_text(target: etree._Element, text: str | None) -> None:
    """`text` behind all that is in `target` so far."""
    if not text:
        return
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text


def _and(first: str, second: str) -> str:
    return "; ".join(part for part in (first.strip(" ;"), second.strip(" ;")) if part)
