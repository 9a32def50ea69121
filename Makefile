# siteglean - see README.md. `make demo` and `make test` need nothing but make, git and a compiler:
# what else is missing, `make deps` installs.
CC     ?= cc
PREFIX ?= /usr/local
B       = build

PACKAGES = libxml-2.0 libpcre2-8 zlib libutf8proc jansson icu-uc
WARN     = -Wall -Wextra -Wshadow -Wmissing-prototypes -Wstrict-prototypes -Wwrite-strings \
           -Wpointer-arith -Wvla -Wformat=2
CFLAGS  ?= -O2 -g
STRICT   = -std=c11 -D_GNU_SOURCE -pthread $(WARN) $(if $(CI),-Werror) $(XML_CFLAGS)
XML_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
LDLIBS   = $(shell pkg-config --libs $(PACKAGES)) -lcsv -pthread

LIB      = $(patsubst tools/%.c,$(B)/%.o,$(wildcard tools/lib/*/*.c))
FILTERS  = $(patsubst tools/%.c,%,$(wildcard tools/site*.c))

all: $(FILTERS:%=$(B)/bin/%)

$(B)/bin/%: $(B)/%.o $(B)/libsiteglean.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(B)/libsiteglean.a: $(LIB)
	rm -f $@ && $(AR) rcs $@ $(LIB)

$(B)/%.o: tools/%.c
	@mkdir -p $(@D)
	$(CC) $(STRICT) $(CFLAGS) -MMD -c -o $@ $<

$(B)/tests/%: tests/%.c $(B)/libsiteglean.a
	@mkdir -p $(@D)
	$(CC) $(STRICT) $(CFLAGS) -MMD -Itools/lib -o $@ $< $(B)/libsiteglean.a $(LDLIBS)

# The only program that links gumbo.
$(B)/tests/bench/parse: LDLIBS += -lgumbo

CONFORMANCE = $(patsubst %.c,$(B)/%,$(wildcard tests/conformance/*.c))
FUZZERS     = $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/*.c))
FUZZ_CC     = clang -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined
FUZZ_TIME   = 60

$(B)/fuzz/%.o: tools/%.c
	@mkdir -p $(@D)
	$(FUZZ_CC) $(STRICT) -O1 -g -MMD -c -o $@ $<

$(B)/fuzz/%: tests/fuzz/%.c $(LIB:$(B)/%=$(B)/fuzz/%)
	$(FUZZ_CC) $(STRICT) -O1 -g -Itools/lib -o $@ $^ $(LDLIBS)

conformance: $(CONFORMANCE)
	tests/conformance.sh $(B)/tests/conformance

bench: $(B)/tests/bench/parse
	tests/bench.sh $<

fuzz: $(FUZZERS) $(B)/bin/sitescrape
	tests/fuzz.sh $(FUZZ_TIME) $(FUZZERS)

clean:
	rm -rf $(B)

-include $(LIB:.o=.d) $(wildcard $(B)/*.d $(B)/tests/*/*.d $(B)/fuzz/lib/*/*.d)
.PHONY: all conformance bench fuzz clean
.SECONDARY:
