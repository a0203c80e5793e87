"""The voices of the espeak engine: chosen to sound apart from one another, and measured."""

from typing import NamedTuple

from narrator.model import Age, Gender, Kind

from .espeak_setting import Setting

SCHEMA = 2
"""Part of every clip's key: raise it when a voice below changes its sound."""

# Hz is the measured median pitch. The next four columns are espeak's own numbers; volumes keep
# the loudest syllable near -4 dBFS, because espeak's limiter distorts (mixing evens out the rest).
# The narrators come first, then women, men, the old, children, and beings that are no people.
# Every two voices are at least 1.5 times as far apart as 95 % of pairs of halves of the fixed text
# in one voice (`narrator.acoustics.space`): a test sees to it.
TABLE = """
id                   sex age    Hz rate pitch range vol espeak                description
narrator-man         m   adult 109  165    50    55  70 en-us+m3              calm, clear
narrator-woman       f   adult 218  165    50    55  70 en-gb-x-rp+f3         calm, English
woman-clear          f   young 233  170    45    55  55 en-us+Andrea          clear
woman-bright         f   young 209  175    50    55  80 en-us+f5              bright
woman-low            f   adult 177  165    25    60  50 en+belinda            low
woman-mellow         f   adult 163  165    34    55  75 en-us+f1               mellow
woman-scots          f   adult 274  170    58    50  65 en-gb-scotland+Annie  warm, Scots
woman-caribbean      f   adult 271  170    62    60  65 en-029+islander        Caribbean
young-woman          f   young 251  165    75    55  60 en-gb-x-rp+steph2     light, English
teen-girl            f   child 298  170    60    55  65 en-us+anika            in her teens
woman-soft           f   adult 219  160    50    55  70 en-us+softly           soft
woman-high           f   adult 256  165    60    55  45 en-us+belinda         high
woman-deep           f   adult 146  165    30    55  60 en-us+steph2          very low
man-english          m   adult 116  170    52    55  55 en-gb-x-rp+Michael    English
man-deep             m   adult  74  160    25    50  55 en-us+Lee             deep
man-scots            m   adult 110  170    50    60  45 en-gb-scotland+travis Scots
man-new-york         m   adult 103  175    50    55  80 en-us-nyc+iven4       dry, New York
man-midlands         m   adult 116  175    50    55  45 en-gb-x-gbcwmd+pablo  bright, Midlands
man-caribbean        m   adult  77  165    25    55  35 en-029+Andy           deep, Caribbean
man-nasal            m   adult 129  170    74    55  50 en-us+iven2            nasal
man-bass             m   adult  63  160    25    55  75 en-gb-x-rp+david      very deep, English
young-man            m   young 137  180    74    55  60 en-us+john             light
young-man-lancashire m   young 144  180    74    55  55 en-gb-x-gbclan+AnxiousAndy flat, Lancashire
man-grave            m   adult  95  165    60    55 100 en-us+ian             grave
man-low              m   adult  88  165    28    55  70 en-us+sandro           low
man-plain            m   adult 128  165    74    55  60 en-us+Andy             plain
man-quiet            m   adult 116  165    45    55 100 en-gb-x-rp+Hugo       quiet, English
man-dark             m   adult 103  165    50    55  60 en-us+edward           dark
man-heavy            m   adult  76  165    28    60  45 en-us+paul             heavy
man-steady           m   adult 129  165    75    55  45 en-gb-x-rp+kaukovalta steady, English
man-brisk            m   adult 132  170    75    55  40 en-gb-x-rp+norbert    brisk, English
young-man-english    m   young 135  170    75    55  75 en-gb-x-rp+boris      English
person               n   adult 186  165    30    55  65 en-us+shelby          neither man nor woman
old-woman            f   old   203  145    45    50  65 en-gb-x-rp+grandma    English
old-woman-new-york   f   old   136  150    35    55  60 en-us-nyc+aunty       low, New York
old-man              m   old   144  138    50    60  70 en-us-nyc+elder        thin, New York
old-woman-thin       f   old   178  150    50    50  55 en-gb-x-rp+thin-crone  thin, English
old-woman-gruff      f   old   142  145    43    50  55 en-us+gruff-crone      gruff
old-man-scots        m   old    81  140    25    45  50 en-gb-scotland+croak  croaky, Scots
old-woman-high       f   old   280  150    40    55  45 en-gb-x-rp+high-crone  high, English
girl                 f   child 313  180    75    65  50 en-us+linda           high
boy                  m   child 189  180    72    60  85 en-us+Nguyen          in his teens
small-child          n   child 318  175    35    55  45 en+zac                very high
girl-english         f   child 324  170    75    55  50 en-gb-x-rp+Alicia     English
girl-bright          f   child 324  175    75    55  40 en-gb-x-rp+Andrea     bright, English
girl-bold            f   child 348  175    50    60  55 en-us+urchin           bold
boy-airy             m   child 364  170    50    55  45 en-gb-x-rp+piper-boy   airy, English
little-boy           m   child 380  175    60    55  50 en-us+zac             very high
giant                m   adult  65  145    50    55  60 en-us+giant            a giant
giantess             f   adult 110  150    50    55  70 en-us+giantess         a giantess
robot                m   adult  87  165    32    55  90 en-us+robot            a robot
robot-woman          f   adult 231  165    62    55  85 en-us+robot-woman      a robot
ghost                m   adult 116  150    50    55  95 en-us+ghost            a ghost
ghost-woman          f   adult 250  150    50    55  90 en-us+ghost-woman      a ghost
beast                m   adult  86  160    80    55  40 en-us+beast            a growling animal
she-beast            f   adult 200  160    50    55  38 en-us+she-beast        a growling animal
critter              m   adult 364  175    50    55  55 en-us+critter          a small animal
critter-girl         f   adult 432  175    50    55  50 en-us+she-critter      a small animal
"""


class CatalogueVoice(NamedTuple):
    """A voice of ours and what makes it."""

    id: str
    language: str
    """A BCP 47 tag."""
    gender: Gender
    age: Age
    pitch_hz: float
    """Median fundamental frequency, Hertz."""
    setting: Setting
    espeak: str
    """Accent and variant, as espeak names them."""
    description: str
    kind: Kind


_KINDS = {
    "giant": Kind.GIANT,
    "giantess": Kind.GIANT,
    "robot": Kind.ROBOT,
    "robot-woman": Kind.ROBOT,
    "ghost": Kind.GHOST,
    "ghost-woman": Kind.GHOST,
    "beast": Kind.ANIMAL,
    "she-beast": Kind.ANIMAL,
    "critter": Kind.SMALL_ANIMAL,
    "critter-girl": Kind.SMALL_ANIMAL,
}
"""Of the voices that are no person's."""

_GENDERS = {gender.value[0]: gender for gender in Gender}
_LANGUAGES = {"en-us": "en-US", "en-us-nyc": "en-US", "en-029": "en-029"}
"""The accents that are not British."""


def _voice(row: str) -> CatalogueVoice:
    """A row of the table."""
    id, sex, age, hertz, rate, pitch, range_, volume, espeak, description = row.split(maxsplit=9)
    accent, _, _ = espeak.partition("+")
    return CatalogueVoice(
        id,
        _LANGUAGES.get(accent, "en-GB"),
        _GENDERS[sex],
        Age(age),
        float(hertz),
        Setting(int(rate), int(pitch), int(range_), int(volume)),
        espeak,
        description,
        _KINDS.get(id, Kind.PERSON),
    )


CATALOGUE = tuple(_voice(row) for row in TABLE.strip().splitlines()[1:])

BY_ID = {voice.id: voice for voice in CATALOGUE}
