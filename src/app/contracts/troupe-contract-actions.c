#include "troupe-contract-actions.h"

#include "troupe-contract-form.h"
#include "troupe-window.h"

static void
add_contract_cb (GtkWidget  *window,
                 const char *action,
                 GVariant   *target)
{
  TroupeOffice *office = troupe_window_get_office (TROUPE_WINDOW (window));

  adw_dialog_present (troupe_contract_form_new (office, NULL, g_variant_get_int64 (target)), window);
}

void
troupe_contract_actions_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.add-contract", "x", add_contract_cb);
}
