# phuluc: build, test, install. `make help` lists the targets.
# GNU make; sources are found by wildcard, one build folder per flavour, nothing is written outside build/.

PREFIX   ?= /usr/local
BINDIR   ?= $(PREFIX)/bin
DATADIR  ?= $(PREFIX)/share/phuluc
DOCDIR   ?= $(PREFIX)/share/doc/phuluc
MANDIR   ?= $(PREFIX)/share/man
COMPLETIONDIR ?= $(PREFIX)/share/bash-completion/completions
# Both places that cron and systemd look at hold for the whole machine; any other PREFIX has its own.
SYSCONFDIR ?= $(if $(filter /usr /usr/local,$(PREFIX)),/etc,$(PREFIX)/etc)
UNITDIR  ?= $(PREFIX)/lib/systemd/system
VERSION  := 0.1.0

CC       ?= cc
OBJCOPY  ?= objcopy
CFLAGS   ?= -O2 -g
comma    := ,
Q        := $(if $(V),,@)

# SANITIZE=address,undefined makes a flavour of its own: its objects never meet plain ones.
SANITIZE ?=
FLAVOUR  ?= $(if $(SANITIZE),$(subst $(comma),-,$(SANITIZE)),plain)
BUILD    := build/$(FLAVOUR)

PKGS       := libxml-2.0 xlsxwriter jansson libutf8proc nettle libdeflate libzip
# What libxlsxwriter wants of minizip is not ours to see: there is a zip.h there, too.
PKG_CFLAGS := $(filter-out %/minizip,$(shell pkg-config --cflags $(PKGS)))
PKG_LIBS   := $(shell pkg-config --libs $(PKGS))
ifneq ($(.SHELLSTATUS),0)
$(if $(filter-out clean help dist,$(or $(MAKECMDGOALS),all)),$(error pkg-config does not know $(PKGS): install the packages that \
  scripts/packages.bash names, or run scripts/report))
endif
# libharu ships no .pc file in Debian 12; the other two need no flags.
HPDF_LIBS  ?= -lhpdf
LIBS       := $(PKG_LIBS) $(HPDF_LIBS) -lunibreak

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wvla \
        -Wformat=2 -Wundef -Wconversion $(if $(DEVELOPER),-Werror)
SANITIZER_FLAGS := $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer)
# CPPFLAGS, CFLAGS and LDFLAGS are the user's. System headers come through -isystem: their warnings are not ours.
ALL_CPPFLAGS = -D_GNU_SOURCE -DPHULUC_VERSION='"$(VERSION)"' -Isrc -include src/base/banned.h \
               $(patsubst -I%,-isystem %,$(PKG_CFLAGS)) $(CPPFLAGS)
ALL_CFLAGS   = -std=c11 $(WARN) $(SANITIZER_FLAGS) $(CFLAGS)
# A report is made again when the program is another one, which is known by its build id.
ALL_LDFLAGS  = -Wl,--build-id=sha1 $(SANITIZER_FLAGS) $(LDFLAGS)
# Only load.c is told where the program's files are going to be installed.
SEAL_FLAG    = -I$(BUILD)
DATADIR_FLAG = -DPHULUC_DATADIR='"$(DATADIR)"'

TEMPLATES := $(wildcard templates/catalogue.xml templates/schema/*.xsd templates/layouts/*.xml)
SRCS  := $(wildcard src/*/*.c src/*/*/*.c)
OBJS  := $(SRCS:%.c=$(BUILD)/%.o)
LIB   := $(BUILD)/libphuluc.a
TEST_SRCS := $(wildcard tests/unit/test_*.c)
TEST_OBJS := $(TEST_SRCS:%.c=$(BUILD)/%.o)
TESTS     := $(TEST_SRCS:tests/unit/%.c=$(BUILD)/tests/%)
FAILCALL  := $(BUILD)/tests/failcall
FAILALLOC := $(BUILD)/tests/failalloc.so
SUPPORT_OBJS := $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/support/*.c))

# Liberation 2: Debian 12 keeps it apart from version 1, Debian 13 has it alone.
FONT_NAME    := $(if $(wildcard /usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf),liberation2,liberation)
FONT_SOURCE  ?= /usr/share/fonts/truetype/$(FONT_NAME)
FONT_LICENCE ?= /usr/share/doc/fonts-$(FONT_NAME)/copyright
ICC_SOURCE   ?= /usr/share/color/icc/sRGB.icc
ICC_LICENCE  ?= /usr/share/doc/icc-profiles-free/copyright
FACES := Regular Bold Italic BoldItalic
FONTS := $(FACES:%=build/fonts/LiberationSerif-%.ttf)
FONT_FILES := $(FONTS) build/fonts/sRGB.icc build/fonts/LICENCE.liberation build/fonts/LICENCE.icc
# Latin, Vietnamese and the signs that administrative documents use.
UNICODES := U+0020-007E,U+00A0-017F,U+01A0-01B0,U+1E00-1EFF,U+2010-2027,U+2030-203A,U+20AB,U+20AC,U+2190-2193,U+2212,U+2260-2265,U+25A0-25CF
# No hinting and no layout tables: small files, fast to embed. Names 13 and 14 are the licence.
SUBSET_FLAGS := --unicodes=$(UNICODES) --no-hinting --layout-features= --drop-tables+=GSUB,GPOS,GDEF,DSIG \
                --name-IDs=0,1,2,3,4,5,6,13,14

.DELETE_ON_ERROR:
.PHONY: all help check check-long check-unit check-behaviour check-documents check-html check-san check-san-long check-valgrind \
        check-valgrind-long check-ledger check-ledger-long check-money check-money-long check-audit check-draft check-batch check-batch-long check-cluster check-results check-results-long check-install check-programs lint lint-compile \
        lint-layers lint-cppcheck lint-tidy lint-xml lint-shell lint-man lint-readme golden-update man-update readme-update bench same-bytes house-counts install uninstall clean dist FORCE

# ---- the program ----

all: $(BUILD)/phuluc $(FONT_FILES) $(if $(filter plain,$(FLAVOUR)),build/phuluc) ## the program at build/phuluc, with its fonts (the default)

# A link, because the program looks for templates and fonts from where it really is.
build/phuluc: build/plain/phuluc
	$(Q)ln -sfn plain/phuluc $@

# What only debuggers read, four fifths of the program, stands beside it, where they find it.
$(BUILD)/phuluc: $(BUILD)/src/main.o $(LIB) $(BUILD)/flags
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $(filter %.o %.a,$^) $(LIBS)
	$(Q)$(if $(SANITIZE),,$(OBJCOPY) --only-keep-debug $@ $@.debug && $(OBJCOPY) --strip-debug --add-gnu-debuglink=$@.debug $@)

# The templates are validated here, once, and known by their digests then (src/input/seal.h).
$(BUILD)/src/main.o: ALL_CPPFLAGS += $(SEAL_FLAG)
$(BUILD)/src/main.o: $(BUILD)/input/sealed.def

$(BUILD)/seal: $(BUILD)/scripts/seal.o $(LIB) $(BUILD)/flags
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $(filter %.o %.a,$^) $(LIBS)

$(BUILD)/sealed: $(BUILD)/seal $(TEMPLATES) $(FONT_FILES)
	$(Q)$< templates build > $@

# Rewritten only when it changes, so that main.c is not compiled for nothing.
$(BUILD)/input/sealed.def: $(BUILD)/sealed
	$(Q)mkdir -p $(@D) && { cmp -s $< $@ || cp $< $@; }

# Made anew each time, so that an object whose source is gone does not stay in it.
$(LIB): $(OBJS) $(BUILD)/sources
	$(Q)rm -f $@ && $(AR) rcs $@ $(OBJS)

$(BUILD)/%.o: %.c $(BUILD)/flags
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/src/command/load.o: ALL_CPPFLAGS += $(DATADIR_FLAG)
$(BUILD)/src/command/load.o: $(BUILD)/datadir

$(TESTS): $(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(SUPPORT_OBJS) $(LIB) $(BUILD)/flags
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $(filter %.o %.a,$^) $(LIBS) -lcmocka

# The harnesses for hostile input, for libFuzzer (make fuzz): all objects are clang's then, in a flavour of their own.
FUZZ_SRCS  := $(wildcard tests/fuzz/*.c)
FUZZ_OBJS  := $(FUZZ_SRCS:%.c=$(BUILD)/%.o)
FUZZER     := $(BUILD)/phuluc-fuzz

$(FUZZER): $(FUZZ_OBJS) $(LIB) $(BUILD)/flags
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $(filter %.o %.a,$^) $(LIBS)

# What makes system calls of the program fail.
$(FAILCALL): $(BUILD)/tests/batch/failcall.o $(BUILD)/flags
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $<

# What makes its allocations fail, where no sanitizer has an allocator of its own.
$(FAILALLOC): tests/batch/failalloc.c $(BUILD)/flags
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) -std=c11 -D_GNU_SOURCE $(WARN) -O2 -g -fPIC -shared -o $@ $<

# The bare libraries, for the benchmark.
$(BUILD)/tests/floor: $(BUILD)/tests/bench/floor.o $(BUILD)/flags
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $(filter %.o,$^) $(LIBS)

# A stamp is rewritten only when its text changes: `make CFLAGS=-O0` rebuilds, a second `make` does nothing.
stamp = mkdir -p $(@D) && printf '%s\n' '$(subst ','\'',$(1))' | cmp -s - $@ || printf '%s\n' '$(subst ','\'',$(1))' > $@

$(BUILD)/flags: FORCE
	@$(call stamp,$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) $(ALL_LDFLAGS) $(LIBS))

$(BUILD)/datadir: FORCE
	@$(call stamp,$(DATADIR))

$(BUILD)/sources: FORCE
	@$(call stamp,$(SRCS))

build/fonts/flags: FORCE
	@$(call stamp,$(SUBSET_FLAGS))

$(FONTS): build/fonts/%.ttf: $(FONT_SOURCE)/%.ttf build/fonts/flags
	$(Q)hb-subset $(SUBSET_FLAGS) --output-file=$@ $<

build/fonts/sRGB.icc: $(ICC_SOURCE)
	$(Q)mkdir -p $(@D) && cp $< $@

build/fonts/LICENCE.liberation: $(FONT_LICENCE)
	$(Q)mkdir -p $(@D) && cp $< $@

build/fonts/LICENCE.icc: $(ICC_LICENCE)
	$(Q)mkdir -p $(@D) && cp $< $@

-include $(OBJS:.o=.d) $(BUILD)/src/main.d $(BUILD)/scripts/seal.d $(TEST_OBJS:.o=.d) $(SUPPORT_OBJS:.o=.d) $(BUILD)/tests/batch/failcall.d $(BUILD)/tests/bench/floor.d $(FUZZ_OBJS:.o=.d)

# ---- tests ----
# Each suite ends with a line "N passed, N failed"; scripts/run-suites runs suites in turn and adds them up.

SANITIZERS  := address,undefined
# 99: a status that the program itself never ends with.
ASAN        := exitcode=99:detect_leaks=1:handle_segv=2:quarantine_size_mb=4
SAN_ENV     := ASAN_OPTIONS=$(ASAN) UBSAN_OPTIONS=exitcode=99:print_stacktrace=1
VALGRIND    := valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,indirect,possible
# What tests run instead of the program itself: empty, the sanitizers' settings, or valgrind.
WATCH       := $(if $(SANITIZE),env $(SAN_ENV)) $(WATCHED_BY)
PROGRAM      = $(CURDIR)/$(BUILD)/$(if $(strip $(WATCH)),watched-phuluc,phuluc)

check: ## the test suites, with a part of them under sanitizers and valgrind
	+$(Q)scripts/run-suites check-unit check-behaviour check-ledger check-money check-audit check-draft check-results check-batch \
	  check-hostile check-fuzz check-narrow check-documents check-html check-install check-san check-valgrind

check-long: ## the same, with every figure changed and all behaviour tests under valgrind
	+$(Q)scripts/run-suites check-unit check-behaviour check-ledger-long check-money-long check-audit check-draft check-results-long check-batch-long check-cluster \
	  check-hostile-long check-fuzz check-narrow-long check-documents check-html check-install check-san-long check-valgrind-long

check-programs: all # what the suites run; a test may set sanitizers' settings of its own in ASAN_OF_TEST
	$(Q)printf '#!/bin/sh\nexec %s %s "$$@"\n' '$(subst $(ASAN),$(ASAN):$$ASAN_OF_TEST,$(strip $(WATCH)))' '$(CURDIR)/$(BUILD)/phuluc' > $(BUILD)/watched-phuluc
	$(Q)chmod +x $(BUILD)/watched-phuluc

check-unit: all $(TESTS) ## cmocka tests of the modules
	$(Q)WATCH='$(strip $(WATCH))' tests/unit/run $(TESTS)

check-behaviour: check-programs ## the program on good and bad input, byte for byte
	$(Q)tests/behaviour/run $(PROGRAM)

check-ledger: check-programs ## the ledger against equalities keyed by hand; changed figures are noticed
	$(Q)tests/ledger/run $(PROGRAM)

check-ledger-long: check-programs ## the same, with every figure of every decision changed in turn
	$(Q)tests/ledger/run $(PROGRAM) --all

check-money: check-programs ## sums and comparisons of cases worked out by hand, and of random plans whose totals are known
	$(Q)tests/money/run $(PROGRAM)

check-money-long: check-programs ## the same with 10,000 random plans
	$(Q)tests/money/run $(PROGRAM) --long

check-draft: check-programs ## drafts of plans from the decisions' own files, beside what was keyed by hand; files that attack
	$(Q)tests/draft/run $(PROGRAM)

check-audit: check-programs ## accepted findings, explain, thresholds, observations, the other view of figures
	$(Q)tests/audit/run $(PROGRAM)

check-results: check-programs ## the illustrative results; gaps of every target, of random ones, and two years of months against those worked out without the program
	$(Q)status=0; tests/results/check-samples || status=1; tests/results/check-gaps $(PROGRAM) || status=1; \
	tests/results/check-random-gaps $(PROGRAM) || status=1; tests/results/check-page-one $(PROGRAM) || status=1; \
	tests/months/run $(PROGRAM) || status=1; exit $$status

check-results-long: check-programs ## the same with 6,000 random targets, and the first pages of 500 generated plans
	$(Q)status=0; tests/results/check-samples || status=1; tests/results/check-gaps $(PROGRAM) || status=1; \
	tests/results/check-random-gaps $(PROGRAM) --long || status=1; tests/results/check-page-one $(PROGRAM) || status=1; \
	tests/results/check-page-one $(PROGRAM) --generated 500 --seed 21 || status=1; \
	tests/months/run $(PROGRAM) || status=1; exit $$status

check-batch: check-programs $(FAILCALL) ## reruns, locks, kills, stops, failing workers and writes, full and read-only disks, nightly runs
	$(Q)tests/batch/run $(PROGRAM) $(ONLY)

check-batch-long: check-programs $(FAILCALL) ## the same with 200 kills, and every write and read of a run failing in turn
	$(Q)tests/batch/run $(PROGRAM) --kills 200 --every-call

check-cluster: check-programs ## shards and their merge under a Slurm of one machine that the test starts (root, slurm-wlm, munge)
	$(Q)tests/cluster/run $(BUILD)/phuluc

# Seconds that each harness runs.
FUZZ_SECONDS ?= 300
FUZZING := FLAVOUR=fuzz CC=clang WARN= SANITIZE=$(SANITIZERS),fuzzer-no-link

.PHONY: fuzz fuzzer check-fuzz check-hostile check-hostile-long
fuzz: all ## coverage-guided harnesses over all readers and the whole path (FUZZ_SECONDS, FUZZ=HARNESS...)
	$(Q)$(MAKE) --no-print-directory $(FUZZING) fuzzer
	$(Q)tests/fuzz/run build/fuzz/phuluc-fuzz --seconds $(FUZZ_SECONDS) $(FUZZ)

fuzzer: $(FUZZER)

check-fuzz: all ## found cases again, and each harness for a second
	$(Q)$(MAKE) --no-print-directory $(FUZZING) fuzzer
	$(Q)tests/fuzz/run build/fuzz/phuluc-fuzz --seconds 1 --seed 1

check-hostile: check-programs $(FAILCALL) $(FAILALLOC) ## texts of any length, values that attack, machines that break
	$(Q)tests/hostile/run $(PROGRAM) $(ONLY)

check-hostile-long: check-programs $(FAILCALL) $(FAILALLOC) ## the same with every text field at every length
	$(Q)tests/hostile/run $(PROGRAM) --whole

# The same source at 8 and 32 bits: clang sees what does not fit where C would widen it (implicit-conversion).
NARROW := $(patsubst tests/narrow/%.c,build/narrow/%,$(wildcard tests/narrow/*.c))
NARROW_FLAGS := -O2 -g -w -std=c11 -fsanitize=undefined,implicit-conversion -fno-sanitize-recover=all

build/narrow/%: tests/narrow/%.c tests/narrow/narrow.h $(wildcard src/base/*.c src/base/*.h) $(LIB)
	$(Q)mkdir -p $(@D)
	$(Q)clang -D_GNU_SOURCE -Isrc -include src/base/banned.h $(NARROW_FLAGS) -o $@ $< $(LIB) $(PKG_LIBS)

.PHONY: check-narrow check-narrow-long
check-narrow: $(NARROW) ## every decimal and pair at 8 bits, ratios of small denominators; amounts in words at 32 bits and dates, a sample
	$(Q)status=0; for run in dec 'ratio 12' 'amount_words 997 4' 'date 61'; do build/narrow/$$run || status=1; done; exit $$status

check-narrow-long: $(NARROW) ## the same with every pair of ratios, every group of words and row of five, every date
	$(Q)status=0; for run in dec ratio 'amount_words 7 5' 'date 1'; do build/narrow/$$run || status=1; done; exit $$status

check-documents: check-programs ## workbooks and PDFs read back and compared with the decisions
	$(Q)rm -rf $(BUILD)/documents && mkdir -p $(BUILD)/documents
	$(Q)tests/documents/run $(PROGRAM) $(CURDIR)/$(BUILD)/documents

check-html: check-programs ## pages in a browser: figures, looks on a desk, a phone and paper, and to a screen reader
	$(Q)rm -rf $(BUILD)/html && mkdir -p $(BUILD)/html
	$(Q)tests/html/run $(PROGRAM) $(CURDIR)/$(BUILD)/html

check-install: all ## a staged install, moved and run; uninstall
	+$(Q)tests/install/run

check-san: ## unit and behaviour tests under ASan and UBSan; leaks are looked for in all unit tests and each eighth of the others
	$(Q)$(MAKE) --no-print-directory -k SANITIZE=$(SANITIZERS) check-unit check-behaviour

check-san-long: ## the same, with leaks looked for in all
	$(Q)LEAKS_OF=1 $(MAKE) --no-print-directory check-san

check-valgrind: ## unit tests under valgrind, and the program on all of input/
	+$(Q)status=0; \
	$(MAKE) --no-print-directory WATCHED_BY='$(VALGRIND)' check-unit || status=1; \
	tests/watched/run '$(VALGRIND)' build/plain/phuluc || status=1; exit $$status

check-valgrind-long: check-valgrind ## the same with all behaviour tests
	$(Q)$(MAKE) --no-print-directory WATCHED_BY='$(VALGRIND)' check-behaviour

# Counts are put away suite by suite: tests that kill the program, or let its writes fail, spoil the files of counts, and run last.
COVERAGE := FLAVOUR=coverage CFLAGS='-O0 -g --coverage' LDFLAGS='--coverage -Wl,--wrap=_exit build/coverage/exit.o'
CALM_BATCH := rerunning: reading: telling: refusing: keeping: unattended: sharing: shards:

.PHONY: coverage
coverage: export GCOV_ERROR_FILE = /dev/null # of users who may not write into build/: their counts are lost
coverage: ## lines and branches of src/ that the tests run, by room (ROOMS="input publish": which never; PAGE=tests/README.md: into the page)
	$(Q)mkdir -p build/coverage && find build/coverage \( -name '*.gcda' -o -path '*/counts/*.json' \) -delete
	$(Q)$(CC) -std=c11 $(WARN) -O2 -g -c -o build/coverage/exit.o tests/coverage/exit.c
	-$(Q)count() { \
	    name=$$1; shift; \
	    $(MAKE) --no-print-directory -k $(COVERAGE) "$$@"; \
	    tests/coverage/run build/coverage --keep "$$name"; \
	}; \
	for suite in unit behaviour draft; do count $$suite check-$$suite; done; \
	count batch check-batch ONLY='$(CALM_BATCH)'; count hostile check-hostile ONLY='values: long'; \
	count spoiling check-batch check-hostile ONLY='killing: excluding: stopping: workers: disks: failing: machines:'
	$(Q)tests/coverage/run build/coverage $(ROOMS) $(if $(PAGE),--page $(PAGE))

golden-update: all ## rewrites the golden files of the tests; review with git diff
	$(Q)scripts/golden-update $(CURDIR)/build/phuluc
	$(Q)tests/ledger/check-golden $(CURDIR)/build/phuluc --update

bench: all $(BUILD)/tests/floor ## the program against the bare libraries and a script, side by side; BENCH=--growth: more and more rows and plans
	$(Q)tests/bench/run $(BUILD)/phuluc $(BUILD)/tests/floor build/fonts/LiberationSerif-Regular.ttf $(BENCH)

# MORE takes further options of the script, such as MORE="--allow '*/stderr'".
same-bytes: ## every document and answer of this tree against those of BASE=REVISION, byte for byte
	$(Q)test -n '$(BASE)' || { echo 'usage: make same-bytes BASE=REVISION [MORE=OPTIONS]' >&2; exit 64; }
	$(Q)scripts/same-bytes '$(BASE)' $(MORE)

house-counts: ## rooms, arrows, circles, files and functions of src/, beside those of BASE=REVISION if it is given
	$(Q)scripts/house-counts $(BASE) .

# ---- lint ----

LINT_SRCS := $(SRCS) src/main.c scripts/seal.c

# What the analyzers find depends on their version; theirs is that of Debian 12.
ANALYZERS := $(if $(filter 13,$(shell bash -c '. scripts/packages.bash && debian_release')),lint-no-analyzers,lint-cppcheck lint-tidy)

.PHONY: lint-no-analyzers
lint-no-analyzers:
	$(Q)echo 'lint: cppcheck and clang-tidy are left out: this is not Debian 12, and other versions find other things'

lint: lint-compile lint-layers $(ANALYZERS) lint-xml lint-shell lint-man lint-readme ## compiler, layers, cppcheck, clang-tidy, XML, scripts, man pages, pages for readers
	$(Q)echo 'lint: no findings'

lint-compile: # every warning of the compiler is an error here
	$(Q)$(MAKE) --no-print-directory FLAVOUR=lint DEVELOPER=1 CFLAGS='$(CFLAGS)' lint-objects

.PHONY: lint-objects
lint-objects: $(OBJS) $(BUILD)/src/main.o $(BUILD)/scripts/seal.o $(TEST_OBJS) $(SUPPORT_OBJS) $(BUILD)/tests/batch/failcall.o

lint-layers:
	$(Q)scripts/check-layers --prove
	$(Q)scripts/check-layers src

lint-cppcheck:
	$(Q)mkdir -p build/lint/cppcheck
	$(Q)cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,style,performance,portability \
	  --inline-suppr --suppressions-list=scripts/cppcheck.txt --cppcheck-build-dir=build/lint/cppcheck \
	  -D_GNU_SOURCE -DPHULUC_VERSION='"$(VERSION)"' $(DATADIR_FLAG) -Isrc $(LINT_SRCS)

# One stamp a file: only what changed is looked at again.
lint-tidy: $(LINT_SRCS:%.c=build/lint/%.tidy)

build/lint/src/main.tidy: $(BUILD)/input/sealed.def

build/lint/%.tidy: %.c .clang-tidy $(wildcard src/*/*.h src/*/*.def src/*/*/*.h)
	$(Q)mkdir -p $(@D)
	$(Q)clang-tidy --quiet --warnings-as-errors='*' $< -- $(ALL_CPPFLAGS) $(DATADIR_FLAG) $(SEAL_FLAG) -std=c11 2>$@.log >$@.out || \
	  { cat $@.out; grep -v 'warnings generated\|Suppressed' $@.log; false; }
	$(Q)touch $@

lint-xml: all
	$(Q)scripts/check-xml build/phuluc

lint-shell:
	$(Q)shellcheck -x $$(grep -lE '^#!.*(/sh|bash)$$' -r scripts .ci tests)
	$(Q)shellcheck -s bash scripts/install/phuluc.bash-completion

lint-man: all # the pages and the completion know the commands and options that the program has
	$(Q)scripts/man.py --check build/phuluc
	$(Q)mandoc -T lint -W warning scripts/install/phuluc.1 scripts/install/vi/phuluc.1 \
	  scripts/install/phuluc-nightly.1 scripts/install/vi/phuluc-nightly.1

man-update: all ## rewrites the commands and options in the man pages and the completion
	$(Q)scripts/man.py --update build/phuluc

PAGES := README.md $(wildcard input/*.md templates/*.md output/*.md scripts/*.md scripts/*/*.md tests/*.md src/*.md)

lint-readme: all # what the pages show is what the program prints; their links lead somewhere
	$(Q)scripts/readme.py --check $(PAGES)

readme-update: all ## rewrites the program's output in the pages for readers
	$(Q)scripts/readme.py --update $(PAGES)

# ---- installation ----
# The program finds DATADIR as ../share/phuluc beside BINDIR, so an installed tree may be moved as a whole.

SCHEMAS := $(wildcard templates/schema/*.xsd)
LAYOUTS := $(wildcard templates/layouts/*.xml)

# The pages for who uses the program, with the samples they lead to, in folders named as here: their links hold there, too.
DOCS := README.md input/README.md input/FINDINGS.md output/README.md templates/README.md scripts/README.md scripts/CHANGES.md scripts/cluster/README.md \
        templates/facts.csv-metadata.json $(wildcard input/*.xml input/*/*.xml input/*/*/*.xml)

CLUSTER := $(addprefix scripts/cluster/,submit shard.sbatch merge.sbatch)

# What has to know where things are; @NAME@ stands for the variable NAME.
in_place = sed -e 's|@BINDIR@|$(BINDIR)|g' -e 's|@SYSCONFDIR@|$(SYSCONFDIR)|g' scripts/install/$(1) > '$(DESTDIR)$(2)'
UNITS := phuluc.service phuluc.timer phuluc-mail.service

install: all ## program, data, pages, man pages, completion, units and configuration (PREFIX, SYSCONFDIR, UNITDIR, DESTDIR)
	install -d '$(DESTDIR)$(BINDIR)' '$(DESTDIR)$(DATADIR)/schema' '$(DESTDIR)$(DATADIR)/layouts' '$(DESTDIR)$(DATADIR)/fonts' '$(DESTDIR)$(DATADIR)/cluster'
	install -d '$(DESTDIR)$(MANDIR)/man1' '$(DESTDIR)$(MANDIR)/vi/man1' '$(DESTDIR)$(COMPLETIONDIR)' '$(DESTDIR)$(UNITDIR)'
	install -d '$(DESTDIR)$(SYSCONFDIR)/phuluc' '$(DESTDIR)$(SYSCONFDIR)/cron.d' '$(DESTDIR)$(SYSCONFDIR)/logrotate.d'
	install -m 755 build/plain/phuluc '$(DESTDIR)$(BINDIR)/phuluc'
	install -m 644 templates/catalogue.xml '$(DESTDIR)$(DATADIR)/catalogue.xml'
	install -m 644 templates/facts.csv-metadata.json '$(DESTDIR)$(DATADIR)/facts.csv-metadata.json'
	install -m 644 $(SCHEMAS) '$(DESTDIR)$(DATADIR)/schema'
	install -m 644 $(LAYOUTS) '$(DESTDIR)$(DATADIR)/layouts'
	install -m 644 $(FONT_FILES) '$(DESTDIR)$(DATADIR)/fonts'
	install -m 755 $(CLUSTER) '$(DESTDIR)$(DATADIR)/cluster'
	install -m 644 scripts/install/phuluc.1 scripts/install/phuluc-nightly.1 '$(DESTDIR)$(MANDIR)/man1'
	install -m 644 scripts/install/vi/phuluc.1 scripts/install/vi/phuluc-nightly.1 '$(DESTDIR)$(MANDIR)/vi/man1'
	install -m 644 scripts/install/phuluc.bash-completion '$(DESTDIR)$(COMPLETIONDIR)/phuluc'
	for file in $(DOCS); do install -D -m 644 "$$file" '$(DESTDIR)$(DOCDIR)/'"$$file" || exit; done
	$(call in_place,phuluc-nightly,$(BINDIR)/phuluc-nightly)
	chmod 755 '$(DESTDIR)$(BINDIR)/phuluc-nightly'
	$(foreach unit,$(UNITS),$(call in_place,$(unit),$(UNITDIR)/$(unit)) &&) true
	install -m 644 scripts/install/phuluc.logrotate '$(DESTDIR)$(SYSCONFDIR)/logrotate.d/phuluc'
	test -e '$(DESTDIR)$(SYSCONFDIR)/phuluc/phuluc.conf' || \
	  install -m 644 scripts/install/phuluc.conf '$(DESTDIR)$(SYSCONFDIR)/phuluc/phuluc.conf'
	test -e '$(DESTDIR)$(SYSCONFDIR)/cron.d/phuluc' || { $(call in_place,phuluc.cron,$(SYSCONFDIR)/cron.d/phuluc); }

uninstall: ## removes what install put there, and its folders if they are empty then; keeps an edited configuration
	rm -f '$(DESTDIR)$(BINDIR)/phuluc' '$(DESTDIR)$(BINDIR)/phuluc-nightly' '$(DESTDIR)$(DATADIR)/catalogue.xml' '$(DESTDIR)$(DATADIR)/facts.csv-metadata.json'
	for file in $(notdir $(SCHEMAS)); do rm -f '$(DESTDIR)$(DATADIR)/schema/'"$$file"; done
	for file in $(notdir $(LAYOUTS)); do rm -f '$(DESTDIR)$(DATADIR)/layouts/'"$$file"; done
	for file in $(notdir $(FONT_FILES)); do rm -f '$(DESTDIR)$(DATADIR)/fonts/'"$$file"; done
	for file in $(notdir $(CLUSTER)); do rm -f '$(DESTDIR)$(DATADIR)/cluster/'"$$file"; done
	for folder in /schema /layouts /fonts /cluster ''; do \
	  test ! -d '$(DESTDIR)$(DATADIR)'"$$folder" || rmdir --ignore-fail-on-non-empty '$(DESTDIR)$(DATADIR)'"$$folder"; done
	for file in $(DOCS); do rm -f '$(DESTDIR)$(DOCDIR)/'"$$file"; done
	for folder in /input/examples/results /input/examples/months /input/examples /input/decisions /input /output /templates /scripts/cluster /scripts ''; do \
	  test ! -d '$(DESTDIR)$(DOCDIR)'"$$folder" || rmdir --ignore-fail-on-non-empty '$(DESTDIR)$(DOCDIR)'"$$folder"; done
	rm -f '$(DESTDIR)$(MANDIR)/man1/phuluc.1' '$(DESTDIR)$(MANDIR)/vi/man1/phuluc.1' '$(DESTDIR)$(COMPLETIONDIR)/phuluc'
	rm -f '$(DESTDIR)$(MANDIR)/man1/phuluc-nightly.1' '$(DESTDIR)$(MANDIR)/vi/man1/phuluc-nightly.1'
	for unit in $(UNITS); do rm -f '$(DESTDIR)$(UNITDIR)/'"$$unit"; done
	rm -f '$(DESTDIR)$(SYSCONFDIR)/logrotate.d/phuluc' '$(DESTDIR)$(SYSCONFDIR)/cron.d/phuluc'
	! cmp -s scripts/install/phuluc.conf '$(DESTDIR)$(SYSCONFDIR)/phuluc/phuluc.conf' || \
	  rm '$(DESTDIR)$(SYSCONFDIR)/phuluc/phuluc.conf'
	test ! -d '$(DESTDIR)$(SYSCONFDIR)/phuluc' || rmdir --ignore-fail-on-non-empty '$(DESTDIR)$(SYSCONFDIR)/phuluc'
	$(Q)for left in '$(DESTDIR)$(SYSCONFDIR)/phuluc/phuluc.conf' '$(DESTDIR)/var/lib/phuluc' '$(DESTDIR)/var/log/phuluc'; do \
	  test ! -e "$$left" || echo "left: $$left"; done
	$(Q)test -n '$(DESTDIR)' || ! getent passwd phuluc >/dev/null || echo 'left: the user phuluc'

dist: ## build/phuluc-VERSION.tar.gz of the last commit
	$(Q)mkdir -p build
	git archive --format=tar.gz -9 --prefix=phuluc-$(VERSION)/ -o build/phuluc-$(VERSION).tar.gz HEAD

clean: ## removes build/
	rm -rf build

help: ## this list
	$(Q)awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-20s %s\n", $$1, $$2 }' Makefile
