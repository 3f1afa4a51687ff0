"""What came before and after in a service."""

from __future__ import annotations

from tests.documents import library_of

ORDER = ("a", "b", "c")


def document(day: int, facts: str) -> str:
    return f"---\nid: D-{day}\nstarted_at: 2026-03-{day:02d}T10:00Z\n{facts}\n---\n\n# It broke\n"


def around(*texts: str, **options: object) -> dict[str, tuple[str, str | None, str | None]]:
    """Return service, id before and id after, by id."""
    library = library_of(*texts, **options)
    found = library.neighbours
    return {
        own.id: (n.service, n.earlier.id if n.earlier else None, n.later.id if n.later else None)
        for own in library.postmortems
        if (n := found.get(own.path))
    }


def test_neighbours_are_those_of_the_service_by_start() -> None:
    texts = (
        document(1, "services: [db]"),
        document(3, "services: [db]"),
        document(2, "services: [web]"),
        document(5, "services: [db]"),
    )

    assert around(*texts) == {
        "D-1": ("db", None, "D-3"),
        "D-3": ("db", "D-1", "D-5"),
        "D-5": ("db", "D-3", None),
        "D-2": ("web", None, None),
    }


def test_where_it_came_from_goes_before_what_was_affected() -> None:
    texts = (document(1, "services: [web]\nroot_cause_services: [db]"), document(2, "services: [db]"))

    assert around(*texts)["D-1"] == ("db", None, "D-2")


def test_an_alias_is_the_service() -> None:
    services = [{"name": "orders-db", "aliases": ["orders"]}]
    texts = (document(1, "services: [orders]"), document(2, "services: [orders-db]"))

    assert around(*texts, services=services)["D-1"] == ("orders-db", None, "D-2")


def test_without_a_start_or_a_service_there_are_none() -> None:
    undated = "---\nid: D-0\nservices: [db]\n---\n\n# It broke\n"

    assert around(document(1, ""), undated, document(2, "services: [db]")) == {"D-2": ("db", None, None)}
