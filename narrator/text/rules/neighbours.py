"""What the words around a number tell of it."""

import re

_NO_NOUN = (
    "a|about|after|again|ago|ahead|all|along|also|always|an|and|apart|are|around|as|at|away|back"
    "|be|before|behind|below|between|but|by|came|could|did|do|down|each|even|every|for|from|had"
    "|has|he|if|in|into|is|it|just|later|lay|left|less|more|nearer|not|now|of|off|on|only|or|out"
    "|over|past|per|she|since|so|still|than|that|the|then|they|through|to|too|under|until|up|was"
    "|we|went|were|when|where|which|while|who|will|with|without|worth|would|you"
)
_NOUN = re.compile(rf"[\s-](?!(?:{_NO_NOUN})\b)[a-z]{{3,}}")
_RATE = re.compile(r"-an?-[a-z]{3,}")
"""`a $50-a-night room`"""
_DETERMINER = re.compile(
    r"\b(?:an?|the|his|her|their|this|that|my|our|your|its|another|one|crisp|single|[^\W\d_]+['’]s)"
    r"\s$",
    re.IGNORECASE,
)
_REACH = 16


def names_a_kind(text: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` says what kind a thing is: `a $20 bill`.

    >>> names_a_kind("a 10 km run", 2, 7), names_a_kind("the 10 km to go", 4, 9)
    (True, False)
    """
    if _RATE.match(text, end):
        return True
    if not _NOUN.match(text, end):
        return False
    return bool(_DETERMINER.search(text[max(0, start - _REACH) : start]))
