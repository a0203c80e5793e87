"""The people of our catalogue speak other languages, and a book in one is cast with them."""

from array import array
from pathlib import Path

import pytest

from narrator.engines.espeak import Espeak
from narrator.errors import MissingTool
from narrator.model import NARRATOR, BookInfo, Line, LineKind, Manner, Script, ScriptChapter
from narrator.production import cast_script
from narrator.workspace import Workspace

SENTENCES = {
    "fr": "Bonsoir, je suis venu de loin.",
    "fr-BE": "Septante et nonante.",
    "de": "Guten Abend, ich komme von weit her.",
    "es": "Buenas noches, vengo de muy lejos.",
    "es-419": "Buenas noches a todos.",
    "it": "Buonasera, vengo da lontano.",
    "pt-BR": "Boa noite, eu vim de longe.",
    "nl": "Goedenavond, ik kom van ver.",
    "sv": "God kväll, jag kommer långt ifrån.",
    "no": "God kveld, jeg kommer langveis fra.",
    "pl": "Dobry wieczór, przychodzę z daleka.",
    "ru": "Добрый вечер, я пришёл издалека.",
    "el": "Καλησπέρα, έρχομαι από μακριά.",
    "tr": "İyi akşamlar, uzaktan geldim.",
    "hi": "शुभ संध्या, मैं दूर से आया हूँ।",
    "ar": "مساء الخير، جئت من بعيد.",
    "ja": "こんばんは、とおくからきました。",
    "zh": "晚上好，我从很远的地方来。",
    "ko": "안녕하세요, 멀리서 왔습니다.",
    "eo": "Bonan vesperon, mi venas de malproksime.",
}


@pytest.fixture(scope="module")
def engine() -> Espeak:
    return Espeak()


@pytest.mark.parametrize("language", SENTENCES)
def test_a_language_is_spoken_by_our_people(engine: Espeak, language: str) -> None:
    voices = engine.voices_for(language)
    assert len(voices) == len(engine.voices())
    assert {voice.language for voice in voices} == {language}
    text = SENTENCES[language]
    native = engine.speak(text, voices[0].id, Manner())
    assert native.seconds > 0.8 and max(map(abs, array("h", native.pcm))) > 1000
    english = engine.speak(text, "narrator-man", Manner())
    # Read by English rules the same letters take another time, or are spelled out.
    assert abs(native.frames - english.frames) > 200
    woman = engine.speak(text, voices[1].id, Manner())
    assert woman.pcm != native.pcm


@pytest.mark.parametrize("language", ["en", "en-GB", "en_US", "xx", "", "tlh-Latn"])
def test_english_and_unknown_languages_have_the_catalogue(engine: Espeak, language: str) -> None:
    assert engine.voices_for(language) == engine.voices()


@pytest.mark.parametrize("voice", ["xx/narrator-man", "fr/no-such", "fr/", "/girl", "fr/en-us+f3"])
def test_wrong_names_are_refused(engine: Espeak, voice: str) -> None:
    with pytest.raises(MissingTool, match="no voice"):
        engine.speak("Bonsoir.", voice, Manner())


def test_a_french_book_is_cast_with_french_voices(tmp_path: Path) -> None:
    rows = (Line(NARRATOR, "Il pleut."), Line("Luc", "« Oui. »", LineKind.DIALOGUE))
    script = Script(BookInfo("La pluie", language="fr"), (ScriptChapter("Un", rows),))
    casted = cast_script(Workspace(tmp_path), "pluie", script)
    voices = {role.character.name: role.voice for role in casted.cast.roles}
    assert voices[NARRATOR] == "fr/narrator-man" and voices["Luc"].startswith("fr/")
    assert casted.unlisted == ()
