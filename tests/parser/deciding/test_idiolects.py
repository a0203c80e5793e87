"""Idiolects: somebody who has been heard at length is known again by how they talk."""

from narrator.parser.deciding.idiolects import Idiolects

OLGA, PIET, RUTH = 1, 2, 3


def words(text: str) -> list[str]:
    return text.split()


_HERS = words("by all the tides and currents we sail before the harbour bell has rung")
_HIS = words("the ledger says we owe them money and nobody pays a debt on sundays")
_TURNS = [_HERS, _HIS] * 30
_SURE = [{OLGA: 1.0}, {PIET: 1.0}] * 30


def test_the_words_of_a_turn_speak_for_whoever_uses_them() -> None:
    known = Idiolects([*_TURNS, words("we sail before all the tides and currents")], [*_SURE, {}])
    hers, his = known.describe(60, [OLGA, PIET], "bare")
    assert "words than best more" in hers
    assert "bare|words than best more" in hers
    assert "words than best <=-3" in his


def test_a_turn_is_no_evidence_of_who_speaks_it() -> None:
    turn = words("quinces and marmalade")
    for speaker in (OLGA, PIET):
        known = Idiolects([*_TURNS, turn], [*_SURE, {speaker: 1.0}])
        rows = known.describe(60, [OLGA, PIET], "bare")
        assert all("words than best <=0.25" in row for row in rows), (speaker, rows)


def test_who_has_hardly_been_heard_is_not_judged() -> None:
    known = Idiolects([*_TURNS, _HERS], [*_SURE, {RUTH: 0.9, OLGA: 0.1}])
    rows = known.describe(60, [RUTH, OLGA, PIET], "bare")
    assert rows[0] == ["words unknown", "bare|words unknown"]
    assert known.describe(60, [RUTH, OLGA], "bare") == [[], []], "nobody to compare her with"


def test_an_unlikely_speaker_is_not_heard() -> None:
    guessed = [{OLGA: 0.7, PIET: 0.3}, {PIET: 0.7, OLGA: 0.3}] * 30
    known = Idiolects([*_TURNS, _HERS], [*guessed, {}])
    hers, _ = known.describe(60, [OLGA, PIET], "bare")
    assert "words than best more" in hers
