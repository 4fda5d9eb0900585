#include "troupe-creator-form.h"

#include <glib/gi18n.h>

#include "troupe-record-dialog.h"
#include "troupe-vocabulary.h"

static const char *
get_status_label (TroupeLang  lang,
                  const char *status)
{
  if (g_str_equal (status, "active"))
    return _("Active");
  return g_str_equal (status, "paused") ? _("Paused") : _("Left");
}

static const char *const *
get_statuses (void)
{
  static const char *const statuses[] = { "active", "paused", "left", NULL };

  return statuses;
}

static const TroupeFormRow creator_rows[] = {
  { NULL, "name", N_("Stage name") },
  { NULL, "other_names", N_("Other names, for searching") },
  { NULL, "category", N_("Category") },
  { N_("With the agency"), "status", N_("Status"), get_statuses, get_status_label },
  { N_("With the agency"), "team", N_("Team") },
  { N_("With the agency"), "agent", N_("Agent") },
  { N_("With the agency"), "joined_day", N_("Joined on") },
  { N_("With the agency"), "left_day", N_("Left on") },
  { N_("For yourselves"), "note", N_("Note") },
  { NULL },
};

AdwDialog *
troupe_creator_form_new (TroupeOffice  *office,
                         TroupeCreator *creator)
{
  TroupeCreator fields;

  if (creator != NULL)
    return troupe_record_dialog_new (office, _("Edit creator"), creator, creator_rows);
  troupe_record_clear (&TROUPE_CREATOR, &fields);
  fields.status = "active";
  fields.joined_day = troupe_clock_get_day (troupe_office_get_clock (office));
  return troupe_record_dialog_new (office, _("New creator"), &fields, creator_rows);
}

static const TroupeFormRow account_rows[] = {
  { NULL, "platform", N_("Platform"), troupe_vocabulary_get_platforms, troupe_platform_get_label },
  { NULL, "handle", N_("Account ID, as the platform’s files write it") },
  { NULL, "name", N_("Name that people see") },
  { NULL, "grade", N_("Grade, where the platform has one") },
  { N_("For yourselves"), "note", N_("Note") },
  { NULL },
};

AdwDialog *
troupe_account_form_new (TroupeOffice  *office,
                         TroupeAccount *account,
                         gint64         creator_id)
{
  TroupeAccount fields;

  if (account != NULL)
    return troupe_record_dialog_new (office, _("Edit account"), account, account_rows);
  troupe_record_clear (&TROUPE_ACCOUNT, &fields);
  fields.creator_id = creator_id;
  fields.platform = troupe_vocabulary_get_platforms ()[0];
  return troupe_record_dialog_new (office, _("New account"), &fields, account_rows);
}

static const char *
get_kind_label (TroupeLang  lang,
                const char *kind)
{
  return g_str_equal (kind, "person") ? _("Person") : _("Company");
}

static const char *const *
get_kinds (void)
{
  static const char *const kinds[] = { "person", "company", NULL };

  return kinds;
}

static const TroupeFormRow person_rows[] = {
  { NULL, "kind", N_("Kind"), get_kinds, get_kind_label },
  { NULL, "name", N_("Legal name") },
  { NULL, "birth_day", N_("Born on") },
  { NULL, "id_number", N_("ID or registration number") },
  { N_("To reach them"), "phone", N_("Phone") },
  { N_("To reach them"), "email", N_("E-mail") },
  { N_("To pay them"), "bank_name", N_("Bank") },
  { N_("To pay them"), "bank_account", N_("Account number") },
  { NULL },
};

AdwDialog *
troupe_person_form_new (TroupeOffice *office,
                        TroupePerson *person)
{
  TroupePerson fields;

  if (person != NULL)
    return troupe_record_dialog_new (office, _("Legal person"), person, person_rows);
  troupe_record_clear (&TROUPE_PERSON, &fields);
  fields.kind = "person";
  return troupe_record_dialog_new (office, _("Legal person"), &fields, person_rows);
}
