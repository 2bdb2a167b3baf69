"""The text search of the site: every row indexed so that exactly what is written is found.

Only this package knows Pagefind; which rows there are, and their facets, come from the docket.
"""

from site_gen.search.errors import EnvironmentProblem
from site_gen.search.write import SearchReport, write_search

__all__ = ["EnvironmentProblem", "SearchReport", "write_search"]
