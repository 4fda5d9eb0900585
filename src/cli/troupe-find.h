/* What the words of a command mean: creators, accounts, statements by what people call them. Inside a
 * fibre. */
#pragma once

#include "troupe-account.h"
#include "troupe-creator.h"
#include "troupe-office.h"
#include "troupe-statement.h"

G_BEGIN_DECLS

/* By id, or by one of its names as it is written or folded. TROUPE_ERROR_ASK when several have it. */
TroupeCreator   *troupe_find_creator        (TroupeOffice  *office,
                                             const char    *text,
                                             GError       **error);

/* "PLATFORM:HANDLE" in two. */
gboolean         troupe_find_split_account  (const char    *text,
                                             char         **ret_platform,
                                             char         **ret_handle,
                                             GError       **error);
TroupeAccount   *troupe_find_account        (TroupeOffice  *office,
                                             const char    *text,
                                             GError       **error);

TroupeStatement *troupe_find_statement      (TroupeOffice  *office,
                                             const char    *number,
                                             GError       **error);

/* An id, or NUMBER:POSITION; 0 on failure. */
gint64           troupe_find_statement_line (TroupeOffice  *office,
                                             const char    *text,
                                             GError       **error);

gboolean         troupe_find_month          (const char    *text,
                                             TroupeMonth   *ret_month,
                                             GError       **error);

G_END_DECLS
