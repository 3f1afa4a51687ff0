"""The step of the GitHub Action: its script, run with the files that GitHub would give it."""

from __future__ import annotations

from pathlib import Path

from tests.integrations.runners import Ran, environment, run_program
from tests.sites import REPOSITORY


class Step:
    """A run of the script, with what it wrote."""

    def __init__(self, folder: Path, **inputs: str) -> None:
        self.runner = folder.parent / "runner"
        self.runner.mkdir(exist_ok=True)
        output, summary = self.runner / "output", self.runner / "summary.md"
        output.write_text("", encoding="utf-8")
        summary.write_text("before\n", encoding="utf-8")
        variables = {f"INPUT_{name.upper()}": value for name, value in inputs.items()}
        given = environment(
            folder.parent / "bin",
            GITHUB_OUTPUT=str(output),
            GITHUB_STEP_SUMMARY=str(summary),
            RUNNER_TEMP=str(self.runner),
            **variables,
        )
        self.ran: Ran = run_program(["sh", str(REPOSITORY / "action/check.sh")], folder, given)
        self.outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
        self.summary = summary.read_text(encoding="utf-8")

    @property
    def commands(self) -> list[str]:
        """Return the lines of the log that GitHub obeys."""
        return [line for line in self.ran.out.splitlines() + self.ran.err.splitlines() if line.startswith("::")]
