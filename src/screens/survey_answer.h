#ifndef SCREENS_SURVEY_ANSWER_H
#define SCREENS_SURVEY_ANSWER_H

#include "app.h"
#include "domain/survey_answer.h"
#include "ui/edit.h"

/*
 * Respondent mode of a needs survey: one person after the other answers about
 * somebody, one question at a time. There is no way from here to anything
 * else, nothing is kept before it is handed in, what is handed in is not shown
 * again, and a sheet that is left alone is dropped.
 */
enum survey_page {
	SURVEY_FIRST,	/* what this is; Enter begins */
	SURVEY_RATER,	/* who answers: the person or the superior */
	SURVEY_NIP,	/* about whom */
	SURVEY_CONFIRM, /* is this the person? */
	SURVEY_QUESTION,
	SURVEY_LAST, /* Enter hands in */
	SURVEY_THANKS
};

/* Two questions for each competency, then these. */
enum survey_question {
	ASK_LEVEL,
	ASK_IMPORTANCE,
	ASK_TOPICS,
	ASK_FORM,
	ASK_METHOD,
	ASK_REMARK,
	ASK_END
};

struct survey_answer_screen {
	struct app *app;
	struct survey survey;
	const char *language; /* that the next person begins with */
	enum survey_page page;
	int rater;		   /* position in rater_choices, from 1; 0: not said */
	struct person person;	   /* who is rated */
	struct survey_sheet sheet; /* in the screen's rows, as the person is */
	size_t at;		   /* the question */
	int64_t cursor;		   /* option, from 1; 0: none */
	const char *levels[COMPETENCY_LEVELS]; /* of the competency that is asked */
	const char *reason;		   /* why not to go on; "" for nothing */
	struct edit edit;
};

/* survey_question.c */
bool survey_is_self(const struct survey_answer_screen *v);
enum survey_question survey_question(const struct survey_answer_screen *v);
size_t survey_question_count(const struct survey_answer_screen *v);
/* Of the competency that is asked. */
struct survey_answer *survey_answer_now(const struct survey_answer_screen *v);
/* What is chosen from: the number of options and the text of one, from 1. */
int64_t survey_option_count(const struct survey_answer_screen *v);
const char *survey_option(const struct survey_answer_screen *v, int64_t option);
/* Is it answered in words? */
bool survey_asks_words(const struct survey_answer_screen *v);
/* Where what is typed or chosen goes, NULL where it is a number. */
const char **survey_text_of(struct survey_answer_screen *v);
/* The option that the sheet holds, 0 for none. */
int64_t survey_stored(struct survey_answer_screen *v);
/* Puts the cursor's option into the sheet; what is not mastered is not weighed
 * either. */
void survey_store(struct survey_answer_screen *v);
/* Competencies without an answer. */
size_t survey_open_count(const struct survey_answer_screen *v);

/* survey_answer_draw.c */
const char *survey_answer_title(struct ui *ui, struct screen *s);
const char *survey_answer_hint(struct ui *ui, struct screen *s);
void survey_answer_draw(struct ui *ui, struct screen *s, struct canvas *c);

#endif
