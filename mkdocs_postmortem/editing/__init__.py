"""Changing source files: the text with a change made in it, and nothing else in it touched.

Nothing here writes to disk: functions take the text of a document and return the new text, or say why they refuse.
Every change is read back before it is handed out; one that would alter anything but what was asked for is refused.
"""
