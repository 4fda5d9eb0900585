#include "troupe-close-steps.h"

#include <glib/gi18n.h>

#include "troupe-row.h"

typedef enum
{
  STEP_DONE,
  STEP_LOOK,
  STEP_COMING,
} StepState;

static void
add_step (GtkListBox *list,
          StepState   state,
          const char *title,
          char       *subtitle)
{
  static const struct { const char *icon, *style, *label; } looks[] = {
    [STEP_DONE] = { "object-select-symbolic", "success", N_("Done") },
    [STEP_LOOK] = { "dialog-warning-symbolic", "warning", N_("To look at") },
    [STEP_COMING] = { "radio-symbolic", "dim-label", N_("Still to come") },
  };
  GtkWidget *row = troupe_row_new (title, subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[state].icon);

  gtk_widget_add_css_class (icon, looks[state].style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _(looks[state].label), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_append (list, row);
  g_free (subtitle);
}

static void
add_imports (GtkListBox       *list,
             TroupeMonthClose *close)
{
  add_step (list, close->imports > 0 ? STEP_DONE : STEP_LOOK, _("Imports"),
            g_strdup_printf (ngettext ("%u file reaches into this month", "%u files reach into this month",
                                       close->imports), close->imports));
}

static void
add_matched (GtkListBox       *list,
             TroupeMonthClose *close)
{
  int waiting = (int) close->state.waiting;

  if (waiting == 0)
    add_step (list, STEP_DONE, _("Everything matched"), g_strdup (_("Every line has an owner")));
  else
    add_step (list, STEP_LOOK, _("Unknown accounts"),
              g_strdup_printf (ngettext ("%d line waits to be assigned", "%d lines wait to be assigned", waiting), waiting));
}

static void
add_settled (GtkListBox       *list,
             TroupeMonthClose *close)
{
  if (!close->state.settled)
    add_step (list, STEP_COMING, _("Settled"), g_strdup (_("Not yet")));
  else if (close->state.stale)
    add_step (list, STEP_LOOK, _("Settle again"), g_strdup (_("Evidence or rules have changed since")));
  else
    add_step (list, STEP_DONE, _("Settled"),
              g_strdup_printf (ngettext ("%u statement", "%u statements", close->statements->len), close->statements->len));
}

static void
add_closed (GtkListBox       *list,
            TroupeMonthClose *close)
{
  if (close->state.closed)
    add_step (list, STEP_DONE, _("Closed"), g_strdup (_("Statements and rates are final")));
  else if (close->earlier_open)
    add_step (list, STEP_LOOK, _("Closed"), g_strdup (_("An earlier month is still open")));
  else
    add_step (list, STEP_COMING, _("Closed"), g_strdup (_("Not yet")));
}

static void
add_paid (GtkListBox       *list,
          TroupeMonthClose *close)
{
  guint unpaid = troupe_month_close_count_unpaid (close);

  if (!close->state.closed)
    add_step (list, STEP_COMING, _("Paid"), g_strdup (_("After the close")));
  else if (unpaid == 0)
    add_step (list, STEP_DONE, _("Paid"), g_strdup (_("Nothing is due")));
  else
    add_step (list, STEP_LOOK, _("Paid"),
              g_strdup_printf (ngettext ("%u statement is not paid", "%u statements are not paid", unpaid), unpaid));
}

void
troupe_close_steps_fill (GtkListBox       *list,
                         TroupeMonthClose *close)
{
  gtk_list_box_remove_all (list);
  add_imports (list, close);
  add_matched (list, close);
  add_settled (list, close);
  add_closed (list, close);
  add_paid (list, close);
}

char *
troupe_close_steps_get_obstacle (TroupeMonthClose *close)
{
  if (close->state.closed)
    return g_strdup (_("This month is closed"));
  if (close->earlier_open)
    return g_strdup (_("Ready after the earlier months are closed"));
  if (close->state.waiting > 0)
    return g_strdup (_("Ready after every account has an owner"));
  if (!close->state.settled)
    return g_strdup (_("Ready after the month is settled"));
  if (close->state.stale)
    return g_strdup (_("Ready after the month is settled again"));
  return NULL;
}
