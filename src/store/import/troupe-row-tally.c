#include "troupe-row-tally.h"

#include <glib/gi18n-lib.h>

struct _TroupeRowTally
{
  GByteArray *outcomes;   /* of row 1, 2, … */
};

/* What import rows say; an outcome without a word is not listed. It is kept as it stands here, so that
 * the books are the same whoever imports; the faces translate it. */
static const struct
{
  const char *outcome;
  const char *reason;
} words[TROUPE_ROW_OUTCOMES] = {
  [TROUPE_ROW_KNOWN] = { "duplicate", N_("Imported before") },
  [TROUPE_ROW_TWICE] = { "duplicate", N_("Stands in this file twice") },
  [TROUPE_ROW_OLDER] = { "duplicate", N_("A later reading was imported before") },
  [TROUPE_ROW_UPDATED] = { "updated", N_("The platform states it differently now") },
  [TROUPE_ROW_WAITING] = { "waiting", N_("No creator is known for its account") },
};

TroupeRowTally *
troupe_row_tally_new (void)
{
  TroupeRowTally *self = g_new (TroupeRowTally, 1);

  self->outcomes = g_byte_array_new ();
  return self;
}

void
troupe_row_tally_free (TroupeRowTally *self)
{
  g_byte_array_unref (self->outcomes);
  g_free (self);
}

void
troupe_row_tally_note (TroupeRowTally   *self,
                       gint64            row,
                       TroupeRowOutcome  outcome)
{
  static const guint8 nothing[4096];

  g_return_if_fail (row >= 1 && row < G_MAXUINT - sizeof nothing);

  while (row > self->outcomes->len)
    g_byte_array_append (self->outcomes, nothing, sizeof nothing);
  if (self->outcomes->data[row - 1] < outcome)
    self->outcomes->data[row - 1] = outcome;
}

void
troupe_row_tally_expect (TroupeRowTally *self,
                         gint64          row)
{
  if (row <= self->outcomes->len)
    __builtin_prefetch (&self->outcomes->data[row - 1], 1);
}

void
troupe_row_tally_count (TroupeRowTally *self,
                        TroupeImport   *fields)
{
  gint64 counts[TROUPE_ROW_OUTCOMES] = { 0 };

  for (guint i = 0; i < self->outcomes->len; i++)
    counts[self->outcomes->data[i]]++;
  fields->new_rows = counts[TROUPE_ROW_NEW] + counts[TROUPE_ROW_WAITING];
  fields->updated_rows = counts[TROUPE_ROW_UPDATED];
  fields->duplicate_rows = counts[TROUPE_ROW_KNOWN] + counts[TROUPE_ROW_TWICE] + counts[TROUPE_ROW_OLDER];
  fields->waiting_rows = counts[TROUPE_ROW_WAITING];
}

gboolean
troupe_row_tally_each (TroupeRowTally       *self,
                       gint64                import_id,
                       TroupeImportRowFunc   func,
                       gpointer              data,
                       GError              **error)
{
  const guint8 *outcomes = self->outcomes->data;

  for (guint first = 0, end; first < self->outcomes->len; first = end)
    {
      TroupeImportRow fields;

      for (end = first + 1; end < self->outcomes->len && outcomes[end] == outcomes[first]; end++)
        ;
      if (words[outcomes[first]].outcome == NULL)
        continue;
      troupe_record_clear (&TROUPE_IMPORT_ROW, &fields);
      fields.import_id = import_id;
      fields.first_row = first + 1;
      fields.last_row = end;
      fields.outcome = words[outcomes[first]].outcome;
      fields.reason = words[outcomes[first]].reason;
      if (!func (&fields, data, error))
        return FALSE;
    }
  return TRUE;
}
