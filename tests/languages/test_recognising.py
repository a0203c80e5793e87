"""A text tells its language by its script and its small words; a wrong tag is seen through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.languages import identify
from narrator.model import Evidence

SENTENCES = {
    "en": "She had never seen so many boats in the harbour, and she said so to her brother.",
    "fr": "Elle n'avait jamais vu tant de bateaux dans le port, et elle le dit à son frère.",
    "de": "Sie hatte noch nie so viele Boote im Hafen gesehen, und das sagte sie ihrem Bruder.",
    "es": "Nunca había visto tantos barcos en el puerto, y así se lo dijo a su hermano.",
    "it": "Non aveva mai visto tante barche nel porto, e lo disse a suo fratello.",
    "pt": "Ela nunca tinha visto tantos barcos no porto, e foi o que disse ao seu irmão.",
    "nl": "Ze had nog nooit zo veel boten in de haven gezien, en dat zei ze tegen haar broer.",
    "sv": "Hon hade aldrig sett så många båtar i hamnen, och det sa hon till sin bror.",
    "pl": "Nigdy nie widziała tylu łodzi w porcie i powiedziała to swojemu bratu, bo tak było.",
    "ru": "Она никогда не видела столько лодок в порту и так и сказала своему брату.",
    "tr": "Limanda hiç bu kadar çok tekne görmemişti ve bunu kardeşine de söyledi.",
    "el": "Ποτέ δεν είχε δει τόσες βάρκες στο λιμάνι, και το είπε στον αδελφό της.",
    "zh": "她从来没有在港口见过这么多船，就这样对弟弟说了。",
    "ja": "彼女は港にこんなに多くの船を見たことがなかったので、弟にそう言った。",
    "hi": "उसने बंदरगाह में इतनी नावें कभी नहीं देखी थीं और उसने अपने भाई से यह कहा।",
    "ar": "لم تكن قد رأت من قبل كل هذه القوارب في الميناء، وقالت ذلك لأخيها.",
    "uk": "Вона ще ніколи не бачила у порту так багато човнів, і це вона сказала братові.",
    "hu": "Még soha nem látott ennyi hajót a kikötőben, és ezt el is mondta az öccsének.",
    "fi": "Hän ei ollut koskaan nähnyt satamassa niin paljon veneitä, ja hän sanoi sen.",
    "da": "Hun havde aldrig set så mange både i havnen, og det sagde hun til sin bror, noget nu.",
    "ko": "그녀는 항구에서 이렇게 많은 배를 본 적이 없었고, 동생에게 그렇게 말했다.",
    "th": "เธอไม่เคยเห็นเรือมากมายขนาดนี้ในท่าเรือ และเธอก็บอกน้องชายของเธออย่างนั้น",
}


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_a_sentence_tells_its_language(language: str, sentence: str) -> None:
    assert identify(sentence).tag == language


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_a_page_in_another_language_changes_nothing(language: str, sentence: str) -> None:
    story = SENTENCES["en"] + "\n"
    found = identify(story * 50 + f"{sentence}\n" * 5 + story * 50)
    assert found.tag == "en"
    assert found.certainty > 0.85


@pytest.mark.parametrize("language", sorted(SENTENCES.keys() - {"en"}))
def test_a_wrong_tag_is_seen_through(language: str) -> None:
    found = identify(f"{SENTENCES[language]}\n" * 20, marked="en-US")
    assert (found.tag, found.refused) == (language, "en-US")


@pytest.mark.parametrize("language", SENTENCES)
def test_a_right_tag_holds_with_its_country(language: str) -> None:
    found = identify(f"{SENTENCES[language]}\n" * 20, marked=f"{language}-XX")
    assert (found.tag, found.evidence, found.refused) == (f"{language}-XX", Evidence.MARKED, "")


@pytest.mark.parametrize("marked", ["nb", "cy", "haw", "oc"])
def test_a_tag_of_which_nothing_is_known_holds_for_a_few_words(marked: str) -> None:
    assert identify("Aloha kakahiaka, e ke kumu.", marked=marked).tag == marked


@pytest.mark.parametrize("marked", ["", "und", "mul"])
def test_a_tag_that_names_nothing_is_none(marked: str) -> None:
    assert identify(SENTENCES["fr"], marked=marked).evidence is Evidence.WORDS


def test_codes_of_three_letters_are_written_with_two() -> None:
    assert identify("", marked="ger").tag == "de"
    assert identify("", told="fra-CA").tag == "fr-CA"


def test_what_a_person_says_holds() -> None:
    assert identify(SENTENCES["fr"] * 20, marked="en", told="it").tag == "it"


@pytest.mark.parametrize("text", ["", "12 000 €", "Hm. Xyzzy plugh frotz, blorb gnusto rezrov."])
def test_without_evidence_it_is_english(text: str) -> None:
    found = identify(text)
    assert (found.tag, found.evidence) == ("en", Evidence.ASSUMED)


@given(st.text(), st.sampled_from(["", "fr", "zz", "-", "x"]))
def test_any_text_has_a_language(text: str, marked: str) -> None:
    found = identify(text, marked=marked)
    assert found.tag
    assert 0 <= found.certainty <= 1
