"""Whether a quotation is speech where no word tells it: by its marks and those around it.

So it is where nothing parts the words, and in languages of which no words are known."""

import re
from functools import cache

from narrator.languages import Pack, either

from .quotation import Quotation

_SAID = frozenset("。！？!?…，、—～.,؟،।॥۔")
"""What speech ends with inside its marks, and a title or a word does not."""
_OPEN = frozenset("：:。！？!?…」』”»，,\n.؟،।॥۔–—")
"""What stands right before speech."""
_STOP = re.compile(r"[。！？]")
_REACH = 40


def is_spoken(pack: Pack, text: str, quotation: Quotation) -> bool:
    """Whether somebody says it: it is a sentence, or a verb of saying follows.

    A word that is only called something, `“船”这个字` or `「港」という店`, is neither.
    """
    inside = text[quotation.start : quotation.end].strip(" 　「」『』“”„«»‹›\"'‘’《》")
    before, behind = text[: quotation.start].rstrip(), text[quotation.end :].lstrip()
    if not inside or inside[-1] in _SAID:
        return True
    if before and before[-1] not in _OPEN:
        return _is_cited(pack, behind)
    if not behind.startswith(tuple(pack.unspaced.glued)):
        return True
    return _is_cited(pack, behind) or _has_subject(pack, behind)


def _is_cited(pack: Pack, behind: str) -> bool:
    """Whether a verb of saying follows in the same sentence."""
    sentence = _STOP.split(behind[:_REACH], 1)[0]
    return _saying(pack).search(sentence) is not None


def _has_subject(pack: Pack, behind: str) -> bool:
    """Whether somebody follows whose act stands for saying: `と少年は口をとがらせた`."""
    pattern = _subject(pack)
    return pattern is not None and pattern.match(behind) is not None


@cache
def _subject(pack: Pack) -> re.Pattern[str] | None:
    words = pack.unspaced
    if not words.subjects:
        return None
    glued = either(each for each in words.glued if len(each) > 1)
    return re.compile(
        rf"(?!{glued})(?:{either(words.citing)})[^、。]{{1,10}}?(?:{either(words.subjects)})"
    )


@cache
def _saying(pack: Pack) -> re.Pattern[str]:
    return re.compile(either(pack.speech.saying))
