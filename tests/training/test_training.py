"""Training: the gradient is the likelihood's, the same comes out twice, and it helps."""

import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.errors import BadSource
from narrator.parser.deciding.certainty import Certainty
from narrator.parser.deciding.decoding import Choice, probabilities
from narrator.parser.deciding.model import Following
from training.certainty import fit_certainty
from training.chains import Vocabulary, chain_of, pieces_of, with_features
from training.corpus import author_folds, author_of, read_corpus
from training.crf import expect, scores_of, slope_of
from training.examples import Example
from training.files import read_weights
from training.fitting import Settings
from training.speakers import bend, check, cross_validate, prepare, read_chains, train

_NAMES = ("Olga", "Piet", "Ruth", "Sven")
_SCENE = (
    ("Where is the boat?", "asked {a}.", 0),
    ("At the pier,", "said {b}.", 1),
    ("Then we must go, {b},", "said {a}.", 0),
    ("I am not ready.", "", 1),
    ("Nobody ever is.", "", 0),
    ("Give me an hour, {a}.", "", 1),
)


def quiet(news: str) -> None:
    assert news


def write_novel(folder: Path, pairs: list[tuple[str, str]]) -> None:
    """A novel in the layout of PDNC: the same little scene, played by one pair after another."""
    folder.mkdir(parents=True)
    text, rows = "", []
    for a, b in pairs:
        text += f"{a} came in from the rain. {b} did not look up.\n\n"
        for words, tag, who in _SCENE:
            said = words.format(a=a, b=b)
            start = len(text) + 1
            rows.append((start, start + len(said), (a, b)[who], "Explicit" if tag else "Implicit"))
            text += f'"{said}" {tag.format(a=a, b=b)}'.rstrip() + "\n\n"
        text += "* * *\n\n"
    (folder / "novel_text.txt").write_text(text, encoding="utf-8", newline="")
    people = "".join(f"{n},{name},['{name}'],F,major\n" for n, name in enumerate(_NAMES))
    (folder / "character_info.csv").write_text(
        "Character ID,Main Name,Aliases,Gender,Category\n" + people, encoding="utf-8"
    )
    quotes = "".join(
        f'Q{n},"[[{start}, {end}]]",{who},[],{kind}\n'
        for n, (start, end, who, kind) in enumerate(rows)
    )
    (folder / "quotation_info.csv").write_text(
        "quoteID,quoteByteSpans,speaker,addressees,quoteType\n" + quotes, encoding="utf-8"
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    pairs = [(a, b) for a in _NAMES for b in _NAMES if a != b]
    write_novel(tmp_path / "corpus" / "One", pairs[:5])
    write_novel(tmp_path / "corpus" / "Two", pairs[5:9])
    return tmp_path / "corpus"


def program(*arguments: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "training", *map(str, arguments)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
    )


def test_training_helps(corpus: Path) -> None:
    made = prepare(read_corpus(corpus), quiet)
    weights = train(made, Settings(rounds=4, fits=1), quiet)
    blank = check({}, made)
    taught = check(weights, made)
    for novel in ("One", "Two"):
        assert taught[novel].turns == blank[novel].turns >= 20
        assert taught[novel].right > blank[novel].right
        assert taught[novel].right >= 0.9 * taught[novel].turns


def test_folds_leave_out_what_they_score(corpus: Path) -> None:
    made = prepare(read_corpus(corpus), quiet)
    news: list[str] = []
    found = cross_validate(made, 2, Settings(rounds=2, fits=1), news.append)
    assert sorted(found) == ["One", "Two"]
    assert [one for one in news if one.startswith("fold")] == [
        "fold 1 of 2: without One",
        "fold 2 of 2: without Two",
    ]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A story of our own, with its speakers marked."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "boat.txt").write_text(STORY * 12, encoding="utf-8")
    return tmp_path / "own"


@pytest.mark.parametrize("part", ["speakers", "speech"])
def test_the_same_comes_out_twice(part: str, corpus: Path, own: Path, tmp_path: Path) -> None:
    outs = [tmp_path / "first.json", tmp_path / "second.json"]
    for out in outs:
        more = ("--stories", own) if part == "speakers" else ()
        done = program(part, "--data", corpus, "--out", out, *more)
        assert done.returncode == 0, done.stderr
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert len(json.loads(outs[0].read_text("utf-8"))) > 5


STORY = """\
Olga came in from the rain. Piet did not look up.

⟦Olga⟧ “Where is the boat?” asked Olga.

⟦Piet⟧ “At the pier,” said Piet.
"""


def test_stories_can_be_scored_as_novels_are(corpus: Path, own: Path) -> None:
    done = program("speakers", "--data", corpus, "--stories", own, "--check", own)
    assert done.returncode == 0, done.stderr
    assert re.search(r"^boat +100\.0% of 24 turns", done.stdout, re.MULTILINE), done.stdout


def test_short_texts_count_more_than_novels_do(corpus: Path) -> None:
    novels = read_corpus(corpus)
    short = prepare(novels[:1], quiet, parts=(), short=novels[1:])
    assert len(short.stories) == 1
    (novel, _), (story, _) = short.chains()
    assert story > novel == 1.0


def test_a_folder_of_something_else_is_refused_in_one_line(corpus: Path, tmp_path: Path) -> None:
    done = program("speakers", "--data", tmp_path / "nothing")
    assert done.returncode != 0
    assert "no annotated novel" in done.stderr
    assert "Traceback" not in done.stderr
    (corpus / "One" / "novel_text.txt").unlink()
    with pytest.raises(BadSource, match="novel_text"):
        read_corpus(corpus)


def test_a_missing_column_is_named(corpus: Path) -> None:
    path = corpus / "Two" / "quotation_info.csv"
    path.write_text(path.read_text("utf-8").replace("speaker", "who", 1), "utf-8")
    with pytest.raises(BadSource, match="speaker"):
        read_corpus(corpus)


def test_novels_of_an_author_stay_together() -> None:
    novels = ["Emma", "Persuasion", "HardTimes", "OliverTwist", "DaisyMiller", "Mine"]
    heaps = author_folds(novels, 3)
    assert sorted(name for heap in heaps for name in heap) == sorted(novels)
    for heap in heaps:
        for other in heaps:
            if heap is not other:
                assert not {author_of(n) for n in heap} & {author_of(n) for n in other}


_PEOPLE = st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True)


@st.composite
def examples(draw: st.DrawFn) -> list[Example]:
    found = []
    for number in range(draw(st.integers(1, 5))):
        people = tuple(draw(_PEOPLE))
        features = tuple(
            tuple(draw(st.lists(st.sampled_from("abcd"), min_size=1, max_size=3, unique=True)))
            for _ in people
        )
        right = draw(st.integers(-1, len(people) - 1))
        step = draw(st.sampled_from(["near", "far"])) if number else ""
        called = frozenset(draw(st.lists(st.integers(0, 4), max_size=2)))
        flags = tuple(index == right for index in range(len(people)))
        found.append(Example(people, features, flags, step, called, right >= 0))
    return found


@settings(max_examples=60, deadline=None)
@given(examples(), st.integers(0, 2**32))
def test_the_gradient_is_that_of_the_likelihood(turns: list[Example], seed: int) -> None:
    numbers = Vocabulary()
    chain = chain_of(turns, numbers)
    weights = np.random.default_rng(seed).normal(size=numbers.size)
    steps = len(numbers.steps)
    slope = slope_of(chain, weights, steps)
    for index in range(numbers.size):
        nudge = np.zeros_like(weights)
        nudge[index] = 1e-5
        ahead = slope_of(chain, weights + nudge, steps).log_likelihood
        behind = slope_of(chain, weights - nudge, steps).log_likelihood
        assert slope.gradient[index] == pytest.approx((ahead - behind) / 2e-5, abs=1e-5)


@settings(max_examples=60, deadline=None)
@given(examples(), st.integers(1, 5))
def test_pieces_are_what_their_turns_make(turns: list[Example], size: int) -> None:
    numbers = Vocabulary()
    chain = chain_of(turns, numbers)
    weights = np.random.default_rng(size).normal(size=numbers.size)
    steps = len(numbers.steps)
    first = 0
    for piece in pieces_of(chain, size):
        alone = chain_of(turns[first : first + len(piece)], numbers)
        one, two = slope_of(piece, weights, steps), slope_of(alone, weights, steps)
        assert one.gradient == pytest.approx(two.gradient)
        assert one.log_likelihood == pytest.approx(two.log_likelihood)
        first += len(piece)
    assert first == len(turns)


@settings(max_examples=60, deadline=None)
@given(examples())
def test_features_are_added_to_each_candidate(turns: list[Example]) -> None:
    numbers = Vocabulary()
    names = [row for turn in turns for row in turn.features]
    more = [[f"new {number}"] * (number % 3) for number in range(len(names))]
    chain = with_features(chain_of(turns, numbers), more, numbers)
    weights = np.random.default_rng(0).normal(size=numbers.size)
    worth = dict(zip(numbers.names(), weights, strict=True))
    rows = zip(names, more, strict=True)
    wanted = [sum(worth[name] for name in [*old, *new]) for old, new in rows]
    assert list(scores_of(chain, weights)) == pytest.approx(wanted)


@settings(max_examples=60, deadline=None)
@given(examples(), st.integers(0, 2**32))
def test_the_parser_decodes_the_model_that_is_fitted(turns: list[Example], seed: int) -> None:
    numbers = Vocabulary()
    chain = chain_of(turns, numbers)
    weights = np.random.default_rng(seed).normal(size=numbers.size)
    named = dict(zip(numbers.names(), np.exp(weights), strict=True))
    scores = scores_of(chain, weights)
    choices = [
        Choice(
            turn.people,
            [float(score) for score in scores[chain.offsets[at] : chain.offsets[at + 1]]],
            Following(
                *(float(named.get(f"{kind} {turn.step}", 1)) for kind in ("same", "called", "back"))
            ),
            turn.called,
        )
        for at, turn in enumerate(turns)
    ]
    factors = np.exp(weights[len(weights) - 3 * len(numbers.steps) :]).reshape(3, -1)
    chances = expect(chain, scores, factors).chances
    flat = [chance for row in probabilities(choices) for chance in row]
    assert flat == pytest.approx(list(chances), abs=1e-9)


def test_certainty_is_less_where_a_model_is_more_often_wrong_than_it_says(tmp_path: Path) -> None:
    turns = [f"⟦{('Olga', 'Piet')[n % 2]}⟧ “It is number {n}.”" for n in range(60)]
    story = "Olga met Piet.\n\n⟦Olga⟧ “Well?” asked Olga.\n\n" + "\n\n".join(turns)
    (tmp_path / "talk.txt").write_text(story, encoding="utf-8")
    too_sure = {"bare|told 0": 4.0}
    found = fit_certainty(too_sure, tmp_path, quiet)
    assert found == fit_certainty(too_sure, tmp_path, quiet)
    bent = Certainty(found)
    assert bent.of(0.97, ["always", "context bare"]) < 0.97


def test_by_name_a_noun_is_not_whoever_is_named_elsewhere(tmp_path: Path) -> None:
    story = "\n\n".join(
        ["Ada met Piet."]
        + ["⟦Ada⟧ “Well?” asked Ada.", "⟦Piet⟧ “Well,” said the baker."] * 4
        + ["⟦Piet⟧ “Good,” said Piet."]
    )
    (tmp_path / "talk.txt").write_text(story, encoding="utf-8")
    loose, strict = (
        next(iter(read_chains(tmp_path, Vocabulary(), by_name=by_name).values()))
        for by_name in (False, True)
    )
    assert loose.right.sum() > strict.right.sum() > 0


def test_weights_are_bent_towards_stories_by_a_share(tmp_path: Path) -> None:
    pairs = ("asked Olga", "said Piet") * 8
    story = "\n\n".join(f"⟦{one.split()[1]}⟧ “Now,” {one}." for one in pairs)
    (tmp_path / "talk.txt").write_text(story, encoding="utf-8")
    known = {"tag=me": 2.0}
    assert bend(known, tmp_path, (), 0.0, quiet) == known
    half, whole = (bend(known, tmp_path, (), share, quiet) for share in (0.5, 1.0))
    assert whole["tag=me"] > 0
    assert abs(half["tag=me"] - (2.0 + whole["tag=me"]) / 2) < 0.02


@pytest.mark.parametrize("text", [None, "{", "[]"])
def test_a_file_without_weights_is_one_line(text: str | None, tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(BadSource):
        read_weights(path)
