/* What a profile holds. Columns are referred to by their index; NO_COLUMN stands for none. */
#pragma once

#include "troupe-amount-text.h"
#include "troupe-day-text.h"
#include "troupe-profile.h"

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
  int              seconds_each; /* of durations that are bare numbers */
} TroupeProfileColumn;

/* A word that the file writes or the profile fixes: the column's (mapped), or the fixed one. */
typedef struct
{
  int         column;
  GHashTable *map;               /* folded text of the file → word; NULL: as it stands */
  char       *fixed;
} TroupeProfileWord;

typedef struct
{
  int         column;            /* NO_COLUMN: the clerk says which account it is */
  int         name;              /* for an account that is made */
  char      **instead_of;        /* folded texts that are no account … */
  int         instead;           /* … in whose rows this column names it */
  char       *empty;             /* the handle of rows without one; NULL: such a row fails */
} TroupeProfileAccount;

typedef struct
{
  TroupeProfileWord    kind;
  int                  amount;
  int                  fee;
  int                  reference;
  gboolean             has_account;
  TroupeProfileAccount account;
  gboolean             in_total; /* counts into the total that people compare */
} TroupeProfileLine;

typedef struct
{
  int     column;
  char  **keep;                  /* folded; rows with another text are passed over */
  char  **skip;                  /* folded; rows with one of these are */
  gboolean filled;               /* rows without any are */
} TroupeProfileFilter;

typedef struct
{
  int    total;
  GArray *parts;                 /* int */
  gint64 tolerance;              /* micros */
} TroupeProfileCheck;

typedef enum { TROUPE_UNIT_FIXED, TROUPE_UNIT_COLUMN, TROUPE_UNIT_HEADER, TROUPE_UNIT_ASKED } TroupeUnitSource;

struct _TroupeProfile
{
  char                *id;
  int                  version;
  char                *title[2];     /* by TroupeLang */
  char                *refusal[2];   /* NULL: it is a statement */
  TroupeProfileWord    platform;
  GArray              *columns;      /* TroupeProfileColumn */
  TroupeProfileAccount account;
  TroupeUnitSource     unit_source;
  TroupeProfileWord    unit;
  int                  day;          /* a day or a period; NO_COLUMN: the asked month's last day */
  GRegex              *month_in_name;  /* two groups, year and month; NULL: the clerk says */
  gboolean             cumulative;
  GRegex              *as_of_in_name;  /* groups year, month, day, hour, minute */
  TroupeDayOrder       day_order;
  gboolean             detect_order;
  GArray              *lines;        /* TroupeProfileLine */
  int                  reference;
  int                  sign;
  char               **positive;     /* folded */
  char               **negative;
  GArray              *filters;      /* TroupeProfileFilter */
  GArray              *key;          /* int; empty: counted */
  GArray              *content;      /* int */
  GArray              *checks;       /* TroupeProfileCheck */
  gboolean             per_line;
  char               **footers;      /* folded beginnings of a row's first text */
  gboolean             note_row;
};

const TroupeProfileColumn *troupe_profile_get_column (const TroupeProfile *self,
                                                      int                  column);
/* TRUE for the index of a column. */
gboolean                   troupe_column_is_set      (int                  column);

G_END_DECLS
