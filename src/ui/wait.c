#include "base/clock.h"
#include "ui_private.h"

/* While another program holds what the screens need, and while work takes long. */
enum { TELL_MS = 200, NEW_WAIT_MS = 1000, LAST_WAIT_MS = 5000, LOOK_MS = 50 };

static void show(struct ui *ui, const char *text)
{
	struct canvas c;

	if (!ui->top || ui_is_tiny(ui))
		return;
	canvas_whole(&c, ui, ui->top);
	canvas_text(&c, ui->lines - FOOT_ROWS, 0, ui->columns, STYLE_WARN, text);
	ui->foot.text[0] = '\0';
	ui->part = false;
	update_panels();
	doupdate();
}

bool ui_wait(struct ui *ui, const char *text)
{
	int64_t now = clock_ms();

	if (now - ui->waited > NEW_WAIT_MS)
		ui->waiting_since = now;
	ui->waited = now;
	if (ui->hurried || ui->options.key_file)
		return false;
	/* What is half typed is worth a moment, also at the end. */
	if (term_signal())
		return now - ui->waiting_since < LAST_WAIT_MS;
	if (now - ui->waiting_since < TELL_MS)
		return true;
	show(ui, text);
	return !term_escape();
}

void ui_work_begin(struct ui *ui, const char *text)
{
	ui->work_stopped = false;
	ui->worked = clock_ms();
	show(ui, text);
}

bool ui_work_stopped(struct ui *ui)
{
	int64_t now = clock_ms();

	if (ui->work_stopped || ui->options.key_file || now - ui->worked < LOOK_MS)
		return ui->work_stopped;
	ui->worked = now;
	ui->work_stopped = term_signal() || term_drop_to_escape();
	return ui->work_stopped;
}

void ui_work_end(struct ui *ui)
{
	term_drop_input(ui);
}
