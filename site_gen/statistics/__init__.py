"""Numbers over the docket: counts and rates by scope, and reported totals beside them.

Pure: entries in, numbers out. What is counted is defined in
:mod:`site_gen.docket.metrics`; how a number looks is the business of the pages.
"""
