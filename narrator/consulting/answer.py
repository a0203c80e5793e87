"""What a model said, checked: a name of the list, or nothing."""

import re

from .question import NOBODY, Question

_THOUGHT = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL | re.IGNORECASE)
_WRAPPING = " \t\r\n\"'“”‘’«»*_`-.:[]"
LONGEST = 200
"""Characters; whoever writes more has not answered with a name."""


def name_in(said: str, question: Question) -> str | None:
    """The name of the list that `said` is; None if it says anything else.

    >>> name_in("**Olga**.", Question("", ("Olga",), {}))
    'Olga'
    >>> name_in("It may be Olga.", Question("", ("Olga",), {}))
    """
    answer = _plain(_THOUGHT.sub("", said))
    if not answer or len(answer) > LONGEST or answer == NOBODY:
        return None
    names = {_plain(name): name for name in question.names}
    aliases = {_plain(alias): name for alias, name in question.aliases.items()}
    return names.get(answer) or aliases.get(answer)


def _plain(text: str) -> str:
    return " ".join(text.strip(_WRAPPING).replace("’", "'").casefold().split())
