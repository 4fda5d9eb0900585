#include "troupe-row-identity.h"

#include "troupe-text.h"

#include <string.h>

static guint64
hash_number (gint64  number,
             guint64 seed)
{
  gint64 bytes = GINT64_TO_LE (number);

  return troupe_text_hash (&bytes, sizeof bytes, seed);
}

static guint64
hash_column (const TroupeRowValues *values,
             int                    column,
             guint64                seed)
{
  switch (troupe_profile_get_column (values->profile, column)->kind)
    {
    case TROUPE_COLUMN_AMOUNT:
    case TROUPE_COLUMN_DAY:
    case TROUPE_COLUMN_DURATION:
      return hash_number (values->number[column], seed);
    case TROUPE_COLUMN_PERIOD:
      return hash_number (values->last[column], hash_number (values->number[column], seed));
    case TROUPE_COLUMN_TEXT:
    case TROUPE_COLUMN_ID:
    default:
      return troupe_text_hash (values->text[column], strlen (values->text[column]), seed);
    }
}

guint64
troupe_row_identity_hash (const TroupeRowValues *values,
                          GArray                *columns)
{
  guint64 hash = 0;

  for (guint i = 0; i < columns->len; i++)
    hash = hash_column (values, g_array_index (columns, int, i), hash);

  return hash;
}

guint64
troupe_row_identity_mix (guint64     row,
                         const char *field)
{
  return troupe_text_hash (field, strlen (field), row);
}

guint64
troupe_row_identity_state (guint64     line,
                           gint64      amount,
                           gint64      fee,
                           const char *unit)
{
  return troupe_row_identity_mix (hash_number (fee, hash_number (amount, line)), unit);
}
