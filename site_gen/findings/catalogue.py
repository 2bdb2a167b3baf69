"""Every rule by its code: what ``site-gen explain`` and the documentation look up.

The rules stand in the ``*_rules`` modules beside this one; a new module of that
name is found without being listed here. This module judges nothing.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping

from site_gen import findings
from site_gen.findings.model import Rule


def _rules() -> Iterator[Rule]:
    for module in pkgutil.iter_modules(findings.__path__):
        if module.name.endswith("_rules"):
            names = vars(importlib.import_module(f"{findings.__name__}.{module.name}"))
            yield from (value for value in names.values() if isinstance(value, Rule))


def _by_code() -> Mapping[str, Rule]:
    rules: dict[str, Rule] = {}
    for rule in _rules():
        if rules.setdefault(rule.code, rule) is not rule:
            raise ValueError(f"two rules have the code {rule.code}")
    return dict(sorted(rules.items()))


RULES: Mapping[str, Rule] = _by_code()
"""All rules, sorted by code; a code that two rules have raises ValueError on import."""
