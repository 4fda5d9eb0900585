/* Which profile a file fits, how surely, and where its table begins. */
#pragma once

#include "troupe-profile.h"
#include "troupe-statement-file.h"

G_BEGIN_DECLS

typedef struct
{
  TroupeProfile *profile;
  guint          sheet;
  int            certainty;     /* 0 to 100 */
  char          *why;           /* one sentence */
  gint64         header_row;    /* as a spreadsheet numbers it */
  char         **columns;       /* the header's cells, cleaned, without those that are empty at its end */
  guint          width;         /* how many it has with those */
  TroupeAsk      asks;          /* what this file leaves open */
} TroupeProfileMatch;

#define TROUPE_TYPE_PROFILE_MATCH (troupe_profile_match_get_type ())
GType               troupe_profile_match_get_type (void);
TroupeProfileMatch *troupe_profile_match_ref      (TroupeProfileMatch   *self);
void                troupe_profile_match_unref    (TroupeProfileMatch   *self);

/* Every statement profile that fits, the surest first: an array of TroupeProfileMatch.
 * TROUPE_ERROR_NOT_FOUND when none does, with what the file looks like and what to do;
 * TROUPE_ERROR_FORMAT when only one for files that are no statements fits, with what it is. */
GPtrArray          *troupe_profile_match_file     (TroupeStatementFile  *file,
                                                   GPtrArray            *profiles,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* This profile because the clerk chose it; the error names the columns that the file lacks. */
TroupeProfileMatch *troupe_profile_match_chosen   (TroupeStatementFile  *file,
                                                   TroupeProfile        *profile,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeProfileMatch, troupe_profile_match_unref)

G_END_DECLS
