#include "troupe-agency-form.h"

#include <glib/gi18n.h>

#include "troupe-record-dialog.h"

static const char *
get_language_label (TroupeLang  lang,
                    const char *language)
{
  return g_str_equal (language, "zh") ? "中文" : "English";
}

static const char *const *
get_languages (void)
{
  static const char *const languages[] = { "zh", "en", NULL };

  return languages;
}

static const TroupeFormRow rows[] = {
  { NULL, "name", N_("Name of the agency") },
  { NULL, "legal_name", N_("Registered name") },
  { NULL, "tax_id", N_("Registration number") },
  { N_("Its statements"), "language", N_("Language"), get_languages, get_language_label },
  { N_("Its statements"), "currency", N_("Currency of its books") },
  { N_("Its statements"), "prefix", N_("Their numbers begin with") },
  { N_("Its statements"), "contact", N_("Whom to ask") },
  { N_("Its statements"), "address", N_("Address") },
  { NULL },
};

AdwDialog *
troupe_agency_form_new (TroupeOffice *office)
{
  return troupe_record_dialog_new (office, _("Agency details"), troupe_office_get_agency (office), rows);
}
