#include "troupe-section.h"

#include <glib/gi18n.h>

#include "troupe-creators-page.h"
#include "troupe-overview-page.h"

static const TroupeSection sections[] = {
  { "overview", N_("Overview"), "go-home-symbolic", NULL, troupe_overview_page_get_type },
  { "creators", N_("Creators"), "system-users-symbolic", N_("People"), troupe_creators_page_get_type },
  { NULL },
};

const TroupeSection *
troupe_section_get_all (void)
{
  return sections;
}

/* What is pushed above a section: "win.show-creator" with an id. */
static const TroupeDetail details[] = {
  { NULL },
};

const TroupeDetail *
troupe_detail_get_all (void)
{
  return details;
}
