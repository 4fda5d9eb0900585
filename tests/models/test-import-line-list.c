/* An import's lines, page by page: all are there at once, and each says what the file said at its row. */
#include <glib/gstdio.h>

#include "troupe-evidence-store.h"
#include "troupe-import-line-list.h"

#define ROWS 1000

/* --- a file of a thousand rows ------------------------------------------------------------------- */

#define ROW_TYPE_SOURCE (row_source_get_type ())
G_DECLARE_FINAL_TYPE (RowSource, row_source, ROW, SOURCE, GObject)

struct _RowSource
{
  GObject          parent_instance;

  TroupeStagedLine line;
};

/* Rows lie in another order than the evidence, which goes by account and key. */
static gboolean
row_source_next (TroupeLineSource        *source,
                 const TroupeStagedLine **ret_line,
                 GError                 **error)
{
  RowSource *self = ROW_SOURCE (source);
  gint64 row = ++self->line.row;

  self->line.platform = "douyin";
  self->line.handle = row % 2 == 0 ? "zeta" : "alpha";
  self->line.kind = "gift";
  self->line.day = troupe_day_new (2026, 6, 30 - row % 30);
  self->line.month = troupe_month_new (2026, 6);
  self->line.amount = row * TROUPE_MICRO;
  self->line.fee = TROUPE_NONE;
  self->line.unit = "CNY";
  self->line.keyed = TRUE;
  self->line.key = self->line.content = (guint64) row * 7919 % 1009;
  self->line.as_of = TROUPE_NONE;
  *ret_line = row <= ROWS ? &self->line : NULL;
  return TRUE;
}

static void
row_source_describe (TroupeLineSource *source,
                     TroupeImport     *fields)
{
  fields->file_name = "thousand.csv";
  fields->file_hash = "00";
  fields->profile = "test";
  fields->profile_version = 1;
  fields->platform = "douyin";
  fields->first_day = troupe_day_new (2026, 6, 1);
  fields->last_day = troupe_day_new (2026, 6, 30);
  fields->rows = ROWS;
}

static GPtrArray *
row_source_get_problems (TroupeLineSource *source)
{
  return NULL;
}

static double
row_source_get_progress (TroupeLineSource *source)
{
  return 0;
}

static void
line_source_init (TroupeLineSourceInterface *iface)
{
  iface->next = row_source_next;
  iface->describe = row_source_describe;
  iface->get_problems = row_source_get_problems;
  iface->get_progress = row_source_get_progress;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RowSource, row_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TROUPE_TYPE_LINE_SOURCE, line_source_init))

static void
row_source_class_init (RowSourceClass *klass)
{
}

static void
row_source_init (RowSource *self)
{
}

/* --- the list ------------------------------------------------------------------------------------ */

/* The store answers from its own thread, which does not wake this loop. */
static void
turn (void)
{
  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (50);
}

static DexFuture *
finish (DexFuture *future)
{
  g_autoptr(GError) error = NULL;

  while (dex_future_is_pending (future))
    turn ();
  dex_future_get_value (future, &error);
  g_assert_no_error (error);
  return future;
}

static TroupeLine *
wait_for_line (TroupeImportLineList *list,
               guint                 position)
{
  g_autoptr(TroupeLineItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  while (troupe_line_item_get_line (item) == NULL)
    turn ();
  return troupe_record_ref (troupe_line_item_get_line (item));
}

static void
test_pages (TroupeStore *store,
            gint64       import_id)
{
  static const guint positions[] = { 0, 1, 127, 128, 999, 500, 0 };
  /* what it is told is only a promise */
  g_autoptr(TroupeImportLineList) list = troupe_import_line_list_new (G_OBJECT (store), import_id, 10);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 10);
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) != ROWS)
    turn ();
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), ROWS));
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      g_autoptr(TroupeLine) line = wait_for_line (list, positions[i]);

      g_assert_cmpint (line->row, ==, positions[i] + 1);
      g_assert_cmpint (line->amount, ==, line->row * TROUPE_MICRO);
    }
}

/* Every page is looked at: more than are kept, so that the first has been forgotten and comes again. */
static void
test_walk (TroupeStore *store,
           gint64       import_id)
{
  g_autoptr(TroupeImportLineList) list = troupe_import_line_list_new (G_OBJECT (store), import_id, ROWS);

  for (guint i = 0; i < ROWS; i++)
    {
      g_autoptr(TroupeLine) line = wait_for_line (list, i);

      g_assert_cmpint (line->row, ==, i + 1);
    }
}

static void
test_all (void)
{
  g_autofree char *folder = g_dir_make_tmp ("troupe-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.troupe", NULL);
  g_autoptr(TroupeClock) clock = troupe_clock_new_fixed (1780000000);
  TroupeAgency agency;
  g_autoptr(TroupeAgency) record = NULL;
  g_autoptr(RowSource) source = g_object_new (ROW_TYPE_SOURCE, NULL);
  g_autoptr(TroupeStore) store = NULL;
  DexFuture *future;
  gint64 import_id;

  troupe_record_clear (&TROUPE_AGENCY, &agency);
  agency.id = 1;
  agency.name = "Test";
  agency.currency = "CNY";
  agency.language = "zh";
  record = troupe_record_new (&TROUPE_AGENCY, &agency, NULL);
  future = finish (troupe_store_create (path, record, clock));
  store = g_value_dup_object (dex_future_get_value (future, NULL));
  dex_unref (future);
  future = finish (troupe_store_import (store, TROUPE_LINE_SOURCE (source), 0, NULL));
  import_id = ((TroupeImportResult *) g_value_get_boxed (dex_future_get_value (future, NULL)))->import->id;
  dex_unref (future);
  test_pages (store, import_id);
  test_walk (store, import_id);
  dex_unref (finish (troupe_store_close (store)));
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  dex_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-line-list/all", test_all);
  return g_test_run ();
}
