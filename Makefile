# siteglean - see README.md. `make demo` and `make test` install what they need where they can.
CC     ?= cc
CXX    ?= c++
PREFIX ?= /usr/local
B       = build
MANDIR  = $(PREFIX)/share/man
DATADIR = $(PREFIX)/share/siteglean
BASHDIR = $(PREFIX)/share/bash-completion/completions
ZSHDIR  = $(PREFIX)/share/zsh/site-functions
FISHDIR = $(PREFIX)/share/fish/vendor_completions.d
VERSION = $(shell sed -n 's/^.define VERSION "\(.*\)"/\1/p' tools/lib/base/options.c)
DIST    = siteglean-$(VERSION)
DATA    = ../shared/data

LOADED   = libxml-2.0 icu-uc libpcre2-8 zlib jansson gmime-3.0
WARN     = -Wall -Wextra -Wshadow -Wmissing-prototypes -Wstrict-prototypes -Wwrite-strings \
           -Wpointer-arith -Wvla -Wformat=2 -Werror=implicit-function-declaration
CFLAGS  ?= -O3 -g
STRICT   = -std=c11 -D_GNU_SOURCE -pthread $(WARN) $(if $(CI),-Werror) $(XML_CFLAGS)
XML_CFLAGS := $(shell pkg-config --cflags $(LOADED) 2>/dev/null)
# Of the libraries above, and some that need no flags, we link none: see lib/base/library.h. Some
# tests call jansson themselves.
LDLIBS   = -pthread -Wl,--as-needed -lm

LIB      = $(patsubst tools/%.c,$(B)/%.o,$(wildcard tools/lib/*/*.c)) $(B)/lib/base/cld.o
FILTERS  = $(patsubst tools/%.c,%,$(wildcard tools/site*.c))
BINARIES = $(FILTERS:%=$(B)/bin/%)
PROGRAMS = $(patsubst %.c,$(B)/%,$(wildcard tests/units/*.c tests/html/*.c tests/conformance/*.c))
SOURCES  = $(wildcard tools/*.c tools/lib/*/*.[ch] tools/lib/*/*.cc tests/*/*.[ch])

all: $(BINARIES)

$(B)/bin/%: $(B)/%.o $(B)/libsiteglean.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# The tables of what page lines are checked against: reading the schema takes longer than a page.
$(B)/bin/sitelint: $(B)/page_grammar.o

$(B)/page_grammar.o: $(B)/page_grammar.c
	$(CC) $(STRICT) $(CFLAGS) -MMD -MP -Itools -c -o $@ $<

$(B)/page_grammar.c: $(B)/bin/schema-tables $(wildcard schemas/*.xsd)
	$< schemas/page.xsd page_grammar >$@.new
	mv $@.new $@

# The tables of phrases, words and rules that are looked for, and of trees that decide: all filters
# that do so have them.
$(B)/libsiteglean.a: $(LIB) $(B)/data_tables.o
	rm -f $@ && $(AR) rcs $@ $^

$(B)/data_tables.o: $(B)/data_tables.c
	$(CC) $(STRICT) $(CFLAGS) -MMD -MP -Itools/lib -c -o $@ $<

DATA_FILES = schemas/stub.phrases schemas/body.lexicon schemas/body.model schemas/page.rules \
	schemas/menu.weights schemas/missing.rules
$(B)/data_tables.c: $(B)/bin/data-tables $(DATA_FILES)
	$< $(DATA_FILES) >$@.new
	mv $@.new $@

$(B)/bin/data-tables: $(B)/data-tables.o $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(B)/%.o: tools/%.c
	@mkdir -p $(@D)
	$(CC) $(STRICT) $(CFLAGS) -MMD -MP -c -o $@ $<

# The one room in C++, which speaks with libcld2.
$(B)/%.o: tools/%.cc
	@mkdir -p $(@D)
	$(CXX) -Wall -Wextra $(if $(CI),-Werror) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/tests/%: tests/%.c $(B)/libsiteglean.a
	@mkdir -p $(@D)
	$(CC) $(STRICT) $(CFLAGS) -MMD -MP -Itools/lib $(LDFLAGS) -o $@ $< $(B)/libsiteglean.a $(LDLIBS) -ljansson

# make reads what pkg-config says before deps installs it, hence a make of its own for the rest.
demo: deps
	$(MAKE) all
	samples/demo.sh $(B)/bin

test: deps
	tests/unpack.sh wordpress-l10n 'mediawiki:usr/share/mediawiki/[il]*/i18n'
	$(MAKE) check bench-check

check: all $(PROGRAMS)
	B=$(B) prove -j2 tests/*.t

deps:
	tests/deps.sh

asan:
	SITEGLEAN_SCHEMAS=$(CURDIR)/schemas $(MAKE) check B=$(B)/asan CFLAGS='-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined' \
	    LDFLAGS=-fsanitize=address,undefined

conformance: $(PROGRAMS)
	tests/conformance.sh $(B)/tests/conformance $(DATA)

trees: deps
	$(MAKE) all
	tests/trees.sh $(B)

# Thousands of broken translations, of which each must be found and none made up.
mutations: all
	python3 tests/oracle/mutations.py $(B)/bin/sitelangs 2600

# Fetches corpora and peers, which takes a while the first time.
bench: all $(B)/tests/bench/trees
	DATA='$(DATA)' tests/bench/pairs.py $(B)
	tests/bench/scale.sh $(B)
	tests/bench/copies.sh $(B)

# The instructions of fixed work, held against those on record.
COUNT = CC='$(CC)' CFLAGS='$(CFLAGS)' tests/bench/instructions.sh $(B)

bench-check: all $(B)/tests/bench/trees
	$(COUNT)

bench-record: all $(B)/tests/bench/trees
	$(COUNT) record

FUZZERS   = $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/*.c))
# An absent string is NULL and no bytes; that NULL + 0 is NULL is C's rule since WG14 N3322. The
# types of functions are told by a runtime for C++, which is not linked.
FUZZ_CC   = clang -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
            -fno-sanitize=pointer-overflow,function
FUZZ_TIME = 60

$(B)/fuzz/%.o: tools/%.c
	@mkdir -p $(@D)
	$(FUZZ_CC) $(STRICT) -O1 -g -MMD -MP -c -o $@ $<

$(B)/fuzz/%.o: tools/%.cc
	@mkdir -p $(@D)
	$(FUZZ_CC) -O1 -g -MMD -MP -c -o $@ $<

$(B)/fuzz/%: tests/fuzz/%.c $(LIB:$(B)/%=$(B)/fuzz/%) $(B)/data_tables.o
	$(FUZZ_CC) $(STRICT) -O1 -g -Itools/lib -o $@ $^ $(LDLIBS)

fuzz: all $(FUZZERS)
	tests/fuzz.sh $(FUZZ_TIME) $(FUZZERS)

lint:
	mandoc -Tlint -Wwarning tools/*.[17]
	clang-format --dry-run -Werror $(SOURCES)

fmt:
	clang-format -i $(SOURCES)

INSTALLED = $(FILTERS:%=$(PREFIX)/bin/%) $(FILTERS:%=$(MANDIR)/man1/%.1) $(MANDIR)/man7/siteglean.7 \
            $(FILTERS:%=$(BASHDIR)/%) $(FILTERS:%=$(ZSHDIR)/_%) $(FILTERS:%=$(FISHDIR)/%.fish)

install: all
	install -d $(sort $(dir $(INSTALLED:%=$(DESTDIR)%))) $(DESTDIR)$(DATADIR)
	install $(BINARIES) $(DESTDIR)$(PREFIX)/bin
	install -m 644 tools/*.1 $(DESTDIR)$(MANDIR)/man1
	install -m 644 tools/*.7 $(DESTDIR)$(MANDIR)/man7
	install -m 644 schemas/* $(DESTDIR)$(DATADIR)
	for f in $(FILTERS); do \
		tools/completions.sh bash $(B)/bin/$$f >$(DESTDIR)$(BASHDIR)/$$f && \
		tools/completions.sh zsh $(B)/bin/$$f >$(DESTDIR)$(ZSHDIR)/_$$f && \
		tools/completions.sh fish $(B)/bin/$$f >$(DESTDIR)$(FISHDIR)/$$f.fish || exit; \
	done

# Folders that others use stay.
uninstall:
	rm -f $(INSTALLED:%=$(DESTDIR)%)
	rm -rf $(DESTDIR)$(DATADIR)

# The last commit, as a tarball that needs no git.
dist:
	@mkdir -p $(B)
	git archive --prefix=$(DIST)/ -o $(B)/$(DIST).tar.gz HEAD

# The tarball builds, passes its tests, installs, and leaves nothing behind.
distcheck: dist
	rm -rf $(B)/$(DIST)
	tar -C $(B) -xf $(B)/$(DIST).tar.gz
	$(MAKE) -C $(B)/$(DIST) check install uninstall PREFIX=/opt/siteglean DESTDIR=$(CURDIR)/$(B)/$(DIST)/root
	[ -z "$$(find $(B)/$(DIST)/root ! -type d)" ]
	rm -rf $(B)/$(DIST)

clean:
	rm -rf $(B)

-include $(LIB:.o=.d) $(wildcard $(B)/*.d $(B)/tests/*/*.d $(B)/fuzz/lib/*/*.d)
.PHONY: all demo test check deps asan conformance trees mutations bench bench-check bench-record fuzz lint fmt install uninstall dist distcheck clean
.SECONDARY:
