"""Sounds that are no words, and letters that are: as phonemes, for engines that take them."""

import re

from .. import ipa
from ..rewriting import Edit

_SOUNDS = (
    (r"sh{1,20}|ssh{1,20}", "ʃː"),
    (r"hm{1,20}|h'm", "hm"),
    (r"m{2,20}", "m̩"),
    (r"mm?-?hm{1,20}|mhm{1,20}", "əmˈhm"),
    (r"hr?m+ph", "hmf"),
    (r"ps+t", "psːt"),
    (r"p+f+t+", "pft"),
    (r"p+f{2,20}", "pf"),
    (r"t+ch|tsch", "tʃ"),
    (r"b+r{2,20}", "bəɹ"),
    (r"g+r{2,20}", "ɡəɹ"),
    (r"z{2,20}", "zː"),
    (r"e+w{2,20}", "ˈiːuː"),
    (r"a+w{2,20}", "ˈɔː"),
    (r"o+w{2,20}", "ˈaʊ"),
    (r"ow", "ˈaʊ"),
)
_SOUND = re.compile(
    "(?<![\\w.'’-])(?:" + "|".join(f"({pattern})" for pattern, _ in _SOUNDS) + ")(?![\\w'’]|-\\w)",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"(?<=\bfrom\s)A(?=\sto\s)|(?<![.\w'’])A(?=\sto\sZ\b)|(?<=\bgrade\s)A\b|(?<=\bplan\s)A\b"
    r"|(?<=\bPlan\s)A\b|(?<=\b[Vv]itamin\s)A\b|(?<=\bletter\s)A\b|(?<=\ban\s)A(?=[.,;!?\s])"
)
_MAY_BE = re.compile(
    r"(?:\A|[\s\"“‘'(—–…*_.-])(?:[Ss]+[Hh]|[Hh]['’]?[Mm]|[Hh]r|[Mm][MmHh-]|[Pp]+[SsFf]|[Tt]+s?[Cc]"
    r"|[BbGg]+[Rr]|[Zz]{2}|[EeAaOo]+[Ww])[SsHhMmPpFfTtRrZzWwCc'’-]*+(?!\w)|\sA(?=[\s.,;:!?”’])"
    r"|[A-Z]{2}"
)


def sounds(text: str) -> list[Edit]:
    """What in `text` an engine would spell out, as phonemes: `Shh!`, `Hmm`, plan A."""
    if not _MAY_BE.search(text):
        return []
    edits = [
        (found.start(), found.end(), ipa.marked(_SOUNDS[(found.lastindex or 1) - 1][1]))
        for found in _SOUND.finditer(text)
    ]
    edits += [(found.start(), found.end(), ipa.marked("ˈeɪ")) for found in _LETTER.finditer(text)]
    return sorted(edits)
