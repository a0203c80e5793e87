"""Another speaker is written in front of a line, and nothing else is touched."""

from narrator.model import Doubt, Line, LineKind
from narrator.screenplay import respoken

TEXT = (
    "# a note\r\n[chapter] One\r\n\r\n  Olga [?62 in view; whispered]:   “No,  no.”\r\n"
    "\tgoes on\r\nBad row\r\n[pause 2]\r\n"
)
LINE = Line("Piet", "“No, no.”", LineKind.DIALOGUE, delivery="whispered", doubt=Doubt(0.8, "turns"))


def test_only_what_stands_before_the_colon_is_others() -> None:
    wanted = TEXT.replace("Olga [?62 in view; whispered]", "Piet [whispered; ?80 turns]")
    assert respoken(TEXT, {4: LINE}) == wanted
    assert respoken(TEXT, {}) == TEXT


def test_a_row_that_is_no_line_is_left_alone() -> None:
    assert respoken(TEXT, {6: LINE}) == TEXT
