"""Tags of languages, as files and people write them."""

_NONE = frozenset({"und", "mul", "zxx", "mis"})
"""Tags that name no language."""
_ISO_639_2 = """
ara:ar bul:bg cat:ca ces:cs chi:zh cmn:zh cze:cs dan:da deu:de dut:nl ell:el eng:en est:et
fas:fa fin:fi fra:fr fre:fr ger:de gle:ga gre:el heb:he hin:hi hrv:hr hun:hu ice:is ind:id
isl:is ita:it jpn:ja kor:ko lat:la lav:lv lit:lt may:ms msa:ms nld:nl nno:nn nob:nb nor:no
per:fa pol:pl por:pt ron:ro rum:ro rus:ru slk:sk slo:sk slv:sl spa:es sqi:sq srp:sr swe:sv
tha:th tur:tr ukr:uk urd:ur vie:vi wel:cy yid:yi zho:zh
"""
_OF_THREE = dict(pair.split(":") for pair in _ISO_639_2.split())
"""Languages by ISO 639-2 that have a code of two letters, as catalogues write them."""
_ALIKE = ({"no", "nb", "nn", "da"}, {"sr", "hr", "bs", "sh"}, {"id", "ms"}, {"gl", "pt"})
"""Languages that a few words hardly tell apart."""
_ISO_639_1 = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia
id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo
lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl
ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti
tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
TWO_LETTERS = frozenset(_ISO_639_1.split())
"""The codes of ISO 639-1."""


def primary(tag: str) -> str:
    """The language of a BCP 47 tag, without its country; empty where it names none.

    >>> primary("en-GB"), primary("pt_BR"), primary("ger"), primary("und")
    ('en', 'pt', 'de', '')
    """
    code = tag.strip().replace("_", "-").partition("-")[0].casefold()
    code = _OF_THREE.get(code, code)
    return "" if code in _NONE or not code.isalpha() else code


def canonical(tag: str) -> str:
    """`tag` with a code of two letters where there is one.

    >>> canonical("eng"), canonical("ger-AT"), canonical("pt_BR"), canonical("haw")
    ('en', 'de-AT', 'pt_BR', 'haw')
    """
    code = tag.strip()[:3].casefold()
    is_long = code in _OF_THREE and not tag.strip()[3:4].isalpha()
    return _OF_THREE[code] + tag.strip()[3:] if is_long else tag.strip()


def same_language(one: str, other: str) -> bool:
    """Whether two tags are of one language, or of two that are hardly told apart.

    >>> same_language("nb-NO", "da"), same_language("fr-CA", "fr"), same_language("es", "pt")
    (True, True, False)
    """
    codes = {primary(one), primary(other)}
    return len(codes) == 1 or any(codes <= alike for alike in _ALIKE)
