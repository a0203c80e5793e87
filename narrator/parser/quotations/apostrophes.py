"""Tells an apostrophe that begins or ends a word from a single quotation mark."""

import re

_DROPPED_START = re.compile(
    r"""['’‘`´]
    (?: t(?:is|was|were|will|would|ain|isn|wasn|ween|wixt|won|wouldn|were|ill?|other)
      | (?:e|u)m | cau?se | cos | coz | cuz | bout | n | nd | neath | gainst | round | nother
      | pon | mid(?:st)? | nuff | fraid | course | scuse | s?pose | specially | uns? | kay
      | cept | ceptin | deed | fore | possum | stead | ud | phones? | change | flu | gators?
      | coons? | prentices? | zactly | sup | spectable | spects? | spise | mediately | dentif\w+
      | gree[ds]? | lowe?[ds]? | pears? | members? | magine | cordin | bove | hind | mong(?:st)?
      | stonished | lectrics? | skey | fessor | nless | t
      | (?: d | ll | s | re | ve | m ) (?! ['’] )
      # h dropped, but not words that stand well without it (is, at, and, old, all, ill).
      | e | er | im | ers | isself | imself | erself | ere | ead | eart | and?s | ouse | ome
      | ave | ad | as | ow | oo(?:man)? | eard | undred | appen | alf | elp | ope | orse | ell | igh
      | eavens? | ullo | ello | usband | urry | aven | adn | asn
      | \d0 s? | \d\d (?! \d)
    ) (?! [^\W_] )""",
    re.VERBOSE | re.IGNORECASE,
)
_DROPPED_ENDING = re.compile(
    r"""(?<![^\W_])
    (?: \w+in | an? | o | th | ol | wi | lil | mo | jus | mus | mos | fo | d | t | i | y | ha | sho
      | gi | hol | bes | las | nex | roun | aroun | tha | ther | fro | an | ev | e | el | thro
      | tho | altho | n
    ) $""",
    re.VERBOSE | re.IGNORECASE,
)
_OWNER = re.compile(r"[^\W_]*[sxz]$", re.IGNORECASE)
_LONGEST = 24


def drops_start(text: str, at: int) -> bool:
    """Whether the mark at `at` can stand for a lost beginning: 'tis, 'em, 'ere, '90s.

    >>> drops_start("'Tis true", 0), drops_start("'Tisket", 0), drops_start("'90s", 0)
    (True, False, True)
    """
    return _DROPPED_START.match(text, at) is not None


def drops_ending(text: str, at: int) -> bool:
    """Whether the mark at `at` can stand for a lost ending or a plural owner: goin', dogs', o'.

    >>> drops_ending("the dogs' dinner", 8), drops_ending("a 'word' here", 7)
    (True, False)
    """
    return drops_letter(text, at) or _OWNER.search(text[max(0, at - _LONGEST) : at]) is not None


def drops_letter(text: str, at: int) -> bool:
    """Whether the mark at `at` can stand for a letter lost at the end of a word: goin', o', th'.

    >>> drops_letter("the dogs' dinner", 8), drops_letter("a pint o' milk", 8)
    (False, True)
    """
    return _DROPPED_ENDING.search(text[max(0, at - _LONGEST) : at]) is not None
