/* Private to the demonstration agency: what its parts share while it is being built. */
#pragma once

#include "troupe-demo-star.h"
#include "troupe-office.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeDemoStar *star;
  char                  platform;   /* a letter of the star's platforms */
  gint64                weight;     /* its part of the star's gross, in percent */
  char                 *handle;
} TroupeDemoAccount;

typedef struct
{
  TroupeOffice *office;
  GPtrArray    *edits;                         /* TroupeEdit that wait for troupe_demo_save() */
  gint64        next_id;
  gint64        creators[TROUPE_DEMO_STARS];   /* their ids */
  GArray       *accounts;                      /* TroupeDemoAccount */
} TroupeDemo;

/* The next of the ids that were reserved. */
gint64   troupe_demo_take_id       (TroupeDemo              *self);
/* Adds a record to the edits that wait. One that is not valid is a bug. */
void     troupe_demo_add           (TroupeDemo              *self,
                                    const TroupeRecordType  *type,
                                    gconstpointer            fields);
/* Inside a fibre: saves what waits as one edit. */
gboolean troupe_demo_save          (TroupeDemo              *self,
                                    GError                 **error);

/* The books before the first month. */
void     troupe_demo_add_roster    (TroupeDemo              *self);
void     troupe_demo_add_contracts (TroupeDemo              *self);
void     troupe_demo_add_rates     (TroupeDemo              *self);

/* Inside a fibre: a month's files in, its statements, and what was paid for it. */
gboolean troupe_demo_run_month     (TroupeDemo              *self,
                                    TroupeMonth              month,
                                    GError                 **error);

#define TROUPE_DEMO_FIRST "2025-11"
#define TROUPE_DEMO_LAST  "2026-10"

G_END_DECLS
