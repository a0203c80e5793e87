"""Japanese in kana, for espeak-ng reads no kanji."""

import pytest

from narrator.text import Diction, lacks_kana, spoken
from narrator.text.rules import kana


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("雪が止んだ。", "ゆきがやんだ。"),
        ("港へ行こう。", "みなとえいこう。"),
        ("コーヒーを飲む。", "コーヒーをのむ。"),
        ("はい。", "はい。"),
    ],
)
def test_kanji_are_read_as_kana(written: str, said: str) -> None:
    pytest.importorskip("pykakasi")
    assert spoken(written, Diction("ja")) == said


def test_without_pykakasi_it_is_told_and_the_text_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(kana, "import_module", absent)
    kana._converter.cache_clear()
    try:
        assert lacks_kana("ja-JP") and not lacks_kana("zh")
        assert kana.rules() == ()
    finally:
        kana._converter.cache_clear()
