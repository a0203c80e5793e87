"""What languages are called, for those who read no tags."""

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


def language_name(tag: str) -> str:
    """A language as people call it, with its BCP 47 tag.

    >>> language_name("en-GB"), language_name("xx")
    ('English (en-GB)', 'language xx')
    """
    name = _NAMES.get(tag.replace("_", "-").split("-")[0].lower())
    if name:
        return f"{name} ({tag})"
    return f"language {tag}" if tag else ""
