"""Rules about prose: links and pictures in Markdown, and what would make it slow to read.

Marks that mean nothing are no mistake: they are shown exactly as they were typed.
"""

from site_gen.findings.model import Rule

PROSE_TOO_LONG = Rule(
    "P101",
    "这一段文字太长（{size}，最多 {most}）",
    "分成几份记录，或者把长材料做成 PDF 附件",
    "一份记录的一段文字不超过 10 万字、3000 行、300 个小标题、2000 个链接，网页才打得开、读得完。",
    "## 经过\n\n（一百万字的会议实录）",
    "## 经过\n\n商量了一个下午。[会议实录](shilu.pdf)",
)
PROSE_TOO_DEEP = Rule(
    "P102",
    "列表或引用套了太多层",
    "最多 8 层；多半是多打了空格、“-”或“>”",
    "一层套一层的列表和引用读不懂，也会拖慢整个网站的生成。",
    "- - - - - - - - - - 修路",
    "- 修路\n  - 先修三组",
)
PROSE_TANGLED = Rule(
    "P103",
    "这一段里有太多没有配对的方括号",
    "查对“[”和“]”、“(”和“)”是不是成对",
    "没有配对的括号太多，认不出哪里是链接，也会拖慢整个网站的生成。",
    "[a](<[a](<[a](<……",
    "[会议纪要](jiyao.pdf)",
)
LINK_DANGLING = Rule(
    "P110",
    "链接指向的“{target}”不存在",
    "{nearest}记录写成 record:sessions/lixian/2023/0512-shiqiao，附件写文件名，网页写 privacy.md",
    "链接要么指向本站的一份记录、一个附件、一张网页，要么是 https:// 开头的网址。",
    "[石桥村](record:sessions/lixian/2023/0512-shiqao)",
    "[石桥村](record:sessions/lixian/2023/0512-shiqiao)",
)
LINK_NOT_ALLOWED = Rule(
    "P111",
    "链接“{target}”不能用",
    "只能用 https://、http://、mailto:、record: 和附件的文件名",
    "其他开头的地址（例如 javascript:、data:、file:）可能在读者的浏览器里执行，不能放上网站。",
    "[点这里](javascript:alert(1))",
    "[点这里](https://www.gov.cn/)",
)
PICTURE_REMOTE = Rule(
    "P112",
    "图片“{target}”在别的网站上",
    "把图片放进本地方的 attachments 文件夹，写文件名",
    "读者打开网页时，浏览器不应当去联系别的网站；别处的图片也随时会没有。",
    "![竣工](https://example.org/a.jpg)",
    "![竣工](jungong.jpg)",
)
PICTURE_DANGLING = Rule(
    "P113",
    "没有图片“{target}”",
    "{nearest}放进本地方的 attachments 文件夹，文件名要一样，后缀是 .jpg、.png 或 .webp",
    "图片按文件名到本地方的 attachments 文件夹里找。",
    "![竣工](jungong.JPG)",
    "![竣工](jungong.jpg)",
)
PICTURE_WITHOUT_TEXT = Rule(
    "P114",
    "图片“{target}”没有说明",
    "在方括号里写图上是什么：![竣工后的四组路段]({target})",
    "看不见图的人靠这句话知道图上是什么，图打不开时也显示它。",
    "![](jungong.jpg)",
    "![竣工后的四组路段](jungong.jpg)",
)
