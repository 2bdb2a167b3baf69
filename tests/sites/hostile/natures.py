"""What is no plain file or folder: links, pipes, sockets, devices; and second names of files."""

from tests.sites.hostile.case import (
    bad,
    device,
    edit,
    fifo,
    file,
    gone,
    good,
    hard_link,
    link,
    listening,
)
from tests.sites.paths import CASE, LIXI, SESSION, UNITS

PICTURES = f"{LIXI}attachments/"
YEAR = f"{LIXI}sessions/2023/"

BAD = (
    bad("a record that is a link", f"{YEAR}a.md:1:1 F208", link(f"{YEAR}a.md", "0512-shigeng.md")),
    bad("a picture that is a link", f"{PICTURES}a.png:1:1 F208",
        link(f"{PICTURES}a.png", "jungong.png")),
    bad("a link to outside", f"{PICTURES}a.pdf:1:1 F208", link(f"{PICTURES}a.pdf", "/etc/passwd")),
    bad("a link up and out", f"{PICTURES}b.png:1:1 F208",
        link(f"{PICTURES}b.png", "../../../../b.png")),
    bad("a link to nothing", f"{PICTURES}a.jpg:1:1 F208", link(f"{PICTURES}a.jpg", "nothing")),
    bad("a link to itself", f"{PICTURES}c.jpg:1:1 F208", link(f"{PICTURES}c.jpg", "c.jpg")),
    bad("a link to a device", f"{PICTURES}z.jpg:1:1 F208", link(f"{PICTURES}z.jpg", "/dev/zero")),
    bad("a folder that is a link", f"{LIXI}sessions/2024:1:1 F208",
        link(f"{LIXI}sessions/2024", "2023")),
    bad("a region that is a link", "regions/zheping:1:1 F208", link("regions/zheping", "moping")),
    bad("a folder that is a link to what holds it", f"{LIXI}methods/a:1:1 F208",
        link(f"{LIXI}methods/a", "..")),
    bad("regions that are a link", "regions/yunzhou/cases:1:1 F208",
        link("regions/yunzhou/cases", "../lixi/cases")),
    bad("a list that is a link", "regions/moping/units.yaml:1:1 F208",
        link("regions/moping/units.yaml", "../lixi/units.yaml")),
    bad("a system file that is a link", ".DS_Store:1:1 F208", link(".DS_Store", "site.yaml")),
    bad("settings that are a link", "site.yaml:1:1 F208",
        gone("site.yaml"), file("../settings.yaml", "名称: 公示\n"),
        link("site.yaml", "../settings.yaml")),
    bad("a record that is a pipe", f"{YEAR}a.md:1:1 F208", fifo(f"{YEAR}a.md")),
    bad("a picture that is a pipe", f"{PICTURES}a.png:1:1 F208", fifo(f"{PICTURES}a.png")),
    bad("a list that is a pipe", "regions/moping/units.yaml:1:1 F208",
        fifo("regions/moping/units.yaml")),
    bad("settings that are a pipe", "vocabulary.yaml:1:1 F208",
        gone("vocabulary.yaml"), fifo("vocabulary.yaml")),
    bad("a socket", f"{PICTURES}a.jpg:1:1 F208", listening(f"{PICTURES}a.jpg")),
    bad("a device that never ends", f"{PICTURES}a.jpg:1:1 F208", device(f"{PICTURES}a.jpg")),
    bad("a record that is a device", f"{YEAR}a.md:1:1 F208", device(f"{YEAR}a.md")),
)  # fmt: skip

GOOD = (
    good("a second name of a picture", hard_link(f"{PICTURES}a2.png", f"{PICTURES}jungong.png"),
         edit(CASE, "## 困难", "![路](a2.png)\n\n## 困难")),
    good("a second name of a list", hard_link("regions/yunzhou/units.yaml", UNITS)),
    good("a record with another name elsewhere", hard_link("../aside.md", SESSION)),
)  # fmt: skip
