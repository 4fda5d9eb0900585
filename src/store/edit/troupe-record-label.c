#include "troupe-record-label.h"

#include <glib/gi18n-lib.h>

#include "troupe-money.h"
#include "troupe-record-noun.h"
#include "troupe-records.h"
#include "troupe-sentence.h"
#include "troupe-vocabulary.h"

/* A noun, and the fields by which people know one of them; the first that has a value. */
static const struct
{
  const TroupeRecordType *type;
  const char             *format;
  const char             *fields[3];
} labels[] = {
  { &TROUPE_AGENCY, N_("the agency “%s”"), { "name" } },
  { &TROUPE_PERSON, N_("the person “%s”"), { "name" } },
  { &TROUPE_CREATOR, N_("the creator “%s”"), { "name" } },
  { &TROUPE_ACCOUNT, N_("the account “%s”"), { "handle" } },
  { &TROUPE_CONTRACT, N_("the contract “%s”"), { "number" } },
  { &TROUPE_TERM, N_("the term “%s”"), { "clause" } },
  { &TROUPE_EXCHANGE_RATE, N_("the exchange rate of “%s”"), { "unit" } },
  { &TROUPE_UNIT_RATE, N_("the rate of “%s”"), { "unit" } },
  { &TROUPE_FEE_CARD, N_("the fee card of “%s”"), { "platform" } },
  { &TROUPE_COST, N_("the cost “%s”"), { "note", "amount" } },
  { &TROUPE_ADVANCE, N_("the advance of %s"), { "amount" } },
  { &TROUPE_OPENING, N_("the opening balance of %s"), { "amount" } },
  { &TROUPE_PAYMENT, N_("the payment of %s"), { "amount" } },
  { &TROUPE_STATEMENT, N_("the statement “%s”"), { "number" } },
  { &TROUPE_IMPORT, N_("the import of “%s”"), { "file_name" } },
};

static TroupeLang
get_lang (void)
{
  return troupe_lang_from_locale (g_get_language_names ()[0]);
}

/* "CNY 1,234.50" */
static char *
write_amount (gconstpointer      record,
              const TroupeField *field)
{
  const TroupeField *place = troupe_record_find_field (troupe_record_get_type (record), "currency");
  const char *currency = troupe_record_get_text (record, place);
  g_autofree char *amount = troupe_money_format (troupe_record_get_int (record, field), currency);

  return g_strdup_printf ("%s %s", currency, amount);
}

/* Words of files are shown as people read them. */
static char *
write_field (gconstpointer      record,
             const TroupeField *field)
{
  const char *text;

  if (field->kind == TROUPE_FIELD_MINOR)
    return write_amount (record, field);
  text = troupe_record_get_text (record, field);
  if (g_str_equal (field->name, "platform"))
    return g_strdup (troupe_platform_get_label (get_lang (), text));
  if (g_str_equal (field->name, "unit"))
    return g_strdup (troupe_unit_get_label (get_lang (), text));
  return g_strdup (text);
}

static char *
find_name (gconstpointer      record,
           const char *const *fields)
{
  for (; *fields != NULL; fields++)
    {
      const TroupeField *field = troupe_record_find_field (troupe_record_get_type (record), *fields);

      if (!troupe_field_is_empty (field, record))
        return write_field (record, field);
    }
  return troupe_record_get_type (record) == &TROUPE_TERM ? troupe_sentence_for_term_alone (record, get_lang ())
                                                         : g_strdup ("–");
}

char *
troupe_record_label_write (gconstpointer record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].type == troupe_record_get_type (record))
      {
        g_autofree char *name = find_name (record, labels[i].fields);

        return g_strdup_printf (_(labels[i].format), name);
      }
  return g_strdup (troupe_record_type_get_noun (troupe_record_get_type (record)));
}

/* Of what can be edited. */
static char *
count_records (const TroupeRecordType *type,
               guint                   n)
{
  const struct
  {
    const TroupeRecordType *type;
    const char             *format;
  } counts[] = {
    { &TROUPE_PERSON, g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n) },
    { &TROUPE_CREATOR, g_dngettext (GETTEXT_PACKAGE, "%u creator", "%u creators", n) },
    { &TROUPE_ACCOUNT, g_dngettext (GETTEXT_PACKAGE, "%u account", "%u accounts", n) },
    { &TROUPE_CONTRACT, g_dngettext (GETTEXT_PACKAGE, "%u contract", "%u contracts", n) },
    { &TROUPE_TERM, g_dngettext (GETTEXT_PACKAGE, "%u term", "%u terms", n) },
    { &TROUPE_EXCHANGE_RATE, g_dngettext (GETTEXT_PACKAGE, "%u exchange rate", "%u exchange rates", n) },
    { &TROUPE_UNIT_RATE, g_dngettext (GETTEXT_PACKAGE, "%u unit rate", "%u unit rates", n) },
    { &TROUPE_FEE_CARD, g_dngettext (GETTEXT_PACKAGE, "%u fee card", "%u fee cards", n) },
    { &TROUPE_COST, g_dngettext (GETTEXT_PACKAGE, "%u cost", "%u costs", n) },
    { &TROUPE_ADVANCE, g_dngettext (GETTEXT_PACKAGE, "%u advance", "%u advances", n) },
    { &TROUPE_OPENING, g_dngettext (GETTEXT_PACKAGE, "%u opening balance", "%u opening balances", n) },
    { &TROUPE_PAYMENT, g_dngettext (GETTEXT_PACKAGE, "%u payment", "%u payments", n) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i].type == type)
      return g_strdup_printf (counts[i].format, n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record", "%u records", n), n);
}

char *
troupe_record_label_write_all (GPtrArray *records)
{
  const TroupeRecordType *type = troupe_record_get_type (records->pdata[0]);
  g_autofree char *first = NULL;
  guint more = records->len - 1;

  if (more == 0)
    return troupe_record_label_write (records->pdata[0]);
  for (guint i = 1; i < records->len; i++)
    if (troupe_record_get_type (records->pdata[i]) != type)
      {
        first = troupe_record_label_write (records->pdata[0]);
        return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u more record", "%s and %u more records", more),
                                first, more);
      }
  return count_records (type, records->len);
}

char *
troupe_record_label_period (gconstpointer record)
{
  const TroupeRecordType *type = troupe_record_get_type (record);
  TroupeDay end = troupe_record_get_int (record, troupe_record_find_field (type, "end_day"));
  g_autofree char *first = troupe_day_to_string (troupe_record_get_int (record, troupe_record_find_field (type, "start_day")));
  g_autofree char *last = troupe_day_to_string (end);

  return last != NULL ? g_strdup_printf (_("%s to %s"), first, last) : g_strdup_printf (_("from %s on"), first);
}
