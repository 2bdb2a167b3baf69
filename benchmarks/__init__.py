"""Benchmarks: a made-up province, this program and its peers on it, side by side."""
