"""Long lists of options, in sections."""

import click

SECTIONS = {
    "The story": (
        *("name", "encoding", "chapters", "skip", "rename"),
        *("skip_notes", "read_notes", "read_pictures", "read_all"),
        *("ask", "ask_model", "doubt", "force"),
    ),
    "The book, as players show it": (
        *("title", "author", "language", "series", "series_index", "year", "description", "cover"),
    ),
    "How it is read": (
        "engine",
        "narrator",
        "accents",
        "mixes",
        "single_voice",
        "drop_tags",
        "delivery",
        "announce_titles",
        "credits",
    ),
    "What it sounds like": ("pauses", "profile", "room_tone", "stereo", "chime"),
    "Who speaks": ("jobs", "cluster_address", "cluster_tls", "send_models"),
    "What is written": ("formats", "library", "feed"),
}
"""The sections of a long list of options, by the names of their parameters."""


class SectionedCommand(click.Command):
    """A command whose help lists its options under headings; what has none comes last."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options by section."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        records = ((each.name, each.get_help_record(ctx)) for each in options)
        left = {name: record for name, record in records if record}
        for heading, names in SECTIONS.items():
            rows = [left.pop(name) for name in names if name in left]
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)
        with formatter.section("Options"):
            formatter.write_dl(list(left.values()))
