#include "troupe-payment-form.h"

#include <glib/gi18n.h>

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

AdwDialog *
troupe_payment_form_new (TroupeOffice    *office,
                         TroupePayment   *payment,
                         gint64           creator_id,
                         TroupeStatement *statement)
{
  TroupeAgency *agency = troupe_office_get_agency (office);
  TroupePayment fields;

  if (payment != NULL)
    return troupe_record_dialog_new (office, _("Edit payment"), payment, rows);
  troupe_record_clear (&TROUPE_PAYMENT, &fields);
  fields.creator_id = creator_id;
  fields.day = troupe_clock_get_day (troupe_office_get_clock (office));
  fields.currency = agency != NULL ? agency->currency : NULL;
  if (statement != NULL)
    {
      fields.creator_id = statement->creator_id;
      fields.statement_id = statement->id;
      fields.currency = statement->currency;
      fields.amount = statement->payable;
    }
  return troupe_record_dialog_new (office, _("Record payment"), &fields, rows);
}

static void
add_payment_cb (GtkWidget  *window,
                const char *action,
                GVariant   *target)
{
  TroupeOffice *office = troupe_window_get_office (TROUPE_WINDOW (window));

  adw_dialog_present (troupe_payment_form_new (office, NULL, g_variant_get_int64 (target), NULL), window);
}

void
troupe_payment_actions_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.add-payment", "x", add_payment_cb);
}
