#include "troupe-demo.h"

#include "troupe-demo-evidence.h"
#include "troupe-evidence-store.h"
#include "troupe-import-job.h"
#include "troupe-office-private.h"
#include "troupe-payment.h"
#include "troupe-record-store.h"
#include "troupe-settle-job.h"
#include "troupe-statement.h"

#define PAY_DAY 8   /* of the month after */

/* Files that come beside the month's own ones. A late one comes when its month is closed already. */
typedef struct
{
  const char    *month;      /* when it comes: with the files of this month */
  char           platform;
  const char    *of_month;
  TroupeDemoFile file;
  gboolean       before;     /* the month's own files */
  gboolean       withdrawn;
} Extra;

static const Extra extras[] = {
  { "2026-01", 'D', "2025-12", TROUPE_DEMO_RETURNS },
  { "2026-03", 'B', "2026-03", TROUPE_DEMO_RESTATED },
  { "2026-05", 'K', "2026-05", TROUPE_DEMO_FOREIGN, .withdrawn = TRUE },
  { "2026-06", 'T', "2026-06", TROUPE_DEMO_HALF, .before = TRUE },
  { "2026-10", 'D', "2026-09", TROUPE_DEMO_RETURNS },
  { "2026-10", 'B', "2026-08", TROUPE_DEMO_RESTATED },
};

/* A moment of the month after this one. */
static void
set_time (TroupeDemo  *self,
          TroupeMonth  month,
          int          day,
          int          hour,
          int          minute)
{
  gint64 at = (troupe_month_get_first (month + 1) + day - 1) * 86400 + hour * 3600 + minute * 60;

  troupe_clock_set_time (troupe_office_get_clock (self->office), at);
}

static gboolean
import_file (TroupeDemo        *self,
             TroupeDemoSource  *source,
             gint64            *ret_import,
             GError           **error)
{
  g_autoptr(TroupeImportResult) result = NULL;

  result = dex_await_boxed (troupe_store_import (troupe_office_get_writer (self->office), TROUPE_LINE_SOURCE (source), 0, NULL),
                            error);
  if (result != NULL)
    *ret_import = result->import->id;
  return result != NULL;
}

static gboolean
import_extra (TroupeDemo   *self,
              const Extra  *extra,
              GError      **error)
{
  g_autoptr(TroupeDemoSource) source =
    troupe_demo_make_file (self, extra->platform, troupe_demo_month (extra->of_month), extra->file);
  gint64 import_id = 0;

  if (!import_file (self, source, &import_id, error))
    return FALSE;
  return !extra->withdrawn || dex_await (troupe_office_withdraw_import (self->office, import_id), error);
}

static gboolean
import_extras (TroupeDemo   *self,
               TroupeMonth   month,
               gboolean      before,
               GError      **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (extras); i++)
    if (troupe_demo_month (extras[i].month) == month && extras[i].before == before &&
        !import_extra (self, &extras[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
import_month (TroupeDemo   *self,
              TroupeMonth   month,
              GError      **error)
{
  int minute = 12;
  gint64 import_id;

  set_time (self, month, 2, 8, 5);
  if (!import_extras (self, month, TRUE, error))
    return FALSE;
  for (const char *platform = "DKBYWT"; *platform != '\0'; platform++, minute += 3)
    {
      g_autoptr(TroupeDemoSource) source = troupe_demo_make_file (self, *platform, month, TROUPE_DEMO_WHOLE);

      set_time (self, month, 2, 8, minute);
      if (!import_file (self, source, &import_id, error))
        return FALSE;
    }
  set_time (self, month, 2, 8, 41);
  return import_extras (self, month, FALSE, error);
}

static void
add_payment (TroupeDemo            *self,
             const TroupeStatement *statement,
             guint                  position)
{
  TroupeDay day = troupe_month_get_first (statement->month + 1) + PAY_DAY - 1;
  g_autofree char *reference = NULL;
  TroupePayment fields;
  int year, month;

  troupe_day_split (day, &year, &month, &(int) { 0 });
  reference = g_strdup_printf ("HZ%04d%02d%02d-%04u", year, month, PAY_DAY, position);
  troupe_record_clear (&TROUPE_PAYMENT, &fields);
  fields.creator_id = statement->creator_id;
  fields.statement_id = statement->id;
  fields.day = day;
  fields.amount = statement->payable;
  fields.currency = statement->currency;
  fields.method = "银行转账";
  fields.reference = reference;
  troupe_demo_add (self, &TROUPE_PAYMENT, &fields);
}

/* Pays what is payable; of the latest closed month a few still wait for their invoices. */
static gboolean
pay_month (TroupeDemo   *self,
           TroupeMonth   month,
           GError      **error)
{
  gboolean latest = month == troupe_demo_month (TROUPE_DEMO_LAST) - 1;
  g_autoptr(GPtrArray) statements = NULL;

  statements = dex_await_boxed (troupe_office_list (self->office, &TROUPE_STATEMENT, "month", month), error);
  if (statements == NULL)
    return FALSE;
  for (guint i = 0; i < statements->len; i++)
    {
      const TroupeStatement *statement = statements->pdata[i];

      if (statement->payable > 0 && !(latest && i % 13 == 5))
        add_payment (self, statement, i + 1);
    }
  set_time (self, month, PAY_DAY, 15, 30);
  return troupe_demo_save (self, error);
}

static gboolean
settle_month (TroupeDemo   *self,
              TroupeMonth   month,
              GError      **error)
{
  g_autoptr(TroupeSettleResult) result = NULL;
  gboolean open = month == troupe_demo_month (TROUPE_DEMO_LAST);

  set_time (self, month, 3, open ? 8 : 10, 50);
  result = dex_await_boxed (open ? troupe_office_settle (self->office, month, NULL)
                                 : troupe_office_close_month (self->office, month, NULL), error);
  return result != NULL;
}

gboolean
troupe_demo_run_month (TroupeDemo   *self,
                       TroupeMonth   month,
                       GError      **error)
{
  if (!import_month (self, month, error) || !settle_month (self, month, error))
    return FALSE;
  return month == troupe_demo_month (TROUPE_DEMO_LAST) || pay_month (self, month, error);
}
