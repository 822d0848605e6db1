-- Lists of any length are searched by an index of all triples of letters.
-- Two blanks stand before each word, so that "  s" and " si" find words that
-- begin with one letter or two. The store keeps it in the transaction that
-- changes the records (store/find.c); it reads their words by the view and
-- holds no copy of them.
CREATE VIEW "persons_words" ("id", "words") AS
	SELECT "id", '  ' || replace("search", ' ', '  ') FROM "persons";
CREATE VIRTUAL TABLE "persons_find" USING fts5 (
	"words", content = 'persons_words', content_rowid = 'id',
	tokenize = 'trigram case_sensitive 1', detail = none, columnsize = 0
);
-- What it gathers before it writes: 8 MiB, only while much is added at once.
INSERT INTO "persons_find" ("persons_find", "rank") VALUES ('hashsize', 8388608);
INSERT INTO "persons_find" ("rowid", "words") SELECT "id", "words" FROM "persons_words";
