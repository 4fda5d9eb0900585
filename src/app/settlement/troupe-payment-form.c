#include "troupe-payment-form.h"

#include <glib/gi18n.h>

#include "troupe-payment-job.h"
#include "troupe-record-dialog.h"
#include "troupe-window.h"

static const TroupeFormRow rows[] = {
  { NULL, "day", N_("Paid on") },
  { NULL, "currency", N_("Currency") },
  { NULL, "amount", N_("Amount") },
  { N_("How it was paid"), "method", N_("Method: bank transfer, cash, …") },
  { N_("How it was paid"), "reference", N_("Reference of the bank") },
  { N_("How it was paid"), "note", N_("Note") },
  { NULL },
};

static gboolean
check (TroupeOffice   *office,
       gconstpointer   draft,
       gpointer        statement,
       GError        **error)
{
  return troupe_office_check_payment (office, statement, draft, error);
}

static void
start (TroupePayment *self,
       TroupeOffice  *office,
       gint64         creator_id,
       const char    *currency)
{
  troupe_record_clear (&TROUPE_PAYMENT, self);
  self->day = troupe_clock_get_day (troupe_office_get_clock (office));
  self->creator_id = creator_id;
  self->currency = currency;
}

AdwDialog *
troupe_payment_form_new (TroupeOffice    *office,
                         TroupePayment   *payment,
                         TroupeStatement *statement,
                         gint64           due)
{
  TroupePayment fields;
  AdwDialog *dialog;

  start (&fields, office, statement->creator_id, statement->currency);
  fields.statement_id = statement->id;
  if (due > 0)
    fields.amount = due;
  dialog = payment != NULL ? troupe_record_dialog_new (office, _("Edit payment"), payment, rows)
                           : troupe_record_dialog_new (office, _("Record payment"), &fields, rows);
  troupe_record_dialog_set_check (TROUPE_RECORD_DIALOG (dialog), check, troupe_record_ref (statement), troupe_record_unref);
  return dialog;
}

/* Of no statement: an advance. */
static AdwDialog *
create_advance (TroupeOffice *office,
                gint64        creator_id)
{
  TroupeAgency *agency = troupe_office_get_agency (office);
  TroupePayment fields;

  start (&fields, office, creator_id, agency != NULL ? agency->currency : NULL);
  return troupe_record_dialog_new (office, _("Record payment"), &fields, rows);
}

static void
add_payment_cb (GtkWidget  *window,
                const char *action,
                GVariant   *target)
{
  TroupeOffice *office = troupe_window_get_office (TROUPE_WINDOW (window));

  adw_dialog_present (create_advance (office, g_variant_get_int64 (target)), window);
}

void
troupe_payment_actions_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.add-payment", "x", add_payment_cb);
}
