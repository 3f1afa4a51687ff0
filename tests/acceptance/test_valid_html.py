"""Pages are valid HTML: no parse error anywhere, and nothing that the checker of the W3C objects to in our markup."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from tinyhtml5.parser import HTMLParser

from tests.acceptance.library import copy_own_site
from tests.sites import Built, build_project

FAULTS_OF_THEMES = (
    "The heading “h4” (with computed level 4) follows",
    "Element “a” is missing required attribute “href”",
    "Attribute “autocomplete” is only allowed when the input type is",
    "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control",
    "The “document” role is unnecessary for element “body”",
    "The “navigation” role is unnecessary for element “nav”",
)
"""What the W3C's checker finds in markup of the themes: MkDocs' dialogs, disabled links and roles; Material's forms."""


THEMES: dict[str, dict[str, Any]] = {
    "mkdocs": {"name": "mkdocs"},
    "readthedocs": {"name": "readthedocs"},
    # The address of its font holds a bare `&`.
    "material": {"name": "material", "font": False},
}


@pytest.fixture(scope="module", params=THEMES)
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the sample library with a theme."""
    root = copy_own_site(tmp_path_factory.mktemp("valid") / request.param)
    options = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"][1]
    config = {
        "site_name": "Samples",
        "theme": THEMES[request.param],
        "nav": [{"Postmortems": "postmortems/index.md"}, {"Action items": "postmortems/action-items.md"}],
        "plugins": ["search", options],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    built = build_project(root)
    assert built.status == 0, built.failure
    return built


def pages_of(built: Built) -> list[str]:
    """Return our pages, also those at ids."""
    return [name for name in built.files if name.startswith("postmortems/") and name.endswith(".html")]


def parse_errors(html: str) -> list[str]:
    """Return "position: what is wrong" of everything that a strict parser of HTML5 objects to."""
    parser = HTMLParser()
    parser.parse(html)
    return [f"{position}: {code} {data}" for position, code, data in parser.errors]


def test_every_page_parses_without_an_error(sample: Built) -> None:
    names = pages_of(sample)

    assert len(names) > 100
    assert {name: errors for name in names if (errors := parse_errors(sample.read(name)))} == {}


@pytest.mark.parametrize("html", ["<!doctype html><p><b>x</p>", "<!doctype html><table><p>x</p></table>", "<p>x</p>"])
def test_what_is_wrong_is_an_error(html: str) -> None:
    assert parse_errors(html) != []


def test_the_checker_of_the_w3c_objects_to_nothing_of_ours(sample: Built) -> None:
    """It is no package of PyPI: `npm install vnu-jar` has it, and it needs Java."""
    jar = os.environ.get("VNU_JAR")
    if not jar:
        pytest.skip("VNU_JAR does not name vnu.jar (npm install vnu-jar)")

    messages = check_with_vnu(Path(jar), sample.site / "postmortems")

    serious = [message for message in messages if message["type"] == "error" or message.get("subType") == "warning"]
    ours = [message for message in serious if not str(message["message"]).startswith(FAULTS_OF_THEMES)]
    assert [f"{m['url']}:{m.get('lastLine')}: {m['message']}" for m in ours] == []


def check_with_vnu(jar: Path, folder: Path) -> list[dict[str, Any]]:
    """Return what the W3C's checker says of all pages in a folder, warnings too."""
    run = subprocess.run(
        ["java", "-jar", str(jar), "--skip-non-html", "--format", "json", str(folder)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    found: list[dict[str, Any]] = json.loads(run.stderr)["messages"]
    return found
