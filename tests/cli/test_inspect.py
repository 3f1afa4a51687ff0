"""`postmortem inspect`: everything that was read from a document."""

from __future__ import annotations

from pathlib import Path

from tests.cli.projects import data, run
from tests.documents import VALID, with_front, with_line
from tests.sites import make_project, write


def test_one_path_gives_one_object_of_the_shape_that_scores_are_made_from(tmp_path: Path) -> None:
    write(tmp_path / "a.md", VALID)

    document = data(tmp_path, "inspect", "--format", "json", "a.md")

    assert document["severity"].items() >= {"name": "sev1", "label": "High", "stated": "sev1"}.items()
    assert document["started_at"] == "2026-03-01T14:05:00Z"
    assert document["resolved_at"] == "2026-03-01T14:45:00Z"
    assert document["services"] == ["checkout"]
    assert len(document["timeline"]) == 2
    (item,) = document["action_items"]
    assert (item["title"], item["status"]) == ("Alert on pool saturation", "open")
    assert (item["owners"], item["due"], item["line"]) == (["Dana"], "2026-03-31", 34)
    assert document["derived"]["minutes_to_resolve"] == 40.0
    assert document["problems"] == []


def test_several_paths_give_a_list(tmp_path: Path) -> None:
    write(tmp_path / "a.md", VALID)
    write(tmp_path / "b.md", VALID)

    documents = data(tmp_path, "inspect", "--format", "json", "a.md", "b.md")

    assert [document["path"] for document in documents] == ["a.md", "b.md"]


def test_problems_are_data_with_place_and_hint(tmp_path: Path) -> None:
    write(tmp_path / "a.md", with_line("severity:", "severity: sev9"))

    (problem,) = data(tmp_path, "inspect", "--format", "json", "a.md")["problems"]

    assert problem["message"] == 'severity "sev9" is not on the scale'
    assert (problem["code"], problem["name"], problem["level"]) == ("PM104", "unknown-severity", "error")
    assert (problem["path"], problem["line"], problem["column"]) == ("a.md", 4, 11)
    assert problem["hint"]


def test_lengths_are_minutes(tmp_path: Path) -> None:
    write(tmp_path / "a.md", with_front("duration: 40 min\nimpact: {engineering_time: 2h}"))

    document = data(tmp_path, "inspect", "--format", "json", "a.md")

    assert (document["duration"], document["impact"]["engineering_time"]) == (40.0, 120.0)


def test_a_file_that_is_no_postmortem_still_gives_usable_json(tmp_path: Path) -> None:
    write(tmp_path / "a.md", b"\xff\xfe\x00")

    document = data(tmp_path, "inspect", "--format", "json", "a.md")

    assert document["problems"][0]["code"] == "PM003"
    assert (document["severity"], document["action_items"]) == (None, [])


def test_text_shows_facts_items_timeline_sections_and_problems(tmp_path: Path) -> None:
    write(tmp_path / "a.md", VALID)

    result = run(tmp_path, "inspect", "a.md")

    assert result.exit_code == 0
    assert result.stdout.startswith("INC-2026-014: Checkout failed for 40 minutes\n")
    for line in ("action items (1)", "timeline (2)", "sections (6)", "problems (0)"):
        assert f"\n{line}\n" in result.stdout


def test_text_cannot_command_a_terminal(tmp_path: Path) -> None:
    write(tmp_path / "a.md", with_line("title:", 'title: "x\\e[31m"'))

    assert "\x1b[31m" not in run(tmp_path, "inspect", "a.md").stdout


def test_a_custom_field_is_read_by_the_settings_of_the_project(tmp_path: Path) -> None:
    root = make_project(
        tmp_path, {"a.md": with_front("cost: 12")}, options={"fields": [{"name": "cost", "type": "number"}]}
    )

    document = data(root, "inspect", "--format", "json", "postmortems/a.md")

    assert document["custom"] == {"cost": 12}
    assert document["problems"] == []


def test_a_path_that_does_not_exist_ends_with_status_two(tmp_path: Path) -> None:
    assert run(tmp_path, "inspect", "nowhere.md").exit_code == 2
