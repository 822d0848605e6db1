#include <string.h>

#include "base/i18n.h"
#include "base/number.h"
#include "domain/competency.h"
#include "domain/design.h"
#include "survey_answer.h"

enum { QUESTIONS_EACH = 2 };

bool survey_is_self(const struct survey_answer_screen *v)
{
	return v->rater == 1;
}

enum survey_question survey_question(const struct survey_answer_screen *v)
{
	size_t pairs = v->sheet.count * QUESTIONS_EACH;

	if (v->at < pairs)
		return v->at % QUESTIONS_EACH == 0 ? ASK_LEVEL : ASK_IMPORTANCE;
	return (enum survey_question)(ASK_TOPICS + (v->at - pairs));
}

size_t survey_question_count(const struct survey_answer_screen *v)
{
	return v->sheet.count * QUESTIONS_EACH + (ASK_END - ASK_TOPICS);
}

struct survey_answer *survey_answer_now(const struct survey_answer_screen *v)
{
	return &v->sheet.answers[v->at / QUESTIONS_EACH];
}

static const struct choice *choices_of(enum survey_question question)
{
	return question == ASK_FORM ? learning_form_choices : learning_method_choices;
}

int64_t survey_option_count(const struct survey_answer_screen *v)
{
	enum survey_question question = survey_question(v);
	int64_t count = 0;

	if (question < ASK_TOPICS)
		return COMPETENCY_LEVELS;
	while (choices_of(question)[count].code)
		count++;
	return count;
}

const char *survey_option(const struct survey_answer_screen *v, int64_t option)
{
	static const char *const important[COMPETENCY_LEVELS] = {
		N_("Not important"), N_("Slightly important"), N_("Fairly important"),
		N_("Important"), N_("Very important")
	};

	switch (survey_question(v)) {
	case ASK_LEVEL:
		return v->levels[option - 1];
	case ASK_IMPORTANCE:
		return _(important[option - 1]);
	default:
		return _(choices_of(survey_question(v))[option - 1].label);
	}
}

size_t survey_open_count(const struct survey_answer_screen *v)
{
	size_t open = 0;

	for (size_t i = 0; i < v->sheet.count; i++)
		open += v->sheet.answers[i].level == NUMBER_NONE;
	return open;
}

const char **survey_text_of(struct survey_answer_screen *v)
{
	struct response *r = &v->sheet.response;

	switch (survey_question(v)) {
	case ASK_TOPICS:
		return &r->topics;
	case ASK_FORM:
		return &r->form;
	case ASK_METHOD:
		return &r->method;
	case ASK_REMARK:
		return &r->remark;
	default:
		return NULL;
	}
}

static int64_t *number_of(const struct survey_answer_screen *v)
{
	struct survey_answer *now = survey_answer_now(v);

	return survey_question(v) == ASK_LEVEL ? &now->level : &now->importance;
}

bool survey_asks_words(const struct survey_answer_screen *v)
{
	enum survey_question question = survey_question(v);

	return question == ASK_TOPICS || question == ASK_REMARK;
}

int64_t survey_stored(struct survey_answer_screen *v)
{
	const char **text = survey_text_of(v);

	if (!text)
		return *number_of(v) == NUMBER_NONE ? 0 : *number_of(v);
	for (int64_t i = 1; i <= survey_option_count(v); i++) {
		if (strcmp(choices_of(survey_question(v))[i - 1].code, *text) == 0)
			return i;
	}
	return 0;
}

void survey_store(struct survey_answer_screen *v)
{
	const char **text = survey_text_of(v);

	if (text) {
		*text = v->cursor == 0
				? ""
				: choices_of(survey_question(v))[v->cursor - 1].code;
		return;
	}
	*number_of(v) = v->cursor == 0 ? NUMBER_NONE : v->cursor;
	if (survey_answer_now(v)->level == NUMBER_NONE)
		survey_answer_now(v)->importance = NUMBER_NONE;
}
