"""Checking a folder with what earlier checks have kept, and in as many processes as it is worth."""
