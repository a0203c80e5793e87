"""Changes of a text: done, taken back, and found again beside what a hand changed."""

from hypothesis import given
from hypothesis import strategies as st

from narrator.review.hunks import apply, hunks_between, take_back

ROWS = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c\r\n", "d"]), max_size=12).map("".join)


@given(ROWS, ROWS)
def test_what_is_done_can_be_taken_back(before: str, after: str) -> None:
    hunks = hunks_between(before, after)
    assert apply(before, hunks) == (after, 0)
    assert take_back(after, hunks) == (before, 0)


def test_rows_are_found_again_below_what_a_hand_added() -> None:
    before, after = "one\ntwo\nthree\n", "one\nTWO\nthree\n"
    hunks = hunks_between(before, after)
    assert take_back("zero\nhalf\n" + after, hunks) == ("zero\nhalf\n" + before, 0)


def test_what_a_hand_changed_is_left_alone_and_counted() -> None:
    hunks = hunks_between("one\ntwo\nthree\n", "one\nTWO\nthree\n")
    assert take_back("one\nmine\nthree\n", hunks) == ("one\nmine\nthree\n", 1)


def test_a_row_that_was_added_finds_its_place_by_its_neighbour() -> None:
    hunks = hunks_between("one\ntwo\n", "one\nnew\ntwo\n")
    assert take_back("mine\none\nnew\ntwo\n", hunks) == ("mine\none\ntwo\n", 0)
    assert apply("mine\none\ntwo\n", hunks) == ("mine\none\nnew\ntwo\n", 0)


def test_the_same_words_elsewhere_are_left_alone() -> None:
    before = "[Anna]\nrate = 1.1\n[Bo]\nrate = 1.2\n"
    hunks = hunks_between(before, before.replace("1.1", "1.2"))
    mine = "[Anna]\n[Bo]\nrate = 1.2\n"
    assert take_back(mine, hunks) == (mine, 1)
