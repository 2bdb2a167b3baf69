"""Why a site was not published although its content is in order; messages are Chinese.

Failures of the disk or of permissions come as OSError and are not repeated here.
"""

from collections.abc import Sequence


class UnsuitablePlace(Exception):
    """The output may not be where it was asked for: nothing was touched."""


class Busy(Exception):
    """Another run is building or rolling back the same output."""


class NothingEarlier(Exception):
    """There is no earlier release to go back to."""


class Unsound(Exception):
    """The built site failed its verification, a defect of ours; it was not published."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(f"生成的网站没有通过核对：{len(problems)} 处不对")
        self.problems = tuple(problems)
