# bangkom: build, run, test. `make help` lists the targets.
CC ?= cc
PKG_CONFIG ?= pkg-config
CFLAGS ?= -O2 -g
BUILD ?= build

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion
ifdef CI
WARN += -Werror
endif

# ncursesw's own --cflags would define _XOPEN_SOURCE a second time.
LIBS_BASE = libutf8proc libconfig
LIBS_ALL = $(LIBS_BASE) sqlite3
LIBS_UI = ncursesw panelw formw menuw

prefix ?= /usr/local
localedir ?= $(prefix)/share/locale
datadir ?= $(prefix)/share

CPPFLAGS += -D_XOPEN_SOURCE=700 -Iinclude -I$(BUILD)/gen
CPPFLAGS += -DLOCALE_DIR='"$(localedir)"' -DDATA_DIR='"$(datadir)/bangkom"'
LIB_CFLAGS := $(shell $(PKG_CONFIG) --cflags $(LIBS_ALL) 2>/dev/null)
LIB_LDLIBS := $(shell $(PKG_CONFIG) --libs $(LIBS_UI) $(LIBS_ALL) 2>/dev/null)
ALL_CFLAGS = -std=c11 $(WARN) $(CFLAGS) $(LIB_CFLAGS)
