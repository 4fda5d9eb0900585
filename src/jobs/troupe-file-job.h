/* The agency as a whole: out, in, checked; and the invented agency for trying things. */
#pragma once

#include "troupe-office.h"

G_BEGIN_DECLS

/* path "-" is standard output and input. Resolve to the number of records, a gint64. */
DexFuture *troupe_office_dump        (TroupeOffice *self,
                                      const char   *path,
                                      GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *troupe_office_load        (TroupeOffice *self,
                                      const char   *path,
                                      GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* Resolves to a G_TYPE_STRV of findings, empty when all is well. */
DexFuture *troupe_office_check       (TroupeOffice *self) G_GNUC_WARN_UNUSED_RESULT;

/* A new file with the demonstration agency, the same to the byte each time. Takes the clock; resolves
 * to a TroupeOffice. */
DexFuture *troupe_office_create_demo (const char   *path,
                                      TroupeClock  *clock) G_GNUC_WARN_UNUSED_RESULT;

/* The moment at which the demonstration agency stands: its windows, pictures and tests use it. */
#define TROUPE_DEMO_TIME G_GINT64_CONSTANT (1793696400)   /* 2026-11-03T09:00:00Z */

G_END_DECLS
