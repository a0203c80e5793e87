"""The player's page and texts as files: whole, small, and closed to what a book might try."""

import base64
import hashlib
import html
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.companions.paragraphs import paragraphs
from narrator.companions.player import chapter_script
from narrator.languages import pack_for
from narrator.mixing import mix
from narrator.model import (
    ChapterAudio,
    Cue,
    Line,
    LineKind,
    Pauses,
    SceneBreak,
    ScriptChapter,
    SentenceCue,
    Span,
)
from narrator.text import split_sentences

HARM = (
    '</script><script>window.harm=1</script><img src=x onerror="harm()"> {{script}} {{data}} &lt;'
)


def rows_of(script: str) -> list[list[Any]]:
    found = json.loads(script[script.index(",") + 1 : script.rindex(")")])
    assert isinstance(found, list)
    return found


class Elements(HTMLParser):
    """What a browser sees in the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[int, str] = {}
        self.inner = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.inner = True

    def handle_data(self, data: str) -> None:
        if self.inner:
            self.texts[len(self.found) - 1] = self.texts.get(len(self.found) - 1, "") + data

    def handle_endtag(self, tag: str) -> None:
        self.inner = False

    def inside(self, tag: str) -> list[str]:
        return [self.texts.get(n, "") for n, (name, _) in enumerate(self.found) if name == tag]


@pytest.fixture
def page(make_edition: Callable[..., Any], write_out: Callable[..., Path]) -> str:
    lines = (Line("Narrator", HARM, LineKind.HEADING), Line(HARM, f"“{HARM}”", LineKind.DIALOGUE))
    edition = make_edition([(HARM, lines)], title=HARM, author=HARM)
    return (write_out(edition) / "index.html").read_text(encoding="utf-8")


def seen(page: str) -> Elements:
    elements = Elements()
    elements.feed(page)
    return elements


def test_a_book_cannot_add_an_element(page: str) -> None:
    elements = seen(page)
    assert [tag for tag, _ in elements.found].count("script") == 2
    assert "img" not in [tag for tag, _ in elements.found]
    assert not [name for _, attributes in elements.found for name in attributes if name[:2] == "on"]
    data, program = elements.inside("script")
    assert json.loads(data)["title"] == HARM
    assert "{{" not in program


def test_the_policy_allows_our_program_and_style_and_nothing_from_a_network(page: str) -> None:
    elements = seen(page)
    policy = next(
        str(a["content"]) for tag, a in elements.found if tag == "meta" and "http-equiv" in a
    )
    rules = dict(rule.strip().split(" ", 1) for rule in html.unescape(policy).split(";"))
    assert rules["default-src"] == "'none'"

    def digest(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    (style,) = elements.inside("style")
    assert rules["style-src"] == f"'sha256-{digest(style)}'"
    assert (
        rules["script-src"] == f"'sha256-{digest(elements.inside('script')[1])}' 'strict-dynamic'"
    )
    assert not re.search(r"unsafe|https?:|\*", policy)
    assert not any("style" in attributes for _, attributes in elements.found)


def test_the_page_names_nothing_outside(page: str) -> None:
    links = [str(v) for _, a in seen(page).found for k, v in a.items() if k in ("src", "href")]
    assert not [
        link for link in links if "//" in link and not link.startswith("data:image/svg+xml,")
    ]


ASSETS = files("narrator.companions.player") / "assets"


def test_every_word_of_the_page_has_its_place_and_every_place_its_word() -> None:
    template = (ASSETS / "page.html").read_text(encoding="utf-8")
    filled_otherwise = {"of_length", "time_left"}
    used = set(re.findall(r"\{\{words\.(\w+)\}\}", template)) | filled_otherwise
    assert used == pack_for("en").pages.player.page.keys()
    told = re.sub(r"<kbd>.{1,2}</kbd>|<[^>]*>|\{\{[\w.]+\}\}", "", template)
    assert not re.search("[A-Za-z]", told), "words of one language on the page of all"


def test_the_program_says_what_the_language_has_for_it() -> None:
    programs = "".join(
        each.read_text(encoding="utf-8") for each in ASSETS.iterdir() if each.name.endswith(".js")
    )
    player = pack_for("en").pages.player
    assert set(re.findall(r"\bsay\.(\w+)", programs)) == player.program.keys()
    counted = re.findall(r"counted\(\"(\w+)\"|, \"(hours|minutes|seconds)\"\]", programs)
    assert {one or other for one, other in counted} == player.counts.keys()


def timed(text: str) -> Cue:
    spans = [Span(*span) for span in split_sentences(text)]
    times = [SentenceCue(n * 1.0, n + 0.8, span) for n, span in enumerate(spans)]
    return Cue(0.0, 9.0, Line("Narrator", text), tuple(times))


lines = st.builds(
    Line,
    st.sampled_from(["Narrator", "Tom", "Anna"]),
    st.text('Aa. !?“”—\n"</&\u2028😀', max_size=40),
    st.sampled_from(LineKind),
    st.booleans(),
)


@given(st.lists(lines | st.just(SceneBreak("* * *")), max_size=10))
def test_a_chapters_script_holds_every_word_in_order(rows: list[Any]) -> None:
    chapter = ScriptChapter("One", tuple(rows))
    cues = tuple(
        Cue(c.start, c.end, line, timed(line.text).sentences)
        for line in chapter.lines
        for c in [timed(line.text)]
    )
    audio = ChapterAudio("One", 22050, 22050, cues)
    shown = paragraphs(chapter, audio)
    told = "".join(piece.text for p in shown for said in p.said for piece in said.pieces)
    wanted = "".join(row.text for row in rows)
    assert "".join(told.split()) == "".join(wanted.split())
    script = chapter_script(3, shown, {"Narrator": 0, "Tom": 1, "Anna": 2})
    assert script.startswith("narrator.chapter(3,[")
    words = "".join(each for row in rows_of(script) for each in row[1:] if isinstance(each, str))
    assert words == told
    spoken = sum(len(cue.sentences) for cue in cues)
    assert (
        sum(piece.start is not None for p in shown for s in p.said for piece in s.pieces) == spoken
    )


def test_what_stands_between_two_lines_of_a_paragraph() -> None:
    rows = (
        Line("Tom", "“Wait”", LineKind.DIALOGUE),
        Line("Narrator", "— he said —", opens_paragraph=False),
        Line("Tom", "“I come.”", LineKind.DIALOGUE, opens_paragraph=False),
    )
    chapter = ScriptChapter("One", rows)
    (paragraph,) = paragraphs(chapter, mix(chapter, {}, Pauses(), 22050).audio)
    assert paragraph.text == "“Wait”— he said — “I come.”"


def test_text_and_cues_weigh_less_than_twice_the_text(keys: Any) -> None:
    text = "\n".join(line.text for each in keys.made.script.chapters for line in each.lines)
    weight = sum(path.stat().st_size for path in (keys.folder / "player").iterdir())
    assert weight < 2 * len(text.encode())
