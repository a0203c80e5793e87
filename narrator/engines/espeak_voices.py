"""The voices of the espeak engine: chosen to sound apart from one another, and measured."""

from typing import NamedTuple

from narrator.model import Age, Gender

from .espeak_setting import Setting

SCHEMA = 1
"""Part of every clip's key: raise it when a voice below changes its sound."""

# Hz is the measured median pitch. The next four columns are espeak's own numbers; volumes keep
# the loudest syllable near -4 dBFS, because espeak's limiter distorts (mixing evens out the rest).
# The narrators come first, then women, men, the old and children.
# Every voice stands further from its nearest neighbour than 95 % of pairs of sentences of one voice
# from each other (median pitch and mean mel cepstrum, whitened within voices): 1.1 to 3.3 times.
TABLE = """
id                   sex age    Hz rate pitch range vol espeak                description
narrator-man         m   adult 109  165    50    55  70 en-us+m3              calm, clear
narrator-woman       f   adult 218  165    50    55  70 en-gb-x-rp+f3         calm, English
woman-clear          f   young 233  170    45    55  55 en-us+Andrea          clear
woman-bright         f   young 209  175    50    55  80 en-us+f5              bright
woman-low            f   adult 177  165    25    60  50 en+belinda            low
woman-mellow         f   adult 176  165    45    55  65 en-us+f1              mellow
woman-scots          f   adult 244  170    45    50  70 en-gb-scotland+Annie  warm, Scots
woman-caribbean      f   adult 218  170    45    60  45 en-029+linda          Caribbean
young-woman          f   young 251  165    75    55  60 en-gb-x-rp+steph2     light, English
teen-girl            f   young 298  170    60    55  65 en-us+anika           high
woman-soft           f   adult 223  165    30    55  90 en-us+anika           soft
woman-high           f   adult 256  165    60    55  45 en-us+belinda         high
woman-deep           f   adult 146  165    30    55  60 en-us+steph2          very low
man-english          m   adult 116  170    52    55  55 en-gb-x-rp+Michael    English
man-deep             m   adult  74  160    25    50  55 en-us+Lee             deep
man-scots            m   adult 110  170    50    60  45 en-gb-scotland+travis Scots
man-new-york         m   adult 103  175    50    55  80 en-us-nyc+iven4       dry, New York
man-midlands         m   adult 116  175    50    55  45 en-gb-x-gbcwmd+pablo  bright, Midlands
man-caribbean        m   adult  77  165    25    55  35 en-029+Andy           deep, Caribbean
man-nasal            m   adult 119  170    50    55  65 en-us+Reed            nasal
man-bass             m   adult  63  160    25    55  75 en-gb-x-rp+david      very deep, English
young-man            m   young 134  180    75    55  85 en-us+max             light
young-man-lancashire m   young 144  180    75    50  80 en-gb-x-gbclan+Alex   flat, Lancashire
man-grave            m   adult  95  165    60    55 100 en-us+ian             grave
man-low              m   adult  84  165    30    55 100 en-us+victor          low
man-plain            m   adult 117  165    60    55  70 en-us+marcelo         plain
man-quiet            m   adult 108  165    45    55 100 en-gb-x-rp+Hugo       quiet, English
man-steady           m   adult 129  165    75    55  45 en-gb-x-rp+kaukovalta steady, English
man-brisk            m   adult 132  170    75    55  40 en-gb-x-rp+norbert    brisk, English
young-man-english    m   young 135  170    75    55  75 en-gb-x-rp+boris      English
person               n   adult 168  165    30    55  65 en-us+shelby          neither man nor woman
old-woman            f   old   203  145    45    50  65 en-gb-x-rp+grandma    English
old-woman-new-york   f   old   136  150    35    55  60 en-us-nyc+aunty       low, New York
old-man              m   old   100  138    36    60  55 en-us-nyc+grandpa     slow, New York
old-man-scots        m   old    81  140    25    45  50 en-gb-scotland+croak  croaky, Scots
old-woman-high       f   old   248  150    75    55  60 en-gb-x-rp+grandma    high, English
girl                 f   child 313  180    75    65  50 en-us+linda           high
boy                  m   child 189  180    72    60  85 en-us+Nguyen          in his teens
small-child          n   child 318  175    35    55  45 en+zac                very high
girl-english         f   child 324  170    75    55  50 en-gb-x-rp+Alicia     English
girl-bright          f   child 324  175    75    55  40 en-gb-x-rp+Andrea     bright, English
little-boy           m   child 380  175    60    55  50 en-us+zac             very high
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
    )


CATALOGUE = tuple(_voice(row) for row in TABLE.strip().splitlines()[1:])

BY_ID = {voice.id: voice for voice in CATALOGUE}
