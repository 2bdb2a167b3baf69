"""Rules about where files lie and how files and folders are called.

The path is the identity of a record, so its rules are strict; what stands in a
file is the business of the other families.
"""

from site_gen.findings.model import Rule, Severity

NAME_NOT_ALLOWED = Rule(
    "F201",
    "“{name}”不能做名字",
    "只用小写字母、数字和减号，例如 0512-shiqiao，最长 64 个字符，减号不在头尾",
    "文件名和文件夹名就是网址的一部分，汉字、大写字母、空格和下划线都不行。",
    "sessions/2023/石桥村.md",
    "sessions/2023/0512-shiqiao.md",
)
NAME_RESERVED = Rule(
    "F202",
    "“{name}”是留给网站自己用的名字",
    "换一个名字",
    "index、search、assets、404 这样的网址已经有用处，有些名字 Windows 不允许。",
    "pages/index.md",
    "pages/about.md",
)
YEAR_NOT_ALLOWED = Rule(
    "F203",
    "“{name}”不是年份文件夹",
    "写四位的年，例如 2023；不知道年份就放进 undated",
    "记录按年份放，年份取活动的年份，没有就取来源的年份，都没有放进 undated。",
    "sessions/23/0512-shiqiao.md",
    "sessions/2023/0512-shiqiao.md",
)
YEAR_DIFFERS = Rule(
    "F204",
    "记录放在 {folder} 里，但写的日期属于 {year}",
    "把文件移到 {year} 文件夹，或者改正日期",
    "年份取活动的年份，没有就取来源的年份，都没有放进 undated。",
    "sessions/2022/0512-shiqiao.md（时间: 2023-05-12）",
    "sessions/2023/0512-shiqiao.md（时间: 2023-05-12）",
)
FILE_UNKNOWN = Rule(
    "F205",
    "这里不放“{name}”",
    "这里可以放：{allowed}",
    "内容文件夹里每一种东西有固定的位置，放错的文件不会出现在网站上，所以不放过。",
    "regions/lixian/notes.txt",
    "regions/lixian/units.yaml",
)
FOLDER_UNKNOWN = Rule(
    "F206",
    "这里没有叫“{name}”的文件夹",
    "这里可以放：{allowed}",
    "文件夹的名字是固定的，多一个字母就读不到。",
    "regions/lixian/session/2023",
    "regions/lixian/sessions/2023",
)
SUFFIX_WRONG = Rule(
    "F207",
    "“{name}”的扩展名不对",
    "这里的文件以 {suffix} 结尾",
    "有故事、有经过的写成 .md，名单和设置写成 .yaml。Windows 可能隐藏了真正的扩展名。",
    "sessions/2023/0512-shiqiao.md.txt",
    "sessions/2023/0512-shiqiao.md",
)
NOT_A_FILE = Rule(
    "F208",
    "“{name}”是{what}，不是普通的文件或文件夹",
    "换成真正的文件",
    "链接可能指到内容文件夹外面，设备文件读不完，一律不用。",
    "（指向别处的符号链接）",
    "（真正的文件）",
)
NAME_NOT_NFC = Rule(
    "F209",
    "“{name}”的字形编码不是标准形式（NFC）",
    "删掉名字重新打一遍",
    "同一个字有两种编码，看着一样，链接却对不上，多见于苹果电脑。",
    "（用分解形式编码的文件名）",
    "（重新打过的文件名）",
)
NAME_TWINS = Rule(
    "F210",
    "“{name}”和“{other}”只差大小写或字形编码",
    "改掉其中一个的名字",
    "在 Windows 和苹果电脑上它们是同一个文件，会互相覆盖。",
    "attachments/路.JPG 和 attachments/路.jpg",
    "attachments/路1.jpg 和 attachments/路2.jpg",
)
FILE_NAME_UNSAFE = Rule(
    "F211",
    "“{name}”不能做文件名：{why}",
    "换一个名字，可以用汉字、字母、数字、减号和下划线",
    "有些名字在别的电脑上打不开，或者会被当成命令和路径。",
    "attachments/-路.jpg",
    "attachments/路.jpg",
)
ATTACHMENT_NOT_ALLOWED = Rule(
    "F212",
    "附件“{name}”不是可以用的种类",
    "只能放 {allowed}",
    "照片和扫描件用 JPEG、PNG、WebP，文件用 PDF；别的种类可能带来危险，也不是人人打得开。",
    "attachments/方案.docx",
    "attachments/方案.pdf",
)
REGION_WITHOUT_FILE = Rule(
    "F213",
    "文件夹“{name}”里没有 region.yaml",
    "写一个 region.yaml，至少写代码；文件夹放错了就删掉",
    "一个地方由它的 region.yaml 说明是哪里，没有就不知道这些记录属于谁。",
    "regions/lixian/（没有 region.yaml）",
    "regions/lixian/region.yaml",
)
SITE_FILE_MISSING = Rule(
    "F214",
    "缺少 {name}",
    "在内容文件夹里写一个 {name}",
    "网站的名称、主办单位写在这个文件里。",
    "（没有 site.yaml 的内容文件夹）",
    "名称: 理县协商公示",
)
TRANSLATION_WITHOUT_RECORD = Rule(
    "F215",
    "译文“{name}”旁边没有原文 {original}",
    "检查名字，译文的名字是原文的名字加语言代码",
    "0512-shiqiao.bo.md 是 0512-shiqiao.md 的藏文译文，两个文件放在一起。",
    "0512-shiqao.bo.md（原文叫 0512-shiqiao.md）",
    "0512-shiqiao.bo.md",
)
TRANSLATION_INTO_OWN_LANGUAGE = Rule(
    "F218",
    "译文“{name}”的语言代码 {language} 就是原文的语言",
    "改成译文的语言代码，例如 bo（藏文）、en（英文）；不是译文就删掉",
    "原文是简体中文（zh-Hans），译文是别的语言。",
    "0512-shiqiao.zh.md",
    "0512-shiqiao.bo.md",
)
SYSTEM_FILE = Rule(
    "F216",
    "“{name}”是电脑自己生成的文件，没有读",
    "可以删掉",
    "Windows 和苹果电脑会在文件夹里放自己的小文件，git 也用占位文件，都不是内容。",
    "regions/lixian/.DS_Store",
    "regions/lixian/units.yaml",
    Severity.WARNING,
)
FOLDER_MISSING = Rule(
    "F217",
    "找不到内容文件夹",
    "检查路径",
    "内容文件夹里有 site.yaml 和 regions。",
    "site-gen check contnet",
    "site-gen check content",
)
