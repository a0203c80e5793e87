"""Whether `read` is what somebody did: the present is written alike and sounds otherwise."""

import re

_REACH, _NEAR = 120, 48
_BREAK = re.compile(r"[.!?;:—–\"“”]|(?<!\w),\s(?=but\b)")
_PARTICIPLE = re.compile(
    r"(?:\b(?:was|were|been|being|be|is|are|had|has|have|having|got|get)|['’](?:ve|d))"
    r"\s(?:\w+ly\s|just\s|not\s|never\s|always\s|already\s|once\s|ever\s|only\s|all\s|both\s|also\s){0,2}$"
    r"|(?:n't)\s(?:been\s|yet\s)$|\b(?:wide|widely|well|best|deeply|least|often)[\s-]$",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"(?:\b(?i:to|will|would|can|could|shall|should|may|might|must|do|does|did|cannot|let|lets|let's"
    r"|please|don't|help|helped|make|makes|made|dare|need|not|rather|better)|n't|['’]ll)"
    r"\s(?:\w+ly\s|just\s|always\s|ever\s|even\s|only\s|actually\s|also\s){0,2}"
    r"(?:(?:he|she|it|I|we|they|you|him|her|me|us|them|[A-Z]\w+|(?:the|his|her|my|our|your)\s\w+)\s"
    r"(?:\w+ly\s|just\s|ever\s|even\s)?)?$"
)
_ASKED = re.compile(r"\b(?i:have|has|had)\s(?:he|she|it|I|we|they|you)\s(?:ever\s|never\s|not\s)?$")
_WATCHED = re.compile(
    r"\b(?i:let|lets|make|makes|made|making|help|helped|helps|saw|see|seen|hear|heard|watch|watched"
    r"|have|had|having)\s(?:him|her|them|me|us|you|it|[A-Z]\w+)\s$"
)
_NOUN = re.compile(
    r"\b(?:a|an|the|good|quick|long|easy|great|this|another|worth\sa)\s$", re.IGNORECASE
)
_ONE_PERSON = re.compile(
    r"(?:(?<![Pp]eople\s)(?<!those\s)(?<!men\s)(?<!s\s)(?<!children\s)\bwho|\b(?i:he|she|it|nobody|everybody|someone|somebody|everyone|one)"
    r"|\b(?i:the|an?|his|her|my|our|their|that|this|every|each)\s(?:\w+\s)?[a-z]*[^s\s\W]"
    r"|(?<!\w\sand\s)\b[A-Z][a-z]*[a-rt-z]s?(?:['’]s\s\w+[^s\s\W])?)\s"
    r"(?:\w+ly\s|then\s|also\s|just\s|once\s|never\s|only\s|always\s){0,2}$"
)
_SOME = re.compile(
    r"(?:\b(?:I|we|they|you|both|all|and|people|men|women|children|who|then|[a-z]+s|and\s[a-z]+),?|,)\s"
    r"(?:\w+ly\s|then\s|also\s|just\s|once\s|never\s|only\s|always\s){0,2}$",
    re.IGNORECASE,
)
_FIRST_WORDS = (
    "Children People Men Women And But Or Pray Please Always Never To Now Then So Just First Yes "
    "No Well Oh If When You They We I"
)
_NO_PERSON = frozenset(_FIRST_WORDS.split())
_THEN = re.compile(
    r"\b(?:was|were|had|did|said|went|came|saw|took|got|gave|found|told|thought|knew|felt|left|kept"
    r"|began|stood|sat|heard|made|brought|opened|lay|ran|wrote|put|smiled|laughed|nodded|held|sent"
    r"|shook|fell|rose|spoke|broke|drew|grew|threw|flew|slept|wept|met|lost|paid|caught|taught|fought"
    r"|became|drove|rode|woke|wore|chose|hid|hung|sang|looked"
    r"|yesterday|ago|last\s(?:night|week|year|month|summer|winter|spring)|once|afterwards|that\s(?:evening"
    r"|morning|night|day|afternoon|summer|winter)|(?!need|seed|weed|feed|speed|indeed|hundred|sacred|naked"
    r"|wicked|rugged|exceed|proceed|succeed|breed|bleed|greed|creed)[a-z]{3,}ed)\b"
)
_NOW = re.compile(
    r"\b(?:is|are|am|do|does|(?<!the\s)(?<!a\s)will|every|always|usually|often|sometimes|each|seldom|tomorrow|today|if"
    r"|whenever|like|love|want|can|should|must)\b|['’](?:re|m|ll)\b"
)
_TWO_TO_DO = re.compile(
    r"\b(?:to|will|would|can|could|should|must|might|may|let's)\s[a-z]+(?:\s\w+){0,4}\sand\s$"
)
"""`to sit and read`"""
_TEXTS = re.compile(
    r"\b(?:sign|note|card|page|plate|label|letter|message|caption|headline|words|it|which|title|plaque"
    r"|telegram|inscription|banner|poster|notice|envelope)\s$"
)
_SAYS = re.compile(r"[:,]?\s?[\"“‘']|:|,\s[A-Z]")
_PRESENT_AFTER = re.compile(r"\s(?:well|best|minds|lips|music)\b")


def is_past(text: str, start: int, end: int) -> bool:
    """Whether the `read` from `start` to `end` of `text` rhymes with red.

    >>> is_past("Tom read it.", 4, 8), is_past("Did Tom read it?", 8, 12)
    (True, False)
    """
    before = text[max(0, start - _REACH) : start]
    breaks = list(_BREAK.finditer(before))
    before = before[breaks[-1].end() :].lstrip(" \"“‘'(") if breaks else before
    near = before[-_NEAR:]
    if _PARTICIPLE.search(near) or _ASKED.search(near):
        return not _NOUN.search(near)
    if _BASE.search(near) or _WATCHED.search(near) or _NOUN.search(near):
        return False
    if _TEXTS.search(near) and _SAYS.match(text, end):
        return True
    if _ONE_PERSON.search(near) and near.split()[-1] not in _NO_PERSON:
        return not _PRESENT_AFTER.match(text, end)
    return bool(_SOME.search(near)) and _is_told(before, text[end : end + _REACH])


def _is_told(before: str, after: str) -> bool:
    """Whether the sentence around has a verb or a time that is past, and none that is not."""
    rest = re.split(r"[.!?\"“”]", after, maxsplit=1)[0]
    if _TWO_TO_DO.search(before):
        return False
    return bool(_THEN.search(before) or _THEN.search(rest)) and not _NOW.search(before + rest)
