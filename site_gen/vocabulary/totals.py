"""The words for reported totals: how one compares with what is recorded item by item.

Only words; what makes a total agree or not is in :mod:`site_gen.statistics.reconciliation`.
"""

from site_gen.vocabulary.word import Word


class Agreement(Word, heading="对得上吗"):
    """How a reported total compares with what is itemised."""

    AGREES = "agrees", "一致", "对得上", "上报数和逐条数相等"
    INCOMPLETE = "incomplete", "未全部录入", "还没有录全", "逐条数比上报数少，差的还没有逐条录入"
    EXCEEDS = "exceeds", "超出", "逐条的比上报的多", "逐条数比上报数多，要弄清哪一边少算了"
    DIFFERENT = (
        "different",
        "口径不同",
        "数法不同，不能比",
        "来源用别的单位，或者写明了自己的数法，两个数不能相减",
    )
    UNCHECKABLE = (
        "uncheckable",
        "不可逐条核对",
        "没法逐条核对",
        "来源没有给出确切的数字或时间，或者本站没有逐条记录这一项",
    )
