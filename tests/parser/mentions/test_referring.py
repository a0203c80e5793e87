"""Whom nouns and pronouns mean: newcomers, introductions, kin, doubles, several narrators."""

import pytest

from narrator.languages import pack_for
from narrator.model import Block, BlockKind, Book, BookInfo, Chapter
from narrator.parser.mentions import NOBODY, Kind, Mention
from narrator.parser.page import lay_out
from narrator.parser.quotations import cut_book
from narrator.parser.study import Study, study

ENGLISH = pack_for("en")


def read(*texts: str) -> Study:
    blocks = [
        Block(BlockKind.HEADING, text[3:])
        if text.startswith("## ")
        else Block(BlockKind.PARAGRAPH, text)
        for text in texts
    ]
    book = Book(BookInfo("A test"), (Chapter("One", tuple(blocks)),))
    return study(ENGLISH, lay_out(ENGLISH, book, cut_book(ENGLISH, book)))


def meant(found: Study, key: str, which: int = -1) -> str:
    """The name of whom the words `key` of the narration stand for."""
    mentions: list[Mention] = [
        m for row in found.mentions for m in row if m.key == key and not m.spoken
    ]
    person = mentions[which].person
    return "" if person == NOBODY else found.people[person].display


@pytest.mark.parametrize(
    ("key", "name", "texts"),
    [
        ("boy", "Milo", ["“Shut it, Milo,” said Ann. The boy did not stir."]),
        ("girl", "Tess", ["Mr. Barrow found Tess in the attic.", "“A hat,” said the girl."]),
        ("he", "the old man", ["Karel slept. In came an old man.", "“Hello,” he said. He sat."]),
        ("aunt", "Aunt Lavinia", ["Peter ran. Aunt Lavinia came.", "“Sit,” said his aunt."]),
        ("sister", "Frieda", ["Oskar and Frieda ran.", "“Stop,” his sister said."]),
        ("she", "the woman", ["Ilse slept. The woman with the dog had come.", "“No,” she said."]),
    ],
)
def test_whom_a_noun_means(key: str, name: str, texts: list[str]) -> None:
    assert meant(read(*texts), key) == name


def test_a_boy_is_nobody_known_where_two_fit() -> None:
    found = read("Tom and Jack ran in.", "“We won,” said the boy.")
    assert meant(found, "boy") not in ("Tom", "Jack")


def test_what_somebody_is_brings_nobody_in() -> None:
    found = read("Hal was a tall man. He ran as a man runs.", "“Done,” said Hal.")
    assert [person.display for person in found.people] == ["Hal"]


@pytest.mark.parametrize(
    "line",
    [
        "“Corbett,” said the man. “Amos Corbett.”",
        "“My name is Amos Corbett,” said the man. “Good day.”",
        "“I’m Amos Corbett,” the man said.",
        "“Amos Corbett. I’m from the bank,” the man said.",
    ],
)
def test_who_says_their_name(line: str) -> None:
    found = read("A man stood at the bar. Nils looked up.", line, "“Well?” said the man.")
    assert meant(found, "man", 0) == "Amos Corbett"
    assert meant(found, "man") == "Amos Corbett"


def test_a_stranger_tells_their_name_without_a_tag() -> None:
    found = read(
        "Ada looked up. The engineer took off his cap.",
        "“You were told wrong,” said Ada. “Who are you?”",
        "“Barrett. Nils Barrett. I’m from the—”",
        "“I can see where you’re from,” said Ada, and the engineer laughed.",
    )
    assert meant(found, "engineer") == "Nils Barrett"


def test_a_place_with_two_names_calls_upon_nobody() -> None:
    found = read("“I conducted for forty years. The Dunmore and District.” Ada sat.")
    assert not any(mention.vocative for row in found.mentions for mention in row)


def test_a_name_said_alone_is_no_heading() -> None:
    found = read(
        "I passed Teo the salt. Vivian smiled, I thought. Robert put down his fork.",
        "“Thank you, Mrs. Quill,” said Teo.",
        "“Vivian.”",
        "“Vivian.” I saw him blush. I kicked him.",
        "“Robert,” my mother said, “would your son like gravy?”",
        "“Robert.”",
        "I looked at my plate. I counted the beans.",
    )
    assert not {"Vivian", "Robert"} & {one.display for one in found.people if one.is_narrator}


def test_what_somebody_is_tells_their_sex() -> None:
    found = read(
        "“He ran,” said Lindqvist. Lindqvist was a mournful man. “She said so.”",
        "Lindqvist nodded at the door. She had left a note, and she meant it.",
    )
    assert {person.sex for person in found.people if person.display == "Lindqvist"} == {"M"}


def test_it_is_somebody_who_is_then_spoken_of() -> None:
    found = read("Ann shut the window. It was Clara, with a baby on her hip.", "“Oh,” she said.")
    assert meant(found, "she") == "Clara"


def test_who_calls_somebody_else() -> None:
    found = read("A man stood at the bar.", "“I know Amos Corbett,” said the man.")
    assert meant(found, "man") == "the man"


def test_a_noun_that_answers_to_a_name() -> None:
    found = read(
        "The pilot was asleep.",
        "“Wake up, Tamsin,” said Okoye.",
        "“I am awake,” said the pilot.",
        "“You are not, Tamsin.”",
        "“Then why ask?” said the pilot.",
        "“Look at that, Tamsin,” said Okoye.",
    )
    assert meant(found, "pilot") == "Tamsin"


def test_a_noun_that_speaks_to_a_name_is_another() -> None:
    found = read(
        "The pilot was asleep. Tamsin shook the pilot.",
        "“Wake up,” said Tamsin.",
        "“I am awake,” said the pilot.",
        "“You are not,” said Tamsin.",
        "“Then why ask?” said the pilot.",
    )
    assert meant(found, "pilot") == "the pilot"


def test_every_chapter_its_own_narrator() -> None:
    found = read(
        "## Anna",
        "I had lost it. I looked in my bag. I looked again.",
        "“It was here,” I said to Rob.",
        "## Rob",
        "I never saw Anna lose so much. I gave her mine.",
        "“Take it, Anna,” I said.",
    )
    names = [found.people[m.person].display for row in found.mentions for m in row
             if m.kind is Kind.FIRST]  # fmt: skip
    assert set(names[:3]) == {"Anna"}
    assert names[-1] == "Rob"


@pytest.mark.parametrize(
    ("old", "texts"),
    [
        ("Nora", ["Nora, who was eighty-one, sat by Ada. Ada sewed."]),
        ("Nora", ["Ada, aged nine, ran in. Nora, past eighty, put down her tea."]),
        ("Mrs. Nora", ["Ada, aged nine, ran in. Mrs. Nora put down her tea."]),
        ("the old woman", ["Ada, aged nine, ran in. Ada put down her tea."]),
        ("the old woman", ["Nora put down her tea."]),
        ("Granny Nora", ["Granny Nora sat down by Ada. Ada sewed."]),
    ],
)
def test_ages_tell_who_is_old(old: str, texts: list[str]) -> None:
    found = read(*texts, "“It will rain,” said the old woman.")
    assert meant(found, "old woman") == old


def test_whoever_is_called_upon_does_not_say_it() -> None:
    found = read("Mr. Pym and Mr. Dade came in.", "“Sit down, Mr. Pym,” said the old man.")
    assert meant(found, "old man") == "Mr. Dade"


def test_a_place_is_not_the_old_woman() -> None:
    found = read(
        "We met in the church of Saint Ursula. Mrs. Voss swept the steps.",
        "“Mind the bucket,” the old woman said.",
    )
    assert meant(found, "old woman") == "Mrs. Voss"


@pytest.mark.parametrize(
    "texts",
    [
        # a thing is not somebody with a given name, though somebody of that name was called
        ["Ulla hit the lift.", "“Up, Bruno,” said Ulla.", "“Going up,” said the lift."],
        # nor a child a Mr.
        ["Ulla rang.", "“Go, Mr. Bruno,” said Ulla.", "“I go,” said the little boy."],
    ],
)
def test_answering_once_makes_nobody_somebody_else(texts: list[str]) -> None:
    found = read(*texts)
    assert not any("Bruno" in meant(found, key) for key in ("lift", "little boy")
                   if any(m.key == key for row in found.mentions for m in row))  # fmt: skip


@pytest.mark.parametrize(
    ("key", "name", "texts"),
    [
        ("brother", "Tom", ["Ada ran.", "“No,” said her brother Tom."]),
        ("brother", "Tom", ["Ada ran. Tom, her brother, stood by Jim.", "“No,” said Ada."]),
        ("man", "Grady", ["A man called Grady ran the ferry.", "“Keep it,” said the man."]),
        ("girl", "Ines", ["Ada ran. By the window the girl, Ines, was asleep."]),
        # what somebody is or was, and what they are called
        ("warden", "Greta", ["Ada ran to Greta, who was the warden.", "“No,” said the warden."]),
        ("judge", "Greta", ["Ada ran to Greta, who had been a judge.", "“No,” the judge said."]),
        ("nurse", "Greta", ["Greta had been a nurse. Ada ran.", "“No,” said the nurse."]),
        ("lodger", "Greta", ["Greta came. She was their lodger.", "“No,” said the lodger."]),
        ("pilot", "Bruno", ["There was a pilot by the name of Bruno.", "“No,” said the pilot."]),
        ("miner", "Bruno", ["A miner from Lens named Bruno ran in.", "“No,” said the miner."]),
        ("cook", "Greta", ["He had one cook, who was called Greta.", "“No,” said the cook."]),
        ("crow", "Cora", ["“Up,” the crow observed. Her name was Cora.", "“No,” said the crow."]),
        ("pilot", "Bruno", ["Bruno had never flown. They called him the pilot.",
                            "“No,” said the pilot."]),
    ],
)  # fmt: skip
def test_a_noun_beside_a_name_is_its_bearer(key: str, name: str, texts: list[str]) -> None:
    assert meant(read(*texts), key) == name


def test_whoever_is_brought_in_by_a_tag_is_new() -> None:
    found = read("Ada and Ines climbed.", "“How high?” asked a girl with a plaster on her chin.")
    assert meant(found, "girl") == "the girl"


def test_a_beast_is_not_the_girl() -> None:
    found = read(
        "Karl rowed. A goat stood in the bow, and bleated.",
        "“Sit,” Karl told it. The goat stood.",
        "“There!” cried the girl in the stern.",
    )
    assert meant(found, "girl") == "the girl"


def names(found: Study) -> set[str]:
    return {person.display for person in found.people}


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["Captain Okoye rose.", "“Go,” said Okoye. Okoye sat."], {"Captain Okoye"}),
        (
            ["Mr. Hugh Vane came.", "“Hugh!” cried Lord Vane.", "“Yes?” said Hugh Vane."],
            {"Mr. Hugh Vane", "Lord Vane"},
        ),
        (
            [
                "Olave Pryce shut her book. Olave Pryce said she was tired.",
                "Colonel Pryce lit his pipe. He coughed. Colonel Pryce said he was not.",
            ],
            {"Olave Pryce", "Colonel Pryce"},
        ),
    ],
)
def test_who_has_one_surname(texts: list[str], wanted: set[str]) -> None:
    assert names(read(*texts)) == wanted


def test_nobody_tags_himself_by_name() -> None:
    found = read(
        "I put down my bag. I was late, and I knew it.",
        "“I slept. Vera Lunt. A widow,” said Vera.",
        "“And I am late,” I said.",
        "“Listen, Femi,” said Vera. I listened.",
        "“I do,” I said.",
    )
    assert [person.display for person in found.people if person.is_narrator] == ["Femi"]


@pytest.mark.parametrize(
    ("key", "owner", "texts"),
    [
        ("voice", "Clive", ["“Hullo,” said a voice.", "It was Clive. He had a bag."]),
        ("voice", "the small man", ["“Hullo,” said a voice. A small man came out of the hall."]),
        ("someone", "Clive", ["“Stop!” somebody shouted.", "They all turned. Clive ran up."]),
        ("voice", "Clive", ["“Hullo,” said a voice.", "“Is that you, Clive?” said Ada."]),
        ("voice", "a voice", ["“Hullo,” said a voice.", "“Hullo,” said Ada."]),
    ],
)
def test_whose_voice_it_is(key: str, owner: str, texts: list[str]) -> None:
    found = read("Ada sat in the dark, with Ben.", "Ada said nothing.", *texts)
    assert meant(found, key) == owner


def test_two_voices_are_two() -> None:
    filler = ["Ada waited. It rained."] * 3
    found = read("Ada knocked.", "“No,” said a voice.", *filler, "“Yes,” said a second voice.",
                 "“Yes,” said a third voice.")  # fmt: skip
    heard = {m.person for row in found.mentions for m in row if m.key.endswith("voice")}
    assert len(heard) == 3


@pytest.mark.parametrize("pronoun", ["she", "he"])
def test_the_story_outweighs_a_name_that_both_have(pronoun: str) -> None:
    found = read(f"Sam came in. {pronoun.title()} was wet. Sam said {pronoun} was cold.")
    assert found.people[0].sex == ("F" if pronoun == "she" else "M")


@pytest.mark.parametrize(
    ("first", "who"),
    [("A gull sat on the mast.", "the gull"), ("The old robot rolled in.", "the old robot")],
)
def test_what_it_is_that_speaks(first: str, who: str) -> None:
    found = read(f"Piet sewed. {first}", "“Third from the left,” it said.", "“No,” said Piet.")
    tag = found.turns[0].tag
    assert tag is not None
    assert tag.mention is not None
    assert found.people[tag.mention.person].display in (who, who.replace("the", "a", 1))


def test_it_is_nobody_where_only_people_are() -> None:
    found = read("Piet sewed. Anna sang.", "“Third from the left,” it said.")
    assert meant(found, "it") == ""


def test_a_trade_acts_once_before_he_speaks() -> None:
    found = read("The mayor came down. Erika closed her umbrella.", "“Friends!” he cried.")
    assert meant(found, "he") == "the mayor"


@pytest.mark.parametrize(
    ("key", "name", "texts"),
    [
        # Mr. Prior is no brother of somebody without a surname
        ("brother", "Declan", ["Mr. Prior sat. Declan stood by Nuala.", "Mr. Prior coughed.",
                               "Nuala rose.", "“No,” said her brother."]),
        # a child is nobody's mother
        ("mother", "Wilma", ["Wilma knitted. Oddny, who was ten, ran in to Jim.", "Jim cried.",
                             "“No,” said his mother."]),
        ("grandmother", "Granny Pell", ["Granny Pell sat with Ada and Jim. Ada rose.", "Jim cried.",
                                        "“No,” said his grandmother."]),
        # nor is an aunt the mother of whom she is aunt to, and a song sings nobody
        ("mother", "my mother", ["I got up. I saw Auntie Bea sit by Funmi.", "I ran. I fell.",
                                 "“No,” said my mother."]),
        ("father", "my father", ["I got up. I put on King Barnaby Cole.", "I ran. I fell.",
                                 "“No,” said my father."]),
    ],
)  # fmt: skip
def test_who_is_akin(key: str, name: str, texts: list[str]) -> None:
    assert meant(read(*texts), key) == name


def test_the_other_is_not_the_one_who_has_just_done_something() -> None:
    found = read(
        "Ada and Ines sat down. Ines rose. Ada knitted.", "“You’ve dropped one,” the other said."
    )
    assert meant(found, "other") == "Ines"


def test_people_with_a_number_for_a_name() -> None:
    found = read("Number Four sat up.", "“Is it morning?” said Number Four.")
    assert names(found) == {"Number Four"}
