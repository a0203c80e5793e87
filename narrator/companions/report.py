"""`report.html`: what was said, by whom, how loud, what is doubtful and what was left out."""

import base64
import hashlib
import html
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from narrator.languages import pack_for
from narrator.languages.pages import Report
from narrator.model import Cue, Line, Skipped

from .edition import Edition, count_words, shares
from .emphasis import unmarked
from .sidefile import SideFile, text_file

NAME = "report.html"
_SHOWN = 200
"""Characters of a skipped text that are enough to recognise it."""
_MOST = 500
"""Rows of a list; a report of thousands helps nobody."""
_MEASURES = "<code>narrator check --audio</code>"
_STYLE = """
:root { color-scheme: light dark; --paper: #fbf9f4; --ink: #23201b; --rule: #ddd6c8; --quiet: #645d52; --link: #8a3d1c; }
@media (prefers-color-scheme: dark) { :root { --paper: #17181b; --ink: #dcd8cf; --rule: #34363b; --quiet: #a29c91; --link: #f0a57a; } }
body { background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1.2rem; }
a { color: var(--link); }
h1, h2 { font-family: Georgia, serif; line-height: 1.2; }
h2 { margin-top: 2.5rem; }
p.quiet, small { color: var(--quiet); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.9rem 0.35rem 0; border-top: 1px solid var(--rule); }
thead th { border-top: 0; font-weight: 600; }
tbody th { font-weight: 600; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; }
"""  # noqa: E501


@dataclass(frozen=True, slots=True)
class Words:
    """Whether every word was heard."""

    written: int
    heard: int
    missing: tuple[Line, ...]
    """Lines with a word that has no place in the sound."""


def heard_words(edition: Edition) -> Words:
    """Compare the words of the script with the sentences in the sound."""
    written = heard = 0
    missing = []
    for chapter in edition.audio.chapters:
        for cue in chapter.audio.cues:
            wanted, found = count_words(cue.line.text), _heard(cue)
            written, heard = written + wanted, heard + min(found, wanted)
            if found < wanted:
                missing.append(cue.line)
    return Words(written, heard, tuple(missing))


def _heard(cue: Cue) -> int:
    return sum(
        count_words(cue.line.text[each.span.start : each.span.end]) for each in cue.sentences
    )


def report_file(edition: Edition, loudness: Sequence[float]) -> SideFile:
    """The report of an edition whose chapters are so loud, in LUFS."""
    return text_file(NAME, "report", report(edition, loudness))


def report(edition: Edition, loudness: Sequence[float]) -> str:
    """The page: no programs, nothing from outside."""
    info = edition.script.info
    pages = pack_for(info.language).pages
    words = pages.report
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    body = "\n".join(
        [
            f"<h1>{_text(info.title)}</h1>",
            f'<p class="quiet">{_text(info.author)}</p>' if info.author else "",
            f'<p><a href="index.html">{_text(words.listen)}</a></p>',
            *_fidelity(edition, words),
            *_doubts(edition, words),
            *_cast(edition, words),
            *_chapters(edition, loudness, words),
            *_skipped(edition, words),
        ]
    )
    return (
        f'<!doctype html>\n<html lang="{_text(pages.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(words.title.format(title=info.title))}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _fidelity(edition: Edition, words: Report) -> Iterator[str]:
    heard = heard_words(edition)
    yield f"<h2>{_text(words.every_word)}</h2>"
    count = f"{heard.written:,}"
    if heard.heard == heard.written:
        yield f"<p>{_text(words.all_heard.format(count=count))}</p>"
    else:
        lost = f"{heard.written - heard.heard:,}"
        yield f"<p><strong>{_text(words.not_heard.format(lost=lost, count=count))}</strong></p>"
        rows = ([_text(line.speaker), _text(line.text)] for line in heard.missing)
        yield from _table(("speaker", "line"), rows, words)
    yield f"<p>{_text(words.edited if edition.edited else words.unedited)}</p>"


def _doubts(edition: Edition, words: Report) -> Iterator[str]:
    found = [
        (cue.line.doubt, cue, number)
        for number, chapter in enumerate(edition.audio.chapters)
        for cue in chapter.audio.cues
        if cue.line.doubt
    ]
    found.sort(key=lambda each: each[0].confidence)
    yield f"<h2>{_text(words.doubts)}</h2>"
    if not found:
        yield f"<p>{_text(words.no_doubts)}</p>"
        return
    yield f"<p>{_text(words.guesses.format(count=f'{len(found):,}'))}</p>"
    titles = edition.titles
    rows = (
        [
            f"{doubt.confidence:.0%}",
            _text(cue.line.speaker),
            _text(unmarked(cue.line.text)),
            _text(doubt.why),
            f'<a href="index.html#{number + 1}:{cue.start:.1f}">'
            f"{_text(titles[number])}, {_clock(cue.start)}</a>",
        ]
        for doubt, cue, number in found
    )
    yield from _table(("certain", "speaker", "line", "why", "hear"), rows, words)


def _cast(edition: Edition, words: Report) -> Iterator[str]:
    everyone = shares(edition)
    total = sum(share.seconds for share in everyone) or 1.0
    yield f"<h2>{_text(words.cast)}</h2>"
    rows = (
        [
            f"<bdi>{_text(share.name)}</bdi>",
            _text(share.role.voice if share.role else words.nobody),
            f"{share.lines:,}",
            f"{share.words:,}",
            _clock(share.seconds),
            f"{share.seconds / total:.1%}",
        ]
        for share in everyone
    )
    heads = ("who", "voice", "lines", "words", "time", "share")
    yield from _table(heads, rows, words, numbers=(2, 3, 4, 5))


def _chapters(edition: Edition, loudness: Sequence[float], words: Report) -> Iterator[str]:
    yield f"<h2>{_text(words.chapters)}</h2>"
    told = _text(words.in_all).format(time=_clock(edition.seconds), command=_MEASURES)
    yield f"<p>{told}</p>"
    rows = (
        [
            f"<bdi>{_text(title)}</bdi>",
            _clock(chapter.audio.seconds),
            f"{sum(count_words(line.text) for line in script.lines):,}",
            f"{lufs:.1f} LUFS",
        ]
        for title, chapter, script, lufs in zip(
            edition.titles, edition.audio.chapters, edition.script.chapters, loudness, strict=True
        )
    )
    heads = ("chapter", "length", "words", "loudness")
    yield from _table(heads, rows, words, numbers=(1, 2, 3))


def _skipped(edition: Edition, words: Report) -> Iterator[str]:
    found = [
        (title, row)
        for title, chapter in zip(edition.titles, edition.script.chapters, strict=True)
        for row in chapter.rows
        if isinstance(row, Skipped)
    ]
    yield f"<h2>{_text(words.left_out)}</h2>"
    if not found:
        yield f"<p>{_text(words.nothing_left_out)}</p>"
        return
    reasons = Counter(row.reason or words.no_reason for _, row in found)
    told = ", ".join(f"{_text(reason)} ({count:,})" for reason, count in reasons.most_common())
    yield f"<p>{told}.</p>"
    rows = ([_text(title), _text(row.reason), _text(_short(row.text))] for title, row in found)
    yield from _table(("chapter", "reason", "text"), rows, words)


def _table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    words: Report,
    numbers: Sequence[int] = (),
) -> Iterator[str]:
    """A table of cells that are HTML already; the first of a row is its name."""
    heads = [_text(words.columns[name]) for name in columns]
    label = _text(words.table).format(name=heads[0])
    kinds = [' class="number"' if n in numbers else "" for n in range(len(heads))]
    cells = "".join(f'<th scope="col"{k}>{head}</th>' for head, k in zip(heads, kinds, strict=True))
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="{label}"><table>'
    yield f"<thead><tr>{cells}</tr></thead><tbody>"
    left = 0
    for number, row in enumerate(rows):
        if number >= _MOST:
            left += 1
            continue
        first, *rest = row
        more = "".join(f"<td{k}>{cell}</td>" for cell, k in zip(rest, kinds[1:], strict=True))
        yield f'<tr><th scope="row">{first}</th>{more}</tr>'
    yield "</tbody></table></div>"
    if left:
        yield f"<p>{_text(words.more.format(count=f'{left:,}'))}</p>"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _text(text: str) -> str:
    return html.escape(text)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
