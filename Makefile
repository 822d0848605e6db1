# bangkom: build, run, test. `make help` lists the targets.
CC ?= cc
PKG_CONFIG ?= pkg-config
CFLAGS ?= -O2 -g
BUILD ?= build

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion
ifdef CI
WARN += -Werror
endif

LIBS = libutf8proc libconfig sqlite3 libsodium
LIBS_UI = ncursesw panelw formw menuw

prefix ?= /usr/local
localedir ?= $(prefix)/share/locale

# ncursesw's own --cflags would define _XOPEN_SOURCE a second time.
CPPFLAGS += -D_XOPEN_SOURCE=700 -Iinclude -I$(BUILD)/gen -DLOCALE_DIR='"$(localedir)"'
LIB_CFLAGS = $(shell $(PKG_CONFIG) --cflags $(LIBS))
LIB_LDLIBS = $(shell $(PKG_CONFIG) --libs $(LIBS_UI) $(LIBS)) -lm $(HARDEN_LINK)
CHECK_LDLIBS = $(shell $(PKG_CONFIG) --libs check)
PTY_LDLIBS = $(shell $(PKG_CONFIG) --libs vterm) -lutil
ALL_CFLAGS = -std=c11 $(WARN) $(SANITIZE) $(HARDEN) $(CFLAGS) $(LIB_CFLAGS)

# What Debian builds with (hardening=+all), and what this compiler has beyond
# it. The sanitizers watch over the same things and more, so they go without.
HARDEN_MORE := -fstack-clash-protection -ftrivial-auto-var-init=zero -Wbidi-chars=any \
	$(if $(filter x86_64 i686,$(shell uname -m)),-fcf-protection=full)
ifeq ($(strip $(SANITIZE)),)
HARDEN := -fPIE -fstack-protector-strong -Wformat -Werror=format-security \
	$(if $(filter -O -O1 -O2 -O3 -Os,$(CFLAGS)),-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3) \
	$(shell $(CC) -Werror $(HARDEN_MORE) -fsyntax-only -x c /dev/null 2>/dev/null && \
		echo "$(HARDEN_MORE)")
HARDEN_LINK := -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,nodlopen
endif

SOURCES := $(wildcard src/*/*.c)
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/obj/%.o)
GENERATED := $(addprefix $(BUILD)/gen/,migrations.h forms.h sample.h ready_files.h)
MIGRATIONS := $(sort $(wildcard src/store/migrations/*.sql))
FORMS := $(sort $(wildcard forms/*.form))
READY := $(sort $(wildcard forms/ready/*.csv))
SAMPLE := $(filter-out %/persons-excel.csv,$(sort $(wildcard tests/data/medan/*.csv tests/data/projects/*.csv)))
UNIT := $(sort $(wildcard tests/unit/test_*.c))
UNIT_OBJECTS := $(UNIT:tests/%.c=$(BUILD)/obj/tests/%.o) $(BUILD)/obj/tests/unit/main.o
PTY := $(patsubst tests/pty/%.c,$(BUILD)/pty-%,$(wildcard tests/pty/test_*.c))
MO := $(BUILD)/po/mo/id/LC_MESSAGES/bangkom.mo
# The screen tests link the program's own objects with a terminal that is a file.
SCREENS_SOURCES := $(wildcard tests/screens/*.c)
SCREENS := $(if $(SCREENS_SOURCES),$(BUILD)/screens)
# What speed is measured with; the tests use the generator too.
GENERATE := $(BUILD)/generate
GENERATE_SOURCES := $(addprefix tests/bench/,generate.c people.c world.c world_csv.c world_fill.c \
	world_programmes.c)
OPERATIONS_SOURCES := $(wildcard tests/bench/operations*.c) tests/bench/sample.c
PTY_SHARED := $(filter-out tests/pty/test_%,$(wildcard tests/pty/*.c))

# Keys and commands with statements that fail: SQLite's functions go through the rod.
STATEMENTS_SOURCES := $(wildcard tests/statements/*.c) tests/screens/script.c
STATEMENTS_WRAP = $(foreach f,sqlite3_step sqlite3_exec sqlite3_prepare_v2 sqlite3_prepare_v3 \
	sqlite3_backup_step sqlite3_extended_errcode sqlite3_errmsg ui_draw clock_ms,-Wl,--wrap=$f)
FAULTS_SOURCES := $(filter-out %/rod.c,$(wildcard tests/faults/*.c))
# Fuzz targets: alone with libFuzzer, and with a main that replays files.
FUZZ := $(filter-out replay,$(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c)))
REPLAYS := $(FUZZ:%=$(BUILD)/replay/%)
FUZZERS := $(FUZZ:%=$(BUILD)/fuzzer/%)
SECONDS ?= 60

SAN_FLAGS = SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all' CFLAGS='-O1 -g'

all: bangkom $(MO) ## Build the program (default)

# A link, so that the program finds the languages that were built with it.
bangkom: $(BUILD)/bangkom
	ln -sf $< $@

# The tests take from the library only what they use.
LIBRARY := $(BUILD)/libbangkom.a
$(LIBRARY): $(OBJECTS)
	@rm -f $@
	@$(AR) rcs $@ $^

$(BUILD)/bangkom: $(BUILD)/obj/main.o $(LIBRARY)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIB_LDLIBS)

$(BUILD)/obj/%.o: src/%.c $(GENERATED) Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/obj/tests/%.o: tests/%.c $(GENERATED) Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

.PRECIOUS: $(BUILD)/obj/tests/%.o

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)

EMBED = @mkdir -p $(@D); LC_ALL=C awk -f src/embed.awk </dev/null -v table=
$(BUILD)/gen/migrations.h: $(MIGRATIONS) src/embed.awk
	$(EMBED)migrations $(MIGRATIONS) >$@.new && mv $@.new $@
$(BUILD)/gen/forms.h: $(FORMS) src/embed.awk
	$(EMBED)builtin_forms $(FORMS) >$@.new && mv $@.new $@
$(BUILD)/gen/ready_files.h: $(READY) src/embed.awk
	$(EMBED)ready_files $(READY) >$@.new && mv $@.new $@
$(BUILD)/gen/sample.h: $(SAMPLE) src/embed.awk
	$(EMBED)sample_files $(SAMPLE) >$@.new && mv $@.new $@

# Languages. Labels of forms are collected as if they were C.
$(MO): po/id.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

$(BUILD)/gen/forms-text.c: $(FORMS) po/forms.awk
	@mkdir -p $(@D)
	awk -f po/forms.awk $(FORMS) </dev/null >$@

pot: $(BUILD)/bangkom.pot ## Collect the texts to translate
po: $(BUILD)/bangkom.pot ## Bring po/id.po up to the texts of the sources
	msgmerge --quiet --update --backup=none --no-fuzzy-matching \
		--add-location=file po/id.po $<
$(BUILD)/bangkom.pot: $(SOURCES) $(wildcard src/main.c) $(BUILD)/gen/forms-text.c
	xgettext --from-code=UTF-8 --language=C -k -k_ -kN_ -kP_:1,2 -cTRANSLATORS \
		--sort-by-file --package-name=bangkom -o $@ $^

run: ## Install what is missing, build, and start the program
	sh .ci/install-packages run
	$(MAKE) -j$$(nproc) all
	./bangkom

check: ## Install what is missing, and run every test
	sh .ci/install-packages check
	sh tests/run

# The parts of check that need compiling; tests/run calls them.
$(BUILD)/gen/unit-main.c: $(UNIT) tests/unit/main.awk
	@mkdir -p $(@D)
	awk -f tests/unit/main.awk $(UNIT) >$@
$(BUILD)/obj/tests/unit/main.o: $(BUILD)/gen/unit-main.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -c -o $@ $<
$(BUILD)/unit: $(UNIT_OBJECTS) $(LIBRARY)
	$(CC) $(ALL_CFLAGS) -o $@ $^ $(CHECK_LDLIBS) $(LIB_LDLIBS)
$(BUILD)/screens: $(SCREENS_SOURCES:tests/%.c=$(BUILD)/obj/tests/%.o) $(LIBRARY)
	$(CC) $(ALL_CFLAGS) -o $@ $^ $(LIB_LDLIBS)
$(BUILD)/statements: $(STATEMENTS_SOURCES:tests/%.c=$(BUILD)/obj/tests/%.o) $(LIBRARY)
	$(CC) $(ALL_CFLAGS) $(STATEMENTS_WRAP) -o $@ $^ $(LIB_LDLIBS)
$(GENERATE): $(GENERATE_SOURCES:tests/%.c=$(BUILD)/obj/tests/%.o) $(LIBRARY)
	$(CC) $(ALL_CFLAGS) -o $@ $^ $(LIB_LDLIBS)
$(BUILD)/operations: $(OPERATIONS_SOURCES:tests/%.c=$(BUILD)/obj/tests/%.o) $(LIBRARY)
	$(CC) $(ALL_CFLAGS) -o $@ $^ $(LIB_LDLIBS)
$(BUILD)/measure: tests/bench/measure.c tests/bench/sample.c tests/pty/vt.c
	$(CC) $(CPPFLAGS) -D_DEFAULT_SOURCE $(ALL_CFLAGS) -o $@ $^ $(PTY_LDLIBS)
$(BUILD)/floor: tests/bench/floor.c
	$(CC) $(CPPFLAGS) -D_DEFAULT_SOURCE -DNCURSES_WIDECHAR=1 $(ALL_CFLAGS) -o $@ $^ \
		-Wl,--no-as-needed $(LIB_LDLIBS)
$(BUILD)/pty-%: tests/pty/%.c $(PTY_SHARED) $(wildcard tests/pty/*.h) Makefile
	$(CC) $(CPPFLAGS) -D_DEFAULT_SOURCE $(ALL_CFLAGS) -o $@ $(filter %.c,$^) \
		$(PTY_LDLIBS) $(LIB_LDLIBS)

# Some blocks drive the real program, which lies beside them.
$(BUILD)/faults: $(FAULTS_SOURCES:tests/%.c=$(BUILD)/obj/tests/%.o) $(BUILD)/obj/tests/pty/vt.o \
		$(LIBRARY) | $(BUILD)/bangkom $(BUILD)/rod.so
	$(CC) $(ALL_CFLAGS) -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc -o $@ $^ \
		$(PTY_LDLIBS) $(LIB_LDLIBS)
$(BUILD)/rod.so: tests/faults/rod.c tests/faults/rod.h
	$(CC) -std=c11 $(WARN) -D_DEFAULT_SOURCE -O1 -g -fPIC -shared -o $@ $<
$(BUILD)/obj/tests/pty/vt.o $(BUILD)/obj/tests/statements/main.o $(BUILD)/obj/tests/statements/commands.o: CPPFLAGS += -D_DEFAULT_SOURCE
$(BUILD)/replay/%: $(BUILD)/obj/tests/fuzz/%.o $(BUILD)/obj/tests/fuzz/replay.o $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(FUZZ_LDFLAGS) -o $@ $^ $(LIB_LDLIBS)
$(BUILD)/fuzzer/%: $(BUILD)/obj/tests/fuzz/%.o $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer $(FUZZ_LDFLAGS) -o $@ $^ $(LIB_LDLIBS)
# Keys may not write files, nor start an editor.
WRAP = $(foreach f,open mkdir mkstemp unlink rename fork,-Wl,--wrap=$f)
$(BUILD)/replay/keys $(BUILD)/fuzzer/keys: FUZZ_LDFLAGS = $(WRAP)

unit: $(BUILD)/unit $(MO) ## Run the unit tests without sanitizers
	$(BUILD)/unit

test-programs: $(BUILD)/bangkom $(BUILD)/unit $(BUILD)/faults $(BUILD)/statements $(SCREENS) $(PTY) $(REPLAYS) \
	$(GENERATE) $(MO)

asan: ## Build everything with the address and undefined sanitizers
	$(MAKE) BUILD=build/asan $(SAN_FLAGS) test-programs

# What the tests reach: nothing optimised, so that each line is its own.
counted:
	$(MAKE) BUILD=build/counted SANITIZE=--coverage CFLAGS='-O0 -g' test-programs

coverage: ## Run the tests, and say what of the program they reach
	sh .ci/install-packages coverage
	find build/counted -name '*.gcda' -delete 2>/dev/null || true
	sh tests/run counted
	sh tests/coverage

valgrind: all $(BUILD)/unit ## Run the unit tests and the command line under valgrind
	sh .ci/install-packages valgrind
	sh tests/valgrind

fuzzers: $(FUZZERS)

fuzz: ## Fuzz every target for SECONDS each (60); needs clang
	sh .ci/install-packages fuzz
	$(MAKE) -s BUILD=build/fuzz CC=clang CFLAGS='-O1 -g -fno-omit-frame-pointer' \
		SANITIZE='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all' \
		fuzzers
	sh tests/fuzz/run $(SECONDS) $(TARGETS)

# A file is looked at again when it, a header or the configuration changed.
TIDY := $(SOURCES:src/%.c=$(BUILD)/tidy/%) $(BUILD)/tidy/main
$(BUILD)/tidy/%: src/%.c .clang-tidy $(wildcard include/*/*.h src/*/*.h) | $(GENERATED)
	@mkdir -p $(@D)
	clang-tidy --quiet $< -- -std=c11 $(CPPFLAGS) $(LIB_CFLAGS)
	@touch $@

tidy: ## Check every source with clang-tidy
	sh .ci/install-packages tidy
	$(MAKE) -s -k -j$$(nproc) tidy-sources

tidy-sources: $(TIDY)

cppcheck: $(GENERATED) ## Check with cppcheck
	cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr \
		--enable=warning,performance,portability --library=.ci/cppcheck.cfg \
		-D_XOPEN_SOURCE=700 -DLOCALE_DIR='""' -Iinclude -I$(BUILD)/gen src

format: ## Lay out the sources as .clang-format says
	clang-format -i $(SOURCES) src/main.c $(wildcard include/*/*.h tests/*/*.c)

faults: $(BUILD)/faults ## Inject faults: COUNT=n times as many as make check does
	$(BUILD)/faults $(or $(COUNT),10)

bench: all $(addprefix $(BUILD)/,generate operations measure floor) ## Compare speed with the floor
	sh tests/bench/run

clean: ## Remove what was built
	rm -rf build bangkom

install: all ## Install below $(prefix)
	install -D -m 755 bangkom $(DESTDIR)$(prefix)/bin/bangkom
	install -D -m 644 $(MO) $(DESTDIR)$(localedir)/id/LC_MESSAGES/bangkom.mo
	install -D -m 644 config.example $(DESTDIR)$(prefix)/share/doc/bangkom/config.example

uninstall: ## Remove what install put there
	rm -f $(DESTDIR)$(prefix)/bin/bangkom \
		$(DESTDIR)$(localedir)/id/LC_MESSAGES/bangkom.mo
	rm -rf $(DESTDIR)$(prefix)/share/doc/bangkom

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-14s %s\n", $$1, $$2 }' Makefile

.PHONY: all run check unit asan counted coverage valgrind test-programs fuzz fuzzers tidy tidy-sources cppcheck format faults bench \
	clean install uninstall help pot po
