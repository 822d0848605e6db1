#include "app.h"
#include "base/i18n.h"
#include "domain/feedback.h"
#include "domain/programme.h"
#include "places.h"

/* The ways from a programme's page to what belongs to it. */
static ui_flags open_part(struct ui *ui, struct screen *s, const struct kind *kind)
{
	const struct list_argument argument = { .kind = kind,
						.parent_field = "programme",
						.parent = programme_id(s),
						.title = programme_part_title(
							s, _(kind->labels)) };

	list_run(ui, &argument);
	return UI_RELOAD;
}

ui_flags programme_partners(struct ui *ui, struct screen *s)
{
	return open_part(ui, s, &programme_partner_kind);
}

ui_flags programme_sessions(struct ui *ui, struct screen *s)
{
	return open_part(ui, s, &session_kind);
}

ui_flags programme_improvements(struct ui *ui, struct screen *s)
{
	return open_part(ui, s, &improvement_kind);
}

static ui_flags open_screen(struct ui *ui, struct screen *s,
			    const struct screen_class *class)
{
	int64_t id = programme_id(s);

	ui_run(ui, class, &id, NULL);
	return UI_RELOAD;
}

ui_flags programme_participants(struct ui *ui, struct screen *s)
{
	return open_screen(ui, s, &participants_class);
}

ui_flags programme_divide(struct ui *ui, struct screen *s)
{
	return open_screen(ui, s, &division_class);
}

ui_flags programme_projects(struct ui *ui, struct screen *s)
{
	return open_screen(ui, s, &groups_class);
}

ui_flags programme_attendance(struct ui *ui, struct screen *s)
{
	const struct attendance_argument argument = { .programme = programme_id(s) };

	ui_run(ui, &attendance_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags programme_scores(struct ui *ui, struct screen *s)
{
	return open_screen(ui, s, &scores_class);
}

ui_flags programme_completion(struct ui *ui, struct screen *s)
{
	return open_screen(ui, s, &completion_class);
}

ui_flags programme_evaluation(struct ui *ui, struct screen *s)
{
	return open_screen(ui, s, &evaluation_class);
}
