"""Rules about a file as a whole: its size, its encoding, its characters, its head.

They speak of bytes and lines before any meaning is read; where a file may lie
and how it may be called is in :mod:`site_gen.findings.path_rules`.
"""

from site_gen.findings.model import Rule, Severity

FILE_EMPTY = Rule(
    "F101",
    "文件是空的",
    "写上内容，或者把文件删掉",
    "空文件分不清是忘了写还是存坏了。",
    "（没有一个字的 units.yaml）",
    "- {名称: 县交通运输局}",
)
FILE_TOO_LARGE = Rule(
    "F102",
    "文件有 {size} KB，超过了 {limit} KB",
    "一次活动一个文件；照片和 PDF 放进 attachments",
    "一条记录只有几 KB。太大的文件多半是把照片或者别的东西存了进来。",
    "（把照片贴进正文的记录）",
    "- 2023-12-22 办结：已解决；佐证：![竣工后的路段](jungong.jpg)",
)
FILE_UNREADABLE = Rule(
    "F103",
    "文件打不开：{reason}",
    "检查文件权限，或者重新复制一份",
    "打不开的文件从不跳过，否则少了一条记录也没有人知道。",
    "（没有读取权限的文件）",
    "（可以打开的文件）",
)
TEXT_TOO_LONG = Rule(
    "F104",
    "这段文字超过了 {limit} 个字",
    "经过写在正文里，分成几段；这里只写要点",
    "一个键、一件事写一两句话，太长的没有人读，多半是粘贴错了。",
    "（几万字的议题）",
    "议题: 石桥村通村公路",
)
MORE_FINDINGS = Rule(
    "F105",
    "这个文件还有 {number} 处问题没有列出",
    "先改好列出的，再检查一遍",
    "一个文件的问题太多，多半是同一个原因，改好一处往往就都好了。",
    "（每一行都写错的名单）",
    "- {名称: 县交通运输局}",
    Severity.NOTICE,
)
ENCODING_GBK = Rule(
    "F110",
    "文件是 GBK（GB18030）编码，不是 UTF-8",
    "用记事本打开，“另存为”，编码选 UTF-8",
    "旧版记事本和一些办公软件默认存成 GBK。网页和 git 都用 UTF-8。",
    "（记事本存成 ANSI 的文件）",
    "（另存为 UTF-8 的文件）",
)
ENCODING_UTF16 = Rule(
    "F111",
    "文件是 UTF-16（记事本里叫 Unicode）编码，不是 UTF-8",
    "用记事本打开，“另存为”，编码选 UTF-8",
    "记事本里的“Unicode”是 UTF-16，程序不读。",
    "（记事本存成 Unicode 的文件）",
    "（另存为 UTF-8 的文件）",
)
ENCODING_BROKEN = Rule(
    "F112",
    "从这里起不是正确的 UTF-8 文字",
    "看看这里的字是不是坏了，重新打一遍，再存成 UTF-8",
    "文件中途断掉，或者两种编码混在一起时会这样。",
    "（截断的文件）",
    "（完整的 UTF-8 文件）",
)
CONTROL_CHARACTER = Rule(
    "F113",
    "这里有控制字符 {code}",
    "删掉它，重新打这几个字",
    "控制字符看不见，多半是从别的软件粘贴来的，会打乱行号和显示。",
    "（夹着 U+0000 的文字）",
    "（只有普通文字）",
)
BIDI_CONTROL = Rule(
    "F114",
    "这里有改变文字方向的字符 {code}",
    "删掉它，重新打这几个字",
    "这种字符能让屏幕上看到的和实际写的不一样，不能用。",
    "（夹着 U+202E 的名称）",
    "（只有普通文字）",
)
CHARACTER_LOST = Rule(
    "F115",
    "这里有坏掉的字“\ufffd”",
    "对照原件，把丢掉的字补上",
    "编码转换出错时，认不出的字会变成这个符号，原来的字已经丢了。",
    "地点: 石\ufffd村",
    "地点: 石桥村",
)
INVISIBLE_CHARACTER = Rule(
    "F116",
    "这里有看不见的字符 {code}",
    "删掉它，否则检索时可能对不上",
    "零宽空格一类的字符看不见，多半是从网页粘贴来的。",
    "（“石桥”和“村”之间夹着 U+200B）",
    "地点: 石桥村",
    Severity.WARNING,
)
BYTE_ORDER_MARK = Rule(
    "F117",
    "文件开头有字节顺序标记（BOM）",
    "运行 site-gen fmt 会去掉",
    "记事本存 UTF-8 时会在开头加三个看不见的字节，不影响内容。",
    "（带 BOM 的 UTF-8）",
    "（不带 BOM 的 UTF-8）",
    Severity.NOTICE,
)
CONFLICT_MARK = Rule(
    "F120",
    "这里有 git 合并冲突的标记",
    "留下对的一份，把 <<<<<<<、=======、>>>>>>> 三种行删掉",
    "两个人改了同一处，git 把两份都放了进来，要由人决定用哪一份。",
    "<<<<<<< HEAD",
    "（删掉标记以后的文字）",
)
HEAD_MISSING = Rule(
    "F130",
    "文件要以一行 --- 开头",
    "第一行写 ---，接着写议题等各行，再写一行 ---",
    "两行 --- 之间是记录的头部，写标题、时间、来源。",
    "议题: 石桥村通村公路",
    "---\n议题: 石桥村通村公路\n---",
)
HEAD_UNCLOSED = Rule(
    "F131",
    "头部没有结束：这一行之前缺一行 ---",
    "在头部最后一行下面补一行 ---",
    "头部写在两行 --- 之间，标题（##）和正文写在第二行 --- 的下面。",
    "---\n议题: 石桥村通村公路\n\n## 建议1 修路",
    "---\n议题: 石桥村通村公路\n---\n\n## 建议1 修路",
)
HEAD_FENCE_SLIP = Rule(
    "F132",
    "“{value}”看得懂，规范写法是三个减号 ---",
    "运行 site-gen fmt 会改写",
    "头部前后各一行三个减号。",
    "——\n议题: 石桥村通村公路\n---",
    "---\n议题: 石桥村通村公路\n---",
    Severity.NOTICE,
)
TRANSLATION_WITH_HEAD = Rule(
    "F133",
    "译文文件不写头部",
    "删掉两行 --- 和它们之间的内容，只留译文",
    "标题等在原文的头部里翻译；译文文件只放正文，从第一行写起。",
    "---\n标题: …\n---",
    "## …",
)
