"""The list of rules, and the judgement over a library."""

from __future__ import annotations

import importlib
import pkgutil

from mkdocs_postmortem import rules
from mkdocs_postmortem.problems import Level
from mkdocs_postmortem.rules import RULES
from mkdocs_postmortem.rules.judge import failing
from tests.documents import VALID, problems_of, settings_of, with_front, with_line, without_line

NO_RULES = {
    "baseline",
    "baseline_file",
    "comparison",
    "explanations",
    "ignoring",
    "judge",
    "kind_filter",
    "language",
    "rule",
}


def test_every_module_of_a_rule_is_registered() -> None:
    modules = {module.name for module in pkgutil.iter_modules(rules.__path__)} - NO_RULES
    registered = {rule.check.__module__.rpartition(".")[2] for rule in RULES}
    assert registered == modules


def test_rule_names_its_code_in_its_first_line() -> None:
    for rule in RULES:
        doc = importlib.import_module(rule.check.__module__).__doc__ or ""
        assert doc.startswith(rule.kind.code), rule.check.__module__


def test_rules_stand_in_the_order_of_their_codes() -> None:
    codes = [rule.kind.code for rule in RULES]
    assert codes == sorted(set(codes))


def test_every_rule_has_a_test_module() -> None:
    import tests.rules  # noqa: PLC0415  # its own folder is what is looked at

    modules = {module.name.removeprefix("test_") for module in pkgutil.iter_modules(tests.rules.__path__)}
    assert {rule.check.__module__.rpartition(".")[2] for rule in RULES} <= modules


def test_level_of_the_settings_wins_by_code_or_name_in_any_case() -> None:
    text = without_line("  - Owner:")
    for reference in ("PM301", "pm301", "ownerless-item", "Ownerless-Item"):
        (problem,) = problems_of(text, levels={reference: "warning"})
        assert problem.level is Level.WARNING


def test_level_of_the_settings_wins_over_the_draft_level() -> None:
    (problem,) = problems_of(
        without_line("  - Owner:", with_line("status:", "status: draft")), levels={"PM301": "error"}
    )
    assert problem.level is Level.ERROR


def test_problem_that_is_off_is_not_reported_even_as_yaml_writes_off() -> None:
    assert problems_of(without_line("  - Owner:"), levels={"PM301": False}) == ()


def test_problems_are_sorted_by_place() -> None:
    problems = problems_of(with_front("b: 1\na: 1", with_line("id:", "id: a/b")))
    assert [problem.location.line for problem in problems] == [2, 9, 10]


def test_failing_problems_are_those_at_or_above_the_bar() -> None:
    problems = (*problems_of(with_line("id:", "id: a/b")), *problems_of(VALID, as_of="2020-01-01"))
    assert [len(failing(problems, settings_of(fail_on=bar))) for bar in ("error", "warning", "never")] == [1, 2, 0]
