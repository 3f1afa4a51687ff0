"""Backstage's catalogue: components and systems become services, groups and users owners."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_postmortem.reading.settings_file import Project, read_project
from tests.projects import fill
from tests.reading.configuration.wrong_settings import config_of

CHECKOUT = """\
# Who keeps checkout alive.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: checkout
  title: Checkout
  description: Basket and order placement.
  annotations: {github.com/project-slug: shop/checkout}
  links:
    - {url: "https://wiki.example.org/checkout", title: Runbook}
    - url: https://grafana.example.org/d/checkout
spec:
  type: service
  lifecycle: production
  owner: group:default/team-payments
  system: shop
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: team-payments, title: Payments}
spec: {type: team, profile: {displayName: The payments team}, children: []}
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: {name: dana}
spec: {memberOf: [team-payments]}
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: {name: orders}
spec: {type: openapi, definition: {$text: ./openapi.yaml}}
"""
SHOP = """\
apiVersion: backstage.io/v1alpha1
kind: System
metadata:
  name: shop
  description: {$text: ./shop.md}
spec: {owner: team-payments}
"""
PATTERN = "catalog/**/catalog-info.yaml"


def catalogue(root: Path, option: str = "services", *further: str, **files: str) -> Project:
    """Return the project whose list comes from catalogue files, by the name of their folder."""
    named = {f"catalog/{name}/catalog-info.yaml": text for name, text in files.items()}
    block = "\n".join([f"{option}:", *(f"  - {entry}" for entry in further), f"  - backstage: ['{PATTERN}']"])
    return read_project(None, fill(root, {"mkdocs.yml": config_of(block), **named}))


def test_components_and_systems_are_services(tmp_path: Path) -> None:
    project = catalogue(tmp_path, checkout=CHECKOUT, shop=SHOP)

    assert project.problems == ()
    checkout, shop = project.settings.services
    assert (checkout.name, checkout.title, checkout.owner) == ("checkout", "Checkout", "team-payments")
    assert checkout.description == "Basket and order placement."
    assert checkout.links == {
        "Runbook": "https://wiki.example.org/checkout",
        "https://grafana.example.org/d/checkout": "https://grafana.example.org/d/checkout",
    }
    assert (shop.name, shop.owner, shop.description) == ("shop", "team-payments", None)


def test_groups_and_users_are_owners(tmp_path: Path) -> None:
    team, person = catalogue(tmp_path, "owners", checkout=CHECKOUT).settings.owners

    assert (team.name, team.kind, team.aliases) == ("team-payments", "team", ("Payments", "The payments team"))
    assert (person.name, person.kind, person.aliases) == ("dana", "person", ())


@pytest.mark.parametrize(
    ("reference", "owner"),
    [("team-a", "team-a"), ("group:team-a", "team-a"), ("user:default/dana", "dana"), ("default/team-a", "team-a")],
)
def test_an_owner_is_the_name_of_its_reference(reference: str, owner: str, tmp_path: Path) -> None:
    project = catalogue(tmp_path, shop=SHOP.replace("owner: team-payments", f'owner: "{reference}"'))

    assert project.settings.services[0].owner == owner


def test_a_component_goes_before_a_system_of_the_same_name(tmp_path: Path) -> None:
    component = SHOP.replace("System", "Component").replace("{$text: ./shop.md}", "A component")

    (service,) = catalogue(tmp_path, shop=f"{SHOP}---\n{component}").settings.services

    assert service.description == "A component"


def test_what_stands_in_the_list_and_in_files_wins_over_the_catalogue(tmp_path: Path) -> None:
    fill(tmp_path, {"services.yml": "- {name: shop, title: Of the file}\n"})

    project = catalogue(
        tmp_path, "services", "{name: Checkout, title: Ours}", "{file: services.yml}", checkout=CHECKOUT, shop=SHOP
    )

    assert [service.title for service in project.settings.services] == ["Ours", "Of the file"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("kind: Component\n", "1:1 this is no entity of Backstage"),
        ("apiVersion: v1\nkind: Service\n", "1:1 this is no entity of Backstage"),
        (f"{SHOP}---\nkind: Component\n", "8:1 this is no entity of Backstage"),
        ("- a\n", "1:1 this is no entity of Backstage"),
        (SHOP.replace("name: shop", "nmae: shop"), "1:1 the entity has no metadata.name"),
        (
            SHOP.replace("owner: team-payments", "owner: [a]"),
            "6:8 option services[0].owner: it must be text, not a list",
        ),
        (SHOP.replace("name: shop", "name: &n shop"), "4:9 the file cannot be read: anchors, aliases and tags"),
        (SHOP.replace("name: shop", "name: !ENV HOME"), "4:9 the file cannot be read: anchors, aliases and tags"),
        ("x: " + "[" * 200, "1:"),
    ],
)
def test_what_is_wrong_is_said_at_its_line_of_the_catalogue(text: str, line: str, tmp_path: Path) -> None:
    problems = catalogue(tmp_path, shop=text).problems

    assert len(problems) == 1
    assert f"{problems[0].location} {problems[0].message}".startswith(f"catalog/shop/catalog-info.yaml:{line}")
    assert problems[0].kind.code == "PM801"


def test_an_empty_document_between_two_is_passed_over(tmp_path: Path) -> None:
    project = catalogue(tmp_path, shop=f"---\n{SHOP}---\n---\n")

    assert (project.problems, len(project.settings.services)) == ((), 1)
