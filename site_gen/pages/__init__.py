"""Corpus → pages: which pages there are, and the plain values each one shows.

Nothing is rendered here: a page names its template and brings values (:mod:`.model`).
"""
