# phuluc: build, test, install. `make help` lists the targets.
# GNU make; sources are found by wildcard, one build folder per flavour, nothing is written outside build/.

PREFIX   ?= /usr/local
BINDIR   ?= $(PREFIX)/bin
DATADIR  ?= $(PREFIX)/share/phuluc
VERSION  := 0.1.0

CC       ?= cc
CFLAGS   ?= -O2 -g
comma    := ,
SANITIZE ?=
BUILD    ?= build/$(if $(SANITIZE),$(subst $(comma),-,$(SANITIZE)),plain)
Q        := $(if $(V),,@)

PKGS      := libxml-2.0 xlsxwriter jansson libutf8proc
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS))
PKG_LIBS   := $(shell pkg-config --libs $(PKGS))
# libharu, libunibreak and libmd ship no .pc file in Debian 12 that can be relied on.
HPDF_LIBS  ?= -lhpdf
LIBS       := $(PKG_LIBS) $(HPDF_LIBS) -lunibreak -lmd -lz

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wvla \
        -Wformat=2 -Wundef -Wconversion $(if $(DEVELOPER),-Werror)
ALL_CPPFLAGS = -D_GNU_SOURCE -DPHULUC_VERSION='"$(VERSION)"' -DPHULUC_DATADIR='"$(DATADIR)"' \
               -Isrc -include src/base/banned.h $(CPPFLAGS)
# System headers through -isystem: their warnings are not ours.
ALL_CFLAGS   = -std=c11 $(WARN) $(patsubst -I%,-isystem %,$(PKG_CFLAGS)) $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-omit-frame-pointer) $(CFLAGS)
ALL_LDFLAGS  = $(if $(SANITIZE),-fsanitize=$(SANITIZE)) $(LDFLAGS)

SRCS  := $(filter-out src/main.c,$(wildcard src/*.c src/*/*.c))
OBJS  := $(SRCS:%.c=$(BUILD)/%.o)
LIB   := $(BUILD)/libphuluc.a
TESTS := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/test_*.c))
SUPPORT_OBJS := $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/support/*.c))

FONT_SOURCE ?= /usr/share/fonts/truetype/liberation2
FACES := Regular Bold Italic BoldItalic
FONTS := $(FACES:%=build/fonts/LiberationSerif-%.ttf)
ICC_SOURCE ?= /usr/share/color/icc/sRGB.icc
# Latin, Vietnamese and the signs that administrative documents use.
UNICODES := U+0020-007E,U+00A0-017F,U+01A0-01B0,U+1E00-1EFF,U+2010-2027,U+2030-203A,U+20AB,U+20AC,U+2190-2193,U+2212,U+2260-2265,U+25A0-25CF

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all help check check-long check-unit check-golden check-documents check-san check-valgrind lint golden-update \
        install uninstall clean dist FORCE

all: build/phuluc ## the program at build/phuluc, with its fonts

build/phuluc: $(BUILD)/phuluc $(FONTS) build/fonts/sRGB.icc
	$(Q)ln -sf $(patsubst build/%,%,$(BUILD))/phuluc $@

$(BUILD)/phuluc: $(BUILD)/src/main.o $(LIB)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(LIB): $(OBJS)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/%.o: %.c $(BUILD)/flags
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(SUPPORT_OBJS) $(LIB)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS) -lcmocka

# Rewritten only when the command line changes, so `make CFLAGS=-O0` rebuilds and a second `make` does nothing.
$(BUILD)/flags: FORCE
	$(Q)mkdir -p $(@D)
	$(Q)echo '$(CC) $(subst ','\'',$(ALL_CPPFLAGS) $(ALL_CFLAGS) $(ALL_LDFLAGS))' | cmp -s - $@ || \
	  echo '$(CC) $(subst ','\'',$(ALL_CPPFLAGS) $(ALL_CFLAGS) $(ALL_LDFLAGS))' > $@

# The faces are cut to the characters above and stripped of hinting and layout tables: small files, fast to embed.
build/fonts/%.ttf: $(FONT_SOURCE)/%.ttf
	$(Q)mkdir -p $(@D)
	$(Q)hb-subset --unicodes=$(UNICODES) --no-hinting --layout-features= --drop-tables+=GSUB,GPOS,GDEF,DSIG \
	  --output-file=$@ $<

build/fonts/sRGB.icc: $(ICC_SOURCE)
	$(Q)mkdir -p $(@D)
	$(Q)cp $< $@

-include $(OBJS:.o=.d) $(BUILD)/src/main.d

help: ## this list
	$(Q)sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1	\2/p' Makefile | column -t -s '	'

check: check-unit ## what CI runs
check-unit: $(TESTS) all ## cmocka tests of the modules
	$(Q)failed=0; for t in $(TESTS); do $$t || failed=1; done; exit $$failed

clean: ## removes build/
	rm -rf build
