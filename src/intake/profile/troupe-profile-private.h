/* What a profile holds. */
#pragma once

#include "troupe-profile-rule.h"
#include "troupe-profile.h"

G_BEGIN_DECLS

typedef enum { TROUPE_UNIT_FIXED, TROUPE_UNIT_COLUMN, TROUPE_UNIT_HEADER, TROUPE_UNIT_ASKED } TroupeUnitSource;

struct _TroupeProfile
{
  char                *id;
  int                  version;
  char                *title[2];     /* by TroupeLang */
  char                *refusal[2];   /* NULL: it is a statement */
  TroupeProfileWord    platform;
  GArray              *columns;      /* TroupeProfileColumn */
  char               **absent;       /* folded headers that this kind of file has not */
  char               **money;        /* folded words in headers of amounts */
  char               **rivals;       /* ids of profiles that state the same money; or NULL */
  TroupeProfileAccount account;
  TroupeUnitSource     unit_source;
  TroupeProfileWord    unit;
  int                  day;          /* a day or a period; where the file has none, the month's last day */
  GRegex              *month_in_name;  /* year and month, or the first and the last day; NULL: the clerk says */
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

G_END_DECLS
