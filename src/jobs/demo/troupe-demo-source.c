#include "troupe-demo-source.h"

#include <string.h>

#include "troupe-demo-star.h"
#include "troupe-text.h"

struct _TroupeDemoSource
{
  GObject parent_instance;

  const char   *platform;
  const char   *profile;
  const char   *file_name;
  gboolean      keyed;
  GStringChunk *text;
  GArray       *lines;      /* TroupeStagedLine */
  GPtrArray    *problems;   /* none: invented files are faultless */
  GChecksum    *checksum;
  GHashTable   *totals;     /* unit → gint64 micros */
  char         *total;
  guint         next;
};

static void line_source_iface_init (TroupeLineSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TroupeDemoSource, troupe_demo_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TROUPE_TYPE_LINE_SOURCE, line_source_iface_init))

static guint64
hash_text (const char *text)
{
  return troupe_text_hash (text, strlen (text), 0);
}

static char *
make_ref (TroupeDemoSource    *self,
          const TroupeDemoRow *row)
{
  int year, month, day;

  troupe_day_split (row->day, &year, &month, &day);
  return g_strdup_printf ("%c%c%04d%02d%02d-%04d", g_ascii_toupper (self->platform[0]), g_ascii_toupper (row->kind[0]),
                          year, month, day, (int) (hash_text (row->handle) % 9000 + 1000 + row->serial));
}

void
troupe_demo_source_add (TroupeDemoSource    *self,
                        const TroupeDemoRow *row)
{
  g_autofree char *name = g_strdup_printf ("%s|%s|%" G_GINT64_FORMAT "|%d", row->handle, row->kind, row->day, row->serial);
  g_autofree char *content = g_strdup_printf ("%s|%" G_GINT64_FORMAT "|%s", name, row->amount, row->unit);
  g_autofree char *ref = make_ref (self, row);
  TroupeStagedLine line = {
    .row = self->lines->len + 2,
    .platform = self->platform,
    .handle = g_string_chunk_insert_const (self->text, row->handle),
    .account_name = row->name != NULL ? g_string_chunk_insert_const (self->text, row->name) : NULL,
    .kind = g_intern_string (row->kind),
    .month = troupe_day_get_month (row->day),
    .day = row->day,
    .amount = row->amount,
    .fee = row->fee,
    .unit = g_intern_string (row->unit),
    .ref = self->keyed ? g_string_chunk_insert (self->text, ref) : NULL,
    .content = hash_text (content),
    .key = self->keyed ? hash_text (name) : 0,
    .keyed = self->keyed,
    .per_line = row->per_line,
    .as_of = TROUPE_NONE,
  };
  gint64 *total = g_hash_table_lookup (self->totals, line.unit);

  if (total == NULL)
    g_hash_table_insert (self->totals, (gpointer) line.unit, total = g_new0 (gint64, 1));
  *total += row->amount;
  g_checksum_update (self->checksum, (const guchar *) content, -1);
  g_array_append_val (self->lines, line);
}

TroupeDemoSource *
troupe_demo_source_new (const char *platform,
                        const char *profile,
                        const char *file_name,
                        gboolean    keyed)
{
  TroupeDemoSource *self = g_object_new (TROUPE_TYPE_DEMO_SOURCE, NULL);

  self->platform = g_intern_string (platform);
  self->profile = g_intern_string (profile);
  self->file_name = g_string_chunk_insert (self->text, file_name);
  self->keyed = keyed;
  g_checksum_update (self->checksum, (const guchar *) file_name, -1);
  return self;
}

/* --- as a line source --------------------------------------------------------------------------- */

static gboolean
next (TroupeLineSource        *source,
      const TroupeStagedLine **ret_line,
      GError                 **error)
{
  TroupeDemoSource *self = TROUPE_DEMO_SOURCE (source);

  *ret_line = self->next < self->lines->len ? &g_array_index (self->lines, TroupeStagedLine, self->next) : NULL;
  self->next++;
  return TRUE;
}

/* "CNY 1204.5; USD 88", units by the alphabet. */
static char *
make_total (TroupeDemoSource *self)
{
  g_autoptr(GList) units = g_list_sort (g_hash_table_get_keys (self->totals), (GCompareFunc) strcmp);
  GString *text = g_string_new (NULL);

  for (GList *unit = units; unit != NULL; unit = unit->next)
    {
      const gint64 *total = g_hash_table_lookup (self->totals, unit->data);
      g_autofree char *amount = troupe_decimal_format (*total, TROUPE_MICRO_PLACES, 0);

      g_string_append_printf (text, "%s%s %s", unit->prev != NULL ? "; " : "", (const char *) unit->data, amount);
    }
  return g_string_free (text, FALSE);
}

static void
describe (TroupeLineSource *source,
          TroupeImport     *fields)
{
  TroupeDemoSource *self = TROUPE_DEMO_SOURCE (source);

  g_free (self->total);
  self->total = make_total (self);
  fields->file_name = self->file_name;
  fields->file_hash = g_checksum_get_string (self->checksum);
  fields->profile = self->profile;
  fields->profile_version = 1;
  fields->platform = self->platform;
  fields->first_day = fields->last_day = TROUPE_NONE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      TroupeDay day = g_array_index (self->lines, TroupeStagedLine, i).day;

      fields->first_day = i == 0 ? day : MIN (fields->first_day, day);
      fields->last_day = MAX (fields->last_day, day);
    }
  fields->rows = self->lines->len;
  fields->total = self->total;
}

static GPtrArray *
get_problems (TroupeLineSource *source)
{
  return TROUPE_DEMO_SOURCE (source)->problems;
}

static double
get_progress (TroupeLineSource *source)
{
  TroupeDemoSource *self = TROUPE_DEMO_SOURCE (source);

  return MIN (self->next, self->lines->len) / MAX (1.0, self->lines->len);
}

static void
line_source_iface_init (TroupeLineSourceInterface *iface)
{
  iface->next = next;
  iface->describe = describe;
  iface->get_problems = get_problems;
  iface->get_progress = get_progress;
}

static void
troupe_demo_source_finalize (GObject *object)
{
  TroupeDemoSource *self = TROUPE_DEMO_SOURCE (object);

  g_string_chunk_free (self->text);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->problems);
  g_checksum_free (self->checksum);
  g_hash_table_unref (self->totals);
  g_free (self->total);
  G_OBJECT_CLASS (troupe_demo_source_parent_class)->finalize (object);
}

static void
troupe_demo_source_class_init (TroupeDemoSourceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = troupe_demo_source_finalize;
}

static void
troupe_demo_source_init (TroupeDemoSource *self)
{
  self->text = g_string_chunk_new (4096);
  self->lines = g_array_new (FALSE, FALSE, sizeof (TroupeStagedLine));
  self->problems = g_ptr_array_new ();
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->totals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}
