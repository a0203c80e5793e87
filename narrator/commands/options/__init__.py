"""The options that several commands share: single ones, and groups that come as one noun."""

from . import completing
from .cluster import cluster, cluster_to_look_at
from .request import NEUTRAL, request_for_script, request_for_story, request_of, wishes
from .sections import SectionedCommand
from .single import (
    as_json,
    book,
    engine,
    force,
    jobs,
    profile_or_own,
    quiet,
    tidy,
    workspace,
)
from .story import story, story_to_ask_about
from .values import LanguageTag

__all__ = [
    "NEUTRAL",
    "LanguageTag",
    "SectionedCommand",
    "as_json",
    "book",
    "cluster",
    "cluster_to_look_at",
    "completing",
    "engine",
    "force",
    "jobs",
    "profile_or_own",
    "quiet",
    "request_for_script",
    "request_for_story",
    "request_of",
    "story",
    "story_to_ask_about",
    "tidy",
    "wishes",
    "workspace",
]
