"""A page on which voices are heard side by side: one HTML file that works from the disk."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from narrator.languages import pack_for

TYPE = "audio/mpeg"


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
    pages = pack_for(audition.language).pages
    words = pages.audition
    scene = f"<h2>{escape(words.scene)}</h2>{_card(audition.scene)}" if audition.scene else ""
    count = f'<span id="count">{len(audition.samples)}</span>'
    cards = "\n".join(_card(sample) for sample in audition.samples)
    return _PAGE.format(
        title=escape(audition.title),
        note=escape(audition.note),
        language=escape(pages.language),
        filter=escape(words.filter),
        example=escape(words.example),
        shown=escape(words.shown).format(count=count),
        style=_STYLE,
        script=_SCRIPT,
        scene=scene,
        cards=cards,
    )


def place_of(name: str) -> str:
    """What stands behind the page's address for the row of `name`."""
    return "-".join(name.split())


def _card(sample: Sample) -> str:
    sound = base64.b64encode(sample.mp3).decode("ascii")
    name, facts = escape(sample.name), escape(sample.facts)
    return (
        f'<article id="{escape(place_of(sample.name))}"'
        f' data-words="{escape(f"{sample.name} {sample.facts}".casefold())}">'
        f"<h3>{name}</h3><p class=facts>{facts}</p>"
        f'<audio controls preload=none aria-label="{name}"'
        f' src="data:{TYPE};base64,{sound}"></audio>'
        f"<p class=text>{escape(sample.text)}</p></article>"
    )


_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.4 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem; }
#list { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); }
article { border: 1px solid #8888; border-radius: .5rem; padding: .6rem .8rem; }
article[hidden] { display: none; }
h3 { font-size: 1rem; margin: 0; } p { margin: .2rem 0; }
.facts, .text { font-size: .85rem; } .text { font-style: italic; }
audio { width: 100%; height: 2.4rem; }
label { display: block; margin: .8rem 0; } input { font: inherit; padding: .3rem; width: 16rem; }
"""
_SCRIPT = """
const cards = [...document.querySelectorAll('#list article')];
document.querySelector('#filter').addEventListener('input', event => {
  const words = event.target.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const known = card => ` ${card.dataset.words}`;
  let shown = 0;
  for (const card of cards) {
    card.hidden = !words.every(word => known(card).includes(` ${word}`));
    shown += !card.hidden;
  }
  document.querySelector('#count').textContent = shown;
});
document.addEventListener('play', event => {
  for (const other of document.querySelectorAll('audio'))
    if (other !== event.target) other.pause();
}, true);
"""
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{note}</p>
{scene}
<label>{filter} <input id="filter" type="search"
 placeholder="{example}"></label>
<p role="status">{shown}</p>
<div id="list">
{cards}
</div>
</main>
<script>{script}</script>
</body>
</html>
"""
