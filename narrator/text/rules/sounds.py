"""Sounds that are no words, and letters that are: as phonemes, for engines that take them."""

import re

from .. import ipa
from ..rewriting import Edit

_SOUNDS = (
    (r"sh{1,20}|ssh{1,20}|hs+h", "ʃː"),
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
    r"\bA(?:(?<=[a-z]\sA)|(?<=[A-Z]\sA))(?=[.,;:!?]|\s[a-z]|\Z)(?!\sfew\b|\slot\b)"
    r"|\AA(?=\s(?:and|or|to|plus|minus)\b|,\s[B-Z]\b)"
)
"""A capital A inside a sentence, where an engine would say the article."""
_DROPPED = {
    "em": "əm", "ave": "æv", "aving": "ˈævɪŋ", "avin": "ˈævɪn", "aven't": "ˈævənt",
    "appen": "ˈæpən", "appens": "ˈæpənz", "appened": "ˈæpənd", "appy": "ˈæpi", "ere": "ɪə",
    "ear": "ɪə", "eard": "ɜːd", "ow": "aʊ", "ouse": "aʊs", "ome": "oʊm", "ope": "oʊp",
    "ole": "oʊl", "ell": "ɛl", "ead": "ɛd", "eart": "ɑːɹt", "alf": "æf", "orse": "ɔːɹs",
    "imself": "ɪmˈsɛlf", "undred": "ˈʌndɹəd", "ungry": "ˈʌŋɡɹi", "eaven": "ˈɛvən", "ot": "ɒt",
    "ate": "eɪt", "abit": "ˈæbɪt",
}  # fmt: skip
"""What an h, or a first syllable, is left out of; without it they read as other words."""
_RUN_TOGETHER = {
    "s'pose": "spoʊz", "s'posed": "spoʊzd", "m'lord": "məˈlɔːɹd", "m'lady": "məˈleɪdi",
    "g'night": "ɡəˈnaɪt", "g'day": "ɡəˈdeɪ", "g'bye": "ɡəˈbaɪ", "p'raps": "pɹæps",
    "t'other": "ˈtʌðɚ", "s'long": "səˈlɒŋ",
}  # fmt: skip
_CLIPPED = re.compile(
    rf"(?<!\w)['’](?P<dropped>{'|'.join(_DROPPED)})(?![\w'’])"
    r"|(?<![\w'’])(?P<joined>[smgpt]['’](?:posed?|lord|lady|night|day|bye|raps|other|long))(?!\w)",
    re.IGNORECASE,
)
_MAY_BE_CLIPPED = re.compile(r"['’](?:(?<!\w.)|(?<=\b[smgptSMGPT].))")
_MAY_BE = re.compile(
    r"(?:\A|[\s\"“‘'(—–…*_.-])(?:[Ss]+[Hh]|[Hh]['’]?[Mm]|[Hh]r|[Mm][MmHh-]|[Pp]+[SsFf]|[Tt]+s?[Cc]"
    r"|[BbGg]+[Rr]|[Zz]{2}|[EeAaOo]+[Ww])[SsHhMmPpFfTtRrZzWwCc'’-]*+(?!\w)"
)


def sounds(text: str) -> list[Edit]:
    """What in `text` an engine would spell out or misread, as phonemes: `Shh!`, `Hmm`, `'ave`."""
    edits: list[Edit] = []
    if _MAY_BE.search(text):
        edits += [
            (found.start(), found.end(), ipa.marked(_SOUNDS[(found.lastindex or 1) - 1][1]))
            for found in _SOUND.finditer(text)
        ]
    if _MAY_BE_CLIPPED.search(text):
        edits += [
            (found.start(), found.end(), ipa.marked(_clipped(found)))
            for found in _CLIPPED.finditer(text)
        ]
    return sorted(edits)


def _clipped(found: re.Match[str]) -> str:
    if found["dropped"]:
        return _DROPPED[found["dropped"].lower()]
    return _RUN_TOGETHER[found["joined"].lower().replace("’", "'")]


_MISREAD = re.compile(
    r"(?<!was\s)(?<!were\s)(?<!is\s)(?<!are\s)(?<!be\s)(?<!been\s)(?<!being\s)(?P<habit>\bused)"
    r"(?=\sto\s)"
    r"|\b(?:to|I|we|they|you|not|will|would|must|could|should|may|might|did|do|can|[a-z]+n't)\s"
    r"(?:(?P<objecting>object)|(?P<insulting>insult))\b"
    r"|\b(?:an?|more|most|so|too|very|such|the|his|her|with)\s(?P<elaborate>elaborate)\b"
    r"|\b(?:an|the|poor|old|young|confirmed|chronic|helpless)\s(?P<invalid>invalid)"
    r"(?=[.,;:!?']|\s(?:was|is|had|lay|said|in|on|and|who|for|chair)\b|\Z)"
)
_HEARD = {
    "habit": "ˈjuːst", "objecting": "əbˈdʒɛkt", "insulting": "ɪnˈsʌlt", "elaborate": "ɪˈlæbɚɹət",
    "invalid": "ˈɪnvəlɪd",
}  # fmt: skip
_MAY_MISREAD = re.compile(r"used to|object|insult|elaborate|invalid").search


def misread(text: str) -> list[Edit]:
    """What espeak-ng reads wrongly in `text`, which is ready but for this: a lone A, `used to`."""
    edits: list[Edit] = []
    if " A" in text or text[:1] == "A":
        edits += [(*found.span(), ipa.marked("ˈeɪ")) for found in _LETTER.finditer(text)]
    if _MAY_MISREAD(text):
        for found in _MISREAD.finditer(text):
            name = found.lastgroup or ""
            edits.append((*found.span(name), ipa.marked(_HEARD[name])))
    return sorted(edits)
