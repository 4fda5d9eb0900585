#include "troupe-section.h"

#include <glib/gi18n.h>

#include "troupe-contract-page.h"
#include "troupe-contracts-page.h"
#include "troupe-creator-page.h"
#include "troupe-creators-page.h"
#include "troupe-import-page.h"
#include "troupe-overview-page.h"
#include "troupe-reports-page.h"
#include "troupe-revenue-page.h"
#include "troupe-settlement-page.h"
#include "troupe-statement-page.h"

static const TroupeSection sections[] = {
  { "overview", N_("Overview"), "go-home-symbolic", NULL, troupe_overview_page_get_type },
  { "creators", N_("Creators"), "system-users-symbolic", N_("People"), troupe_creators_page_get_type },
  { "revenue", N_("Revenue"), "document-save-symbolic", N_("Money"), troupe_revenue_page_get_type },
  { "contracts", N_("Contracts"), "text-x-generic-symbolic", NULL, troupe_contracts_page_get_type },
  { "settlement", N_("Settlement"), "accessories-calculator-symbolic", NULL, troupe_settlement_page_get_type },
  { "reports", N_("Reports"), "x-office-presentation-symbolic", NULL, troupe_reports_page_get_type },
  { NULL },
};

const TroupeSection *
troupe_section_get_all (void)
{
  return sections;
}

/* What is pushed above a section: "win.show-creator" with an id. */
static const TroupeDetail details[] = {
  { "contract", "contracts", troupe_contract_page_get_type },
  { "creator", "creators", troupe_creator_page_get_type },
  { "import", "revenue", troupe_import_page_get_type },
  { "statement", "settlement", troupe_statement_page_get_type },
  { NULL },
};

const TroupeDetail *
troupe_detail_get_all (void)
{
  return details;
}

const char *
troupe_section_find (GType page)
{
  for (const TroupeSection *section = sections; section->name != NULL; section++)
    if (section->get_type () == page)
      return section->name;
  for (const TroupeDetail *detail = details; detail->name != NULL; detail++)
    if (detail->get_type () == page)
      return detail->section;
  return NULL;
}
