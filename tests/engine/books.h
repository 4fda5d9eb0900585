/* Books written as lines of text, one record each, so that a case of the settlement can be read:
 *
 *   case W06, month 1
 *   contract residual=creator
 *   term share=70 basis=net
 *   fee_card platform=doudian share=10
 *   line day=2026-10-03 amount=55.80 per_line=1
 *   expect gross=55.80 earned=35.15
 *
 * Fields are written as in the open document; what a record does not say it has from `defaults`.
 * Records after "closed MONTH" are the rules and statements of that month until "open". */
#pragma once

#include <string.h>

#include "troupe-money.h"
#include "troupe-opening.h"
#include "troupe-payment.h"
#include "troupe-record.h"
#include "troupe-settlement.h"
#include "troupe-share.h"

static const struct { const char *type, *fields; } defaults[] = {
  { "creator", "id=1 name=南栀 status=active" },
  { "account", "id=1 creator_id=1 platform=kuaishou handle=nanzhi" },
  { "contract", "id=1 creator_id=1 number=C-1 kind=standard currency=CNY residual=agency start_day=2025-01-01 renews=0" },
  { "term", "id=1 contract_id=1 kind=share basis=net start_day=2025-01-01 version=1" },
  { "fee_card", "id=1 platform=kuaishou start_day=2025-01-01" },
  { "unit_rate", "id=1 platform=tiktok unit=diamond currency=USD start_day=2025-01-01" },
  { "exchange_rate", "id=1 month=2026-10 unit=USD currency=CNY" },
  { "opening", "id=1 creator_id=1 month=2026-10 currency=CNY" },
  { "payment", "id=1 creator_id=1 day=2026-10-20 currency=CNY" },
  { "statement", "id=900 month=2026-09 creator_id=1 contract_id=1 number=S currency=CNY state=closed opening=0 gross=0 "
    "fee=0 pool=0 earned=0 agency=0 corrections=0 agency_corrections=0 paid=0 closing=0 payable=0 stale=0" },
  { "statement_line", "id=1 statement_id=900 position=1 kind=earning month=2026-10 account_id=1 platform=kuaishou "
    "revenue_kind=gift rows=1 unit=CNY unit_rate=- exchange_rate=- currency=CNY fee_share=- fee=0 term_id=1 version=1 basis=net "
    "share=50 per_line=0" },
  { "line", "month=2026-10 account_id=1 kind=gift key=1 revision=0 booked=2026-10 day=2026-10-15 unit=CNY content=1 "
    "import_id=1 row=2 per_line=0" },
};

/* A record with its own copies of texts in it. */
typedef union
{
  const TroupeRecordType *type;
  TroupeLine              line;
  TroupeStatement         statement;
  TroupeStatementLine     statement_line;
  TroupeTerm              term;
  guint8                  room[512];
} AnyRecord;

static inline void
books_set_field (const TroupeField *field,
                 AnyRecord         *record,
                 const char        *text)
{
  gint64 number = 0;
  gboolean read = TRUE;

  if (g_str_equal (text, "-"))   /* no value */
    {
      troupe_field_set_int (field, record, TROUPE_NONE);
      return;
    }
  switch (field->kind)
    {
    case TROUPE_FIELD_TEXT:
      troupe_field_set_text (field, record, g_intern_string (text));
      return;
    case TROUPE_FIELD_DAY:
      read = troupe_day_parse (text, &number, NULL);
      break;
    case TROUPE_FIELD_MONTH:
      read = troupe_month_parse (text, &number, NULL);
      break;
    case TROUPE_FIELD_SHARE:
      read = troupe_share_parse (text, &number, NULL);
      break;
    case TROUPE_FIELD_RATE:
      read = troupe_decimal_parse (text, TROUPE_RATE_PLACES, &number, NULL, NULL);
      break;
    case TROUPE_FIELD_MICROS:
      read = troupe_decimal_parse (text, TROUPE_MICRO_PLACES, &number, NULL, NULL);
      break;
    case TROUPE_FIELD_MINOR:
      read = troupe_money_parse (text, "CNY", &number, NULL);
      break;
    default:
      number = g_ascii_strtoll (text, NULL, 10);
    }
  g_assert_true (read);
  troupe_field_set_int (field, record, number);
}

static inline void
books_set_fields (AnyRecord  *record,
                  const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_auto(GStrv) pair = g_strsplit (*word, "=", 2);
      const TroupeField *field;

      if (pair[0] == NULL || *pair[0] == '\0')
        continue;
      field = troupe_record_find_field (record->type, pair[0]);
      if (field == NULL)
        g_error ("%s has no field “%s”", record->type->name, pair[0]);
      books_set_field (field, record, pair[1]);
    }
}

/* With its defaults, then what text says. */
static inline void
books_fill (AnyRecord  *record,
            const char *type,
            const char *text)
{
  g_assert_cmpuint (troupe_record_find_type (type)->size, <=, sizeof *record);
  troupe_record_clear (troupe_record_find_type (type), record);
  for (gsize i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (g_str_equal (defaults[i].type, type))
      books_set_fields (record, defaults[i].fields);
  books_set_fields (record, text);
}

static inline gpointer
books_new_record (const char *type,
                  const char *text)
{
  g_autoptr(GError) error = NULL;
  AnyRecord fields;
  gpointer record;

  books_fill (&fields, type, text);
  record = troupe_record_new (fields.type, &fields, &error);
  g_assert_no_error (error);
  return record;
}

/* NULL: not a rule. */
static inline GPtrArray *
books_get_rules (TroupeRuleSet *rules,
                 const char    *type)
{
  const struct { const char *type; GPtrArray *records; } arrays[] = {
    { "creator", rules->creators }, { "account", rules->accounts }, { "contract", rules->contracts },
    { "term", rules->terms }, { "fee_card", rules->fee_cards }, { "unit_rate", rules->unit_rates },
    { "exchange_rate", rules->exchange_rates },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    if (g_str_equal (arrays[i].type, type))
      return arrays[i].records;
  return NULL;
}
