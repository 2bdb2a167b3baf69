"""Rules about attachments: what lies in a picture or a PDF, judged by its bytes.

Where attachments lie and how they are called is in :mod:`site_gen.findings.path_rules`.
"""

from site_gen.findings.model import Rule, Severity

EMPTY = Rule(
    "A101",
    "附件是空的，没有一个字节",
    "重新复制一份，或者把文件删掉",
    "空文件多半是复制或者下载中断留下的。",
    "attachments/jungong.jpg（0 字节）",
    "attachments/jungong.jpg（真正的照片）",
)
TOO_LARGE = Rule(
    "A102",
    "附件超过了 {limit} MB",
    "照片用手机的“中等”大小再发一次；PDF 用打印或者“缩小文件”另存一份",
    "一张手机照片是 3 到 8 MB，一份文件很少超过 10 MB。太大的多半是没有压缩的扫描件。",
    "attachments/baogao.pdf（85 MB）",
    "attachments/baogao.pdf（4 MB）",
)
NOT_WHAT_IT_SAYS = Rule(
    "A103",
    "文件名说是 {named}，里面却是{found}",
    "用看图软件或者办公软件打开，另存为 {named}；不要只改文件名",
    "只改扩展名，里面的东西不会变，读者打不开，也可能藏着别的东西。"
    "苹果手机拍的照片常常是 HEIC，要先转成 JPEG。",
    "attachments/jungong.jpg（其实是 HEIC）",
    "attachments/jungong.jpg（另存为 JPEG）",
)
PICTURE_BROKEN = Rule(
    "A104",
    "图片坏了，或者没有传完，解不开",
    "找原来的照片重新复制一份，或者用看图软件打开再另存一份",
    "中途断掉的图片在网页上只显示一半，或者什么也不显示。",
    "attachments/jungong.jpg（只有前一半）",
    "attachments/jungong.jpg（完整的照片）",
)
PICTURE_TOO_LARGE = Rule(
    "A105",
    "图片太大了：最多 {pixels} 万像素，每边最多 {side} 像素",
    "缩小以后再放进来；网页上显示的不超过 1600 像素宽",
    "很小的文件也能展开成很大的图，把电脑的内存占满，所以展开之前先看大小。",
    "attachments/quanjing.png（50000×50000）",
    "attachments/quanjing.jpg（4000×3000）",
)
PICTURE_MOVES = Rule(
    "A106",
    "这是动图，网站上只显示第一帧",
    "看看第一帧是不是要给人看的那一张；最好换成一张不动的图片",
    "会动的图片分散注意力，有的读者看了不舒服，也没有地方写清楚每一帧是什么。",
    "attachments/shigong.webp（会动的）",
    "attachments/shigong.jpg",
    Severity.WARNING,
)
PDF_BROKEN = Rule(
    "A110",
    "PDF 坏了，读不出来",
    "用原来的软件重新导出一份 PDF，或者打开以后“打印”成 PDF",
    "传了一半、改坏了的 PDF，有的软件勉强打得开，有的打不开。",
    "attachments/jiyao.pdf（只有前一半）",
    "attachments/jiyao.pdf（重新导出的）",
)
PDF_ENCRYPTED = Rule(
    "A111",
    "PDF 加了密或者设了限制",
    "去掉密码和限制，重新导出一份",
    "加密的 PDF 查不了里面有没有个人信息，读者也不一定打得开、读得出来。",
    "attachments/jiyao.pdf（要密码，或者不许复制）",
    "attachments/jiyao.pdf（没有加密）",
)
PDF_ACTS = Rule(
    "A112",
    "PDF 里有会自己动作的内容：{what}",
    "打开以后“打印”成一份新的 PDF，这些内容就没有了",
    "公示的文件只用来看。脚本、启动程序、提交表单这一类内容可能带来危险。",
    "attachments/shenqing.pdf（带 JavaScript 的表单）",
    "attachments/shenqing.pdf（打印成的 PDF）",
)
PDF_HOLDS_FILES = Rule(
    "A113",
    "PDF 里夹着别的东西：{what}",
    "打开以后“打印”成一份新的 PDF；夹着的文件如果要公开，就单独放",
    "夹在 PDF 里的文件、音像和表单数据没有检查过，也不是人人打得开。",
    "attachments/jiyao.pdf（夹着一个 .docx）",
    "attachments/jiyao.pdf",
)
PDF_TOO_MUCH = Rule(
    "A114",
    "PDF 太长或者太复杂，查不完：{what}",
    "分成几份，或者打开以后“打印”成一份新的 PDF",
    "最多 300 页。有的 PDF 很小，展开却没有尽头，所以查的时间和内存都有限。",
    "attachments/huibian.pdf（2000 页的汇编）",
    "attachments/huibian-1.pdf（200 页）",
)
PDF_WITHOUT_TEXT = Rule(
    "A115",
    "PDF 的第 {pages} 页没有文字，可能是扫描的图片，程序查不了里面有没有个人信息",
    "请一个人逐页看过：没有姓名、电话、身份证号、住址再公开；有原来的电子文件就用原来的",
    "扫描件里的字是图片，查不出来，也搜不到，看不见屏幕的读者也听不到。",
    "attachments/jiyao.pdf（扫描的）",
    "attachments/jiyao.pdf（由文档导出的）",
    Severity.WARNING,
)
PDF_PERSONAL = Rule(
    "A116",
    "PDF {place}有个人信息：{masked}",
    "在原来的文档里删掉或者遮住，重新导出一份 PDF；在 PDF 上盖一个黑块是遮不住的",
    "附件里的文字和记录一样要查：身份证号、手机号、银行卡号、车牌和住址都不能公开。",
    "attachments/mingdan.pdf（有村民的手机号）",
    "attachments/mingdan.pdf（手机号写成 138****1234）",
)
PDF_MAYBE_PERSONAL = Rule(
    "A117",
    "PDF {place}可能有个人信息：{masked}",
    "请看一看，是就在原来的文档里删掉，重新导出一份",
    "有些写法像个人信息，又不一定是，要由人来看。",
    "attachments/mingdan.pdf（联系人：张三）",
    "attachments/mingdan.pdf（联系电话：12345）",
    Severity.WARNING,
)
UNUSED = Rule(
    "A120",
    "没有一条公开的记录用到这个附件，没有发布",
    "在记录里写上它的文件名；不用了就删掉",
    "附件只因为有记录提到它才公开。撤下一条记录，它的附件也就撤下了。",
    "attachments/jiu-zhaopian.jpg（没有记录提到）",
    "- 2023-12-22 办结：已解决；佐证：![竣工后的路段](jungong.jpg)",
    Severity.WARNING,
)
