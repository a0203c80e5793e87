"""What a book's own package says and the read-along book says again."""

import re
from collections.abc import Iterator

from lxml import etree

from narrator.readers.markup.trees import all_text, attribute

from ..xml import attribute as quoted
from ..xml import text

_REPEATED = ("publisher", "subject", "rights")
_CODE = re.compile(r"[a-z]{3}")
_LAYOUT = {
    "rendition:layout": {"reflowable", "pre-paginated"},
    "rendition:orientation": {"auto", "landscape", "portrait"},
    "rendition:spread": {"auto", "both", "landscape", "none"},
    "rendition:flow": {"auto", "paginated", "scrolled-continuous", "scrolled-doc"},
}
_OF_PAGE = re.compile(
    r"page-spread-(?:left|right)|rendition:(?:page-spread-(?:left|right|center)|"
    r"layout-(?:reflowable|pre-paginated)|align-x-center)"
)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def statements(root: etree._Element, date: str) -> Iterator[str]:
    """Entries of the metadata, ready to be written: publisher, subjects, rights, who else made it,
    where it comes from, how it is laid out."""
    for name in _REPEATED:
        for said in dict.fromkeys(_said(root, name)):
            yield f"<dc:{name}>{text(said)}</dc:{name}>"
    if _DATE.fullmatch(date):
        yield f"<dc:date>{date}</dc:date>"
    yield from _contributors(root)
    wanted = attribute(root, "unique-identifier")
    for element in root.iter("{*}identifier"):
        if attribute(element, "id") == wanted and all_text(element):
            yield f"<dc:source>{text(all_text(element))}</dc:source>"
            break
    for meta in root.iter("{*}meta"):
        name, value = attribute(meta, "property"), all_text(meta)
        if value in _LAYOUT.get(name, ()) and not attribute(meta, "refines"):
            yield f"<meta property={quoted(name)}>{value}</meta>"


def _said(root: etree._Element, name: str) -> Iterator[str]:
    for element in root.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}"):
        if said := all_text(element):
            yield said


def _contributors(root: etree._Element) -> Iterator[str]:
    refined = {
        attribute(meta, "refines").lstrip("#"): all_text(meta)
        for meta in root.iter("{*}meta")
        if attribute(meta, "property") == "role"
    }
    number = 0
    for kind in ("creator", "contributor"):
        for element in root.iter(f"{{http://purl.org/dc/elements/1.1/}}{kind}"):
            name = all_text(element)
            role = attribute(element, "role") or refined.get(attribute(element, "id"), "")
            role = role.strip().lower()
            # The authors are named already, and programs that made the file made not this one.
            if not name or role == "bkp" or (kind == "creator" and role in ("", "aut")):
                continue
            number += 1
            yield f'<dc:contributor id="by-{number}">{text(name)}</dc:contributor>'
            if _CODE.fullmatch(role):
                yield (
                    f'<meta property="role" refines="#by-{number}" scheme="marc:relators">'
                    f"{role}</meta>"
                )


def direction_of(root: etree._Element) -> str:
    """In which direction its pages are turned; empty where it does not say."""
    spine = next(root.iter("{*}spine"), None)
    said = attribute(spine, "page-progression-direction") if spine is not None else ""
    return said if said in ("ltr", "rtl") else ""


def spine_properties(root: etree._Element) -> dict[str, str]:
    """How pages are laid out, by the ids of their items."""
    found: dict[str, str] = {}
    for reference in root.iter("{*}itemref"):
        words = attribute(reference, "properties").split()
        fine = [word for word in dict.fromkeys(words) if _OF_PAGE.fullmatch(word)]
        if fine:
            found[attribute(reference, "idref")] = fine[0]
    return found
