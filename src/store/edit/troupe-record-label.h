/* Private to the store: how a message names a record. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

/* "the creator “Dongdong”". */
char *troupe_record_label_write     (gconstpointer record);

/* Records that were changed together: "the creator “Dongdong”", "52 payments", "the contract “C-1” and
 * 2 more records". */
char *troupe_record_label_write_all (GPtrArray *records);

/* "2026-01-01 to 2026-06-30", "from 2026-01-01 on" of a record with start_day and end_day. */
char *troupe_record_label_period    (gconstpointer record);

G_END_DECLS
