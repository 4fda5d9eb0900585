#include "troupe-record-noun.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  const char *noun;
} Noun;

static const Noun types[] = {
  { "account", N_("account") }, { "advance", N_("advance") }, { "agency", N_("agency details") }, { "change", N_("change") },
  { "closed_month", N_("closed month") }, { "contract", N_("contract") }, { "cost", N_("cost") },
  { "creator", N_("creator") }, { "exchange_rate", N_("exchange rate") }, { "fee_card", N_("fee card") },
  { "import", N_("import") }, { "import_row", N_("row of an import") }, { "line", N_("revenue line") },
  { "opening", N_("opening balance") }, { "payment", N_("payment") }, { "person", N_("person") },
  { "rule_snapshot", N_("rules of a closed month") }, { "statement", N_("statement") },
  { "statement_line", N_("statement line") }, { "term", N_("term") }, { "unit_rate", N_("unit rate") },
};

static const Noun fields[] = {
  { "account_id", N_("account") }, { "action", N_("action") }, { "actor", N_("who did it") }, { "address", N_("address") },
  { "after", N_("value after") }, { "agency", N_("agency’s part") },
  { "agency_corrections", N_("agency’s part of corrections") }, { "agent", N_("agent") }, { "amount", N_("amount") },
  { "as_of", N_("time of the counters") }, { "bank_account", N_("bank account") }, { "bank_name", N_("bank") },
  { "basis", N_("basis") }, { "batch", N_("batch of changes") }, { "before", N_("value before") },
  { "birth_day", N_("birthday") }, { "booked", N_("month that settles it") }, { "borne_by", N_("who bears it") },
  { "category", N_("category") }, { "clause", N_("clause") }, { "closing", N_("closing balance") },
  { "column", N_("column") }, { "contact", N_("contact") }, { "content", N_("content") },
  { "contract_id", N_("contract") }, { "corrections", N_("corrections") }, { "corrects_id", N_("corrected statement") },
  { "creator", N_("creator’s part") }, { "creator_id", N_("creator") }, { "currency", N_("currency") }, { "day", N_("day") },
  { "desk", N_("desk") }, { "duplicate_rows", N_("duplicate rows") }, { "earned", N_("earned") }, { "email", N_("e-mail") },
  { "end_day", N_("last day") }, { "exchange_rate", N_("exchange rate") }, { "exchange_rate_id", N_("exchange rate") },
  { "failed_rows", N_("failed rows") }, { "fee", N_("platform’s fee") }, { "fee_card_id", N_("fee card") },
  { "fee_share", N_("platform’s fee in percent") }, { "file_hash", N_("fingerprint of the file") },
  { "file_name", N_("file name") }, { "first_day", N_("first day") }, { "first_row", N_("first row") },
  { "grade", N_("grade") }, { "gross", N_("gross") }, { "guardian_id", N_("guardian") }, { "handle", N_("account id") },
  { "hash", N_("fingerprint") }, { "id", N_("id") }, { "id_number", N_("number of the identity paper") },
  { "import_id", N_("import") }, { "joined_day", N_("day of joining") }, { "key", N_("key") }, { "kind", N_("kind") },
  { "language", N_("language") }, { "last_day", N_("last day") }, { "last_row", N_("last row") },
  { "left_day", N_("day of leaving") }, { "legal_name", N_("legal name") }, { "lines", N_("number of lines") },
  { "method", N_("way of payment") }, { "minimum", N_("minimum payout") }, { "month", N_("month") }, { "name", N_("name") },
  { "new_rows", N_("new rows") }, { "note", N_("note") }, { "notice_days", N_("days of notice") },
  { "number", N_("number") }, { "object", N_("changed record") }, { "object_id", N_("number of the changed record") },
  { "opening", N_("opening balance") }, { "other_names", N_("other names") }, { "outcome", N_("outcome") },
  { "paid", N_("paid") }, { "payable", N_("to pay") }, { "payee_id", N_("payee") }, { "per_line", N_("rounded by line") },
  { "person_id", N_("person") }, { "phone", N_("telephone") }, { "platform", N_("platform") }, { "pool", N_("pool") },
  { "position", N_("position") }, { "prefix", N_("prefix of statement numbers") }, { "profile", N_("profile") },
  { "profile_version", N_("version of the profile") }, { "rate", N_("rate") }, { "reason", N_("reason") },
  { "recoup_share", N_("share to recoup") }, { "recoupable", N_("recoupable") }, { "ref", N_("platform’s reference") },
  { "reference", N_("reference") }, { "renews", N_("renews by itself") }, { "residual", N_("who takes the rest") },
  { "revenue_kind", N_("kind of revenue") }, { "revision", N_("revision") }, { "row", N_("row") },
  { "rows", N_("number of rows") }, { "rules", N_("rules") }, { "share", N_("share") }, { "signed_day", N_("day of signing") },
  { "source", N_("source") }, { "stale", N_("out of date") }, { "start_day", N_("first day") }, { "state", N_("state") },
  { "stated", N_("amount as restated") }, { "statement_id", N_("statement") }, { "status", N_("status") },
  { "tax_id", N_("tax number") }, { "team", N_("team") }, { "term_id", N_("term") }, { "time", N_("time") },
  { "total", N_("total") }, { "undo_of", N_("undone change") }, { "unit", N_("unit") }, { "unit_rate", N_("unit rate") },
  { "unit_rate_id", N_("unit rate") }, { "updated_rows", N_("updated rows") }, { "version", N_("version") },
  { "waiting_rows", N_("waiting rows") },
};

static const char *
find_noun (const Noun *nouns,
           gsize       n,
           const char *name)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (nouns[i].name, name))
      return _(nouns[i].noun);
  g_return_val_if_reached (name);
}

const char *
troupe_record_type_get_noun (const TroupeRecordType *type)
{
  return find_noun (types, G_N_ELEMENTS (types), type->name);
}

const char *
troupe_field_get_noun (const TroupeField *field)
{
  return find_noun (fields, G_N_ELEMENTS (fields), field->name);
}
