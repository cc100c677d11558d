# Everything a person does with this project. Needs make and Python 3.11 or newer; fetches the rest, pinned by uv.lock.

UV_VERSION := 0.13.9
ARGS       :=

# A uv on the PATH serves; without one tools/get-uv installs its own copy in .uv, beside the project.
# (It is asked for its version because a pyenv shim of that name may exist and not work.)
UV := $(shell uv --version >/dev/null 2>&1 && command -v uv || echo .uv/$(UV_VERSION)/bin/uv)
BIN := .venv/bin
# One more than there are processors: a test waits for a browser or a preview a good part of its time.
WORKERS := $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 1)))
STARTER_LOCK := generator/mkdocs_briefings/starter/requirements.lock
FAST := -m 'not slow and not soak' --hypothesis-profile=quick
PYTHONS := 3.11 3.12 3.13

# uv uses a Python that is there: those that it would download come from a host that closed networks do not reach.
# (Whoever wants one of them all the same: make site UV_PYTHON_DOWNLOADS=automatic.)
export UV_PYTHON_DOWNLOADS    ?= never
export UV_PYTHON_PREFERENCE   ?= system
export UV_PROJECT_ENVIRONMENT := .venv
unexport VIRTUAL_ENV
# Material for MkDocs prints a banner about MkDocs 2 at every build, for us noise.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site offline serve check test soak fuzz quick lowest pythons lint lock format bench mutants shots release clean

help: ## this list (the default)
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile
	@echo 'ARGS="…" is passed on by serve, check, fuzz, quick, lowest, pythons, bench, mutants and release.'

site: .venv/.runtime ## build the site, strictly, into site/
	@$(BIN)/mkdocs build --strict
	@echo 'The site is in site/. To read it: python3 -m http.server -d site 8000, then http://127.0.0.1:8000/'

offline: .venv/.runtime ## build a copy into offline/ that opens from a folder or a USB stick, search included
	@$(BIN)/mkdocs build --strict --no-directory-urls --site-dir offline
	@echo 'The copy is in offline/. Open offline/index.html in a browser.'

serve: .venv/.runtime ## preview at http://127.0.0.1:8000/, rebuilt as you type
	@$(BIN)/mkdocs serve $(ARGS)

check: .venv/.runtime ## check sources and briefings, write nothing
	@$(BIN)/briefings check $(ARGS)

# pytest runs last and in silence around it: its summary is the closing line. A file's tests stay together: they share a built site;
# the order of files is that of tests/conftest.py.
test: lint ## everything: linters, types, all tests, a real browser and a language server (installed if missing)
	@CHROMIUM="$$(tools/get-browser)" && YAML_LANGUAGE_SERVER="$$(tools/get-language-server)" && \
		JS_READERS="$$(tools/get-js-readers)" && FIREFOX="$$(tools/get-firefox)" && \
		export CHROMIUM YAML_LANGUAGE_SERVER JS_READERS FIREFOX && \
		$(BIN)/pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder -m 'not soak' $(ARGS)

soak: .venv/.readers ## what is too long for `make test`: up to an hour
	@tools/get-pango && CHROMIUM="$$(tools/get-browser)" && JS_READERS="$$(tools/get-js-readers)" && FIREFOX="$$(tools/get-firefox)" && \
		export CHROMIUM JS_READERS FIREFOX && $(BIN)/pytest --numprocesses auto --dist loadfile -m soak $(ARGS)
	@$(BIN)/pytest --numprocesses auto --dist loadfile -m 'hypothesis and not soak' --hypothesis-profile=soak $(ARGS)

fuzz: .venv/.dev ## draw thousands of desks, sound and faulty, and hold them to what is promised: half an hour
	@$(BIN)/pytest tests/test_fuzz.py tests/test_hostile.py -k 'holds or mutated or any_bytes' --hypothesis-profile=fuzz $(ARGS)

quick: .venv/.dev ## the fast tests only
	@$(BIN)/pytest $(FAST) $(ARGS)

lowest: $(UV) ## the fast tests with the lowest versions that pyproject.toml allows
	@$(UV) pip compile --quiet --all-extras --resolution lowest-direct --output-file .cache/lowest.txt pyproject.toml
	@$(UV) venv --quiet --clear .cache/lowest
	@$(UV) pip install --quiet --python .cache/lowest --requirement .cache/lowest.txt --editable . --group dev
	@.cache/lowest/bin/python -m pytest $(FAST) $(ARGS)

pythons: $(UV) ## the fast tests with each version of Python that is supported and on this machine
	@for version in $(PYTHONS); do \
		python="$$($(UV) python find --no-project $$version 2>/dev/null || tools/find-python $$version)" || \
			{ missing="$$missing $$version"; continue; }; \
		echo "Python $$version:" && \
		UV_PROJECT_ENVIRONMENT=.cache/python-$$version $(UV) sync --frozen --quiet --python "$$python" && \
		.cache/python-$$version/bin/python -m pytest $(FAST) $(ARGS) || exit 1; \
		tested="$$tested $$version"; \
	done; \
	echo "Tested with Python:$${tested:- none}. Not tested, because not on this machine:$${missing:- none}."; \
	test -n "$$tested"

lint: .venv/.dev ## style, format and types; that uv.lock matches pyproject.toml
	@$(UV) lock --check --offline --quiet || { echo 'uv.lock does not match pyproject.toml: run make lock' >&2; exit 1; }
	@tools/starter-lock '$(UV)' | cmp - $(STARTER_LOCK) || { echo '$(STARTER_LOCK) does not match uv.lock: run make lock' >&2; exit 1; }
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

lock: $(UV) ## lock what pyproject.toml asks for, for this repository and for new desks (ARGS=--upgrade: newest versions)
	@$(UV) lock $(ARGS)
	@tools/starter-lock '$(UV)' >$(STARTER_LOCK).new && mv $(STARTER_LOCK).new $(STARTER_LOCK)

format: .venv/.dev ## let ruff mend and format the code
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

bench: .venv/.dev ## measure speed and memory beside Hugo and plain MkDocs
	@$(BIN)/python -m bench.run $(ARGS)

mutants: .venv/.dev ## break copies of the tests' desk, and plant faults in honest briefings: what is caught, by kind
	@$(BIN)/python tests/mutants.py $(ARGS)
	@$(BIN)/python -m tests.evidence.measure

# Built without --strict: the page that shows a picture that is not there yet is no reason not to take it.
shots: .venv/.dev ## take the pictures of the documentation from the site
	@CHROMIUM="$$(tools/get-browser)" && export CHROMIUM && $(BIN)/mkdocs build --quiet && $(BIN)/python tools/shots.py

release: .venv/.dev ## check, set VERSION, build it into dist/ with notes and sums; prints what is left: commit, tag, push
	@UV="$(UV)" $(BIN)/python tools/release.py '$(VERSION)' $(ARGS)

clean: ## remove all that make made, the environment too
	rm -rf site offline dist .venv .uv .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache

# One environment, two stages: a site needs no test tools. --inexact leaves the second stage alone when the first is renewed.
.venv/.runtime: uv.lock pyproject.toml | $(UV)
	@$(UV) sync --frozen --quiet --no-dev --extra cards --inexact
	@touch $@

.venv/.dev: uv.lock pyproject.toml | $(UV)
	@$(UV) sync --frozen --quiet
	@touch .venv/.runtime $@

# What reads the data of a site, and sets editions, in `make soak`.
.venv/.readers: uv.lock pyproject.toml | $(UV)
	@tools/get-icu
	@$(UV) sync --frozen --quiet --group readers
	@touch .venv/.runtime .venv/.dev $@

.uv/$(UV_VERSION)/bin/uv:
	@tools/get-uv $(UV_VERSION)
