"""A comment by which an author says that a problem is none here, and why."""

from __future__ import annotations

from mkdocs_postmortem.model.value import Value


class Ignore(Value):
    """Hides the problems with these codes on the lines from `first` to `last`, both counted from 1 in the file.

    Without `last` it reaches to the end of the document. `line` and `column` tell where the comment itself stands.
    """

    codes: tuple[str, ...]
    reason: str
    line: int
    column: int
    first: int
    last: int | None = None

    def covers(self, code: str, line: int) -> bool:
        """Return whether a problem with this code on this line is hidden."""
        return code in self.codes and self.first <= line <= (self.last or line)

    @property
    def reach(self) -> float:
        """Return how many lines it covers, infinity for the whole document."""
        return float("inf") if self.last is None else self.last - self.first + 1
