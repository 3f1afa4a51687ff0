"""This repository's own site builds strictly, and its links hold."""

from __future__ import annotations

import json

from tests.acceptance.test_bare_sites import broken_links
from tests.sites import SAMPLES, Built


def test_it_builds_strictly_without_a_warning(own_site: Built) -> None:
    assert own_site.status == 0, own_site.log
    assert own_site.warnings() == ()


def test_every_sample_is_in_it(own_site: Built) -> None:
    samples = [path for path in SAMPLES.rglob("*.md") if path.name != "index.md"]

    assert len(json.loads(own_site.read("postmortems/catalog.json"))["incidents"]) == len(samples)


def test_no_link_of_the_library_is_broken(own_site: Built) -> None:
    assert broken_links(own_site) == []


def test_the_samples_are_said_to_be_invented(own_site: Built) -> None:
    assert "invented company" in own_site.read("postmortems/index.html")
