#include "app.h"

/* The default keys. The first one of a command stands in the key bar. */
/* clang-format off */
const struct key_default keys[] = {
	{ CONTEXT_GLOBAL, "F1", "help" },      { CONTEXT_GLOBAL, "?", "help" },
	{ CONTEXT_GLOBAL, "C-p", "help" },     { CONTEXT_GLOBAL, ":", "help" },
	{ CONTEXT_GLOBAL, "C-z", "undo" },     { CONTEXT_GLOBAL, "C-y", "redo" },
	{ CONTEXT_GLOBAL, "Esc", "back" },     { CONTEXT_GLOBAL, "q", "back" },
	{ CONTEXT_GLOBAL, "w", "trail" },
	{ CONTEXT_GLOBAL, "C-g", "language" }, { CONTEXT_ALWAYS, "C-l", "redraw" },
	{ CONTEXT_ALWAYS, "C-c", "interrupt" }, { CONTEXT_ALWAYS, "C-q", "quit" },

	{ CONTEXT_GLOBAL, "/", "find" },       { CONTEXT_GLOBAL, "F3", "find" },
	{ CONTEXT_GLOBAL, "C-f", "find" },     { CONTEXT_HOME, "n", "new" },
	{ CONTEXT_HOME, "1", "programmes" },   { CONTEXT_HOME, "2", "persons" },
	{ CONTEXT_HOME, "3", "units" },        { CONTEXT_HOME, "4", "partners" },
	{ CONTEXT_HOME, "5", "trainers" },     { CONTEXT_HOME, "6", "competencies" },
	{ CONTEXT_HOME, "7", "questionnaires" }, { CONTEXT_HOME, "8", "reports" },
	{ CONTEXT_HOME, "F9", "reports" },     { CONTEXT_HOME, "p", "reports" },
	{ CONTEXT_HOME, "0", "rubrics" },
	{ CONTEXT_HOME, "s", "surveys" },      { CONTEXT_HOME, "y", "yearly-plan" },
	{ CONTEXT_HOME, "j", "jp" },           { CONTEXT_HOME, "k", "calendar" },
	{ CONTEXT_HOME, "b", "backup" },
	{ CONTEXT_HOME, "9", "history" },      { CONTEXT_HOME, "u", "undo" },

	{ CONTEXT_LIST, "Enter", "open" },     { CONTEXT_LIST, "e", "open" },
	{ CONTEXT_LIST, "n", "new" },          { CONTEXT_LIST, "F2", "edit" },
	{ CONTEXT_LIST, "/", "find" },         { CONTEXT_LIST, "F3", "find" },
	{ CONTEXT_LIST, "C-f", "find" },       { CONTEXT_LIST, "s", "sort" },
	{ CONTEXT_LIST, "i", "import" },       { CONTEXT_LIST, "x", "export" },
	{ CONTEXT_LIST, "d", "duplicate" },    { CONTEXT_LIST, "F7", "query" },
	{ CONTEXT_LIST, "f", "frequencies" },  { CONTEXT_LIST, "p", "print" },
	{ CONTEXT_LIST, "F9", "print" },       { CONTEXT_QUESTIONNAIRES, "r", "ready" },
	{ CONTEXT_READY, "r", "ready" },
	{ CONTEXT_PLAN_ITEMS, "+", "step" },   { CONTEXT_PLAN_ITEMS, "g", "programme" },
	{ CONTEXT_PLAN_ITEMS, "b", "budget" }, { CONTEXT_PLAN_ITEMS, "c", "ceilings" },
	{ CONTEXT_PLAN_ITEMS, "k", "calendar" },
	{ CONTEXT_LIST, "Del", "delete" },     { CONTEXT_LIST, "u", "undo" },

	{ CONTEXT_SESSIONS, "a", "attendance" }, { CONTEXT_SESSIONS, "r", "series" },   { CONTEXT_SESSIONS, "m", "move" },
	{ CONTEXT_SESSIONS, "c", "clashes" },  { CONTEXT_PERSONS, "j", "ledger" },

	{ CONTEXT_COMPETENCIES, "r", "ready" }, { CONTEXT_COMPETENCIES, "l", "levels" },
	{ CONTEXT_COMPETENCIES, "m", "matrix" }, { CONTEXT_COMPETENCIES, "j", "positions" },
	{ CONTEXT_COMPETENCIES, "t", "types" },

	{ CONTEXT_STANDARDS, "f", "fill" },    { CONTEXT_STANDARDS, "F", "fill-all" },
	{ CONTEXT_STANDARDS, "t", "type" },    { CONTEXT_STANDARDS, "Del", "clear" },
	{ CONTEXT_STANDARDS, "p", "report" },  { CONTEXT_STANDARDS, "F9", "report" },
	{ CONTEXT_STANDARDS, "u", "undo" },    { CONTEXT_STANDARDS, "l", "level" },

	{ CONTEXT_CHOOSE, "Enter", "take" },   { CONTEXT_CHOOSE, "n", "new" },
	{ CONTEXT_CHOOSE, "/", "find" },       { CONTEXT_CHOOSE, "F3", "find" },
	{ CONTEXT_CHOOSE, "C-f", "find" },     { CONTEXT_CHOOSE, "F7", "query" },
	{ CONTEXT_CHOOSE, "s", "sort" },

	{ CONTEXT_QUERY, "F8", "run" },        { CONTEXT_QUERY, "F10", "run" },
	{ CONTEXT_QUERY, "C-s", "run" },       { CONTEXT_QUERY, "F4", "choose" },
	{ CONTEXT_QUERY, "F7", "clear" },      { CONTEXT_QUERY, "C-z", "undo" },
	{ CONTEXT_QUERY, "C-y", "redo" },

	{ CONTEXT_FORM, "F10", "save" },       { CONTEXT_FORM, "C-s", "save" },
	{ CONTEXT_FORM, "F4", "choose" },      { CONTEXT_FORM, "F5", "repeat" },
	{ CONTEXT_FORM, "C-x", "discard" },    { CONTEXT_FORM, "C-d", "duplicate" },
	{ CONTEXT_FORM, "C-e", "editor" },     { CONTEXT_FORM, "C-z", "undo" },
	{ CONTEXT_FORM, "C-y", "redo" },       { CONTEXT_FORM, "F8", "discard" },
	{ CONTEXT_FORM, "C-r", "repeat" },     { CONTEXT_FORM, "PgDn", "next" },
	{ CONTEXT_FORM, "PgUp", "previous" },  { CONTEXT_FORM, "Esc", "cancel" },
	{ CONTEXT_FORM, "F6", "page" },       { CONTEXT_QUERY, "F6", "page" },

	{ CONTEXT_PROGRAMME, "l", "plan" },    { CONTEXT_PROGRAMME, "t", "take-plan" },
	{ CONTEXT_PROGRAMME, "T", "store-plan" }, { CONTEXT_PROGRAMME, "v", "changes" },
	{ CONTEXT_PROGRAMME, "F9", "print" },  { CONTEXT_PROGRAMME, "r", "print" },
	{ CONTEXT_PROGRAMME, "S", "suggest" },
	{ CONTEXT_PROGRAMME, "F2", "edit" },   { CONTEXT_PROGRAMME, "+", "step" },
	{ CONTEXT_PROGRAMME, "d", "duplicate" }, { CONTEXT_PROGRAMME, "o", "objectives" },
	{ CONTEXT_PROGRAMME, "b", "partners" }, { CONTEXT_PROGRAMME, "s", "sessions" },
	{ CONTEXT_PROGRAMME, "p", "participants" }, { CONTEXT_PROGRAMME, "g", "groups" },
	{ CONTEXT_PROGRAMME, "j", "projects" }, { CONTEXT_PROGRAMME, "k", "questionnaires" },
	{ CONTEXT_PROGRAMME, "a", "attendance" }, { CONTEXT_PROGRAMME, "n", "scores" },
	{ CONTEXT_PROGRAMME, "f", "feedback" }, { CONTEXT_PROGRAMME, "F", "answer" },
	{ CONTEXT_PROGRAMME, "e", "evaluation" }, { CONTEXT_PROGRAMME, "h", "findings" },
	{ CONTEXT_PROGRAMME, "i", "improvements" }, { CONTEXT_PROGRAMME, "c", "completion" },
	{ CONTEXT_PROGRAMME, "m", "follow-up" }, { CONTEXT_PROGRAMME, "u", "undo" },

	{ CONTEXT_FOLLOW_UP, "Enter", "open" }, { CONTEXT_FOLLOW_UP, "F2", "open" },
	{ CONTEXT_FOLLOW_UP, "e", "open" },    { CONTEXT_FOLLOW_UP, "n", "new" },
	{ CONTEXT_FOLLOW_UP, "f", "feedback" }, { CONTEXT_FOLLOW_UP, "m", "measure" },
	{ CONTEXT_FOLLOW_UP, "v", "view" },    { CONTEXT_FOLLOW_UP, "t", "sent" },
	{ CONTEXT_FOLLOW_UP, "s", "done" },    { CONTEXT_FOLLOW_UP, "d", "move" },
	{ CONTEXT_FOLLOW_UP, "w", "waive" },   { CONTEXT_FOLLOW_UP, "a", "propose" },
	{ CONTEXT_FOLLOW_UP, "j", "take" },    { CONTEXT_FOLLOW_UP, "o", "people" },
	{ CONTEXT_FOLLOW_UP, "l", "list" },    { CONTEXT_FOLLOW_UP, "p", "report" },
	{ CONTEXT_FOLLOW_UP, "F9", "report" }, { CONTEXT_FOLLOW_UP, "Del", "delete" },
	{ CONTEXT_FOLLOW_UP, "u", "undo" },

	{ CONTEXT_PARTICIPANTS, "Enter", "open" }, { CONTEXT_PARTICIPANTS, "e", "open" },
	{ CONTEXT_PARTICIPANTS, "F2", "open" }, { CONTEXT_PARTICIPANTS, "x", "print" },
	{ CONTEXT_PARTICIPANTS, "n", "new" },  { CONTEXT_PARTICIPANTS, "i", "import" },
	{ CONTEXT_PARTICIPANTS, "s", "status" }, { CONTEXT_PARTICIPANTS, "S", "suggest" },
	{ CONTEXT_PARTICIPANTS, "Del", "delete" },

	{ CONTEXT_COMPLETION, "a", "accept" }, { CONTEXT_COMPLETION, "c", "complete" },
	{ CONTEXT_COMPLETION, "f", "fail" },   { CONTEXT_COMPLETION, "Enter", "reasons" },
	{ CONTEXT_COMPLETION, "F2", "edit" },

	{ CONTEXT_DIVISION, "F10", "save" },   { CONTEXT_DIVISION, "C-s", "save" },
	{ CONTEXT_DIVISION, "r", "reshuffle" }, { CONTEXT_DIVISION, "x", "swap" },
	{ CONTEXT_DIVISION, "l", "lock" },     { CONTEXT_DIVISION, "t", "together" },
	{ CONTEXT_DIVISION, "a", "apart" },    { CONTEXT_DIVISION, "k", "unit" },
	{ CONTEXT_DIVISION, "F6", "rules" },   { CONTEXT_DIVISION, "Esc", "leave" },
	{ CONTEXT_DIVISION, "q", "leave" },

	{ CONTEXT_GROUPS, "Enter", "open" },   { CONTEXT_GROUPS, "F2", "edit" },
	{ CONTEXT_GROUPS, "m", "members" },    { CONTEXT_GROUPS, "o", "draw" },
	{ CONTEXT_GROUPS, "-", "earlier" },    { CONTEXT_GROUPS, "+", "later" },

	{ CONTEXT_PROJECT, "F2", "edit" },     { CONTEXT_PROJECT, "n", "new" },
	{ CONTEXT_PROJECT, "s", "done" },      { CONTEXT_PROJECT, "h", "stakeholders" },
	{ CONTEXT_PROJECT, "v", "verdict" },   { CONTEXT_PROJECT, "r", "assess" },
	{ CONTEXT_PROJECT, "a", "assessments" },
	{ CONTEXT_PROJECT, "p", "peers" },     { CONTEXT_PROJECT, "i", "scores" },
	{ CONTEXT_PROJECT, "F9", "scores" },   { CONTEXT_PROJECT, "o", "outcome" },
	{ CONTEXT_PROJECT, "u", "undo" },

	{ CONTEXT_MARKS, "F10", "save" },      { CONTEXT_MARKS, "C-s", "save" },
	{ CONTEXT_MARKS, ".", "blank" },       { CONTEXT_MARKS, "Space", "blank" },
	{ CONTEXT_MARKS, "Backspace", "back-one" }, { CONTEXT_MARKS, "-", "back-one" },
	{ CONTEXT_MARKS, "c", "remark" },      { CONTEXT_MARKS, "C-z", "undo" },
	{ CONTEXT_MARKS, "C-x", "discard" },   { CONTEXT_MARKS, "F8", "discard" },
	{ CONTEXT_MARKS, "Esc", "leave" },     { CONTEXT_MARKS, "q", "leave" },

	{ CONTEXT_RUBRICS, "Enter", "open" },  { CONTEXT_RUBRICS, "n", "new" },
	{ CONTEXT_RUBRICS, "a", "ready" },     { CONTEXT_RUBRICS, "F2", "edit" },
	{ CONTEXT_RUBRICS, "d", "duplicate" }, { CONTEXT_RUBRICS, "Del", "delete" },

	{ CONTEXT_SURVEY, "f", "sheets" },     { CONTEXT_SURVEY, "n", "sheets" },
	{ CONTEXT_SURVEY, "Enter", "unit-sheets" }, { CONTEXT_SURVEY, "k", "competencies" },
	{ CONTEXT_SURVEY, "o", "units" },      { CONTEXT_SURVEY, "F2", "edit" },
	{ CONTEXT_SURVEY, "c", "close" },      { CONTEXT_SURVEY, "F", "answer" },
	{ CONTEXT_SURVEY, "i", "import" },     { CONTEXT_SURVEY, "I", "headings" },

	{ CONTEXT_SURVEY_ENTRY, "F10", "save" }, { CONTEXT_SURVEY_ENTRY, "C-s", "save" },
	{ CONTEXT_SURVEY_ENTRY, ".", "blank" }, { CONTEXT_SURVEY_ENTRY, "Space", "blank" },
	{ CONTEXT_SURVEY_ENTRY, "Backspace", "back-one" }, { CONTEXT_SURVEY_ENTRY, "-", "back-one" },
	{ CONTEXT_SURVEY_ENTRY, "s", "self" }, { CONTEXT_SURVEY_ENTRY, "a", "superior" },
	{ CONTEXT_SURVEY_ENTRY, "F4", "choose" }, { CONTEXT_SURVEY_ENTRY, "C-z", "undo" },
	{ CONTEXT_SURVEY_ENTRY, "C-x", "discard" }, { CONTEXT_SURVEY_ENTRY, "F8", "discard" },
	{ CONTEXT_SURVEY_ENTRY, "Esc", "leave" }, { CONTEXT_SURVEY_ENTRY, "q", "leave" },

	{ CONTEXT_EVALUATION, "a", "improve" }, { CONTEXT_EVALUATION, "c", "carry" },
	{ CONTEXT_EVALUATION, "p", "report" }, { CONTEXT_EVALUATION, "F9", "report" },
	{ CONTEXT_EVALUATION, "Tab", "page" }, { CONTEXT_EVALUATION, "S-Tab", "page-back" },
	{ CONTEXT_EVALUATION, "Enter", "detail" }, { CONTEXT_EVALUATION, "u", "undo" },
	{ CONTEXT_EVALUATION, "f", "findings" }, { CONTEXT_EVALUATION, "t", "comments" },

	{ CONTEXT_FINDINGS, "Enter", "edit" }, { CONTEXT_FINDINGS, "e", "edit" },
	{ CONTEXT_FINDINGS, "F2", "edit" },    { CONTEXT_FINDINGS, "n", "new" },
	{ CONTEXT_FINDINGS, "a", "act" },      { CONTEXT_FINDINGS, "t", "comments" },
	{ CONTEXT_FINDINGS, "b", "subjects" }, { CONTEXT_FINDINGS, "g", "gaps" },
	{ CONTEXT_FINDINGS, "s", "session" },  { CONTEXT_FINDINGS, "h", "helped" },
	{ CONTEXT_FINDINGS, "Del", "delete" },

	{ CONTEXT_COMMENTS, "t", "theme" },    { CONTEXT_COMMENTS, "Enter", "find-out" },
	{ CONTEXT_COMMENTS, "p", "themes" },   { CONTEXT_COMMENTS, "F9", "themes" },

	{ CONTEXT_SUBJECTS, "Enter", "find-out" }, { CONTEXT_SUBJECTS, "a", "find-out" },

	{ CONTEXT_REVISIONS, "c", "cause" },   { CONTEXT_REVISIONS, "[", "left" },
	{ CONTEXT_REVISIONS, "]", "right" },   { CONTEXT_REVISIONS, "v", "all" },
	{ CONTEXT_REVISIONS, "p", "report" },  { CONTEXT_REVISIONS, "F9", "report" },
	{ CONTEXT_REVISIONS, "u", "undo" },

	{ CONTEXT_TRAIL, "x", "whole" },       { CONTEXT_TRAIL, "Backspace", "way-back" },
	{ CONTEXT_TRAIL, "u", "undo" },

	{ CONTEXT_GRID, "F10", "save" },       { CONTEXT_GRID, "C-s", "save" },
	{ CONTEXT_GRID, ".", "blank" },        { CONTEXT_GRID, "Space", "blank" },
	{ CONTEXT_GRID, "Backspace", "back-one" }, { CONTEXT_GRID, "-", "back-one" },
	{ CONTEXT_GRID, "Left", "back-one" },  { CONTEXT_GRID, "PgUp", "previous" },
	{ CONTEXT_GRID, "PgDn", "next" },      { CONTEXT_GRID, "V", "verify" },
	{ CONTEXT_GRID, "v", "verify" },       { CONTEXT_GRID, "C-z", "undo" },
	{ CONTEXT_GRID, "C-x", "discard" },    { CONTEXT_GRID, "F8", "discard" },
	{ CONTEXT_GRID, "F4", "about" },       { CONTEXT_GRID, "F6", "sheets" },
	{ CONTEXT_GRID, "Esc", "leave" },       { CONTEXT_GRID, "q", "leave" },

	{ CONTEXT_ROLL, "Backspace", "back-one" }, { CONTEXT_ROLL, "-", "back-one" },
	{ CONTEXT_ROLL, "o", "order" },        { CONTEXT_ROLL, "C-z", "undo" },
	{ CONTEXT_ROLL, "u", "undo" },

	{ CONTEXT_ATTENDANCE, "H", "fill" },   { CONTEXT_ATTENDANCE, "=", "fill" },
	{ CONTEXT_ATTENDANCE, ".", "clear" },  { CONTEXT_ATTENDANCE, "Del", "clear" },
	{ CONTEXT_ATTENDANCE, "F6", "digits" }, { CONTEXT_ATTENDANCE, "j", "part" },
	{ CONTEXT_ATTENDANCE, "Esc", "leave" }, { CONTEXT_ATTENDANCE, "q", "leave" },

	{ CONTEXT_SCORES, "V", "verify" },     { CONTEXT_SCORES, "v", "verify" },
	{ CONTEXT_SCORES, "F6", "turbo" },     { CONTEXT_SCORES, "*", "most" },
	{ CONTEXT_SCORES, "Del", "clear" },    { CONTEXT_SCORES, "s", "order" },
	{ CONTEXT_SCORES, "Esc", "leave" },    { CONTEXT_SCORES, "q", "leave" },

	{ CONTEXT_JP, "Enter", "open" },       { CONTEXT_JP, "[", "year-before" },
	{ CONTEXT_JP, "]", "year-after" },     { CONTEXT_JP, "c", "certificates" },
	{ CONTEXT_JP, "v", "conversions" },    { CONTEXT_JP, "p", "print" },
	{ CONTEXT_JP, "F9", "print" },

	{ CONTEXT_JP_PEOPLE, "Enter", "open" }, { CONTEXT_JP_PEOPLE, "n", "new" },
	{ CONTEXT_JP_PEOPLE, "S", "suggest" },
	{ CONTEXT_JP_PEOPLE, "[", "year-before" },
	{ CONTEXT_JP_PEOPLE, "]", "year-after" },
	{ CONTEXT_JP_PEOPLE, "c", "certificates" },
	{ CONTEXT_JP_PEOPLE, "v", "conversions" },
	{ CONTEXT_SURVEYS, "a", "needs" },     { CONTEXT_SURVEY, "a", "needs" },

	{ CONTEXT_RANKING, "Enter", "open" },  { CONTEXT_RANKING, "d", "decide" },
	{ CONTEXT_RANKING, "F2", "decide" },   { CONTEXT_RANKING, "h", "heat-map" },
	{ CONTEXT_RANKING, "s", "order" },     { CONTEXT_RANKING, "p", "report" },
	{ CONTEXT_RANKING, "F9", "report" },

	{ CONTEXT_RANKING, "y", "plan" },

	{ CONTEXT_PLAN, "Enter", "open" },     { CONTEXT_PLAN, "F2", "open" },
	{ CONTEXT_PLAN, "e", "open" },	       { CONTEXT_PLAN, "n", "new" },
	{ CONTEXT_PLAN, "+", "step" },	       { CONTEXT_PLAN, "g", "programme" },
	{ CONTEXT_PLAN, "k", "calendar" }, { CONTEXT_PLAN, "b", "budget" },       { CONTEXT_PLAN, "[", "year-before" },
	{ CONTEXT_PLAN, "]", "year-after" },   { CONTEXT_PLAN, "c", "ceilings" },
	{ CONTEXT_PLAN, "F", "funds" },	       { CONTEXT_PLAN, "p", "report" },
	{ CONTEXT_PLAN, "F9", "report" },      { CONTEXT_PLAN, "l", "list" },
	{ CONTEXT_PLAN, "d", "duplicate" },    { CONTEXT_PLAN, "i", "import" },
	{ CONTEXT_PLAN, "x", "export" },       { CONTEXT_PLAN, "Del", "delete" },

	{ CONTEXT_BUDGET, "Enter", "open" },   { CONTEXT_BUDGET, "F2", "open" },
	{ CONTEXT_BUDGET, "[", "year-before" }, { CONTEXT_BUDGET, "]", "year-after" },
	{ CONTEXT_BUDGET, "c", "ceilings" },   { CONTEXT_BUDGET, "F", "funds" },
	{ CONTEXT_BUDGET, "p", "report" },     { CONTEXT_BUDGET, "F9", "report" },

	{ CONTEXT_HEAT, "Enter", "open" },     { CONTEXT_HEAT, "p", "report" },
	{ CONTEXT_HEAT, "F9", "report" },      { CONTEXT_HEAT, "u", "undo" },

	{ CONTEXT_NEED_PEOPLE, "Enter", "open" },

	{ CONTEXT_SUGGESTIONS, "Enter", "gaps" }, { CONTEXT_SUGGESTIONS, "e", "enrol" },
	{ CONTEXT_SUGGESTIONS, "j", "ledger" }, { CONTEXT_SUGGESTIONS, "p", "report" },
	{ CONTEXT_SUGGESTIONS, "F9", "report" },
	{ CONTEXT_FITTING, "Enter", "open" },  { CONTEXT_FITTING, "e", "enrol" },
	{ CONTEXT_FITTING, "g", "gaps" },      { CONTEXT_FITTING, "j", "ledger" },
	{ CONTEXT_AIMS, "Enter", "open" },     { CONTEXT_AIMS, "j", "ledger" },
	{ CONTEXT_CALENDAR, "Enter", "open" }, { CONTEXT_CALENDAR, "c", "clashes" },
	{ CONTEXT_CALENDAR, "C", "all-clashes" }, { CONTEXT_CALENDAR, "[", "year-before" },
	{ CONTEXT_CALENDAR, "]", "year-after" }, { CONTEXT_CALENDAR, "p", "report" },
	{ CONTEXT_CALENDAR, "F9", "report" },  { CONTEXT_CALENDAR, "u", "undo" },

	{ CONTEXT_CLASHES, "Enter", "open" },  { CONTEXT_CLASHES, "o", "other" },

	{ CONTEXT_ROWS, "/", "find" },         { CONTEXT_ROWS, "F3", "find" },
	{ CONTEXT_ROWS, "C-f", "find" },       { CONTEXT_ROWS, "p", "print" },
	{ CONTEXT_ROWS, "F9", "print" },       { CONTEXT_ROWS, "u", "undo" },

	{ CONTEXT_HISTORY, "u", "undo-this" }, { CONTEXT_PAGER, "x", "export" },

	{ CONTEXT_PERSON, "Enter", "open" },   { CONTEXT_PERSON, "F2", "edit" },
	{ CONTEXT_PERSON, "e", "edit" },       { CONTEXT_PERSON, "p", "print" },
	{ CONTEXT_PERSON, "S", "suggest" },
	{ CONTEXT_PERSON, "F9", "print" },     { CONTEXT_PERSON, "u", "undo" },

	{ CONTEXT_FIND, "F4", "list" },

	{ CONTEXT_PREVIEW, "Enter", "take" },  { CONTEXT_PREVIEW, "F10", "take" },
	{ CONTEXT_LEDGER, "n", "new" },
	{ CONTEXT_PREVIEW, "Esc", "back" },    { CONTEXT_PREVIEW, "x", "export" },
	{ CONTEXT_GLOBAL, NULL, NULL },
};

/* What the fingers know from a spreadsheet … */
static const struct key_default excel_keys[] = {
	{ CONTEXT_HOME, "C-n", "new" },        { CONTEXT_LIST, "C-n", "new" },
	{ CONTEXT_LIST, "C-o", "open" },       { CONTEXT_LIST, "C-d", "duplicate" },
	{ CONTEXT_LIST, "C-p", "print" },      { CONTEXT_LIST, "F12", "export" },
	{ CONTEXT_FORM, "C-n", "duplicate" },  { CONTEXT_FORM, "C-d", "repeat" },
	{ CONTEXT_PAGER, "F12", "export" },    { CONTEXT_PARTICIPANTS, "C-n", "new" },
	{ CONTEXT_PROGRAMME, "C-p", "print" }, { CONTEXT_GLOBAL, NULL, NULL },
};

/* … and from Informix: there Esc accepts and Ctrl+C cancels. */
static const struct key_default informix_keys[] = {
	{ CONTEXT_FORM, "Esc", "save" },       { CONTEXT_FORM, "C-c", "cancel" },
	{ CONTEXT_QUERY, "Esc", "run" },       { CONTEXT_QUERY, "C-c", "back" },
	{ CONTEXT_DIVISION, "Esc", "save" },   { CONTEXT_DIVISION, "C-c", "leave" },
	{ CONTEXT_LIST, "F1", "new" },         { CONTEXT_LIST, "F2", "delete" },
	{ CONTEXT_LIST, "C-w", "help" },       { CONTEXT_HOME, "C-w", "help" },
	{ CONTEXT_PROGRAMME, "C-w", "help" },  { CONTEXT_GLOBAL, NULL, NULL },
};
/* clang-format on */

const struct key_preset key_presets[] = {
	{ "excel", excel_keys },
	{ "informix", informix_keys },
	{ NULL, NULL },
};
