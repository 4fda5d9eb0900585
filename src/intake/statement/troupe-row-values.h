/* The cells of a row that a profile names, each as what it is: a number, a day, a text. */
#pragma once

#include "troupe-amount-text.h"
#include "troupe-column-map.h"
#include "troupe-row-reader.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeProfile   *profile;
  const TroupeColumnMap *map;
  TroupeDayOrder         day_order;
  gboolean               whole_rows;   /* a text file: a row that ends early has been cut off */

  /* of the row, by column of the profile */
  const char *text[TROUPE_MAX_COLUMNS];    /* trimmed, one spelling; "" where there is none */
  gint64      number[TROUPE_MAX_COLUMNS];  /* micros, day, first day, seconds; NONE where there is none */
  gint64      last[TROUPE_MAX_COLUMNS];    /* of periods: the last day */
  TroupeAmountNotes notes[TROUPE_MAX_COLUMNS];   /* of amounts */

  GString    *remark;                      /* what deserves a warning */
  int         column;                      /* which column the error or the remark is about, or NO_COLUMN */

  GString    *scratch[TROUPE_MAX_COLUMNS];
  gboolean    parted[TROUPE_MAX_COLUMNS];    /* some amount of the column so far was, see TroupeAmountNotes */
  gboolean    doubtful[TROUPE_MAX_COLUMNS];
  guint       n_long_ids;                  /* ids of 18 digits and more so far … */
  guint       n_round_ids;                 /* … and how many of them end as if a spreadsheet had rounded them */
} TroupeRowValues;

/* The caller then sets the first four members. */
TroupeRowValues *troupe_row_values_new    (void);
void             troupe_row_values_free   (TroupeRowValues *self);
/* Valid until the row goes. The error says what is wrong and what to do; column says where. */
gboolean         troupe_row_values_read   (TroupeRowValues *self,
                                           TroupeRow       *row,
                                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void             troupe_row_values_remark (TroupeRowValues *self,
                                           int              column,
                                           const char      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeRowValues, troupe_row_values_free)

G_END_DECLS
