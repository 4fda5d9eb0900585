#include "troupe-import-line-list.h"

#include "troupe-fiber.h"
#include "troupe-imported-lines.h"
#include "troupe-store.h"

/* Some screens full; pages that nobody looks at any more are forgotten, the oldest first. */
#define PAGE_LINES 128
#define MOST_PAGES 24

/* --- an item ------------------------------------------------------------------------------------- */

struct _TroupeLineItem
{
  GObject parent_instance;

  TroupeLine *line;
};

typedef enum
{
  PROP_LINE = 1,
} TroupeLineItemProperty;

static GParamSpec *properties[PROP_LINE + 1];

G_DEFINE_FINAL_TYPE (TroupeLineItem, troupe_line_item, G_TYPE_OBJECT)

TroupeLine *
troupe_line_item_get_line (TroupeLineItem *self)
{
  return self->line;
}

static void
set_line (TroupeLineItem *self,
          TroupeLine     *line)
{
  self->line = troupe_record_ref (line);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE]);
}

static void
troupe_line_item_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((TroupeLineItemProperty) id)
    {
    case PROP_LINE:
      g_value_set_boxed (value, TROUPE_LINE_ITEM (object)->line);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
troupe_line_item_finalize (GObject *object)
{
  g_clear_pointer (&TROUPE_LINE_ITEM (object)->line, troupe_record_unref);
  G_OBJECT_CLASS (troupe_line_item_parent_class)->finalize (object);
}

static void
troupe_line_item_class_init (TroupeLineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = troupe_line_item_get_property;
  object_class->finalize = troupe_line_item_finalize;
  properties[PROP_LINE] = g_param_spec_boxed ("line", NULL, NULL, TROUPE_TYPE_RECORD, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
troupe_line_item_init (TroupeLineItem *self)
{
}

/* --- the list ------------------------------------------------------------------------------------ */

struct _TroupeImportLineList
{
  GObject parent_instance;

  TroupeStore *store;
  DexFuture   *lines;      /* of a TroupeImportedLines */
  guint        n;
  GHashTable  *pages;      /* from number + 1 to a GPtrArray of TroupeLineItem */
  GQueue       recent;     /* of those numbers, the latest last */
};

static GType
get_item_type (GListModel *model)
{
  return TROUPE_TYPE_LINE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TROUPE_IMPORT_LINE_LIST (model)->n;
}

/* --- reading a page ------------------------------------------------------------------------------ */

typedef struct
{
  TroupeImportLineList *list;
  guint                 page;
  GPtrArray            *items;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->list);
  g_ptr_array_unref (load->items);
  g_free (load);
}

static DexFuture *
load_fiber (gpointer user_data)
{
  Load *load = user_data;
  TroupeImportLineList *self = load->list;
  GError *error = NULL;
  g_autoptr(TroupeImportedLines) places = dex_await_boxed (dex_ref (self->lines), &error);
  g_autoptr(GPtrArray) lines = NULL;

  if (places == NULL)
    return dex_future_new_for_error (error);
  /* the reader has gone on meanwhile */
  if (g_hash_table_lookup (self->pages, GUINT_TO_POINTER (load->page + 1)) != load->items)
    return dex_future_new_true ();
  lines = dex_await_boxed (troupe_store_read_imported (self->store, places, load->page * PAGE_LINES, PAGE_LINES), &error);
  if (lines == NULL)
    return dex_future_new_for_error (error);
  for (guint i = 0; i < MIN (lines->len, load->items->len); i++)
    set_line (g_ptr_array_index (load->items, i), g_ptr_array_index (lines, i));
  return dex_future_new_true ();
}

static GPtrArray *
begin_page (TroupeImportLineList *self,
            guint                 page)
{
  guint n = MIN (self->n - page * PAGE_LINES, PAGE_LINES);
  GPtrArray *items = g_ptr_array_new_full (n, g_object_unref);
  Load *load = g_new (Load, 1);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_object_new (TROUPE_TYPE_LINE_ITEM, NULL));
  *load = (Load) { g_object_ref (self), page, g_ptr_array_ref (items) };
  troupe_fiber_disown (troupe_fiber_spawn (load_fiber, load, load_free));
  return items;
}

/* The page in which position lies, the latest to be looked at from now on. */
static GPtrArray *
use_page (TroupeImportLineList *self,
          guint                 page)
{
  gpointer key = GUINT_TO_POINTER (page + 1);
  GPtrArray *items = g_hash_table_lookup (self->pages, key);

  if (items != NULL && g_queue_peek_tail (&self->recent) == key)
    return items;
  if (items == NULL)
    {
      items = begin_page (self, page);
      g_hash_table_insert (self->pages, key, items);
    }
  g_queue_remove (&self->recent, key);
  g_queue_push_tail (&self->recent, key);
  if (self->recent.length > MOST_PAGES)
    g_hash_table_remove (self->pages, g_queue_pop_head (&self->recent));
  return items;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TroupeImportLineList *self = TROUPE_IMPORT_LINE_LIST (model);

  if (position >= self->n)
    return NULL;
  return g_object_ref (g_ptr_array_index (use_page (self, position / PAGE_LINES), position % PAGE_LINES));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TroupeImportLineList, troupe_import_line_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* A correction has brought lines that the import does not count. */
static DexFuture *
found_fiber (gpointer user_data)
{
  TroupeImportLineList *self = user_data;
  GError *error = NULL;
  g_autoptr(TroupeImportedLines) lines = dex_await_boxed (dex_ref (self->lines), &error);
  guint before = self->n;

  if (lines == NULL)
    return dex_future_new_for_error (error);
  self->n = troupe_imported_lines_get_size (lines);
  if (self->n == before)
    return dex_future_new_true ();
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->recent);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n);
  return dex_future_new_true ();
}

TroupeImportLineList *
troupe_import_line_list_new (GObject *file,
                             gint64   import_id,
                             guint    n)
{
  TroupeImportLineList *self = g_object_new (TROUPE_TYPE_IMPORT_LINE_LIST, NULL);

  self->store = g_object_ref (TROUPE_STORE (file));
  self->lines = troupe_store_find_imported (self->store, import_id, NULL);
  self->n = n;
  troupe_fiber_disown (troupe_fiber_spawn (found_fiber, g_object_ref (self), g_object_unref));
  return self;
}

static void
troupe_import_line_list_finalize (GObject *object)
{
  TroupeImportLineList *self = TROUPE_IMPORT_LINE_LIST (object);

  dex_clear (&self->lines);
  g_clear_object (&self->store);
  g_hash_table_unref (self->pages);
  g_queue_clear (&self->recent);
  G_OBJECT_CLASS (troupe_import_line_list_parent_class)->finalize (object);
}

static void
troupe_import_line_list_class_init (TroupeImportLineListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = troupe_import_line_list_finalize;
}

static void
troupe_import_line_list_init (TroupeImportLineList *self)
{
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_queue_init (&self->recent);
}
