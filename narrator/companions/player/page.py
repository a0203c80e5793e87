"""`index.html`: one page with its own style and programs, which reaches for nothing outside."""

import html
import json
from typing import Any

from narrator import __version__
from narrator.languages import pack_for
from narrator.languages.pages import Pages
from narrator.pages import asset, digest, filled, joined, shared_style

from ..edition import Edition, Share, address

_PROGRAMS = (
    *("store", "book", "mix", "words", "text", "sound", "strip", "whole", "search", "marks"),
    *("panels", "settings", "keys", "front", "start"),
)
_SLOT = '<span id="{id}">0:00</span>'
"""Where the program writes a time."""
_POLICY = (
    "default-src 'none'; script-src '{script}' 'strict-dynamic'; style-src '{style}'; "
    "img-src 'self' file: data:; media-src 'self' file:; base-uri 'none'; form-action 'none'"
)
"""No network and no program or style but ours, known by their hashes. What our program loads, the
text of the chapters, it may; `file:` is for browsers whose 'self' is nothing on a disk."""


def page(edition: Edition, shares: tuple[Share, ...], texts: tuple[str, ...]) -> str:
    """The page for `edition`, whose chapters' scripts have the relative names `texts`."""
    info = edition.script.info
    pages = pack_for(info.language).pages
    style = shared_style() + asset(__package__, "player.css")
    script = joined(asset(__package__, f"{name}.js") for name in _PROGRAMS)
    facts = _data(edition, shares, texts) | {"words": _program_words(pages)}
    data = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return filled(
        asset(__package__, "page.html"),
        {
            **_page_words(pages),
            "policy": _POLICY.format(script=digest(script), style=digest(style)),
            "version": __version__,
            "title": html.escape(info.title),
            "author": html.escape(info.author),
            "cover": _cover(edition),
            "mix_hidden": "" if edition.other else " hidden",
            "files": _file_list(edition),
            "style": style,
            "script": script,
            # The end of a script element must not occur in it, nor what looks like a comment.
            "data": data.replace("<", "\\u003c").replace("&", "\\u0026"),
        },
    )


def _data(edition: Edition, shares: tuple[Share, ...], texts: tuple[str, ...]) -> dict[str, Any]:
    info = edition.script.info
    total = sum(share.seconds for share in shares) or 1.0
    return {
        "id": edition.uuid,
        "title": info.title,
        "author": info.author,
        "language": info.language,
        "cover": address(edition.cover_name) if edition.cover_name else "",
        "mixes": [edition.mix, edition.other.name] if edition.other else [],
        "chapters": [
            {
                "title": title,
                "sound": address(sound),
                "text": text,
                "seconds": round(chapter.audio.seconds, 3),
                **_in_other(edition, number, sound),
                "who": [n for n, share in enumerate(shares) if number in share.chapters],
            }
            for number, (title, sound, text, chapter) in enumerate(
                zip(edition.titles, edition.sounds, texts, edition.audio.chapters, strict=True)
            )
        ],
        "cast": [
            {
                "name": edition.shown(share.name),
                "aliases": list(share.role.character.aliases) if share.role else [],
                "voice": share.role.voice if share.role else "",
                "lines": share.lines,
                "words": share.words,
                "seconds": round(share.seconds, 1),
                "part": round(share.seconds / total, 4),
            }
            for share in shares
        ],
    }


def _in_other(edition: Edition, number: int, sound: str) -> dict[str, Any]:
    """The file of a chapter in the second mix, and how long that is, if there is one."""
    if edition.other is None:
        return {}
    seconds = round(edition.other.audio.chapters[number].audio.seconds, 3)
    return {"other": {"sound": address(f"{edition.other.name}/{sound}"), "seconds": seconds}}


def _page_words(pages: Pages) -> dict[str, str]:
    """The words on the page, as HTML, by their places."""
    words = {name: html.escape(text) for name, text in pages.player.page.items()}
    return {
        "language": html.escape(pages.language),
        "of_length": words["of_length"].format(length=_SLOT.format(id="length")),
        "time_left": words["time_left"].format(time=_SLOT.format(id="left")),
        **{f"words.{name}": text for name, text in words.items()},
    }


def _program_words(pages: Pages) -> dict[str, Any]:
    player = pages.player
    return {"language": pages.language, "say": player.program, "count": player.counts}


def _cover(edition: Edition) -> str:
    if not edition.cover_name:
        return ""
    return f'<img class="cover" src="{address(edition.cover_name)}" alt="">'


def _file_list(edition: Edition) -> str:
    """The chapters as plain links, for a browser that runs no programs."""
    rows = (
        f'<li><a href="{html.escape(address(sound))}">{html.escape(title)}</a></li>'
        for sound, title in zip(edition.sounds, edition.titles, strict=True)
    )
    return "\n".join(rows)
