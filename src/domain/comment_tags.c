#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "domain/evaluation.h"
#include "domain/improve.h"
#include "domain/save.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

enum { TAGS_MOST = 5000 };

static bool load_tags(struct db *db, int64_t programme, struct arena *arena,
		      struct rows *rows, struct err *err)
{
	struct select select = { .kind = &comment_tag_kind,
				 .parent = "programme",
				 .parent_id = programme };

	return select_page(db, &select, SELECT_FIRST, 0, TAGS_MOST, arena, rows, err);
}

static void add_tags(struct tagged_comment *c, const struct rows *tags)
{
	const struct comment_tag *all = tags->rows;

	for (size_t i = 0; i < tags->count && c->tag_count < COMMENT_TAGS_MOST; i++) {
		if (strcmp(all[i].comment, c->key) == 0)
			c->tags[c->tag_count++] = all[i];
	}
}

static struct tagged_comment *with_key(struct tagged_comment *all, size_t count,
				       const char *key)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(all[i].key, key) == 0)
			return &all[i];
	}
	return NULL;
}

/* What was said at several questions is one comment here. */
static size_t join_equal(const struct comment *comments, size_t count,
			 const struct rows *tags, struct arena *arena,
			 struct tagged_comment *all)
{
	size_t used = 0;

	for (size_t i = 0; i < count; i++) {
		const char *folded = text_key(arena, comments[i].text);
		const char *key = *folded == '\0' ? comments[i].text : folded;
		struct tagged_comment *same = with_key(all, used, key);

		if (same) {
			same->count += comments[i].count;
			continue;
		}
		all[used] = (struct tagged_comment){ .text = comments[i].text,
						     .key = key,
						     .count = comments[i].count };
		add_tags(&all[used++], tags);
	}
	return used;
}

bool comment_list(struct db *db, int64_t programme, long minimum, struct arena *arena,
		  struct tagged_comment **out, size_t *count, struct err *err)
{
	struct rows tags = { NULL, 0 };
	struct comment *comments;
	size_t found;

	if (!evaluation_comments(db, programme, minimum, arena, &comments, &found, err) ||
	    !load_tags(db, programme, arena, &tags, err))
		return false;
	*out = arena_array(arena, found + 1, sizeof **out);
	*count = join_equal(comments, found, &tags, arena, *out);
	return true;
}

static const struct comment_tag *tag_of(const struct tagged_comment *c, const char *kind)
{
	for (size_t i = 0; i < c->tag_count; i++) {
		if (strcmp(c->tags[i].kind, kind) == 0)
			return &c->tags[i];
	}
	return NULL;
}

bool comment_tag_toggle(struct db *db, int64_t programme,
			const struct tagged_comment *comment, const char *kind,
			struct err *err)
{
	const struct comment_tag *old = tag_of(comment, kind);
	struct arena arena = { 0 };
	struct comment_tag now;
	bool good;

	if (old)
		return records_remove(db, &comment_tag_kind, &old->id, 1, err);
	record_init(&comment_tag_kind, &now);
	now.programme = programme;
	now.comment = comment->key;
	now.kind = kind;
	if (comment->tag_count > 0)
		now.theme = comment->tags[0].theme;
	good = record_put(db, &comment_tag_kind, NULL, &now, &arena, err);
	arena_done(&arena);
	return good;
}

bool comment_theme_set(struct db *db, const struct tagged_comment *comment,
		       const char *theme, struct err *err)
{
	struct arena arena = { 0 };
	const char *said = text_clean_line(&arena, theme);
	bool good;

	if (comment->tag_count == 0)
		return err_set(err, ERR_INPUT,
			       _("Tag the comment first, for example with f for fix."));
	good = action_begin(db, _("Theme of a comment"), err);
	if (good) {
		for (size_t i = 0; good && i < comment->tag_count; i++) {
			struct comment_tag now = comment->tags[i];

			now.theme = said;
			good = record_update(db, &comment_tag_kind, &comment->tags[i],
					     &now, err);
		}
		good = action_end(db, good, err);
	}
	arena_done(&arena);
	return good;
}

static bool same_theme(const struct theme_row *t, const struct comment_tag *tag)
{
	struct arena arena = { 0 };
	bool same = *tag->theme != '\0' && strcmp(t->kind, tag->kind) == 0 &&
		    strcmp(text_key(&arena, t->theme), text_key(&arena, tag->theme)) == 0;

	arena_done(&arena);
	return same;
}

static void add_theme(struct theme_row *all, size_t *used, const struct comment_tag *tag,
		      int64_t said)
{
	size_t k = 0;

	while (k < *used && !same_theme(&all[k], tag))
		k++;
	if (k == *used)
		all[(*used)++] =
			(struct theme_row){ .theme = tag->theme, .kind = tag->kind };
	all[k].comments++;
	all[k].said += said;
	if (tag->finding != 0)
		all[k].finding = tag->finding;
}

/* The most said first; equal ones stay as they are. */
static void sort_themes(struct theme_row *all, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct theme_row one = all[i];
		size_t k = i;

		for (; k > 0 && all[k - 1].said < one.said; k--)
			all[k] = all[k - 1];
		all[k] = one;
	}
}

bool comment_themes(struct db *db, int64_t programme, long minimum, struct arena *arena,
		    struct theme_row **out, size_t *count, struct err *err)
{
	struct tagged_comment *comments;
	struct theme_row *all;
	size_t found, used = 0;

	if (!comment_list(db, programme, minimum, arena, &comments, &found, err))
		return false;
	all = arena_array(arena, found * COMMENT_TAGS_MOST + 1, sizeof *all);
	for (size_t i = 0; i < found; i++) {
		for (size_t k = 0; k < comments[i].tag_count; k++)
			add_theme(all, &used, &comments[i].tags[k], comments[i].count);
	}
	sort_themes(all, used);
	*out = all;
	*count = used;
	return true;
}

/* The comments that count into one finding. */
struct gathered {
	struct tagged_comment *all;
	size_t count;
	struct theme_row theme;
	const char *key; /* of the comment where it has no theme */
};

static const struct comment_tag *gathered_tag(const struct gathered *g,
					      const struct tagged_comment *c)
{
	for (size_t i = 0; i < c->tag_count; i++) {
		const struct comment_tag *tag = &c->tags[i];

		if (same_theme(&g->theme, tag) ||
		    (*g->theme.theme == '\0' && strcmp(c->key, g->key) == 0 &&
		     strcmp(tag->kind, g->theme.kind) == 0))
			return tag;
	}
	return NULL;
}

static const char *words(struct arena *arena, const struct gathered *g, const char *first)
{
	if (*g->theme.theme == '\0')
		return arena_printf(arena, _("Said %d times: %s"), (int)g->theme.said,
				    first);
	return arena_printf(arena, _("%s, said %d times: %s"), g->theme.theme,
			    (int)g->theme.said, first);
}

static bool write_finding(struct db *db, int64_t programme, struct gathered *g,
			  const char *first, struct err *err)
{
	struct arena arena = { 0 };
	struct finding old, now;
	bool good;

	record_init(&finding_kind, &now);
	if (g->theme.finding != 0) {
		good = record_load(db, &finding_kind, g->theme.finding, &old, &arena,
				   err);
		now = old;
		now.count = g->theme.said;
		good = good && record_update(db, &finding_kind, &old, &now, err);
	} else {
		now.programme = programme;
		now.source = "comment";
		now.kind = g->theme.kind;
		now.count = g->theme.said;
		now.statement = words(&arena, g, first);
		good = record_put(db, &finding_kind, NULL, &now, &arena, err);
		g->theme.finding = now.id;
	}
	arena_done(&arena);
	return good;
}

static bool name_finding(struct db *db, const struct gathered *g, struct err *err)
{
	for (size_t i = 0; i < g->count; i++) {
		const struct comment_tag *old = gathered_tag(g, &g->all[i]);
		struct comment_tag now;

		if (!old || old->finding == g->theme.finding)
			continue;
		now = *old;
		now.finding = g->theme.finding;
		if (!record_update(db, &comment_tag_kind, old, &now, err))
			return false;
	}
	return true;
}

static void sum_up(struct gathered *g)
{
	for (size_t i = 0; i < g->count; i++) {
		const struct comment_tag *tag = gathered_tag(g, &g->all[i]);

		if (!tag)
			continue;
		g->theme.said += g->all[i].count;
		if (tag->finding != 0)
			g->theme.finding = tag->finding;
	}
}

bool finding_from_comment(struct db *db, int64_t programme, long minimum,
			  const struct tagged_comment *comment, int64_t *id,
			  struct err *err)
{
	struct arena arena = { 0 };
	struct gathered g = { .key = comment->key };
	bool good;

	if (comment->tag_count == 0)
		return err_set(err, ERR_INPUT,
			       _("Tag the comment first, for example with f for fix."));
	g.theme.theme = comment->tags[0].theme;
	g.theme.kind = comment->tags[0].kind;
	good = comment_list(db, programme, minimum, &arena, &g.all, &g.count, err) &&
	       action_begin(db, _("Finding from comments"), err);
	if (good) {
		sum_up(&g);
		good = action_end(db,
				  write_finding(db, programme, &g, comment->text, err) &&
					  name_finding(db, &g, err),
				  err);
	}
	if (good)
		*id = g.theme.finding;
	arena_done(&arena);
	return good;
}
