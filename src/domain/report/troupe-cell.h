/* One value of a report with what it is, so that each writer can write it in its own way. */
#pragma once

#include "troupe-day.h"

G_BEGIN_DECLS

typedef enum
{
  TROUPE_CELL_EMPTY,
  TROUPE_CELL_TEXT,
  TROUPE_CELL_INT,
  TROUPE_CELL_DAY,
  TROUPE_CELL_MONTH,
  TROUPE_CELL_MONEY,    /* minor units of the currency in unit */
  TROUPE_CELL_MICROS,   /* of unit: a currency or a platform's own unit */
  TROUPE_CELL_RATE,     /* 10^-9 */
  TROUPE_CELL_SHARE,    /* parts per 10,000 */
  TROUPE_CELL_RATIO,    /* the same, but measured: people read it with one decimal, all of a column alike */
} TroupeCellKind;

/* Text is borrowed until the cell is added to a report, which keeps a copy. */
typedef struct
{
  TroupeCellKind kind;
  gint64         number;
  const char    *text;
  const char    *unit;
  const char    *note;   /* a remark that stands dimmed behind it, or none */
  gint64         ref;    /* the statement line that explains it, or 0 */
  const char    *figure; /* the field of the statement that it is ("gross"), which explains it too, or none */
} TroupeCell;

/* TROUPE_NONE makes an empty cell of any kind of number, as NULL does of text. */
TroupeCell  troupe_cell_text      (const char       *text,
                                   const char       *note);
TroupeCell  troupe_cell_number    (TroupeCellKind    kind,
                                   gint64            number);
TroupeCell  troupe_cell_money     (gint64            minor,
                                   const char       *currency,
                                   gint64            ref);
TroupeCell  troupe_cell_micros    (gint64            micros,
                                   const char       *unit);

gboolean    troupe_cell_is_number (const TroupeCell *self);
/* "−1,234.50", "52.5%", "2026-10-31": for people; "" when empty. */
char       *troupe_cell_format    (const TroupeCell *self);
/* "-1234.50", "52.5", "2026-10-31": for files; "" when empty. */
char       *troupe_cell_to_string (const TroupeCell *self);

/* "text", "money", …: the name of a kind in files. */
const char *troupe_cell_kind_name (TroupeCellKind    kind);

G_END_DECLS
