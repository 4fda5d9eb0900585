#include "troupe-demo.h"

#include <string.h>

#include "troupe-contract.h"
#include "troupe-opening.h"
#include "troupe-term.h"

#define RESIDUAL_CREATOR 12   /* 青禾农场 takes what rounding leaves */

/* Those whose statements are in dollars, and those who get a part of the gross. */
static const int dollar_stars[] = { 13, 18, 22, 30 };
static const int gross_stars[] = { 4, 23, 40 };

/* An amendment: from this day on another share, by the general term or by one for a kind. */
typedef struct
{
  int         star;
  const char *kind;
  const char *from;
  int         share;
  const char *note;
} Amendment;

static const Amendment amendments[] = {
  { 0, NULL, "2026-05-01", 55, "补充协议二" },
  { 2, NULL, "2026-09-16", 55, "补充协议一，按交易日生效" },
  { 9, NULL, "2026-03-01", 52, "补充协议一" },
  { 20, "commission", "2026-10-16", 66, "补充协议一，按交易日生效" },
};

/* What was owed when the books began. */
static const struct { int star; gint64 amount; } openings[] = {
  { 0, 3182045 }, { 1, 2640000 }, { 2, 1893310 }, { 4, 742655 }, { 5, 1250000 }, { 7, 980012 },
  { 9, -125000 }, { 11, 68390 }, { 16, 411870 }, { 27, 256000 },
};

static gboolean
contains (const int *list,
          gsize      n,
          int        star)
{
  for (gsize i = 0; i < n; i++)
    if (list[i] == star)
      return TRUE;
  return FALSE;
}

static const Amendment *
find_amendment (int         star,
                const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (amendments); i++)
    if (amendments[i].star == star && g_strcmp0 (amendments[i].kind, kind) == 0)
      return &amendments[i];
  return NULL;
}

/* Percent to a share; a part of the gross is about half as large as one of what is left of it. */
static gint64
get_share (int         star,
           const char *basis,
           int         percent)
{
  return g_str_equal (basis, "gross") ? percent * 55 : percent * 100;
}

static void
init_term (TroupeTerm *fields,
           gint64      contract,
           const char *clause,
           int         star)
{
  troupe_record_clear (&TROUPE_TERM, fields);
  fields->contract_id = contract;
  fields->clause = clause;
  fields->kind = "share";
  fields->basis = contains (gross_stars, G_N_ELEMENTS (gross_stars), star) ? "gross" : "net";
  fields->start_day = troupe_demo_day (troupe_demo_stars[star].joined);
  fields->version = 1;
}

static void
add_term (TroupeDemo *self,
          TroupeTerm *fields)
{
  fields->id = troupe_demo_take_id (self);
  troupe_demo_add (self, &TROUPE_TERM, fields);
}

/* A share and, if it was amended, the one that follows it. */
static void
add_share (TroupeDemo *self,
           TroupeTerm *fields,
           int         star,
           int         percent)
{
  const Amendment *amendment = fields->platform == NULL ? find_amendment (star, fields->revenue_kind) : NULL;

  fields->share = get_share (star, fields->basis, percent);
  if (amendment != NULL)
    fields->end_day = troupe_demo_day (amendment->from) - 1;
  add_term (self, fields);
  if (amendment == NULL)
    return;
  fields->version = 2;
  fields->share = get_share (star, fields->basis, amendment->share);
  fields->start_day = troupe_demo_day (amendment->from);
  fields->end_day = TROUPE_NONE;
  fields->note = amendment->note;
  add_term (self, fields);
}

static void
add_shares (TroupeDemo *self,
            gint64      contract,
            int         star)
{
  const TroupeDemoStar *who = &troupe_demo_stars[star];
  TroupeTerm fields;

  init_term (&fields, contract, "4.1", star);
  add_share (self, &fields, star, who->share);
  if (strpbrk (who->platforms, "DK") != NULL)
    {
      init_term (&fields, contract, "4.2", star);
      fields.revenue_kind = "commission";
      add_share (self, &fields, star, who->share + 10);
    }
  if (strchr (who->platforms, 'B') != NULL)
    {
      init_term (&fields, contract, "4.3", star);
      fields.platform = "bilibili";
      add_share (self, &fields, star, who->share + 5);
    }
  if (star % 4 == 0 && strchr (who->platforms, 'K') != NULL)
    {
      init_term (&fields, contract, "4.4", star);
      fields.platform = "kuaishou";
      fields.revenue_kind = "gift";
      add_share (self, &fields, star, who->share - 5);
    }
  init_term (&fields, contract, "4.5", star);
  fields.revenue_kind = "brand";
  add_share (self, &fields, star, MAX (60, who->share));
}

static void
add_minimum (TroupeDemo *self,
             gint64      contract,
             int         star,
             const char *currency)
{
  TroupeTerm fields;

  init_term (&fields, contract, "6.1", star);
  fields.kind = "minimum_payout";
  fields.basis = NULL;
  fields.currency = currency;
  fields.amount = star == TROUPE_DEMO_STARS - 1 ? 50000 : g_str_equal (currency, "USD") ? 5000 : 10000;
  add_term (self, &fields);
}

static const char *
get_kind (int star)
{
  TroupeDay joined = troupe_demo_day (troupe_demo_stars[star].joined);

  if (joined >= troupe_demo_day ("2026-10-01"))
    return "trial";
  if (joined >= troupe_demo_day ("2026-05-01"))
    return "newcomer";
  return star < 6 ? "exclusive" : "standard";
}

/* One that was to end this autumn goes on by itself; most end, and want a decision before. */
static gboolean
renews (int star)
{
  return star % 4 == 0 || star == 2 || star == 17;
}

static void
add_contract (TroupeDemo *self,
              int         star)
{
  const TroupeDemoStar *who = &troupe_demo_stars[star];
  g_autofree char *number = g_strdup_printf ("C-%.4s-%03d", who->joined, star + 25);
  TroupeContract fields;

  troupe_record_clear (&TROUPE_CONTRACT, &fields);
  fields.id = troupe_demo_take_id (self);
  fields.creator_id = self->creators[star];
  fields.number = number;
  fields.kind = get_kind (star);
  fields.currency = contains (dollar_stars, G_N_ELEMENTS (dollar_stars), star) ? "USD" : "CNY";
  fields.residual = star == RESIDUAL_CREATOR ? "creator" : "agency";
  fields.start_day = troupe_demo_day (who->joined);
  fields.end_day = troupe_demo_day (who->until);
  fields.renews = who->until != NULL && renews (star);
  fields.notice_days = who->until == NULL ? TROUPE_NONE : star % 5 == 0 ? 60 : 30;
  fields.signed_day = fields.start_day - 4 - star % 9;
  troupe_demo_add (self, &TROUPE_CONTRACT, &fields);
  add_shares (self, fields.id, star);
  if (star % 7 != 4)
    add_minimum (self, fields.id, star, fields.currency);
}

static void
add_openings (TroupeDemo *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      TroupeOpening fields;

      troupe_record_clear (&TROUPE_OPENING, &fields);
      fields.id = troupe_demo_take_id (self);
      fields.creator_id = self->creators[openings[i].star];
      fields.month = troupe_demo_month (TROUPE_DEMO_FIRST);
      fields.amount = openings[i].amount;
      fields.currency = "CNY";
      fields.note = openings[i].amount < 0 ? "十月多付，待扣回" : "十月结余";
      troupe_demo_add (self, &TROUPE_OPENING, &fields);
    }
}

void
troupe_demo_add_contracts (TroupeDemo *self)
{
  for (int i = 0; i < TROUPE_DEMO_STARS; i++)
    add_contract (self, i);
  add_openings (self);
}
