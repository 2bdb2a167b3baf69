"""Every mechanism of the field is shown by the example, and its page says what is true now.

The rows are made from the tables of the program: a new action, result, word or metric
without an example fails here by name.
"""

from site_gen.pipeline import compile_site
from tools.mechanisms_page import EXAMPLE, PAGE, ROOT, TODAY, mechanisms, mechanisms_page

NOT_SHOWN_ON_PURPOSE = frozenset[tuple[str, str]]()
"""Group and name of what the example cannot show; each with its reason."""


def test_every_mechanism_has_an_example() -> None:
    rows = mechanisms(compile_site(EXAMPLE, TODAY))
    missing = {(row.group, row.name) for row in rows if not row.examples}
    assert missing - NOT_SHOWN_ON_PURPOSE == set()


def test_the_page_is_up_to_date() -> None:
    written = (ROOT / PAGE).read_text(encoding="utf-8")
    assert written == mechanisms_page(), "run: make docs"
