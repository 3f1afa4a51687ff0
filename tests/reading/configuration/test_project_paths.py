"""Files that settings name: found below mkdocs.yml, by name or by pattern, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_postmortem.reading.configuration.project_paths import find_inside, find_matching
from tests.projects import fill

FILES = dict.fromkeys(
    ("a.yaml", "x/a.yaml", "x/y/a.yaml", "x/y/b.yml", "z/a.yaml", ".hidden/a.yaml", "x/.h/a.yaml"), ""
)


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("a.yaml", ["a.yaml"]),
        ("./a.yaml", ["a.yaml"]),
        ("*.yaml", ["a.yaml"]),
        ("*/a.yaml", ["x/a.yaml", "z/a.yaml"]),
        ("**/a.yaml", ["a.yaml", "x/a.yaml", "x/y/a.yaml", "z/a.yaml"]),
        ("x/**/*.y*ml", ["x/a.yaml", "x/y/a.yaml", "x/y/b.yml"]),
        ("x/**/y/**/b.yml", ["x/y/b.yml"]),
        ("[xz]/a.yaml", ["x/a.yaml", "z/a.yaml"]),
        ("x/**", []),
        ("x", []),
        ("x/a.yaml/b", []),
        ("nowhere/**/a.yaml", []),
    ],
)
def test_patterns_match_by_folders(pattern: str, found: list[str], tmp_path: Path) -> None:
    matching = find_matching(fill(tmp_path, FILES), pattern)

    assert matching == {name: tmp_path / name for name in found}


@pytest.mark.parametrize("pattern", ["../*.yaml", "/etc/*", "x/../../*", "..", ".git/*"])
def test_patterns_stay_inside(pattern: str, tmp_path: Path) -> None:
    assert find_matching(fill(tmp_path / "project", FILES), pattern) is None


def test_links_are_passed_over(tmp_path: Path) -> None:
    root = fill(tmp_path / "project", {"x/a.yaml": ""})
    fill(tmp_path, {"far/a.yaml": "", "a.yaml": ""})
    (root / "far").symlink_to(tmp_path / "far")
    (root / "x/b.yaml").symlink_to(tmp_path / "a.yaml")

    assert list(find_matching(root, "**/*.yaml") or ()) == ["x/a.yaml"]
    assert find_matching(root, "far/*.yaml") is None


def test_a_pattern_of_many_folders_takes_no_time(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 60)

    assert find_matching(fill(tmp_path, {f"{deep}/a.yaml": ""}), "**/" * 40 + "b.yaml") == {}


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "/x", ".git/x", "a/.git/x"])
def test_names_that_lead_out_mean_nothing(name: str, tmp_path: Path) -> None:
    assert find_inside(tmp_path, name) is None


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_names_that_no_file_can_have_are_not_found(name: str, tmp_path: Path) -> None:
    assert not find_matching(tmp_path, f"{name}/**")
    assert not find_matching(tmp_path, f"{name}.yaml")
    assert find_inside(tmp_path, name) == tmp_path / name


def test_a_name_is_relative_to_the_root(tmp_path: Path) -> None:
    assert find_inside(tmp_path, "a/./b/../c.yml") == tmp_path / "a" / "c.yml"
