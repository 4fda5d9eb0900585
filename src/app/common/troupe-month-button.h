/* ◀ 2026-10 ▶: the one place where a month is chosen. Property "month" is a TroupeMonth; "today" is
 * the month that "This month" goes to. */
#pragma once

#include <gtk/gtk.h>

#include "troupe-day.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_MONTH_BUTTON (troupe_month_button_get_type ())
G_DECLARE_FINAL_TYPE (TroupeMonthButton, troupe_month_button, TROUPE, MONTH_BUTTON, GtkBox)

G_END_DECLS
