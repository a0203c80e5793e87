"""What languages are called, for those who read no tags, and how a book's was found."""

from narrator.languages import find_pack
from narrator.languages.tags import primary
from narrator.model import Evidence, Identification

_NAMES = dict(
    row.split(" ", 1)
    for row in """\
af Afrikaans
ar Arabic
bg Bulgarian
bn Bengali
ca Catalan
cs Czech
cy Welsh
da Danish
de German
el Greek
en English
eo Esperanto
es Spanish
et Estonian
eu Basque
fa Persian
fi Finnish
fr French
ga Irish
gd Scottish Gaelic
gl Galician
gu Gujarati
he Hebrew
hi Hindi
hr Croatian
hu Hungarian
hy Armenian
id Indonesian
is Icelandic
it Italian
ja Japanese
ka Georgian
ko Korean
la Latin
lt Lithuanian
lv Latvian
mk Macedonian
ms Malay
mt Maltese
nb Norwegian
nl Dutch
nn Norwegian
no Norwegian
pl Polish
pt Portuguese
ro Romanian
ru Russian
sk Slovak
sl Slovenian
sq Albanian
sr Serbian
sv Swedish
sw Swahili
ta Tamil
te Telugu
th Thai
tr Turkish
uk Ukrainian
ur Urdu
vi Vietnamese
yi Yiddish
zh Chinese""".splitlines()
)

_UNSURE = 0.6
"""Below this a language is a guess."""


def language_name(tag: str) -> str:
    """A language as people call it, with its BCP 47 tag.

    >>> language_name("en-GB"), language_name("xx")
    ('English (en-GB)', 'language xx')
    """
    name = _NAMES.get(primary(tag))
    if name:
        return f"{name} ({tag})"
    return f"language {tag}" if tag else ""


def tag_named(name: str) -> str | None:
    """The tag of a language that is called so.

    >>> tag_named("english"), tag_named("Elvish")
    ('en', None)
    """
    wanted = name.strip().casefold()
    return next((tag for tag, each in _NAMES.items() if each.casefold() == wanted), None)


def language_told(found: Identification) -> str:
    """A language, how it was found, and how surely.

    >>> language_told(Identification("fr", Evidence.WORDS, 0.972))
    'French (fr), by its words, 97 % sure'
    >>> language_told(Identification("en", Evidence.TOLD))
    'English (en), as you say'
    """
    is_measured = found.evidence in (Evidence.SCRIPT, Evidence.WORDS)
    sure = f", {found.certainty:.0%} sure".replace("%", " %") if is_measured else ""
    return f"{language_name(found.tag)}, {found.evidence}{sure}"


def language_warnings(found: Identification) -> list[str]:
    """What a person should know of the language that a book is taken for."""
    name = language_name(found.tag)
    pack = find_pack(found.tag)
    warnings = []
    if found.refused:
        other = language_name(found.refused)
        warnings.append(
            f"its file says {other}, but its text is {name}; --language {found.refused} holds it "
            "for the other"
        )
    elif found.evidence is Evidence.WORDS and found.certainty < _UNSURE:
        warnings.append(f"it may be in another language than {name}; say which with --language")
    if pack is None or not pack.tells_people:
        warnings.append(
            f"nothing is known yet of {name} but its marks: quotations are found, who says them "
            "is seldom known (docs/languages.md)"
        )
    return warnings
