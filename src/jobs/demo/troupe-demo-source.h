/* Private to the demonstration agency: an invented statement file as the import sees one. */
#pragma once

#include "troupe-line-source.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_DEMO_SOURCE (troupe_demo_source_get_type ())
G_DECLARE_FINAL_TYPE (TroupeDemoSource, troupe_demo_source, TROUPE, DEMO_SOURCE, GObject)

/* A row of the file: one line of evidence. */
typedef struct
{
  const char *handle;
  const char *name;      /* of the account */
  const char *kind;
  const char *unit;
  TroupeDay   day;
  gint64      amount;    /* micros of unit */
  gint64      fee;       /* micros, or TROUPE_NONE */
  int         serial;    /* tells apart rows of one account, kind and day */
  gboolean    per_line;
} TroupeDemoRow;

/* keyed: the platform gives its rows numbers, so that it may state them anew. */
TroupeDemoSource *troupe_demo_source_new     (const char          *platform,
                                              const char          *profile,
                                              const char          *file_name,
                                              gboolean             keyed);
/* Copies its text. */
void              troupe_demo_source_add     (TroupeDemoSource    *self,
                                              const TroupeDemoRow *row);

G_END_DECLS
