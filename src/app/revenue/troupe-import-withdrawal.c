#include "troupe-import-withdrawal.h"

#include <glib/gi18n.h>

#include "troupe-amount.h"
#include "troupe-error.h"
#include "troupe-fiber.h"
#include "troupe-import-job.h"
#include "troupe-settle-job.h"
#include "troupe-window-private.h"

typedef struct
{
  TroupeWindow *window;
  TroupeOffice *office;
  gint64        import_id;
  TroupeMonth   month;      /* where a correction is booked */
} Withdrawal;

static Withdrawal *
withdrawal_new (TroupeWindow *window,
                gint64        import_id,
                TroupeMonth   month)
{
  Withdrawal *self = g_new (Withdrawal, 1);

  *self = (Withdrawal) { g_object_ref (window), g_object_ref (troupe_window_get_office (window)), import_id, month };
  return self;
}

static void
withdrawal_free (gpointer data)
{
  Withdrawal *self = data;

  g_object_unref (self->window);
  g_object_unref (self->office);
  g_free (self);
}

/* --- correcting ---------------------------------------------------------------------------------- */

static DexFuture *
correct_fiber (gpointer user_data)
{
  Withdrawal *self = user_data;
  g_autofree char *month = troupe_amount_format_month (self->month);
  g_autoptr(GError) error = NULL;

  if (!dex_await (troupe_office_correct_import (self->office, self->import_id, self->month), &error))
    troupe_window_show_error (self->window, error);
  else
    troupe_window_add_toast (self->window,
                             adw_toast_new_format (_("Corrected: the reverse of its lines is booked in %s"), month));
  return dex_future_new_true ();
}

static void
response_cb (AdwAlertDialog *dialog,
             const char     *response,
             Withdrawal     *self)
{
  Withdrawal *correction;

  if (!g_str_equal (response, "correct"))
    return;
  correction = withdrawal_new (self->window, self->import_id, self->month);
  troupe_fiber_disown (troupe_fiber_spawn (correct_fiber, correction, withdrawal_free));
}

static void
free_closure (gpointer  data,
              GClosure *closure)
{
  withdrawal_free (data);
}

static void
offer_correction (Withdrawal *self,
                  const char *why)
{
  g_autofree char *month = troupe_amount_format_month (self->month);
  g_autofree char *label = g_strdup_printf (_("Correct in %s"), month);
  AdwDialog *dialog = adw_alert_dialog_new (_("Something rests on this import"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_format_body (alert, _("%s\n\nThe reverse of its lines can be booked in %s: what is closed stays as it is."),
                                why, month);
  adw_alert_dialog_add_responses (alert, "cancel", _("Keep it"), "correct", label, NULL);
  adw_alert_dialog_set_response_appearance (alert, "correct", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb),
                         withdrawal_new (self->window, self->import_id, self->month), free_closure, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
}

/* --- withdrawing --------------------------------------------------------------------------------- */

/* The first month after the last closed one. */
static TroupeMonth
find_open_month (TroupeOffice *office)
{
  g_autoptr(GArray) months = dex_await_boxed (troupe_office_list_months (office), NULL);
  TroupeMonth open = troupe_day_get_month (troupe_clock_get_day (troupe_office_get_clock (office)));

  for (guint i = 0; months != NULL && i < months->len; i++)
    if (g_array_index (months, TroupeMonthState, i).closed)
      open = g_array_index (months, TroupeMonthState, i).month + 1;
  return open;
}

/* What else there is to do, lest money is missing. */
static void
tell_withdrawn (Withdrawal *self)
{
  g_autoptr(GPtrArray) sharers = dex_await_boxed (troupe_office_list_sharers (self->office, self->import_id), NULL);
  const TroupeImport *first = sharers != NULL && sharers->len > 0 ? sharers->pdata[0] : NULL;

  if (first == NULL)
    troupe_window_add_toast (self->window, adw_toast_new (_("The import was taken back; its file can be imported again")));
  else
    troupe_window_add_toast (self->window, adw_toast_new_format (_("Taken back. %s shared rows with it: import that again"),
                                                                 first->file_name));
}

static DexFuture *
withdraw_fiber (gpointer user_data)
{
  Withdrawal *self = user_data;
  g_autoptr(GError) error = NULL;

  if (dex_await (troupe_office_withdraw_import (self->office, self->import_id), &error))
    tell_withdrawn (self);
  else if (g_error_matches (error, TROUPE_ERROR, TROUPE_ERROR_CLOSED))
    {
      self->month = find_open_month (self->office);
      offer_correction (self, error->message);
    }
  else
    troupe_window_show_error (self->window, error);
  return dex_future_new_true ();
}

void
troupe_import_withdrawal_start (TroupeWindow *window,
                                gint64        import_id)
{
  Withdrawal *self = withdrawal_new (window, import_id, TROUPE_NONE);

  troupe_fiber_disown (troupe_fiber_spawn (withdraw_fiber, self, withdrawal_free));
}
