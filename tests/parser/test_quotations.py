"""Quotations: the example files, the law that nothing is lost, and the figures on real books."""

import ast
import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.languages import Pack, pack_for, packs
from narrator.model import Block, BlockKind, Book, BookInfo, Chapter
from narrator.parser.page import Piece, PieceKind
from narrator.parser.quotations import cut_book, cut_text

ENGLISH = pack_for("en")

EXAMPLES = Path(__file__).parent / "quotations"
BRACKETS = {
    PieceKind.NARRATION: ("", ""),
    PieceKind.SPEECH: ("⟦", "⟧"),
    PieceKind.THOUGHT: ("⟪", "⟫"),
    PieceKind.MENTION: ("⟨", "⟩"),
    PieceKind.LETTER: ("⟨✉", "⟩"),
}


def cases(name: str) -> Iterator[tuple[str, list[str]]]:
    text = (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    for case in re.split(r"^# ", text, flags=re.MULTILINE)[1:]:
        title, _, body = case.partition("\n")
        yield title, [part.strip() for part in re.split(r"\n\s*\n", body) if part.strip()]


def params(name: str) -> list[object]:
    return [
        pytest.param(title, paragraphs, id=f"{name}: {title}") for title, paragraphs in cases(name)
    ]


def bare(paragraph: str) -> str:
    return re.sub(r"⟦\+?|[⟧⟪⟫⟨⟩✉]", "", paragraph)


def marked(title: str, paragraphs: list[str]) -> list[str]:
    """The paragraphs with brackets around what was found, by the words of the title's language."""
    found = list(paragraphs)
    language = re.search(r"\[(\w+)\]$", title)
    pack = pack_for(language[1]) if language else ENGLISH
    for piece in reversed(cut_text(pack, *paragraphs)):
        left, right = BRACKETS[piece.kind]
        text = found[piece.block]
        found[piece.block] = (
            f"{text[: piece.start]}{left}{'+' * piece.continues}"
            f"{text[piece.start : piece.end]}{right}{text[piece.end :]}"
        )
    return found


@pytest.mark.parametrize(
    ("title", "paragraphs"), [*params("speech"), *params("wild"), *params("negative")]
)
def test_example(title: str, paragraphs: list[str]) -> None:
    assert marked(title, [bare(paragraph) for paragraph in paragraphs]) == paragraphs


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize(("title", "paragraphs"), params("known-failures"))
def test_known_failure(title: str, paragraphs: list[str]) -> None:
    assert marked(title, [bare(paragraph) for paragraph in paragraphs]) == paragraphs


MARKED = st.text(
    alphabet=st.sampled_from("ab AI\n.,!?-—–…\"“”„'‘’‚`«»‹›「」『』*_<>:()0 \u00a0\u2003\x1c"),
    max_size=80,
)
PARAGRAPHS = st.lists(st.one_of(MARKED, st.text(max_size=60)), min_size=1, max_size=6)


WORDS = """— – - « » “ ” , . ! ? ; Oui dit-elle l’homme avait dit Ana dijo —dijo— disse-lhe gli
disse il vieil homme s'écria en souriant et puis сказал он sagte er"""
TOLD = st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join)
"""Words and marks of tags in several languages, in any order."""


@given(st.sampled_from(packs()), st.lists(st.one_of(MARKED, TOLD), min_size=1, max_size=6))
def test_pieces_hold_every_character_once_and_in_order(pack: Pack, paragraphs: list[str]) -> None:
    pieces = cut_text(pack, *paragraphs)
    kept = ["".join(text.split()) for text in paragraphs]
    held = [""] * len(paragraphs)
    last = (0, 0)
    for piece in pieces:
        text = paragraphs[piece.block][piece.start : piece.end]
        assert last <= (piece.block, piece.start)
        assert text and text == text.strip()
        held[piece.block] += "".join(text.split())
        last = (piece.block, piece.end)
    assert held == kept


@given(PARAGRAPHS)
def test_only_a_first_piece_continues(paragraphs: list[str]) -> None:
    seen = set()
    for piece in cut_text(ENGLISH, *paragraphs):
        if piece.continues:
            assert piece.block not in seen
            assert piece.kind is PieceKind.SPEECH
        seen.add(piece.block)


UNMARKED = st.text(
    alphabet=st.sampled_from("ab AIé\n.,!?:;()[]&0 \u00a0") | st.characters(categories=["L", "N"]),
    max_size=80,
)


@given(st.lists(UNMARKED, min_size=1, max_size=6), st.booleans())
def test_text_without_marks_is_told(paragraphs: list[str], quoted: bool) -> None:
    """Narration stays the narrator's, whatever stands around it."""
    spoken = ["“Come in,” said Ann."] * 3 if quoted else []
    kinds = {
        piece.kind
        for piece in cut_text(ENGLISH, *spoken, *paragraphs)
        if piece.block >= len(spoken)
    }
    assert kinds <= {PieceKind.NARRATION}


@given(PARAGRAPHS)
def test_the_same_text_gives_the_same_pieces(paragraphs: list[str]) -> None:
    assert cut_text(ENGLISH, *paragraphs) == cut_text(ENGLISH, *paragraphs)


def book(*chapters: list[Block]) -> Book:
    return Book(BookInfo("A book"), tuple(Chapter("", tuple(blocks)) for blocks in chapters))


def test_what_is_not_told_has_no_pieces() -> None:
    silent = (BlockKind.HEADING, BlockKind.SCENE_BREAK, BlockKind.SKIPPED)
    blocks = [Block(kind, "“Hello,” said Ann.") for kind in silent]
    assert cut_book(ENGLISH, book(blocks, [])) == ((), ())


def test_verse_is_speech_only_if_marked() -> None:
    dashes = [Block(BlockKind.PARAGRAPH, f"—Is it you, said {name}.") for name in ("Ann", "Bo")]
    verse = Block(BlockKind.VERSE, "—O rose,\n—O thorn.")
    (pieces,) = cut_book(ENGLISH, book([*dashes, verse]))
    assert [piece.kind for piece in pieces if piece.block == 2] == [PieceKind.NARRATION]


def test_each_chapter_has_its_own_style() -> None:
    double = [Block(BlockKind.PARAGRAPH, "“I know the 'way,” said Ann.")] * 20
    single = [Block(BlockKind.PARAGRAPH, "'I saw the boys' boots go,' said Ann.")] * 20
    for pieces in cut_book(ENGLISH, book(double, single)):
        assert {p.kind for p in pieces} == {PieceKind.SPEECH, PieceKind.NARRATION}
        assert len(pieces) == 40


def test_long_paragraphs_take_linear_time() -> None:
    """Runs that never close are not searched again and again."""
    for text in ("'a " * 20_000, "“a " * 20_000, "“a” ‘b " * 10_000, "—a, said b " * 10_000):
        assert cut_text(ENGLISH, text)


# Figures: overlap F on the design data, intersection over union of at least 0.5.

STRIPPED = " \n\t\"'“”‘’«»_*—–-"
Spans = list[tuple[int, int]]


def stripped(text: str, spans: Spans) -> Spans:
    found = set()
    for start, end in spans:
        while start < end and text[start] in STRIPPED:
            start += 1
        while end > start and text[end - 1] in STRIPPED:
            end -= 1
        if start < end:
            found.add((start, end))
    return sorted(found)


def matches(text: str, predicted: Spans, gold: Spans) -> tuple[int, int, int]:
    """How many match, how many were found, how many there are."""
    predicted, gold = stripped(text, predicted), stripped(text, gold)
    hits, first = 0, 0
    for start, end in gold:
        while first < len(predicted) and predicted[first][1] <= start:
            first += 1
        for other in predicted[first : first + 3]:
            both = min(end, other[1]) - max(start, other[0])
            if 2 * both >= max(end, other[1]) - min(start, other[0]):
                hits += 1
                break
    return hits, len(predicted), len(gold)


def spoken(text: str) -> Spans:
    """The speech of a text whose paragraphs blank lines part."""
    parts = [m.span() for m in re.finditer(r"\S(?:.*?\S)?(?=\s*?\n[ \t]*\n|\s*\Z)", text, re.S)]
    blocks = [Block(BlockKind.PARAGRAPH, text[a:b], a) for a, b in parts]
    return [
        (parts[p.block][0] + p.start, parts[p.block][0] + p.end)
        for p in cut_book(ENGLISH, book(blocks))[0]
        if is_spoken(p)
    ]


def is_spoken(piece: Piece) -> bool:
    return piece.kind in (PieceKind.SPEECH, PieceKind.THOUGHT)


Text = tuple[str, Spans]


def pdnc_layout(folder: Path) -> Iterator[Text]:
    csv.field_size_limit(10**9)
    for path in sorted(folder.glob("*/novel_text.txt")):
        with (path.parent / "quotation_info.csv").open(encoding="utf-8", newline="") as rows:
            spans = [ast.literal_eval(row["quoteByteSpans"]) for row in csv.DictReader(rows)]
        with path.open(encoding="utf-8", newline="") as source:
            yield source.read(), [(a, b) for row in spans for a, b in row]


def litbank(folder: Path) -> Iterator[Text]:
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        yield document["text"], [(q["start"], q["end"]) for q in document["quotes"]]


def clic(folder: Path) -> Iterator[Text]:
    for one in json.loads((folder / "paragraphs.json").read_text(encoding="utf-8")):
        outer: Spans = []
        for start, end in sorted(map(tuple, one["quotes"]), key=lambda span: (span[0], -span[1])):
            if not outer or start >= outer[-1][1]:
                outer.append((start, end))
        yield one["text"], outer


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(
    ("folder", "texts", "floor"),
    [
        ("pdnc/train", pdnc_layout, 97.5),
        ("pdnc/dev", pdnc_layout, 97.0),
        ("litbank", litbank, 96.5),
        ("clic", clic, 94.5),
        ("stories", pdnc_layout, 98.0),
        ("seed", pdnc_layout, 100.0),
    ],
)
def test_figures(
    shared: Path, folder: str, texts: Callable[[Path], Iterator[Text]], floor: float
) -> None:
    hits = found = there = 0
    for text, gold in texts(shared / "data" / folder):
        counts = matches(text, spoken(text), gold)
        hits, found, there = hits + counts[0], found + counts[1], there + counts[2]
    score = 200 * hits / (found + there)
    assert score >= floor, f"P {100 * hits / found:.1f} R {100 * hits / there:.1f} F {score:.1f}"
