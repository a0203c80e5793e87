"""What signs, abbreviations and numbers are called in languages other than English."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language."""

    point: str = ","
    """What stands before decimals; the other of point and comma stands between thousands."""
    decimal: str = ""
    """What the point is called, where num2words has another word."""
    signs: dict[str, str] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    labels: str = ""
    """What Roman numerals stand behind, with bars between."""
    months: str = ""
    clock: str = " "
    """What stands between hours and minutes."""
    cents: str = " "
    """What stands between euros and cents."""
    until: str = ""
    minus: str = ""
    fractions: dict[str, str] = field(default_factory=dict)
    joint: str = " "
    """What stands between a number and a fraction."""
    ordinal: str = ""
    """A pattern: a number, and what makes it a place in a row."""
    kings: str = ""
    """How `Louis XIV` is said: `cardinal`, `ordinal`, `the ordinal` or `low` (ordinal to ten)."""
    the: str = ""
    """What stands between a king and his number."""
    century: str = ""
    """A pattern for what stands behind, or before, the number of a century."""
    before_nouns: tuple[tuple[str, str], ...] = ()
    """How the last part of a number changes before a noun: `eins` is `ein`."""


_METRIC = ("km/h", "km", "cm", "mm", "kg", "mg", "ml", "m", "g", "l")


def _metric(*words: str) -> dict[str, str]:
    return dict(zip(_METRIC, words, strict=True))


def _fractions(*words: str) -> dict[str, str]:
    figures = ("1/2", "1/3", "2/3", "1/4", "3/4")
    return dict(zip(figures, words, strict=True)) | dict(zip("½⅓⅔¼¾", words, strict=True))


WORDS = {
    "de": Words(
        signs={"%": "Prozent", "&": "und", "€": "Euro", "$": "Dollar", "£": "Pfund",
               "°C": "Grad Celsius", "°": "Grad", "+": "plus", "§": "Paragraf"},
        abbreviations={"Hr.": "Herr", "Hrn.": "Herrn", "Fr.": "Frau", "Dr.": "Doktor",
                       "Prof.": "Professor", "St.": "Sankt", "Nr.": "Nummer", "S.": "Seite",
                       "z. B.": "zum Beispiel", "z.B.": "zum Beispiel", "d. h.": "das heißt",
                       "d.h.": "das heißt", "usw.": "und so weiter", "bzw.": "beziehungsweise",
                       "ca.": "circa", "Str.": "Straße", "u.a.": "unter anderem", "Bd.": "Band",
                       "u. a.": "unter anderem", "evtl.": "eventuell", "ggf.": "gegebenenfalls",
                       "vgl.": "vergleiche", "Std.": "Stunden", "Min.": "Minuten",
                       "Jh.": "Jahrhundert", "Frl.": "Fräulein", "Kap.": "Kapitel"},
        units=_metric("Kilometer pro Stunde", "Kilometer", "Zentimeter", "Millimeter", "Kilogramm",
                      "Milligramm", "Milliliter", "Meter", "Gramm", "Liter"),
        labels="Kapitel|Teil|Buch|Akt|Szene|Band",
        months="Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
        clock=" Uhr ", until="bis", minus="minus", joint=" und ",
        fractions=_fractions("ein halb", "ein Drittel", "zwei Drittel", "ein Viertel",
                             "drei Viertel"),
        ordinal=r"(\d{1,3})\.(?=\s[A-ZÄÖÜ][a-zäöüß])", kings="the ordinal", the="der",
        before_nouns=(("eins", "ein"),),
    ),
    "fr": Words(
        signs={"%": "pour cent", "&": "et", "€": "euros", "$": "dollars", "£": "livres",
               "°C": "degrés Celsius", "°": "degrés", "+": "plus"},
        abbreviations={"M.": "Monsieur", "MM.": "Messieurs", "Mme": "Madame", "Mmes": "Mesdames",
                       "Mlle": "Mademoiselle", "Mlles": "Mesdemoiselles", "Me": "Maître",
                       "Dr": "Docteur", "Pr": "Professeur", "St": "Saint", "Ste": "Sainte",
                       "etc.": "et cetera", "p. ex.": "par exemple", "c.-à-d.": "c'est-à-dire",
                       "n°": "numéro", "N°": "Numéro", "av. J.-C.": "avant Jésus-Christ",
                       "apr. J.-C.": "après Jésus-Christ", "chap.": "chapitre", "p.": "page",
                       "Ier": "premier", "Ire": "première"},
        units=_metric("kilomètres à l'heure", "kilomètres", "centimètres", "millimètres",
                      "kilogrammes", "milligrammes", "millilitres", "mètres", "grammes", "litres"),
        labels="Chapitre|Partie|Livre|Acte|Scène|Tome",
        clock=" heures ", until="à", minus="moins", joint=" et ",
        fractions=_fractions("un demi", "un tiers", "deux tiers", "un quart", "trois quarts"),
        ordinal=r"(\d{1,3})(?:(?P<feminine>re)|er|[eè]me|e)(?!\w)", kings="cardinal",
        century=r"\b(?P<numeral>[IVX]{1,6})(?:e|ème)(?=\s)",
    ),
    "es": Words(
        decimal="coma",
        signs={"%": "por ciento", "&": "y", "€": "euros", "$": "dólares", "£": "libras",
               "°C": "grados Celsius", "°": "grados", "+": "más"},
        abbreviations={"Sr.": "señor", "Sra.": "señora", "Srta.": "señorita", "Dr.": "doctor",
                       "Dra.": "doctora", "D.": "don", "Dña.": "doña", "Ud.": "usted",
                       "Uds.": "ustedes", "Vd.": "usted", "Sres.": "señores", "etc.": "etcétera",
                       "p. ej.": "por ejemplo", "n.º": "número", "pág.": "página",
                       "cap.": "capítulo", "a. C.": "antes de Cristo", "d. C.": "después de Cristo",
                       "Sta.": "Santa", "Sto.": "Santo"},
        units=_metric("kilómetros por hora", "kilómetros", "centímetros", "milímetros",
                      "kilogramos", "miligramos", "mililitros", "metros", "gramos", "litros"),
        labels="Capítulo|Parte|Libro|Acto|Escena|Tomo|[Ss]iglo",
        clock=" y ", cents=" con ", until="a", minus="menos", joint=" y ",
        fractions=_fractions("medio", "un tercio", "dos tercios", "un cuarto", "tres cuartos"),
        ordinal=r"(\d{1,2})\.?(?:[º°]|er|(?P<feminine>ª))(?![\w°])", kings="low",
        before_nouns=(("veintiuno", "veintiún"), ("uno", "un")),
    ),
    "it": Words(
        signs={"%": "per cento", "&": "e", "€": "euro", "$": "dollari", "£": "sterline",
               "°C": "gradi Celsius", "°": "gradi", "+": "più"},
        abbreviations={"Sig.": "signor", "Sig.ra": "signora", "Sig.na": "signorina",
                       "sig.": "signor", "sig.ra": "signora", "Dott.": "dottor",
                       "Dott.ssa": "dottoressa", "Prof.": "professor", "ecc.": "eccetera",
                       "es.": "esempio", "pag.": "pagina", "n.": "numero", "cap.": "capitolo",
                       "a.C.": "avanti Cristo", "d.C.": "dopo Cristo", "S.": "San"},
        units=_metric("chilometri all'ora", "chilometri", "centimetri", "millimetri",
                      "chilogrammi", "milligrammi", "millilitri", "metri", "grammi", "litri"),
        labels="Capitolo|Parte|Libro|Atto|Scena|Tomo",
        clock=" e ", cents=" e ", until="a", minus="meno", joint=" e ",
        fractions=_fractions("mezzo", "un terzo", "due terzi", "un quarto", "tre quarti"),
        ordinal=r"(\d{1,3})(?:[º°]|(?P<feminine>ª))(?![\w°])", kings="ordinal",
        century=r"\b(?P<numeral>[IVX]{1,6})(?=\s(?:secolo|secoli)\b)",
    ),
    "pt": Words(
        signs={"%": "por cento", "&": "e", "€": "euros", "R$": "reais", "$": "dólares",
               "£": "libras", "°C": "graus Celsius", "°": "graus", "+": "mais"},
        abbreviations={"Sr.": "senhor", "Sra.": "senhora", "Dr.": "doutor", "Dra.": "doutora",
                       "D.": "dom", "etc.": "et cetera", "pág.": "página", "n.º": "número",
                       "Srta.": "senhorita", "Prof.": "professor", "Profa.": "professora",
                       "a.C.": "antes de Cristo", "d.C.": "depois de Cristo"},
        units=_metric("quilômetros por hora", "quilômetros", "centímetros", "milímetros",
                      "quilogramas", "miligramas", "mililitros", "metros", "gramas", "litros"),
        labels="Capítulo|Parte|Livro|Ato|Acto|Cena|Tomo|[Ss]éculo",
        clock=" e ", cents=" e ", until="a", minus="menos", joint=" e ",
        fractions=_fractions("meio", "um terço", "dois terços", "um quarto", "três quartos"),
        ordinal=r"(\d{1,2})\.?(?:[º°]|(?P<feminine>ª))(?![\w°])", kings="low",
    ),
    "nl": Words(
        signs={"%": "procent", "&": "en", "€": "euro", "$": "dollar", "£": "pond",
               "°C": "graden Celsius", "°": "graden", "+": "plus"},
        abbreviations={"dhr.": "de heer", "mevr.": "mevrouw", "mw.": "mevrouw", "Dr.": "doctor",
                       "dr.": "doctor", "prof.": "professor", "St.": "Sint", "blz.": "bladzijde",
                       "bijv.": "bijvoorbeeld", "enz.": "enzovoort", "nr.": "nummer",
                       "d.w.z.": "dat wil zeggen", "o.a.": "onder andere", "ca.": "circa"},
        units=_metric("kilometer per uur", "kilometer", "centimeter", "millimeter", "kilogram",
                      "milligram", "milliliter", "meter", "gram", "liter"),
        labels="Hoofdstuk|Deel|Boek|Akte|Scène",
        clock=" uur ", until="tot", minus="min", joint=" en ",
        fractions=_fractions("een half", "een derde", "twee derde", "een kwart", "drie kwart"),
        ordinal=r"(\d{1,3})(?:ste|de|e)(?!\w)", kings="the ordinal", the="de",
    ),
}  # fmt: skip
