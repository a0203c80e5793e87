"""`publication.json`: the book for programs that know W3C Audiobooks (Recommendation, 2020)."""

import json
from typing import Any

from narrator.languages import titles_for

from .edition import Edition, address
from .sidefile import SideFile, text_file

NAME = "publication.json"
MEDIA_TYPES = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".opus": "audio/ogg",
    ".flac": "audio/flac",
    ".wav": "audio/wav",
    ".m4b": "audio/mp4",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".epub": "application/epub+zip",
    ".html": "text/html",
    ".vtt": "text/vtt",
}
"""By the ending of a file's name."""


def publication_file(edition: Edition) -> SideFile:
    """The manifest as a file."""
    text = json.dumps(publication(edition), ensure_ascii=False, indent=1)
    return text_file(NAME, "publication", text + "\n")


def publication(edition: Edition) -> dict[str, Any]:
    """The manifest: what the book is, and its chapters in reading order."""
    info, audio = edition.script.info, edition.audio
    return {
        "@context": ["https://schema.org", "https://www.w3.org/ns/pub-context"],
        "conformsTo": "https://www.w3.org/TR/audiobooks/",
        "type": "Audiobook",
        "id": f"urn:uuid:{edition.uuid}",
        "url": "index.html",
        "name": info.title,
        "inLanguage": info.language,
        **({"author": info.author} if info.author else {}),
        **({"readBy": audio.narrators} if audio.narrators else {}),
        **({"datePublished": audio.date} if audio.date else {}),
        "abstract": audio.description or titles_for(info.language).disclosure,
        "duration": iso_duration(edition.seconds),
        "readingProgression": "ltr",
        "readingOrder": [
            {
                "type": "LinkedResource",
                "url": address(sound),
                "encodingFormat": MEDIA_TYPES[edition.sound.suffix],
                "name": title,
                "duration": iso_duration(chapter.audio.seconds),
            }
            for sound, title, chapter in zip(
                edition.sounds, edition.titles, audio.chapters, strict=True
            )
        ],
        "resources": list(_resources(edition)),
    }


def _resources(edition: Edition) -> list[dict[str, str]]:
    """The cover, and the page that is the book's contents."""
    found = [{"url": "index.html", "encodingFormat": "text/html", "rel": "contents"}]
    if edition.cover_name:
        ending = edition.cover_name[edition.cover_name.rindex(".") :]
        cover = {"url": edition.cover_name, "encodingFormat": MEDIA_TYPES[ending], "rel": "cover"}
        found.append(cover)
    return found


def iso_duration(seconds: float) -> str:
    """An ISO 8601 duration to the millisecond.

    >>> iso_duration(90.25)
    'PT90.25S'
    """
    return f"PT{f'{seconds:.3f}'.rstrip('0').rstrip('.')}S"
