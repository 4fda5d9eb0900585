/* The creators of a month as a GListModel of TroupeRosterItem, searched, filtered and sorted in
 * memory: it answers at once, and never with what an older question asked for. */
#pragma once

#include <gio/gio.h>
#include <libdex.h>

#include "troupe-day.h"
#include "troupe-roster-item.h"

G_BEGIN_DECLS

typedef enum
{
  TROUPE_ROSTER_NAME,
  TROUPE_ROSTER_TEAM,
  TROUPE_ROSTER_CONTRACT_END,
  TROUPE_ROSTER_SHARE,
  TROUPE_ROSTER_GROSS,
  TROUPE_ROSTER_EARNED,
  TROUPE_ROSTER_AGENCY,
  TROUPE_ROSTER_CHANGE,
} TroupeRosterColumn;

/* Sums of what is listed, minor units. */
typedef struct
{
  gint64 gross;
  gint64 earned;
  gint64 agency;
  gint64 before;
} TroupeRosterTotals;

#define TROUPE_TYPE_ROSTER_LIST (troupe_roster_list_get_type ())
G_DECLARE_FINAL_TYPE (TroupeRosterList, troupe_roster_list, TROUPE, ROSTER_LIST, GObject)

TroupeRosterList *troupe_roster_list_new          (void);

/* Reads the roster anew from an office's file. What was asked for stays asked for; a load that a
 * later one overtook changes nothing. Resolves to true. */
DexFuture        *troupe_roster_list_load         (TroupeRosterList   *self,
                                                   GObject            *file,
                                                   TroupeMonth         month) G_GNUC_WARN_UNUSED_RESULT;

void              troupe_roster_list_set_search   (TroupeRosterList   *self,
                                                   const char         *text);
/* NULL: any. */
void              troupe_roster_list_set_status   (TroupeRosterList   *self,
                                                   const char         *status);
void              troupe_roster_list_set_team     (TroupeRosterList   *self,
                                                   const char         *team);
void              troupe_roster_list_set_platform (TroupeRosterList   *self,
                                                   const char         *platform);
void              troupe_roster_list_set_sort     (TroupeRosterList   *self,
                                                   TroupeRosterColumn  column,
                                                   gboolean            descending);

/* Of the whole roster. */
guint             troupe_roster_list_get_size     (TroupeRosterList   *self);
char            **troupe_roster_list_get_teams    (TroupeRosterList   *self);
TroupeRosterTotals
                  troupe_roster_list_get_totals   (TroupeRosterList   *self);
/* GTK_INVALID_LIST_POSITION's value, G_MAXUINT, when it is not listed. */
guint             troupe_roster_list_find         (TroupeRosterList   *self,
                                                   gint64              id);

G_END_DECLS
