"""Words written longer than they are spelled: `Nooooo`, `sleeeep`."""

import re
from string import ascii_lowercase

from ..numbers import roman_value
from ..rewriting import Rule, rule

_STRETCHED = re.compile(r"([^\W\d_])\1{2,}", re.IGNORECASE)
_RUN = re.compile(r"([^\W\d_])\1+", re.IGNORECASE)
_MOST_RUNS = 4
_WORD_STRETCHED = r"[^\W\d_]*?([^\W\d_])\1\1[^\W\d_]*"
_DOUBLED = (
    "good food cool fool pool tool wool school too zoo boo moo woo moon noon soon spoon room doom "
    "boom zoom gloom loom look book took cook foot root boot shoot hoot loot tooth smooth proof "
    "roof hoof whoosh swoosh goose loose choose moose blood flood door floor poor see bee free "
    "three tree flee knee fee wee glee gee geez jeez tee pee need feed seed speed bleed freed "
    "weed deed indeed greed feel heel steel wheel peel kneel sleep keep deep sheep weep creep "
    "beep sweep steep cheep peep meet feet sweet street greet tweet sheet week seek cheek peek "
    "creek geek green queen been seen teen screen between cheese freeze sneeze breeze squeeze "
    "please tease seem cheer beer deer queer all call fall ball wall hall tall small well tell "
    "hell bell yell fell sell smell spell shell swell will still kill hill ill bill till chill "
    "thrill full pull bull dull skull doll roll toll off stuff buff cuff huff puff snuff cliff "
    "sniff stiff whiff miss kiss hiss bliss less mess press dress yes boss loss toss cross pass "
    "mass class glass grass ass brass add odd egg buzz fuzz jazz hello yellow fellow follow "
    "hollow pillow willow hurry sorry carry marry merry happy puppy daddy mommy mummy granny "
    "funny bunny sunny dinner summer hammer letter better bitter butter little bottle cattle "
    "rattle really silly jelly belly bully butterfly tomorrow coffee ooh ooze oops whoops yahoo "
    "yoohoo kazoo shh ssh hmm brr grr pfft psst aww eww bamboo balloon baboon"
)
_SINGLED = (
    "no so go yo ho yes please help stop long song strong wrong what where when why how who whose "
    "oh ah uh um eh er argh ugh yeah nah ha he me we she be the them then love come some one done "
    "never ever very over hey they get let yet best rest left bed dead head bread ready heavy "
    "here there were these her more before home hope alone gone both most cold old hold told god "
    "lord not hot got lot shot on of or for from now wow down town out about our sound loud boy "
    "toy joy to do two move lose woman none son won month other mother brother another nothing "
    "money honey my mom mum dad man can bad sad mad glad wait way day stay say away play hate "
    "late great run fun gun bye fine mine time die lie hi damn damned shut up us just big huge "
    "nice night right fight light alright tight slow low know show grow blow snow whoa woah ouch "
    "leave believe dear fear hear near year tear steve pete gene eve even evil every yeet "
    "beautiful amazing gorgeous wonderful horrible terrible super perfect finally forever goodbye "
    "totally absolutely literally much touch rule cute dude rude true blue sure pure cruel fuel "
    "duel crazy lazy lady baby maybe"
)
_DOUBLED_WORDS = frozenset(_DOUBLED.split())
"""Words with a double letter that people draw out."""
_SINGLED_WORDS = frozenset(_SINGLED.split())
"""Words without, which the rule of thumb below would get wrong."""
_NEVER_DOUBLED = "aiuyhjkqvwx"
"""Letters that are never doubled in a word of English, or hardly ever."""
_BEFORE_FINAL_O = ("n", "s", "g", "l", "h")
"""`nooo` is `no`, but `booo` is `boo`."""


def _calm_word(match: re.Match[str]) -> str:
    """`Nooooo` as `No`, `sleeeep` as `sleep`: the word that is known, or the likelier spelling."""
    word = match[0]
    lower = word.lower()
    if roman_value(word.upper()) or lower in ("www", "xxx"):
        return word
    if len(word) > 2 and lower[0] in "ao" and not lower.strip(lower[0]):
        return word[0] + word[0].lower() + "h" if lower[0] == "o" else word[0] + "h"
    spellings = _spellings(word)
    for known in (_DOUBLED_WORDS, _SINGLED_WORDS):
        for each in spellings:
            if each.lower() in known:
                return each
    return _STRETCHED.sub(_calm_run, word)


def _spellings(word: str) -> list[str]:
    """`word` with each of its runs single or double, and what ends in one cut: at most eight."""
    found = [""]
    done = 0
    for run in list(_RUN.finditer(word))[:_MOST_RUNS]:
        before = word[done : run.start()]
        lengths = (2, 1) if len(run[0]) > 1 else (1,)
        found = [head + before + run[0][:length] for head in found for length in lengths]
        done = run.end()
    return [head + word[done:] for head in found]


def _calm_run(run: re.Match[str]) -> str:
    letter, word = run[1], run.string
    if letter.lower() in _NEVER_DOUBLED:
        return letter
    if letter.lower() == "o" and run.end() == len(word):
        return letter if word[: run.start()].lower().endswith(_BEFORE_FINAL_O) else run[0][:2]
    return run[0][:2]


STRETCHES: tuple[Rule, ...] = (
    rule(rf"(?<![^\W\d_]){_WORD_STRETCHED}", _calm_word, (), re.IGNORECASE),
)
"""`Nooooo` is `No`, `sleeeep` is `sleep`: engines spell or garble what is longer."""
_TRIPLES = tuple(letter * 3 for letter in ascii_lowercase)


def may_stretch(text: str) -> bool:
    """Whether some letter of `text` stands three times in a row."""
    if not text.isascii():
        return bool(_STRETCHED.search(text))
    lower = text.lower()
    for triple in _TRIPLES:  # noqa: SIM110  `any` would take twice as long, for every sentence
        if triple in lower:
            return True
    return False
