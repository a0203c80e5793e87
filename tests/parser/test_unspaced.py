"""Who says what in Chinese and Japanese, where nothing parts the words."""

import pytest

from narrator.model import Block, BlockKind, Book, BookInfo, Chapter, Gender, Script
from narrator.parser import check_fidelity, parse_book


def parsed(language: str, *paragraphs: str) -> Script:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    book = Book(BookInfo("", language=language), (Chapter("", blocks),))
    script = parse_book(book)
    check_fidelity(book, script)
    return script


def speakers(script: Script) -> list[str]:
    lines = [line for chapter in script.chapters for line in chapter.lines]
    return [line.speaker for line in lines if line.kind.value == "dialogue"]


@pytest.mark.parametrize(
    ("language", "paragraphs", "expected"),
    [
        (
            "zh",
            ["“你来了。”王明说。", "“我来了。”李秀兰笑着回答。", "王明和李秀兰走了。李秀兰哭了。"],
            "王明 李秀兰",
        ),
        (
            "zh",
            ["王明推开门。李秀兰坐着。", "李秀兰笑道：“坐吧。”", "王明说：“好。”"],
            "李秀兰 王明",
        ),
        ("zh", ["“老板，有人吗？”一个老人问。", "“来了！”女孩喊道。"], "老人 女孩"),
        ("ja", ["「遅い」と美咲は言った。", "「ごめん」と健一は答えた。"], "美咲 健一"),
        ("ja", ["山田さんが来た。", "「おい」山田は網を置いて言った。"], "山田"),
        ("ja", ["「いらっしゃい」と店の主人が言った。"], "主人"),
    ],
)
def test_a_tag_names_the_speaker(language: str, paragraphs: list[str], expected: str) -> None:
    assert speakers(parsed(language, *paragraphs)) == expected.split()


def test_a_pronoun_means_whoever_was_named_and_tells_the_sex() -> None:
    script = parsed(
        "zh", "李安走进来。“有人吗？”她问。", "“没有。”王强说。", "李安坐下了。王强也坐下了。"
    )
    assert speakers(script) == ["李安", "王强"]
    assert {one.name: one.gender for one in script.characters} == {
        "李安": Gender.FEMALE,
        "王强": Gender.MALE,
    }


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [("zh", "他不认识“船”这个字。"), ("ja", "「港」という店があった。")],
)
def test_a_word_that_is_only_called_something_is_not_said(language: str, paragraph: str) -> None:
    assert not speakers(parsed(language, paragraph))
