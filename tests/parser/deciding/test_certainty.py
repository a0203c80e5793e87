"""Certainty: what the model thinks of itself, put right by what is known of such texts."""

from hypothesis import given
from hypothesis import strategies as st

from narrator.parser.deciding.certainty import (
    Certainty,
    facts_of,
    log_odds,
    text_of,
    told_of,
)
from narrator.parser.learnt import certainty_weights

LEARNT = Certainty(certainty_weights())
TAGGED = ["name", "bare"] * 25
BARE = ["name", *["bare"] * 49]
CONTEXTS = st.sampled_from(["name", "noun", "pronoun", "first", "beat", "he", "bare", "it"])
TOLD = st.sampled_from(sorted(name for name in certainty_weights() if told_of([name])))


def test_nothing_learnt_leaves_chances_as_they_are() -> None:
    assert abs(Certainty({}).of(0.8, ["always", "context bare"]) - 0.8) < 1e-9


def test_a_fact_moves_and_bends_the_odds() -> None:
    bent = Certainty({"few": -1.0, "slope few": -0.5})
    assert bent.of(0.5, []) == 0.5
    assert abs(log_odds(bent.of(0.9, ["few"])) - (0.5 * log_odds(0.9) - 1.0)) < 1e-9


def test_whatever_misleads_the_likelier_stays_likelier() -> None:
    turned_round = Certainty({"slope few": -0.8, "slope many": -0.8})
    assert turned_round.of(0.3, ["few", "many"]) < turned_round.of(0.7, ["few", "many"])


@given(CONTEXTS, st.sets(TOLD, max_size=5), st.lists(CONTEXTS, min_size=1, max_size=80))
def test_what_was_learnt_keeps_what_is_likelier_likelier(
    context: str, told: set[str], contexts: list[str]
) -> None:
    facts = facts_of(context, sorted(told), text_of(contexts))
    low, middle, high = (LEARNT.of(chance, facts) for chance in (0.3, 0.7, 0.99))
    assert 0 < low < middle < high < 1


def test_the_same_chance_is_worth_less_where_hardly_anything_is_tagged() -> None:
    told = ["talk with 3, mine", "spoke ago <=2"]
    for chance in (0.8, 0.9, 0.95, 0.99):
        bare = LEARNT.of(chance, facts_of("bare", told, text_of(BARE)))
        tagged = LEARNT.of(chance, facts_of("bare", told, text_of(TAGGED)))
        assert bare < min(tagged, chance)
        assert LEARNT.of(chance, facts_of("name", told, text_of(TAGGED))) > bare
