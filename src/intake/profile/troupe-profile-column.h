/* A column that a profile names. */
#pragma once

#include "troupe-amount-text.h"
#include "troupe-day-text.h"

G_BEGIN_DECLS

#define TROUPE_MAX_COLUMNS 64
#define TROUPE_NO_COLUMN   (-1)

typedef enum
{
  TROUPE_COLUMN_TEXT,
  TROUPE_COLUMN_ID,
  TROUPE_COLUMN_AMOUNT,
  TROUPE_COLUMN_DAY,
  TROUPE_COLUMN_PERIOD,
  TROUPE_COLUMN_DURATION,
} TroupeColumnKind;

typedef struct
{
  char            *field;        /* its name in the profile */
  char           **names;        /* headers it goes by, folded; "{currency}" stands for a code */
  char            *title;        /* the first of them as written */
  TroupeColumnKind kind;
  gboolean         optional;
  int              nth;          /* of several headers of one name: 1, 2, … */
  TroupeAmountForm form;         /* of amounts */
  gboolean         negate;       /* of amounts: the file writes them with the other sign */
  int              seconds_each; /* of durations that are bare numbers */
} TroupeProfileColumn;

/* TRUE for the index of a column. */
gboolean troupe_column_is_set (int column);

G_END_DECLS
