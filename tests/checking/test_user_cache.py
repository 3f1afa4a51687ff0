"""Where the cache lies, and whom its key belongs to."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from mkdocs_postmortem.checking.user_cache import find_user_cache, open_cache

HOMES = {
    "linux": ({"HOME": "/home/dana"}, "/home/dana/.cache/mkdocs-postmortem"),
    "darwin": ({"HOME": "/Users/dana"}, "/Users/dana/Library/Caches/mkdocs-postmortem"),
}


@pytest.mark.parametrize("system", HOMES)
def test_each_system_has_its_own_place(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    environment, wanted = HOMES[system]
    monkeypatch.setattr(sys, "platform", system)
    assert find_user_cache(environment) == Path(wanted)


def test_the_place_may_be_named_but_not_relative_to_the_current_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    home = {"HOME": "/home/dana"}
    assert find_user_cache({**home, "XDG_CACHE_HOME": "/var/c"}) == Path("/var/c/mkdocs-postmortem")
    assert find_user_cache({**home, "XDG_CACHE_HOME": "here"}) == Path("/home/dana/.cache/mkdocs-postmortem")


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_without_a_home_there_is_no_cache(system: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert find_user_cache({}) is None
    assert open_cache([tmp_path], environment={}) is None


def test_the_key_is_made_once_and_only_the_user_can_read_it(tmp_path: Path) -> None:
    environment = {"XDG_CACHE_HOME": str(tmp_path / "xdg")}
    first, second = (open_cache([tmp_path / "project"], environment=environment) for _ in range(2))

    assert first is not None
    assert first == second
    assert len(first.key) == 32
    assert stat.S_IMODE((tmp_path / "xdg/mkdocs-postmortem/key").stat().st_mode) == 0o600


def test_another_folder_holds_the_records_and_never_the_key(tmp_path: Path) -> None:
    environment = {"XDG_CACHE_HOME": str(tmp_path / "xdg")}
    cache = open_cache([tmp_path / "project"], tmp_path / "project/.cache", environment)

    assert cache is not None
    assert cache.folder == tmp_path / "project/.cache"
    assert not cache.folder.exists()
    assert (tmp_path / "xdg/mkdocs-postmortem/key").is_file()


@pytest.mark.parametrize("root", ["tree", "tree/docs", "tree/a/b"])
def test_there_is_no_cache_when_the_key_would_lie_in_the_checked_tree(root: str, tmp_path: Path) -> None:
    (tmp_path / "tree/.git").mkdir(parents=True)
    (tmp_path / root).mkdir(parents=True, exist_ok=True)
    environment = {"XDG_CACHE_HOME": str(tmp_path / "tree/.cache")}

    assert open_cache([tmp_path / root], environment=environment) is None
    assert open_cache([tmp_path / "elsewhere", tmp_path / root], environment=environment) is None
    assert open_cache([tmp_path / "elsewhere"], environment=environment) is not None


@pytest.mark.parametrize("spoil", ["mode", "length", "link"])
def test_key_that_others_may_have_written_is_replaced(spoil: str, tmp_path: Path) -> None:
    environment = {"XDG_CACHE_HOME": str(tmp_path / "xdg")}
    key = tmp_path / "xdg/mkdocs-postmortem/key"
    key.parent.mkdir(parents=True)
    if spoil == "link":
        (tmp_path / "theirs").write_bytes(b"k" * 32)
        (tmp_path / "theirs").chmod(0o600)
        key.symlink_to(tmp_path / "theirs")
    else:
        key.write_bytes(b"k" * (31 if spoil == "length" else 32))
        key.chmod(0o600 if spoil == "length" else 0o644)

    cache = open_cache([tmp_path / "project"], environment=environment)

    assert cache is not None
    assert cache.key != b"k" * 32
    assert not key.is_symlink()


def test_place_that_cannot_be_written_gives_no_cache(tmp_path: Path) -> None:
    (tmp_path / "xdg").write_text("x")
    assert open_cache([tmp_path / "project"], environment={"XDG_CACHE_HOME": str(tmp_path / "xdg")}) is None
