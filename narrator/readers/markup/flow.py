"""The tree of a page to its blocks, in the order in which they are read."""

import re
from dataclasses import dataclass

from lxml import etree

from narrator.model import BlockKind
from narrator.text.characters import ends_sentence

from ..scene_breaks import is_scene_break
from .marks import is_note_mark, marks_page, note_link
from .pages import NO_RANK, NoteMark, Page, PageBlock
from .pictures import is_description, is_initial, stands_for_text, without_gap
from .raised import SHIFTING, Shift, formula_of, shift_of
from .roles import ALWAYS_SKIPPED, CUE, FORMULA, NOTE_MARK, PAGE_NUMBER, role_of, semantics
from .sayings import saying_of
from .spacing import EDGE, EMPHASIS, LINE_END, PLAIN, heading_lines, parted, segments
from .tidying import tidy
from .trees import all_text, attribute, local_name

RULE = "* * *"
"""The text of a scene break that is only drawn: a line, an ornament, a gap."""

_BLOCK_TAGS = """
    html body p div section article main header footer aside nav address blockquote center pre
    h1 h2 h3 h4 h5 h6 hgroup hr ul ol li dl dt dd dir menu table caption thead tbody tfoot tr td th
    figure figcaption details summary fieldset legend form
"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_DROPPED = frozenset(["script", "style", "head", "template", "title"])
_HEADINGS = {f"h{rank}": rank for rank in range(1, 7)} | {"hgroup": NO_RANK}
_EMPHASIS = frozenset({"em", "i"})
_ITALIC_CLASS = re.compile(r"\b(?:italics?|ital|emph(?:asis)?)\b")
_NAMES = re.compile(r"name|foreign|taxonomy|binomial|title|ship|vessel|stage")
_LONGEST_HEADING = 200
_MARKS = ("a", "sup")
_ORNAMENT = re.compile(r"[\W_oOxX0]+")
"""What a scene break can be at most; a look at the first letters tells most text from one."""
_FEWEST_LINES, _LONGEST_LINE = 3, 60
_OPENS_SPEECH = '"“‘«„—–-'
_QUOTES = (("“", "”"), ("‘", "’"))
"""For speech, and for speech within speech."""


@dataclass(slots=True)
class _Frame:
    """What holds inside an open element."""

    is_block: bool = False
    reason: str = ""
    """Why its text is not read."""
    inline: bool = False
    """Whether it is left out from the middle of a paragraph."""
    kind: BlockKind = BlockKind.PARAGRAPH
    rank: int = 0
    keep: bool = False
    dropped: bool = False
    link: bool = False
    emphasis: bool = False
    mute: bool = False
    """Whether the speaker of a play does not say it: a stage direction."""
    closes: str = ""
    """The id whose blocks end with it."""
    started: int = 0
    """How many blocks there were when it opened."""
    texts: int = 0
    """How many texts there were when it opened, those that went on with a verse included."""
    quote: int = 0
    remark: bool = False
    pictured: bool = False
    """Whether a picture with a description is in it."""
    closing: str = ""
    """The quotation mark that a browser sets at its end."""
    shift: Shift | None = None
    """What its text becomes: figures above the line."""

    def inner(self, *, is_block: bool, started: int, texts: int) -> "_Frame":
        """What holds inside an element in this one, before that is looked at."""
        return _Frame(
            is_block, self.reason, self.inline, self.kind, self.rank, self.keep, self.dropped,
            self.link, False, self.mute, "", started, texts, self.quote, self.remark,
        )  # fmt: skip


class Flow:
    """Collects the blocks of one page."""

    def __init__(
        self, name: str = "", *, read_all: bool = False, read_pictures: bool = False
    ) -> None:
        self.page = Page(name)
        self._read_all, self._read_pictures = read_all, read_pictures
        self._frames = [_Frame()]
        self._collected: list[str] = []
        self._aside: list[tuple[str, str]] = []
        self._pictures: list[str] = []
        self._linked = self._links = 0
        self._emptied = False
        self._speaker = self._language = ""
        self._texts = self._quotes = 0

    def run(self, root: etree._Element) -> Page:
        """The page whose tree is `root`."""
        self._language = attribute(root, "lang").lower().partition("-")[0]
        for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
            if event == "start":
                self._start(element)
            elif event == "end":
                self._end(element)
            if event != "start" and element is not root:
                self._text(without_gap(element) if is_initial(element) else element.tail)
        self._flush()
        tidy(self.page)
        return self.page

    def _start(self, element: etree._Element) -> None:
        name = local_name(element)
        outer = self._frames[-1]
        frame = outer.inner(
            is_block=name in _BLOCKS, started=len(self.page.blocks), texts=self._texts
        )
        if outer.dropped or name in _DROPPED:
            if name == "head":
                self._take_title(element)
            frame.is_block, frame.dropped = False, True
            self._frames.append(frame)
            return
        if self._speaker and not frame.is_block and "stage-direction" in semantics(element):
            frame.is_block = frame.mute = True
        if frame.is_block:
            self._flush()
            frame.started, frame.texts = len(self.page.blocks), self._texts
        self._anchor(element, frame)
        self._shape(element, name, frame)
        if element.attrib and not (frame.is_block or frame.reason):
            saying = saying_of(element, name)
            if saying:
                self.page.sayings.append(saying)
        self._inline(element, name, frame)
        self._frames.append(frame)
        self._void(element, name)
        self._text(element.text)

    def _shape(self, element: etree._Element, name: str, frame: _Frame) -> None:
        """Set what `element` changes for the text in it."""
        role = role_of(element)
        reason = role.reason
        if self._read_all and reason not in ALWAYS_SKIPPED:
            reason = ""
        if not reason and name in _MARKS and is_note_mark(element, name, self._before()):
            reason = NOTE_MARK
        if not reason and element.attrib and marks_page(element):
            reason = PAGE_NUMBER
        if reason == NOTE_MARK and not frame.reason:
            mark = NoteMark(len(self.page.blocks), note_link(element), all_text(element))
            self.page.note_marks.append(mark)
        if not frame.reason and reason:
            frame.reason, frame.inline = reason, not frame.is_block
        elif frame.is_block:
            frame.inline = False
        if frame.is_block:
            frame.kind = role.kind or frame.kind
            frame.rank = _HEADINGS.get(name) or role.rank or frame.rank
            frame.keep = frame.keep or name == "pre"
            frame.remark = frame.remark or role.is_remark
            if name == "blockquote":
                self._quotes += 1
                frame.quote = self._quotes
            self._take_speaker(element, name, frame)
            if role.is_break and not all_text(element):
                self._break()
        if name == "a":
            href = attribute(element, "href")
            if href and "://" not in href and not href.startswith("mailto:"):
                frame.link = True
                self._links += 1
        if not frame.reason and _is_emphasis(element, name, self._language):
            frame.emphasis = True
            self._collected.append(EMPHASIS)

    def _inline(self, element: etree._Element, name: str, frame: _Frame) -> None:
        """What begins with an element within a paragraph, if it is read."""
        if frame.is_block or frame.reason:
            return
        if frame.rank:
            self._collected.append(EDGE)
        frame.shift = shift_of(element, name) if name in SHIFTING else None
        if name == "q" and all_text(element)[:1] not in _OPENS_SPEECH + "'‘":
            written = "".join(self._collected)
            is_inner = written.count(_QUOTES[0][0]) > written.count(_QUOTES[0][1])
            opening, frame.closing = _QUOTES[is_inner]
            self._collected.append(opening)
        elif name == "math" and (said := formula_of(element)):
            self._collected.append(said)
            frame.reason, frame.inline = FORMULA, True

    def _void(self, element: etree._Element, name: str) -> None:
        if name == "br":
            self._text(LINE_END)
        elif name == "hr":
            self._break()
        elif name in ("img", "image"):
            shown = element.get("alt", "").strip()
            if stands_for_text(element, shown):
                self._text(shown)
            elif shown:
                self._pictures.append(shown)
                if self._read_pictures and is_description(shown) and not self._frames[-1].rank:
                    self._aside.append((self._frames[-1].reason, shown))
                for frame in self._frames:
                    frame.pictured = True

    def _end(self, element: etree._Element) -> None:
        frame = self._frames[-1]
        if frame.emphasis:
            self._collected.append(PLAIN)
        if frame.closing:
            self._collected.append(frame.closing)
        if frame.rank and not frame.is_block:
            self._collected.append(EDGE)
        if frame.is_block:
            self._flush()
            if local_name(element) == "p" and frame.texts == self._texts and not frame.pictured:
                self._emptied = True
            if local_name(element) == "tr":
                self._speaker = ""
        self._frames.pop()
        if frame.closes and frame.is_block:
            first, _ = self.page.anchors[frame.closes]
            self.page.anchors[frame.closes] = (first, len(self.page.blocks))

    def _text(self, text: str | None) -> None:
        frame = self._frames[-1]
        if not text or frame.dropped:
            return
        if frame.reason and frame.inline:
            self._aside.append((frame.reason, text))
            return
        self._collected.append(text.translate(frame.shift) if frame.shift else text)
        if frame.link:
            self._linked += len(text.strip())

    def _before(self) -> str:
        """The end of the paragraph so far."""
        tail = ""
        for piece in reversed(self._collected):
            tail = piece.strip(EMPHASIS + PLAIN + EDGE) + tail
            if len(tail) > 20:
                break
        return tail.rstrip(" \n")

    def _flush(self) -> None:
        """Make blocks of what was collected."""
        if (
            self._frames[-1].rank
            and self._pictures
            and not "".join(self._collected).strip(EDGE + " \n")
        ):
            self._collected = [" ".join(self._pictures)]  # a heading that is a picture
        self._pictures = []
        if self._collected:
            frame = self._frames[-1]
            if frame.reason and frame.inline:
                frame = next(f for f in reversed(self._frames) if not (f.reason and f.inline))
            collected = "".join(self._collected)
            if frame.rank:
                collected = parted(collected)
            prose = not frame.rank and not frame.reason and frame.kind is not BlockKind.VERSE
            for text in segments(collected, keep=frame.keep, emphasis=prose):
                self._add(text, frame)
            self._collected = []
        if self._aside:
            for reason, text in _joined(self._aside):
                kind = BlockKind.SKIPPED if reason else BlockKind.PARAGRAPH
                self.page.blocks.append(PageBlock(kind, text, reason))
            self._aside = []
        self._linked = self._links = 0

    def _add(self, text: str, frame: _Frame) -> None:
        if frame.reason:
            self._append(PageBlock(BlockKind.SKIPPED, text, frame.reason))
        elif _ORNAMENT.fullmatch(text) and is_scene_break(text):
            self._append(PageBlock(BlockKind.SCENE_BREAK, text))
        elif frame.rank and len(text) <= _LONGEST_HEADING:
            rank = frame.rank
            for line in heading_lines(text):
                self._append(PageBlock(BlockKind.HEADING, line, rank=rank))
                rank = NO_RANK  # one heading begins one chapter, whatever its lines
        elif frame.kind is BlockKind.VERSE and self._goes_on(text):
            self.page.blocks[-1].text += f"\n{text}"
            self._texts += 1
        else:
            kind = frame.kind
            if kind is BlockKind.PARAGRAPH and not frame.keep and _looks_like_verse(text):
                kind = BlockKind.VERSE
            block = PageBlock(kind, text, speaker="" if frame.mute else self._speaker)
            if 10 * self._linked >= 7 * len(text):
                block.links = self._links
            self._append(block)

    def _append(self, block: PageBlock) -> None:
        frame = self._frames[-1]
        block.emptied, self._emptied = self._emptied, False
        block.quote, block.remark = frame.quote, frame.remark
        self._texts += 1
        self.page.blocks.append(block)

    def _goes_on(self, text: str) -> bool:
        """Whether a line of verse belongs to the stanza before it."""
        frame = self._frames[-1]
        outer = self._frames[-2] if len(self._frames) > 1 else frame
        return (
            outer.kind is BlockKind.VERSE
            and "\n" not in text
            and outer.started < len(self.page.blocks)
            and self.page.blocks[-1].kind is BlockKind.VERSE
            and not self._emptied
        )

    def _break(self) -> None:
        if not self._frames[-1].reason:
            self._append(PageBlock(BlockKind.SCENE_BREAK, RULE, drawn=True))

    def _anchor(self, element: etree._Element, frame: _Frame) -> None:
        if not element.attrib:
            return
        name = element.get("id") or attribute(element, "id")
        if not name and local_name(element) == "a":
            name = element.get("name", "")
        if name and name not in self.page.anchors:
            first = len(self.page.blocks)
            self.page.anchors[name] = (first, first + 1)
            frame.closes = name

    def _take_title(self, head: etree._Element) -> None:
        title = next(head.iter("{*}title"), None)
        self.page.title = all_text(title) if title is not None else ""

    def _take_speaker(self, element: etree._Element, name: str, frame: _Frame) -> None:
        """In a play set as a table, the first cell of a row names who speaks the second."""
        if name in ("td", "th") and "persona" in semantics(element):
            self._speaker = all_text(element).rstrip(".:")
            frame.reason, frame.inline = CUE, False


def _is_emphasis(element: etree._Element, name: str, language: str) -> bool:
    """Whether words are stressed; those of another language than the page's are only set apart."""
    if name in _EMPHASIS:
        if not element.attrib:
            return True
        own = attribute(element, "lang")
        foreign = bool(own) and own.lower().partition("-")[0] != language
        return not foreign and not any(_NAMES.search(word) for word in semantics(element))
    return name == "span" and bool(_ITALIC_CLASS.search(element.get("class", "").lower()))


def _looks_like_verse(text: str) -> bool:
    """Short lines that mostly end in the middle of a sentence, and in which nobody answers."""
    lines = text.split("\n")
    if len(lines) < _FEWEST_LINES or any(len(line) > _LONGEST_LINE for line in lines):
        return False
    if any(line[0] in _OPENS_SPEECH for line in lines[1:]):
        return False
    unfinished = sum(not ends_sentence(line) for line in lines[:-1])
    return 2 * unfinished >= len(lines) - 1


def _joined(aside: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Neighbours with one reason together, white space folded."""
    found: list[tuple[str, str]] = []
    for reason, text in aside:
        if found and found[-1][0] == reason:
            found[-1] = (reason, f"{found[-1][1]} {text}")
        else:
            found.append((reason, text))
    folded = [(reason, " ".join(text.split())) for reason, text in found]
    return [(reason, text) for reason, text in folded if text]
