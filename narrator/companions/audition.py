"""A page on which voices are heard side by side: one HTML file that works from the disk."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from narrator.languages import pack_for
from narrator.pages import asset, digest, filled, joined, shared_style

TYPE = "audio/mpeg"
_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; media-src data:; "
    "base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One row of the page."""

    name: str
    """The voice, or the character."""
    facts: str
    """A few words: gender, age, pitch."""
    text: str
    """What is heard."""
    mp3: bytes
    row: str = ""
    """What to write into a casting file to have this voice."""


@dataclass(frozen=True, slots=True)
class Audition:
    """A page to be."""

    title: str
    note: str
    samples: Sequence[Sample]
    scene: Sample | None = None
    """A scene with many voices, above the others."""
    language: str = ""
    """Of the page, as a BCP 47 tag; empty: English."""


def audition_page(audition: Audition) -> str:
    """The page as HTML, its sounds inside. It loads nothing and sends nothing."""
    pages = pack_for("").pages
    words = pages.audition
    style = shared_style() + asset(__package__, "audition.css")
    program = joined([asset(__package__, "audition.js")])
    say = json.dumps(words.program, ensure_ascii=False).replace("<", "\\u003c")
    scene = [f"<h2>{escape(words.scene)}</h2>", _card(audition.scene)] if audition.scene else []
    return filled(
        asset(__package__, "audition.html"),
        {
            "policy": _POLICY.format(script=digest(program), style=digest(style)),
            "language": escape(pages.language),
            "style": style,
            "script": program,
            "say": say,
            "title": escape(audition.title),
            "note": escape(audition.note),
            "scene": "\n".join(scene),
            "cards": "\n".join(_card(sample) for sample in audition.samples),
            "shown": escape(words.shown).format(count=len(audition.samples)),
            **{name: escape(getattr(words, name)) for name in ("filter", "example", "compare")},
        },
    )


def place_of(name: str) -> str:
    """What stands behind the page's address for the row of `name`."""
    return "-".join(name.split())


def _card(sample: Sample) -> str:
    """A voice; the program gives it its buttons."""
    sound = base64.b64encode(sample.mp3).decode("ascii")
    name, facts = escape(sample.name), escape(sample.facts)
    row = f'<pre class="row"><code>{escape(sample.row)}</code></pre>' if sample.row else ""
    return (
        f'<article class="card" id="{escape(place_of(sample.name))}"'
        f' data-name="{name}" data-words="{name} {facts}">'
        f'<h3><bdi>{name}</bdi></h3><p class="quiet">{facts}</p>'
        f'<audio preload="none" src="data:{TYPE};base64,{sound}"></audio>'
        f'<p class="said-there">{escape(sample.text)}</p>{row}</article>'
    )
