# Everything a newcomer needs: `make site`, `make test`. Each target sets up what it needs first
# (tools/setup.py), at no cost when that was done before. `make help` lists the rest.

# The first Python that is new enough; another one: make PYTHON=/path/to/python3.11 …
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$name && break; done)
CONTENT ?= content
OUT ?= site
EXAMPLE := examples/wuli
JOBS ?= 2
TESTS ?= tests
TORTURED := struck.py failing.py killed.py

RUN := .venv/bin/python
SETUP = @$(or $(PYTHON),echo '✗ 需要 Python 3.11 或更新的版本；可以指定：make PYTHON=/路径/python3.11' >&2; exit 3;) \
	tools/setup.py

# Paths and files may have Chinese names, whatever the locale of the caller.
export LC_ALL := C.UTF-8
# The theme announces a successor on every start; it is no news to a reader of this output.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site example serve test torture check format docs screenshots gallery lock clean bench bench-large
.PHONY: setup-site setup-dev setup-browser setup-strace setup-exiftool setup-checkers

help: ## 列出全部目标
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: setup-site ## 把 content/ 编成网站，放进 site/
	$(RUN) -m site_gen build $(CONTENT) --out $(OUT)
	@echo
	@echo '网站在 $(OUT)/。在本机查看：make serve'

example: setup-site ## 把虚构的示例编成网站，放进 site-example/
	$(RUN) -m site_gen build $(EXAMPLE) --out site-example
	@echo
	@echo '示例在 site-example/。在本机查看：make serve CONTENT=$(EXAMPLE)'

serve: setup-site ## 在本机预览 content/，改了就更新
	$(RUN) -m site_gen serve $(CONTENT)

test: setup-dev setup-browser setup-strace setup-exiftool setup-checkers ## 运行全部测试，浏览器测试在内
	$(RUN) -m pytest -n $(JOBS) --dist loadfile $(TESTS)

torture: setup-dev setup-strace ## 在每一个系统调用上中断发布，再在二百个随意的时刻（约半小时）
	TORTURE=1 $(RUN) -m pytest -n $(JOBS) --dist load $(addprefix tests/publish/test_,$(TORTURED))

.PHONY: fuzz
fuzz: setup-dev ## 用改坏的记录试程序（N=次数 SEED=种子）
	$(RUN) -m tests.fuzz --number $(or $(N),1000000) --seed $(or $(SEED),0) --jobs $(JOBS)

check: setup-dev ## 检查格式、类型、层次、全部记录和它们的写法
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	.venv/bin/lint-imports
	$(RUN) -m site_gen check $(CONTENT)
	$(RUN) -m site_gen check $(EXAMPLE)
	$(RUN) -m site_gen fmt --check $(CONTENT)
	$(RUN) -m site_gen fmt --check $(EXAMPLE)

format: setup-dev ## 按约定的格式改写代码
	$(RUN) -m ruff format .
	$(RUN) -m ruff check --fix .

docs: setup-dev ## 从代码重新生成 docs/ 里的层次、动作表、键和编辑器用的 JSON Schema
	$(RUN) tools/architecture_page.py
	$(RUN) tools/reference_pages.py
	$(RUN) tools/schema_files.py
	$(RUN) tools/mechanisms_page.py

.PHONY: words
words: setup-dev ## 收集界面上的字，更新 site_gen/data/locale/ 里的目录
	$(RUN) tools/words.py

screenshots: setup-dev setup-browser ## 给每一种页面和四种读者的走法拍照，写 docs/screenshots/ 和 docs/walks.md
	$(RUN) -m tools.screenshots

gallery: setup-dev ## 把每个部件的每个例子放在一页上：site-gallery/
	$(RUN) -m tools.gallery

.PHONY: weigh
weigh: setup-dev setup-browser ## 量每一种页面在慢手机上第一次打开要多久，写 docs/reading-speed.md（ROUNDS=次数）
	$(RUN) -m tools.reading_speed --rounds $(or $(ROUNDS),5)

bench: setup-dev setup-browser ## 和别的程序比快慢，写 docs/benchmarks.md（N=场次 ROUNDS=轮数 ONLY=谁）
	$(RUN) -m benchmarks.run --sessions $(or $(N),10000) --rounds $(or $(ROUNDS),5) --only '$(ONLY)'

bench-large: setup-dev ## 十万场次，只量本程序，一轮
	$(RUN) -m benchmarks.run --large --sessions 100000 --rounds 1

# Versions stay as they are unless pyproject.toml asks otherwise; UPGRADE=--upgrade takes new ones.
COMPILE = .venv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate --custom-compile-command 'make lock' $(UPGRADE)

lock: setup-dev ## 更新锁定的版本：requirements.lock、requirements-dev.lock
	$(COMPILE) --extra build -o requirements.lock
	$(COMPILE) --extra build --extra dev -c requirements.lock -o requirements-dev.lock

clean: ## 删去生成的一切（虚拟环境留着）
	rm -rf site site.* site-* .cache build dist .mypy_cache .pytest_cache .ruff_cache \
		.import_linter_cache .hypothesis
	find site_gen tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

setup-site:
	$(SETUP) site

setup-dev:
	$(SETUP) dev

setup-browser:
	$(SETUP) browser

setup-strace:
	$(SETUP) strace

setup-exiftool:
	$(SETUP) exiftool

# Without them their tests fail, and only theirs.
setup-checkers:
	-$(SETUP) checkers
