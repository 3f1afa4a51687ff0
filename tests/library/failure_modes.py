"""Pairs of sample documents that failed in the same way, and how: judged by reading them, before anything computed it.

In `DECLARED` the documents name each other in `related`; in `READ` nobody has declared it.
"""

from __future__ import annotations

DECLARED = {
    ("INC-2024-012", "INC-2026-012"): "a pool of database connections is used up by a release that holds more of them",
    (
        "INC-2024-015",
        "INC-2026-014",
    ): "clients retry without delay, and the load keeps itself up after the fault is over",
    ("INC-2024-007", "INC-2025-014"): "a regular expression backtracks on ordinary input and takes all CPU",
    ("INC-2025-010", "INC-2026-011"): "configuration goes everywhere at once and crashes what reads it",
    ("INC-2024-009", "INC-2025-008"): "a certificate that no inventory holds reaches its end",
    ("INC-2024-016", "INC-2025-011"): "name service does not follow while routes are withdrawn",
    ("INC-2025-010", "INC-2026-015"): "a generated file that is valid crashes every node that loads it",
    ("INC-2026-011", "INC-2026-015"): "a file holds more fields than its reader has room for",
    ("INC-2026-007", "INC-2026-009"): "ids run out in Postgres, and writes stop",
    ("INC-2024-003", "INC-2026-001"): "code expects dates and clocks to be regular",
    ("INC-2025-002", "INC-2025-004"): "the wrong thing is deleted, and restoring it was never tried",
    ("INC-2024-007", "INC-2025-010"): "data skips the stages of a rollout and takes the edge down",
    ("INC-2025-011", "INC-2025-016"): "the automation of DNS records overwrites what is right",
}
READ = {
    ("INC-2024-015", "INC-2025-006"): "overload outlives its cause until traffic is admitted in steps",
    ("INC-2026-003", "INC-2026-012"): "a limit of 1,024 from a base image that was written down nowhere",
    ("INC-2025-016", "INC-2025-018"): "automation acts on wrong data and deletes or shrinks what is in use",
    ("INC-2024-007", "INC-2024-016"): "the emergency access to the edge does not work when the edge is down",
}

OTHERWISE = {("INC-2025-018", "INC-2026-003")}
"""Declared as related, and no common failure: automation lowered the one limit, growth reached the other."""
