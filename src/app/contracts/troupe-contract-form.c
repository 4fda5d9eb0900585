#include "troupe-contract-form.h"

#include <glib/gi18n.h>

#include "troupe-record-dialog.h"
#include "troupe-vocabulary.h"

typedef struct
{
  const char *word;
  const char *label;   /* translatable */
} Word;

static const char *
find_label (const Word *words,
            const char *word)
{
  for (; words->word != NULL; words++)
    if (g_str_equal (words->word, word))
      return _(words->label);
  return word;
}

static const char *
get_kind_label (TroupeLang  lang,
                const char *word)
{
  static const Word kinds[] = {
    { "standard", N_("Standard") }, { "newcomer", N_("Newcomer") }, { "exclusive", N_("Exclusive") },
    { "event", N_("Event supplement") }, { "trial", N_("Trial") }, { NULL },
  };

  return find_label (kinds, word);
}

static const char *const *
get_kinds (void)
{
  static const char *const kinds[] = { "standard", "newcomer", "exclusive", "event", "trial", NULL };

  return kinds;
}

static const char *
get_residual_label (TroupeLang  lang,
                    const char *word)
{
  return g_str_equal (word, "agency") ? _("The agency") : _("The creator");
}

static const char *const *
get_residuals (void)
{
  static const char *const residuals[] = { "agency", "creator", NULL };

  return residuals;
}

static const char *
get_basis_label (TroupeLang  lang,
                 const char *word)
{
  return g_str_equal (word, "gross") ? _("Gross") : _("After the platform’s fee");
}

static const char *const *
get_bases (void)
{
  static const char *const bases[] = { "net", "gross", NULL };

  return bases;
}

/* --- contracts and terms ------------------------------------------------------------------------- */

static const TroupeFormRow contract_rows[] = {
  { NULL, "number", N_("Contract number") },
  { NULL, "kind", N_("Kind"), get_kinds, get_kind_label },
  { NULL, "currency", N_("Currency of its statements") },
  { N_("Time"), "start_day", N_("First day") },
  { N_("Time"), "end_day", N_("Last day; empty: open") },
  { N_("Time"), "renews", N_("Renews by itself") },
  { N_("Time"), "notice_days", N_("Days of notice") },
  { N_("Time"), "signed_day", N_("Signed on") },
  { N_("Rounding"), "residual", N_("What rounding leaves goes to"), get_residuals, get_residual_label },
  { N_("For yourselves"), "note", N_("Note") },
  { NULL },
};

AdwDialog *
troupe_contract_form_new (TroupeOffice   *office,
                          TroupeContract *contract,
                          gint64          creator_id)
{
  TroupeAgency *agency = troupe_office_get_agency (office);
  TroupeContract fields;

  if (contract != NULL)
    return troupe_record_dialog_new (office, _("Edit contract"), contract, contract_rows);
  troupe_record_clear (&TROUPE_CONTRACT, &fields);
  fields.creator_id = creator_id;
  fields.kind = "standard";
  fields.currency = agency != NULL ? agency->currency : "CNY";
  fields.residual = "agency";
  fields.renews = 0;
  fields.start_day = troupe_clock_get_day (troupe_office_get_clock (office));
  return troupe_record_dialog_new (office, _("New contract"), &fields, contract_rows);
}

static const TroupeFormRow share_rows[] = {
  { N_("What is shared"), "platform", N_("Platform"), troupe_vocabulary_get_platforms, troupe_platform_get_label,
    N_("Every platform") },
  { N_("What is shared"), "revenue_kind", N_("Kind of revenue"), troupe_vocabulary_get_kinds, troupe_kind_get_label,
    N_("Every kind") },
  { N_("The creator’s share"), "share", N_("Percent") },
  { N_("The creator’s share"), "basis", N_("Of"), get_bases, get_basis_label },
  { N_("Time"), "start_day", N_("First day") },
  { N_("Time"), "end_day", N_("Last day; empty: open") },
  { N_("The paper"), "clause", N_("Clause") },
  { N_("The paper"), "version", N_("Version") },
  { N_("The paper"), "note", N_("Note") },
  { NULL },
};

static const TroupeFormRow minimum_rows[] = {
  { N_("Minimum payout"), "currency", N_("Currency") },
  { N_("Minimum payout"), "amount", N_("Below this amount the balance is carried over") },
  { N_("Time"), "start_day", N_("First day") },
  { N_("Time"), "end_day", N_("Last day; empty: open") },
  { N_("The paper"), "clause", N_("Clause") },
  { N_("The paper"), "version", N_("Version") },
  { N_("The paper"), "note", N_("Note") },
  { NULL },
};

AdwDialog *
troupe_term_form_new (TroupeOffice   *office,
                      TroupeTerm     *term,
                      TroupeContract *contract,
                      const char     *kind)
{
  TroupeTerm fields;

  if (term != NULL)
    return troupe_record_dialog_new (office, _("Edit term"), term,
                                     g_str_equal (term->kind, "share") ? share_rows : minimum_rows);
  troupe_record_clear (&TROUPE_TERM, &fields);
  fields.contract_id = contract->id;
  fields.kind = kind;
  fields.start_day = contract->start_day;
  fields.version = 1;
  if (g_str_equal (kind, "share"))
    fields.basis = "net";
  else
    fields.currency = contract->currency;
  return troupe_record_dialog_new (office, _("New term"), &fields, g_str_equal (kind, "share") ? share_rows : minimum_rows);
}

/* --- rates --------------------------------------------------------------------------------------- */

static const TroupeFormRow fee_card_rows[] = {
  { N_("What the platform keeps"), "platform", N_("Platform"), troupe_vocabulary_get_platforms, troupe_platform_get_label },
  { N_("What the platform keeps"), "revenue_kind", N_("Kind of revenue"), troupe_vocabulary_get_kinds,
    troupe_kind_get_label, N_("Every kind") },
  { N_("What the platform keeps"), "grade", N_("Creator’s grade; empty: every grade") },
  { N_("What the platform keeps"), "share", N_("Percent of gross") },
  { N_("Time"), "start_day", N_("First day") },
  { N_("Time"), "end_day", N_("Last day; empty: open") },
  { N_("Source"), "source", N_("Where this is written") },
  { NULL },
};

AdwDialog *
troupe_fee_card_form_new (TroupeOffice  *office,
                          TroupeFeeCard *card)
{
  TroupeFeeCard fields;

  if (card != NULL)
    return troupe_record_dialog_new (office, _("Edit fee card"), card, fee_card_rows);
  troupe_record_clear (&TROUPE_FEE_CARD, &fields);
  fields.platform = troupe_vocabulary_get_platforms ()[0];
  return troupe_record_dialog_new (office, _("New fee card"), &fields, fee_card_rows);
}

static const TroupeFormRow unit_rate_rows[] = {
  { N_("One unit"), "platform", N_("Platform"), troupe_vocabulary_get_platforms, troupe_platform_get_label },
  { N_("One unit"), "unit", N_("Unit"), troupe_vocabulary_get_units, troupe_unit_get_label },
  { N_("Is worth"), "rate", N_("Amount") },
  { N_("Is worth"), "currency", N_("Currency") },
  { N_("Time"), "start_day", N_("First day") },
  { N_("Time"), "end_day", N_("Last day; empty: open") },
  { N_("Source"), "source", N_("Where this is written") },
  { NULL },
};

AdwDialog *
troupe_unit_rate_form_new (TroupeOffice   *office,
                           TroupeUnitRate *rate)
{
  TroupeAgency *agency = troupe_office_get_agency (office);
  TroupeUnitRate fields;

  if (rate != NULL)
    return troupe_record_dialog_new (office, _("Edit unit rate"), rate, unit_rate_rows);
  troupe_record_clear (&TROUPE_UNIT_RATE, &fields);
  fields.platform = troupe_vocabulary_get_platforms ()[0];
  fields.unit = troupe_vocabulary_get_units ()[0];
  fields.currency = agency != NULL ? agency->currency : NULL;
  return troupe_record_dialog_new (office, _("New unit rate"), &fields, unit_rate_rows);
}

static const TroupeFormRow exchange_rate_rows[] = {
  { N_("Month"), "month", N_("Month") },
  { N_("One unit"), "unit", N_("Of this currency") },
  { N_("Is worth"), "rate", N_("Amount") },
  { N_("Is worth"), "currency", N_("In this currency") },
  { N_("Source"), "source", N_("Where this is written") },
  { NULL },
};

AdwDialog *
troupe_exchange_rate_form_new (TroupeOffice       *office,
                               TroupeExchangeRate *rate,
                               TroupeMonth         month)
{
  TroupeAgency *agency = troupe_office_get_agency (office);
  TroupeExchangeRate fields;

  if (rate != NULL)
    return troupe_record_dialog_new (office, _("Edit exchange rate"), rate, exchange_rate_rows);
  troupe_record_clear (&TROUPE_EXCHANGE_RATE, &fields);
  fields.month = month;
  fields.currency = agency != NULL ? agency->currency : NULL;
  return troupe_record_dialog_new (office, _("New exchange rate"), &fields, exchange_rate_rows);
}
