"""The benchmark of who says what: its rules on little novels, and its figures beside another's."""

import csv
import json
import subprocess
import sys
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2]))  # the benchmarks are no part of the package

from benchmarks.attribution import corpus, prediction, report, running
from benchmarks.attribution import given as outside
from benchmarks.attribution.anatomy import errors
from benchmarks.attribution.figures import FIGURES, intervals
from benchmarks.attribution.names import Resolver
from benchmarks.attribution.reliability import removed_by_fixing
from benchmarks.attribution.scoring import Scored, score
from benchmarks.attribution.spans import bare, looked_up, matched
from benchmarks.attribution.stories import write_corpus
from benchmarks.attribution.voices import in_one_voice
from narrator.readers import read_book

TEXT = """\
"Mind the step," said Olga Brandt. "It is loose."

"Which one?" asked Mr. Hale.

"The last, Edmund."

"Nobody told me," he said.
"""
PEOPLE = [
    ("Olga Brandt", ["Olga", "Miss Brandt"], "F", "major"),
    ("Edmund Hale", ["Mr. Hale"], "M", "minor"),
    ("_group", ["_group"], "X", "minor"),
]
SAID = [
    (["Mind the step,", "It is loose."], "Olga", [], "Explicit"),
    (["Which one?"], "Edmund Hale", ["Olga Brandt"], "Explicit"),
    (["The last, Edmund."], "Olga Brandt", ["Edmund Hale"], "Implicit"),
    (["Nobody told me,"], "Edmund Hale", [], "Anaphoric"),
]
RIGHT = ["Olga", "Olga", "Mr. Hale", "Olga", "Mr. Hale"]


def write(folder: Path) -> corpus.Novel:
    folder.mkdir(parents=True)
    (folder / "novel_text.txt").write_text(TEXT, encoding="utf-8", newline="")
    with (folder / "character_info.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Character ID", "Main Name", "Aliases", "Gender", "Category"])
        rows.writerows([n, who, str(names), *more] for n, (who, names, *more) in enumerate(PEOPLE))
    with (folder / "quotation_info.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["quoteID", "quoteByteSpans", "speaker", "addressees", "quoteType"])
        for number, (parts, speaker, to, type_) in enumerate(SAID):
            spans = [[TEXT.index(part), TEXT.index(part) + len(part)] for part in parts]
            rows.writerow([f"Q{number}", str(spans), speaker, str(to), type_])
    return corpus.read_novel(folder)


@pytest.fixture
def novel(tmp_path: Path) -> corpus.Novel:
    return write(tmp_path / "Quay")


def says(novel: corpus.Novel, names: list[str | None], **more: Any) -> prediction.Prediction:
    """A prediction that has the gold spans, marks included; None leaves one out."""
    quotes = (
        prediction.Quote(segment.start - 1, segment.end + 1, name, 0.5)
        for segment, name in zip(novel.segments, names, strict=True)
        if name
    )
    return prediction.Prediction(tuple(quotes), **more)


def figures(scored: Scored, protocol: str = "b") -> dict[str, float]:
    return {figure.name: figure.of(scored.tally) for figure in FIGURES[protocol]}


def test_gold_speakers_have_their_main_name(novel: corpus.Novel) -> None:
    first_names = [segment.speaker.split()[0] for segment in novel.segments]
    assert first_names == ["Olga", "Olga", "Edmund", "Olga", "Edmund"]
    assert [segment.is_first for segment in novel.segments] == [True, False, True, True, True]


@pytest.mark.parametrize("protocol", ["a", "b"])
def test_all_right(novel: corpus.Novel, protocol: str) -> None:
    found = figures(score(novel, says(novel, list(RIGHT)), protocol), protocol)
    wanted = {"e2eR", "e2eF", "detF", "All", "Explicit", "Implicit", "Voice", "Sex", "Chars"}
    assert {found[name] for name in wanted & set(found)} == {100.0}


def test_swapped_names_are_wrong_but_sound_right(novel: corpus.Novel) -> None:
    swapped: list[str | None] = ["Olga" if name != "Olga" else "Mr. Hale" for name in RIGHT]
    found = figures(score(novel, says(novel, swapped), "b"))
    assert (found["e2eR"], found["Sex"], found["Voice"]) == (0, 0, 100)


def test_a_missed_quote_costs_recall_and_a_false_one_precision(novel: corpus.Novel) -> None:
    missed = figures(score(novel, says(novel, [None, *RIGHT[1:]]), "b"))
    assert (missed["detP"], missed["detR"], missed["e2eR"]) == (100, 80, 80)
    quotes = says(novel, list(RIGHT)).quotes
    told = prediction.Quote(TEXT.index("said Olga"), TEXT.index(" Brandt"), "Olga")
    false = prediction.Prediction((*quotes[:1], told, *quotes[1:]))
    assert figures(score(novel, false, "b"))["detP"] == pytest.approx(100 * 5 / 6)


def test_gender_is_what_is_heard_not_who_is_named(novel: corpus.Novel) -> None:
    names: list[str | None] = ["A", "A", "B", "B", "B"]
    guess = says(novel, names, genders={"A": "female", "B": "male"})
    found = figures(score(novel, guess, "b"))
    assert (found["Gender"], found["Voice"], found["Sex"]) == (80, 80, 0)


def test_a_quote_may_answer_for_many_only_when_looked_up(novel: corpus.Novel) -> None:
    one = (prediction.Quote(0, len(TEXT), "Olga"),)
    assert set(looked_up(novel.segments, one)) == {0, 1, 2, 3, 4}
    assert matched(TEXT, novel.segments, one) == {}


@pytest.mark.parametrize(
    ("name", "means"),
    [
        ("olga", "Olga Brandt"),
        ("Brandt", "Olga Brandt"),
        ("the Hale", "Edmund Hale"),
        ("Mrs. Hale", None),
        ("Mister Hale’s", "Edmund Hale"),
        ("Hale Brandt", None),
        ("", None),
        ("Mr.", None),
    ],
)
def test_names(novel: corpus.Novel, name: str, means: str | None) -> None:
    assert Resolver(novel.people).person(name) == means


def test_aliases_have_a_vote_when_the_name_means_nobody(novel: corpus.Novel) -> None:
    resolver = Resolver(novel.people)
    assert resolver.person("the stranger", ["Olga", "Miss Brandt", "Hale"]) == "Olga Brandt"
    assert resolver.person("the stranger", ["Olga", "Hale"]) is None


PAIRS = st.tuples(st.sampled_from("abcd"), st.sampled_from(["v", "w", "x", "y", "z", None]))


@given(st.lists(PAIRS, max_size=30))
def test_the_best_pairing_is_the_best(pairs: list[tuple[str, str | None]]) -> None:
    best = max(
        sum(found == dict(zip("abcd", voices, strict=True))[gold] for gold, found in pairs)
        for voices in permutations("vwxyz", 4)
    )
    assert in_one_voice(pairs) == best


def test_errors_have_kinds(novel: corpus.Novel) -> None:
    names: list[str | None] = ["the girl", "the girl", None, "Mr. Hale", "Olga"]
    found = errors([score(novel, says(novel, names), "b")])
    assert {kind: n for (kind, type_), n in found.items() if not type_} == {
        "alias": 2,
        "missed": 1,
        "addressee": 1,
        "sex": 1,
    }


def test_errors_of_texts_without_types_count_once(novel: corpus.Novel) -> None:
    plain = tuple(replace(segment, type="") for segment in novel.segments)
    novel = replace(novel, segments=plain)
    found = errors([score(novel, says(novel, [None, *RIGHT[1:]]), "b")])
    assert found == {("missed", ""): 1}


def test_the_most_doubtful_lines_are_fixed_first(novel: corpus.Novel) -> None:
    wrong, *right = says(novel, ["Mr. Hale", *RIGHT[1:]]).quotes
    doubted = prediction.Quote(wrong.start, wrong.end, wrong.speaker_name, 0.1)
    many = [prediction.Quote(q.start, q.end, q.speaker_name, 0.9) for q in right for _ in range(5)]
    assert removed_by_fixing([score(novel, prediction.Prediction((doubted, *many)), "b")]) == (
        1,
        100.0,
    )


def test_intervals_hold_the_figure_and_do_not_change(tmp_path: Path) -> None:
    novels = [write(tmp_path / f"Quay{n}") for n in range(4)]
    guesses: list[list[str | None]] = [["Olga"] * n + [None] * (5 - n) for n in range(2, 6)]
    tallies = [
        score(one, says(one, guess), "b").tally for one, guess in zip(novels, guesses, strict=True)
    ]
    first = intervals(tallies, FIGURES["b"])
    assert str(first) == str(intervals(tallies, FIGURES["b"]))
    recall = first[[figure.name for figure in FIGURES["b"]].index("e2eR")]
    assert recall is not None
    assert 40 <= recall[0] < 50 < recall[1] <= 60


def test_tables_for_a_page(novel: corpus.Novel) -> None:
    scored = [score(novel, says(novel, [None, *RIGHT[1:]]), "b")]
    for table in (
        report.figures_table(scored, "b", markdown=True),
        report.anatomy_table(scored, markdown=True),
    ):
        widths = {row.count("|") for row in table.splitlines()}
        assert len(widths) == 1
    assert "nan" not in report.reliability_table(scored, markdown=True)


ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.attribution", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_narrator_is_run_and_what_it_said_can_be_scored_again(tmp_path: Path) -> None:
    write(tmp_path / "corpus" / "Quay")
    at, kept = ("--corpus", str(tmp_path / "corpus")), str(tmp_path / "kept")
    said = run(*at, "--save", kept, "--reliability", "--anatomy")
    assert said.returncode == 0, said.stderr
    row = next(line for line in said.stdout.splitlines() if line.startswith("Quay")).split()
    assert row[1:3] == ["5", "5"]
    again = run(*at, "--predictions", kept, "--reliability", "--anatomy")
    assert again.stdout == said.stdout
    quotes = json.loads((tmp_path / "kept" / "Quay.json").read_text(encoding="utf-8"))["quotes"]
    assert TEXT[quotes[0]["start"] : quotes[0]["end"]] == '"Mind the step,"'


def test_a_page_is_filled_and_filled_again(tmp_path: Path) -> None:
    write(tmp_path / "corpus" / "Quay")
    page = tmp_path / "page.md"
    empty = "<!-- dev figures -->\n<!-- end -->"
    text = f"# Page\n\n{empty}\n\nText.\n\n<!-- dev anatomy -->\nold\n<!-- end -->\n"
    page.write_text(text, encoding="utf-8")
    options = ("--corpus", str(tmp_path / "corpus"), "--into", str(page), "dev")
    assert run(*options, "--anatomy").returncode == 0
    first = page.read_text(encoding="utf-8")
    assert "| Quay |" in first
    assert "old" not in first
    assert first.startswith("# Page\n\n<!-- dev figures -->\n| novel |")
    assert run(*options).returncode == 0
    assert page.read_text(encoding="utf-8").count("| novel |") == 1
    missing = run(*options, "--reliability")
    assert missing.returncode == 1
    assert "<!-- dev reliability -->" in missing.stderr


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    said = run("--corpus", str(tmp_path))
    assert said.returncode == 1
    assert said.stderr.count("\n") == 1


def check_pieces(novel: corpus.Novel) -> None:
    book = read_book(novel.path)
    covered = []
    for chapter, pieces in zip(book.chapters, outside.gold_pieces(book, novel), strict=True):
        for index, block in enumerate(chapter.blocks):
            mine = [piece for piece in pieces if piece.block == index]
            if mine:
                held = "".join(block.text[piece.start : piece.end] for piece in mine)
                assert "".join(held.split()) == "".join(block.text.split())
                assert block.start is not None
            covered += [
                (block.start + piece.start, block.start + piece.end)
                for piece in mine
                if piece.kind == "speech" and block.start is not None
            ]
    assert sum(
        any(start <= segment.start < end for start, end in covered) for segment in novel.segments
    ) >= 0.99 * len(novel.segments)


def test_given_quotations_become_pieces(novel: corpus.Novel) -> None:
    check_pieces(novel)


@pytest.mark.skipif(not outside.can_be_given(), reason="the parser takes nothing from outside")
def test_protocol_a_gives_quotations_and_people(tmp_path: Path) -> None:
    novel = write(tmp_path / "corpus" / "Quay")
    kept = tmp_path / "kept"
    said = run("--corpus", str(tmp_path / "corpus"), "--protocol", "a", "--save", str(kept))
    assert said.returncode == 0, said.stderr
    made = prediction.load(kept / "Quay.json")
    found = [TEXT[quote.start : quote.end].strip('"') for quote in made.quotes]
    assert found == [TEXT[segment.start : segment.end] for segment in novel.segments]
    assert {quote.speaker_name for quote in made.quotes} <= {*novel.people, "Someone"}


@pytest.mark.shared
@pytest.mark.parametrize("part", ["stories", "seed"])
def test_given_quotations_of_real_stories(shared: Path, part: str) -> None:
    folders = corpus.novel_folders(shared / "data" / part)
    assert folders
    for folder in folders:
        check_pieces(corpus.read_novel(folder))


@pytest.mark.shared
@pytest.mark.parametrize("protocol", ["a", "b"])
def test_another_scorer_gives_the_same_figures(shared: Path, tmp_path: Path, protocol: str) -> None:
    stories = shared / "data" / "stories"
    folders = corpus.novel_folders(stories)
    scores = {}
    for folder in folders:
        made = running.run(folder, "b")
        prediction.save(tmp_path / f"{folder.name}.json", made)
        scores[folder.name] = figures(score(corpus.read_novel(folder), made, protocol), protocol)
    tool = shared / "tools" / "score_quotes.py"
    command = [sys.executable, str(tool), "score", str(tmp_path), "-p", protocol]
    command += ["--root", str(stories)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    head, *rows = (line.split() for line in said.splitlines())
    columns = {"chars": "Chars", "voice": "Voice"}
    compared = 0
    for row in rows:
        theirs = dict(zip(head, row, strict=False))
        mine = scores.get(row[0], {})
        for column, figure in theirs.items():
            if columns.get(column, column) in mine:
                compared += 1
                assert mine[columns.get(column, column)] == pytest.approx(float(figure), abs=0.15)
    assert compared >= 6 * len(folders)


@pytest.mark.parametrize(
    ("marked", "quoted"),
    [
        (
            '⟦Olga⟧ "Mind the step," said Olga. ⟦Olga⟧ "It\'s loose."',
            ["Mind the step,", "It's loose."],
        ),
        ("⟦Olga⟧ ‘Mind Piet’s step,’ said Olga.", ["Mind Piet’s step,"]),
        ("⟦Olga⟧ «Mind the step», said Olga.", ["Mind the step"]),
        ("⟦Olga⟧ — Mind the step — said Olga.", ["— Mind the step"]),
    ],
)
def test_a_marked_story_becomes_a_novel_of_the_layout(
    marked: str, quoted: list[str], tmp_path: Path
) -> None:
    stories = tmp_path / "stories"
    stories.mkdir()
    (stories / "steps.txt").write_text(f"Steps\n\n{marked}", encoding="utf-8")
    write_corpus(stories, tmp_path / "corpus")
    novel = corpus.read_novel(tmp_path / "corpus" / "steps")
    spans = [bare(novel.text, one.start, one.end) for one in novel.segments]
    assert [novel.text[start:end] for start, end in spans] == quoted
    assert {one.speaker for one in novel.segments} == {"Olga"}
