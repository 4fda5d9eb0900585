/* The dialog that records a payment, and win.add-payment (creator) for wherever one is. */
#pragma once

#include <adwaita.h>

#include "troupe-office.h"
#include "troupe-payment.h"
#include "troupe-statement.h"

G_BEGIN_DECLS

/* payment NULL: a new one. Of a statement: due is what is still owed of it, without payment. */
AdwDialog *troupe_payment_form_new        (TroupeOffice    *office,
                                           TroupePayment   *payment,
                                           TroupeStatement *statement,
                                           gint64           due);

void       troupe_payment_actions_install (GtkWidgetClass  *window_class);

G_END_DECLS
