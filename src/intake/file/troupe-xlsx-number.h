/* What a spreadsheet stores as a number, as the text that its reader sees. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends the number without the noise of a double: "548.58000000000004" is 548.58; whole numbers stay
 * digit by digit, for they may be ids. */
void     troupe_xlsx_append_number  (GString     *out,
                                     const char  *number);
/* Appends a serial date as "2026-07-06", with its time if it has one. FALSE: it is no date. */
gboolean troupe_xlsx_append_date    (GString     *out,
                                     const char  *serial,
                                     gboolean     from_1904);
/* Whether cells of this number format show dates. */
gboolean troupe_xlsx_is_date_id     (int          format_id);
gboolean troupe_xlsx_is_date_format (const char  *code);

G_END_DECLS
