"""`report.html`: what was said, by whom, how loud, what is doubtful and what was left out."""

import html
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from narrator.languages import pack_for
from narrator.languages.pages import Report
from narrator.model import Cue, Line, Skipped
from narrator.pages import asset, digest, shared_style

from .edition import Edition, count_words, shares
from .emphasis import unmarked
from .sidefile import SideFile, text_file

NAME = "report.html"
_SHOWN = 200
"""Characters of a skipped text that are enough to recognise it."""
_FIRST, _MOST = 6, 500
"""Rows of a list that are seen at once, and that there are: a report of thousands helps nobody."""
_LANGUAGE = "en"
"""Of the page: it is for whoever makes the book, to whom Narrator speaks English."""
_MEASURES = "<code>narrator check --audio</code>"


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
    pages = pack_for(_LANGUAGE).pages
    words = pages.report
    style = shared_style() + asset(__package__, "report.css")
    policy = f"default-src 'none'; style-src '{digest(style)}'; base-uri 'none'; form-action 'none'"
    body = "\n".join(
        [
            f"<h1><bdi>{_text(info.title)}</bdi></h1>",
            f'<p class="author"><bdi>{_text(info.author)}</bdi></p>' if info.author else "",
            f'<p class="listen"><a class="primary" href="index.html">{_text(words.listen)}</a></p>',
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
        f"<title>{_text(words.title.format(title=info.title))}</title>\n<style>{style}</style>\n</head>\n"
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
        yield from _table(("speaker", "line"), list(rows), words)
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
    rows = [
        [
            f'<a href="index.html#{number + 1}:{cue.start:.1f}">'
            f"<bdi>{_text(titles[number])}</bdi>, {_clock(cue.start)}</a>",
            f"{doubt.confidence:.0%}",
            f"<bdi>{_text(cue.line.speaker)}</bdi>",
            _text(unmarked(cue.line.text)),
            _text(doubt.why),
        ]
        for doubt, cue, number in found
    ]
    heads = ("hear", "certain", "speaker", "line", "why")
    yield from _table(heads, rows, words, numbers=(1,))


def _cast(edition: Edition, words: Report) -> Iterator[str]:
    everyone = shares(edition)
    total = sum(share.seconds for share in everyone) or 1.0
    yield from _fold(words.cast, len(everyone))
    rows = [
        [
            f"<bdi>{_text(share.name)}</bdi>",
            _text(share.role.voice if share.role else words.nobody),
            f"{share.lines:,}",
            f"{share.words:,}",
            _clock(share.seconds),
            f"{share.seconds / total:.1%}",
        ]
        for share in everyone
    ]
    heads = ("who", "voice", "lines", "words", "time", "share")
    yield from _table(heads, rows, words, numbers=(2, 3, 4, 5), first=_MOST)
    yield "</details>"


def _chapters(edition: Edition, loudness: Sequence[float], words: Report) -> Iterator[str]:
    yield from _fold(words.chapters, len(edition.titles))
    told = _text(words.in_all).format(time=_clock(edition.seconds), command=_MEASURES)
    yield f"<p>{told}</p>"
    rows = [
        [
            f"<bdi>{_text(title)}</bdi>",
            _clock(chapter.audio.seconds),
            f"{sum(count_words(line.text) for line in script.lines):,}",
            f"{lufs:.1f} LUFS",
        ]
        for title, chapter, script, lufs in zip(
            edition.titles, edition.audio.chapters, edition.script.chapters, loudness, strict=True
        )
    ]
    heads = ("chapter", "length", "words", "loudness")
    yield from _table(heads, rows, words, numbers=(1, 2, 3), first=_MOST)
    yield "</details>"


def _skipped(edition: Edition, words: Report) -> Iterator[str]:
    found = [
        (title, row)
        for title, chapter in zip(edition.titles, edition.script.chapters, strict=True)
        for row in chapter.rows
        if isinstance(row, Skipped)
    ]
    if not found:
        yield f"<h2>{_text(words.left_out)}</h2>"
        yield f"<p>{_text(words.nothing_left_out)}</p>"
        return
    yield from _fold(words.left_out, len(found))
    reasons = Counter(row.reason or words.no_reason for _, row in found)
    told = ", ".join(f"{_text(reason)} ({count:,})" for reason, count in reasons.most_common())
    yield f"<p>{told}.</p>"
    rows = [[_text(title), _text(row.reason), _text(_short(row.text))] for title, row in found]
    yield from _table(("chapter", "reason", "text"), rows, words, first=_MOST)
    yield "</details>"


def _fold(heading: str, count: int) -> Iterator[str]:
    """The beginning of a part that is closed until somebody wants it."""
    yield f'<details class="fold"><summary><h2>{_text(heading)}</h2>'
    yield f'<span class="quiet">{count:,}</span></summary>'


def _table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    words: Report,
    numbers: Sequence[int] = (),
    first: int = _FIRST,
) -> Iterator[str]:
    """A table of cells that are HTML already; the first of a row is its name.

    Rows behind the `first` are folded: what matters most stands at the top.
    """
    label = words.table.format(name=words.columns[columns[0]])
    yield from _rows(columns, rows[:first], words, numbers, label)
    if rows[first:]:
        more = words.more.format(count=f"{len(rows) - first:,}")
        yield f"<details><summary>{_text(more)}</summary>"
        yield from _rows(columns, rows[first:_MOST], words, numbers, more)
        if rows[_MOST:]:
            yield f"<p>{_text(words.more.format(count=f'{len(rows) - _MOST:,}'))}</p>"
        yield "</details>"


def _rows(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    words: Report,
    numbers: Sequence[int],
    label: str,
) -> Iterator[str]:
    heads = [_text(words.columns[name]) for name in columns]
    kinds = [' class="number"' if n in numbers else "" for n in range(len(heads))]
    cells = "".join(f'<th scope="col"{k}>{head}</th>' for head, k in zip(heads, kinds, strict=True))
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="{_text(label)}"><table>'
    yield f"<thead><tr>{cells}</tr></thead><tbody>"
    for name, *rest in rows:
        more = "".join(
            f'<td{kind} data-head="{head}">{cell}</td>'
            for cell, kind, head in zip(rest, kinds[1:], heads[1:], strict=True)
        )
        yield f'<tr><th scope="row">{name}</th>{more}</tr>'
    yield "</tbody></table></div>"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _text(text: str) -> str:
    return html.escape(text)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
