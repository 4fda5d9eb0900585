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

char *
troupe_record_label_period (gconstpointer record)
{
  const TroupeRecordType *type = troupe_record_get_type (record);
  TroupeDay end = troupe_record_get_int (record, troupe_record_find_field (type, "end_day"));
  g_autofree char *first = troupe_day_to_string (troupe_record_get_int (record, troupe_record_find_field (type, "start_day")));
  g_autofree char *last = troupe_day_to_string (end);

  return last != NULL ? g_strdup_printf (_("%s to %s"), first, last) : g_strdup_printf (_("from %s on"), first);
}
