/* A page of the window: one section, or something pushed above it.
 *
 * It knows the office and the month, and is told to refresh when it is first shown, when the month
 * is another, and when the file has changed while it is on screen; a hidden page waits until it is
 * shown again. Pages reach each other only through actions of the window ("win.show-creator"). */
#pragma once

#include <adwaita.h>

#include "troupe-report-job.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_PAGE (troupe_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TroupePage, troupe_page, TROUPE, PAGE, AdwNavigationPage)

struct _TroupePageClass
{
  AdwNavigationPageClass parent_class;

  /* Fills the page anew; a fibre on the main context that the page keeps alive. Refreshing again
   * while it waits runs it once more afterwards. */
  void (*refresh)  (TroupePage *self);

  /* What Ctrl+N, F2, Ctrl+F, Ctrl+E and Ctrl+P mean here; NULL: nothing. */
  void (*create)   (TroupePage *self);
  void (*edit)     (TroupePage *self);
  void (*search)   (TroupePage *self);
  void (*export)   (TroupePage *self);
  void (*print)    (TroupePage *self);
};

TroupeOffice *troupe_page_get_office      (TroupePage  *self);
/* What a pushed page is about: the id of a creator, a statement, …; 0 for a section. */
gint64        troupe_page_get_id          (TroupePage  *self);
TroupeMonth   troupe_page_get_month       (TroupePage  *self);
void          troupe_page_set_month       (TroupePage  *self,
                                           TroupeMonth  month);
void          troupe_page_queue_refresh   (TroupePage  *self);

/* A sentence with its remedy, shown as a toast; error may be NULL or a cancellation: then nothing. */
void          troupe_page_show_error      (TroupePage  *self,
                                           GError      *error);
void          troupe_page_show_saved      (TroupePage  *self,
                                           const char  *path);
/* Prints what request would write as PDF; its name stays valid, its format and output do not count. */
void          troupe_page_print_report    (TroupePage                *self,
                                           const TroupeReportRequest *request);
void          troupe_page_show_toast      (TroupePage  *self,
                                           AdwToast    *toast);

G_END_DECLS
