"""All that is wrong with a content folder, found in parts and with what was found before.

The findings are those of all content looked at at once (:func:`site_gen.pipeline.audit`), in less
time: several processes look, each at some parcels, and at none that has been looked at already.
"""

from site_gen.verdict.examine import Verdict, examine
from site_gen.verdict.kept import keeping_in
from site_gen.verdict.since import examine_since
from site_gen.verdict.team import Effort

__all__ = ["Effort", "Verdict", "examine", "examine_since", "keeping_in"]
