/* What may be paid on a statement: the same for whoever records the payment. */
#pragma once

#include "troupe-office.h"
#include "troupe-payment.h"
#include "troupe-statement.h"

G_BEGIN_DECLS

/* Inside a fibre: whether payment, new or edited, can be one of statement as the file stands. Nobody is paid
 * more than is owed; no more comes back than was paid or than the creator owes; what is below the minimum
 * payout is carried over. An edited one whose amount stays is right. */
gboolean troupe_office_check_payment (TroupeOffice           *self,
                                      const TroupeStatement  *statement,
                                      const TroupePayment    *payment,
                                      GError                **error);

G_END_DECLS
