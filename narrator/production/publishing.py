"""The last stage: the takes of a book become the files that people listen to."""

from dataclasses import dataclass, field
from pathlib import Path

from narrator.mixing import Pauses, mix
from narrator.model import Script
from narrator.publish import BookAudio, Published, publish
from narrator.publish import Progress as Encoded
from narrator.workspace import Workspace

from .progress import Listener, Progress
from .recording import Recording


@dataclass(frozen=True, slots=True)
class Publication:
    """How a book is to be published."""

    formats: tuple[str, ...]
    cover: Path | None = None
    pauses: Pauses = field(default=Pauses())


def publish_recording(
    workspace: Workspace,
    book: str,
    script: Script,
    recording: Recording,
    publication: Publication,
    *,
    engine: str,
    jobs: int,
    listen: Listener,
) -> tuple[Published, ...]:
    """Mix and encode a book into its folder; files that are as they should be are left alone.

    Raises:
        NarratorError: an unknown format, a bad cover, a full disk; what is done is kept.
        MissingTool: there is no ffmpeg.
    """
    audio = BookAudio(
        info=script.info,
        chapters=tuple(
            mix(chapter, takes, publication.pauses, recording.rate)
            for chapter, takes in zip(script.chapters, recording.chapters, strict=True)
        ),
        cover=publication.cover,
        # Not the voices by name: a new minor character must not change the tags of every chapter.
        narrators=f"synthetic voices ({engine})",
    )

    def progress(encoded: Encoded) -> None:
        listen(Progress("encoding", encoded.done, encoded.total))

    files = publish(
        audio, workspace.published(book), publication.formats, jobs=jobs, progress=progress
    )
    return tuple(sorted(files, key=lambda file: file.path))
