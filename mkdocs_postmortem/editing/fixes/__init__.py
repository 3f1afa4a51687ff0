"""Corrections of front matter that take no decision: one correction, one file.

Each finds edits, none of them touches the body, and every edit is proved by reading the result: the facts must be the
same as before, but for values that had been refused and are read now.
"""
