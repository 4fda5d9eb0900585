#include "troupe-record-label.h"

#include <glib/gi18n-lib.h>

#include "troupe-records.h"

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
  { &TROUPE_TERM, N_("the term “%s”"), { "clause", "kind" } },
  { &TROUPE_EXCHANGE_RATE, N_("the exchange rate of “%s”"), { "unit" } },
  { &TROUPE_UNIT_RATE, N_("the rate of “%s”"), { "unit" } },
  { &TROUPE_FEE_CARD, N_("the fee card of “%s”"), { "platform" } },
  { &TROUPE_COST, N_("the cost “%s”"), { "note", "kind" } },
  { &TROUPE_ADVANCE, N_("the advance in “%s”"), { "currency" } },
  { &TROUPE_OPENING, N_("the opening balance in “%s”"), { "currency" } },
  { &TROUPE_PAYMENT, N_("the payment “%s”"), { "reference", "currency" } },
  { &TROUPE_STATEMENT, N_("the statement “%s”"), { "number" } },
  { &TROUPE_IMPORT, N_("the import of “%s”"), { "file_name" } },
};

static const char *
find_name (gconstpointer      record,
           const char *const *fields)
{
  for (; *fields != NULL; fields++)
    {
      const TroupeField *field = troupe_record_find_field (troupe_record_get_type (record), *fields);
      const char *text = troupe_record_get_text (record, field);

      if (text != NULL)
        return text;
    }
  return "–";
}

char *
troupe_record_label_write (gconstpointer record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].type == troupe_record_get_type (record))
      return g_strdup_printf (_(labels[i].format), find_name (record, labels[i].fields));
  return g_strdup (troupe_record_get_type (record)->name);
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
