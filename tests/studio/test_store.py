"""The store: whole clips or none."""

import os
import time
from pathlib import Path

import pytest

from narrator.errors import NarratorError
from narrator.model import Sound
from narrator.studio import Store, Unwritable

KEY = "ab" + "0" * 62
SOUNDS = (Sound(b"\1\0" * 50, 22_050), Sound(b"\2\0" * 20, 22_050))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "deep" / "store")


def test_what_is_saved_is_found(store: Store) -> None:
    assert store.find(KEY) is None
    clip = store.save(KEY, SOUNDS)
    assert store.find(KEY) == clip
    assert (clip.rate, clip.sentences, clip.frames) == (22_050, (50, 20), 70)
    assert clip.path == store.folder / "ab" / f"{KEY}.wav"
    assert list(store.folder.glob("unfinished/*")) == []


def test_saving_again_replaces(store: Store) -> None:
    store.save(KEY, SOUNDS)
    assert store.save(KEY, SOUNDS[:1]) == store.find(KEY)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"not a clip at all" * 20])
def test_a_foreign_file_is_not_found_and_gives_way(store: Store, content: bytes) -> None:
    path = store.save(KEY, SOUNDS).path
    path.write_bytes(content)
    assert store.find(KEY) is None
    assert store.save(KEY, SOUNDS) == store.find(KEY)


def test_a_clip_cut_short_is_not_found(store: Store) -> None:
    path = store.save(KEY, SOUNDS).path
    os.truncate(path, path.stat().st_size - 1)
    assert store.find(KEY) is None


def test_a_clip_changed_by_one_bit_is_not_found_and_all_others_are(store: Store) -> None:
    other = "cd" + "0" * 62
    store.save(other, SOUNDS)
    path = store.save(KEY, SOUNDS).path
    content = bytearray(path.read_bytes())
    content[-3] ^= 4
    path.write_bytes(content)
    assert store.find(KEY) is None
    assert store.find(other)


def test_a_folder_in_the_way_is_told(store: Store) -> None:
    store.path(KEY).mkdir(parents=True)
    assert store.find(KEY) is None
    with pytest.raises(Unwritable):
        store.save(KEY, SOUNDS)
    assert list(store.folder.glob("unfinished/*")) == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user"
)
def test_a_read_only_folder_is_told(store: Store) -> None:
    store.folder.mkdir(parents=True)
    store.folder.chmod(0o500)
    with pytest.raises(Unwritable, match="Permission denied"):
        store.save(KEY, SOUNDS)


@pytest.mark.parametrize("sounds", [(), (SOUNDS[0], Sound(b"", 16_000))])
def test_sentences_must_be_of_one_rate(store: Store, sounds: tuple[Sound, ...]) -> None:
    with pytest.raises(NarratorError, match="all of one sample rate"):
        store.save(KEY, sounds)


def test_only_what_a_killed_run_left_is_tidied_away(store: Store) -> None:
    clip = store.save(KEY, SOUNDS)
    old, new = (store.folder / "unfinished" / f"{name}.wav" for name in ("old", "new"))
    for path in (old, new, clip.path):
        path.write_bytes(path.read_bytes() if path == clip.path else b"half")
    hours_ago = time.time() - 7200
    os.utime(old, (hours_ago, hours_ago))
    os.utime(clip.path, (hours_ago, hours_ago))
    store.tidy()
    assert not old.exists() and new.exists() and store.find(KEY)


def test_tidying_what_is_not_there_does_nothing(store: Store) -> None:
    store.tidy()
    assert not store.folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="there is no umask")
def test_clips_follow_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        clip = Store(tmp_path).save("ab" * 32, [Sound(bytes(200), 22050)])
    finally:
        os.umask(before)
    assert clip.path.stat().st_mode & 0o777 == 0o640


def test_what_killed_runs_left_beside_clips_is_tidied(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.save("ab" * 32, [Sound(bytes(200), 22050)])
    old, new = (tmp_path / "ab" / f".{n}.lufs.1.part" for n in "12")
    for path in (old, new):
        path.write_text("-3", encoding="utf-8")
    os.utime(old, (0, 0))
    store.tidy()
    assert not old.exists() and new.exists()


def changed_unseen(path: Path) -> None:
    """Damage a file so that neither its size nor its time tells."""
    before = path.stat()
    path.write_bytes(path.read_bytes()[:-3] + b"???")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_what_was_read_whole_is_not_read_again_until_its_file_is_another(store: Store) -> None:
    clip = store.save(KEY, SOUNDS)
    store.note(clip)
    store.close()
    changed_unseen(clip.path)
    assert Store(store.folder).find(KEY) == clip
    os.utime(clip.path)
    assert Store(store.folder).find(KEY) is None


def test_what_was_found_by_reading_is_remembered_too(store: Store) -> None:
    clip = store.save(KEY, SOUNDS)
    reader = Store(store.folder)
    assert reader.find(KEY) == clip
    reader.close()
    changed_unseen(clip.path)
    assert Store(store.folder).find(KEY) == clip


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"a": 1}', b'{"%s": [1, 2, 3, "4"]}' % KEY.encode()]
)
def test_a_damaged_catalogue_is_made_anew(store: Store, content: bytes) -> None:
    clip = store.save(KEY, SOUNDS)
    (store.folder / "catalogue.json").write_bytes(content)
    reader = Store(store.folder)
    assert reader.find(KEY) == clip
    reader.close()
    assert KEY.encode() in (store.folder / "catalogue.json").read_bytes()


def test_a_catalogue_that_cannot_be_kept_is_no_failure(store: Store) -> None:
    clip = store.save(KEY, SOUNDS)
    store.note(clip)
    (store.folder / "catalogue.json").mkdir()
    store.close()
    assert Store(store.folder).find(KEY) == clip
    assert list(store.folder.glob("*.part")) == []
