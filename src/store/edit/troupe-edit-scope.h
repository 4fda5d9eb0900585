/* Private to the store: records of which only one may stand, at all or on a day. */
#pragma once

#include "troupe-connection.h"

G_BEGIN_DECLS

/* Dated rules: what they are about, and that they have a start_day and an end_day. NULL-ended. */
typedef struct
{
  const TroupeRecordType *type;
  const char             *fields[5];
  gboolean                dated;
} TroupeEditScope;

extern const TroupeEditScope TROUPE_EDIT_SCOPES[];

/* TROUPE_ERROR_INVALID when there is another record of the same identity (an account's handle, a
 * month's exchange rate), or a rule of the same scope that holds on one of its days; both are named. */
gboolean troupe_edit_scope_check_twin    (TroupeConnection *connection, gconstpointer record, GError **error);
gboolean troupe_edit_scope_check_overlap (TroupeConnection *connection, gconstpointer record, GError **error);

/* A minimum payout is in the currency of its contract. id: of the term or the contract that has changed; 0: all. */
gboolean troupe_edit_scope_check_minimum (TroupeConnection *connection, gint64 id, GError **error);

G_END_DECLS
