"""How books head and list their chapters, part their scenes, and name their author.

All of it is recognised in books of any language: see `every_pack`. Case does not count.
"""

from .tables import Part, Patterns, Words


class Byline(Part, frozen=True):
    """How a book says who wrote it: `a novel by Ann Lee`, `Written by: Ann Lee`."""

    by: Words = Words()
    """Words right before the name."""
    written: Words = Words()
    """What was done, before `by`; the name may stand in the next line."""
    made: Words = Words()
    """Likewise, where the name stands in the same line."""
    posted: Words = Words()
    """Likewise, on pages of the Web alone."""
    articles: Words = Words()
    """With which what was written may be called: `a romance by`."""
    nobody: Patterns = Patterns()
    """What programs write for an author whom they do not know."""


class Headings(Part, frozen=True):
    """The words of headings."""

    parts: Words = Words()
    """Before the number of a part: `Book Two`."""
    chapters: Words = Words()
    """Before the number of a chapter: `CHAPTER IV.`"""
    part_signs: Words = Words()
    """Behind the number of a part: `第二卷`."""
    chapter_signs: Words = Words()
    """Behind the number of a chapter: `第一章`."""
    articles: Words = Words()
    """Between the word and its number: `Chapter the First`."""
    last: Words = Words()
    """In the place of a number: `Chapter the Last`."""
    numbers: Patterns = Patterns()
    """One, two, three and so on, each a pattern: their order counts. English has them otherwise."""
    places: Patterns = Patterns()
    """Likewise first, second, third."""
    unnumbered: Patterns = Patterns()
    """What heads a chapter without a number."""
    contents: Patterns = Patterns()
    """What stands above a list of the chapters."""
    ends: Patterns = Patterns()
    """What stands below the last chapter and heads none."""
    months: Words = Words()
    """What the months are called in a date: diaries are headed by dates."""
    weekdays: Words = Words()
    """The days of the week."""
    breaks: Patterns = Patterns()
    """What stands between ornaments for a change of scene: `--line break--`."""
    loud_breaks: Patterns = Patterns()
    """Likewise, in capitals and without ornament."""
    file_numbers: Words = Words()
    """Before the number in the name of a chapter's file: `ch 03.txt`."""
    file_opens: Patterns = Patterns()
    """Names of files that open a book."""
    file_closes: Patterns = Patterns()
    """Names of files that close a book."""
    byline: Byline = Byline()
    """Who wrote it."""
