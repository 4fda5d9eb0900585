/* The parts that a profile is made of. Columns are referred to by their index; NO_COLUMN stands for none. */
#pragma once

#include "troupe-profile-column.h"

G_BEGIN_DECLS

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

G_END_DECLS
