"""Benchmarks: each prints ratios of one run and is never part of the tests."""
