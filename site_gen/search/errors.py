"""What can go wrong with the search index that neither content nor code is to blame for.

No other kind of failure: an index that cannot be built for lack of the indexer says so here.
"""


class EnvironmentProblem(Exception):
    """The machine lacks what indexing needs; the message, in Chinese, says what to do.

    A caller at the edge reports it as a problem of the environment (exit status 3).
    """
