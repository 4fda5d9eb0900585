#include "troupe-roster-list.h"

#include <string.h>

#include "troupe-roster-item-private.h"
#include "troupe-store.h"
#include "troupe-vocabulary.h"

struct _TroupeRosterList
{
  GObject parent_instance;

  TroupeRoster       *roster;       /* NULL before the first load */
  GArray             *indices;      /* guint into roster: what is listed, in order */
  guint               generation;   /* of the load that counts */

  char               *search;
  const char         *status;       /* interned, as is team */
  const char         *team;
  guint32             platforms;
  TroupeRosterColumn  column;
  gboolean            descending;
};

static GType
get_item_type (GListModel *model)
{
  return TROUPE_TYPE_ROSTER_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TROUPE_ROSTER_LIST (model)->indices->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TroupeRosterList *self = TROUPE_ROSTER_LIST (model);

  if (position >= self->indices->len)
    return NULL;
  return troupe_roster_item_new (self->roster, g_array_index (self->indices, guint, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TroupeRosterList, troupe_roster_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

TroupeRosterList *
troupe_roster_list_new (void)
{
  return g_object_new (TROUPE_TYPE_ROSTER_LIST, NULL);
}

/* --- order --------------------------------------------------------------------------------------- */

/* The change against the month before in parts per million of it; without one it sorts lowest. */
static gint64
get_change (const TroupeRosterEntry *entry)
{
  if (entry->gross == TROUPE_NONE || entry->before == TROUPE_NONE || entry->before == 0)
    return TROUPE_NONE;
  return troupe_scale (entry->gross - entry->before, 1000000, ABS (entry->before));
}

static gint64
get_number (const TroupeRosterEntry *entry,
            TroupeRosterColumn       column)
{
  switch (column)
    {
    case TROUPE_ROSTER_CONTRACT_END:
      return entry->contract_end;
    case TROUPE_ROSTER_SHARE:
      return entry->share;
    case TROUPE_ROSTER_GROSS:
      return entry->gross;
    case TROUPE_ROSTER_EARNED:
      return entry->earned;
    case TROUPE_ROSTER_AGENCY:
      return entry->agency;
    case TROUPE_ROSTER_CHANGE:
      return get_change (entry);
    default:
      return 0;
    }
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  TroupeRosterList *self = user_data;
  const TroupeRosterEntry *one = troupe_roster_get_entry (self->roster, *(const guint *) a);
  const TroupeRosterEntry *other = troupe_roster_get_entry (self->roster, *(const guint *) b);
  int order = 0;

  if (self->column == TROUPE_ROSTER_TEAM)
    order = g_utf8_collate (one->team, other->team);
  else if (self->column != TROUPE_ROSTER_NAME)
    {
      gint64 x = get_number (one, self->column);
      gint64 y = get_number (other, self->column);

      order = (x > y) - (x < y);
    }
  if (self->column == TROUPE_ROSTER_NAME)
    order = strcmp (one->name, other->name);
  if (order == 0)
    return (one->id > other->id) - (one->id < other->id);
  return self->descending ? -order : order;
}

/* --- what is listed ------------------------------------------------------------------------------ */

static gboolean
is_wanted (TroupeRosterList        *self,
           const TroupeRosterEntry *entry)
{
  return (self->status == NULL || g_str_equal (self->status, entry->status)) &&
         (self->team == NULL || g_str_equal (self->team, entry->team)) &&
         (self->platforms == 0 || (self->platforms & entry->platforms) != 0);
}

static void
relist (TroupeRosterList *self)
{
  g_autoptr(GArray) before = g_steal_pointer (&self->indices);
  g_autoptr(GArray) found = NULL;

  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  if (self->roster != NULL)
    {
      found = troupe_roster_search (self->roster, self->search);
      for (guint i = 0; i < found->len; i++)
        {
          guint index = g_array_index (found, guint, i);

          if (is_wanted (self, troupe_roster_get_entry (self->roster, index)))
            g_array_append_val (self->indices, index);
        }
      g_array_sort_with_data (self->indices, compare_cb, self);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->indices->len);
}

void
troupe_roster_list_set_search (TroupeRosterList *self,
                               const char       *text)
{
  if (g_set_str (&self->search, text))
    relist (self);
}

void
troupe_roster_list_set_status (TroupeRosterList *self,
                               const char       *status)
{
  self->status = g_intern_string (status);
  relist (self);
}

void
troupe_roster_list_set_team (TroupeRosterList *self,
                             const char       *team)
{
  self->team = g_intern_string (team);
  relist (self);
}

void
troupe_roster_list_set_platform (TroupeRosterList *self,
                                 const char       *platform)
{
  const char *const *platforms = troupe_vocabulary_get_platforms ();

  self->platforms = 0;
  for (guint i = 0; platform != NULL && platforms[i] != NULL; i++)
    if (g_str_equal (platforms[i], platform))
      self->platforms = 1u << i;
  relist (self);
}

void
troupe_roster_list_set_sort (TroupeRosterList   *self,
                             TroupeRosterColumn  column,
                             gboolean            descending)
{
  self->column = column;
  self->descending = descending;
  relist (self);
}

/* --- loading ------------------------------------------------------------------------------------- */

typedef struct
{
  TroupeRosterList *list;
  guint             generation;
} Load;

static void
load_free (gpointer data)
{
  g_object_unref (((Load *) data)->list);
  g_free (data);
}

static DexFuture *
take_cb (DexFuture *future,
         gpointer   user_data)
{
  Load *load = user_data;
  const GValue *value = dex_future_get_value (future, NULL);

  if (load->generation == load->list->generation)
    {
      g_set_object (&load->list->roster, g_value_get_object (value));
      relist (load->list);
    }
  return dex_future_new_true ();
}

DexFuture *
troupe_roster_list_load (TroupeRosterList *self,
                         GObject          *file,
                         TroupeMonth       month)
{
  Load *load = g_new (Load, 1);

  *load = (Load) { g_object_ref (self), ++self->generation };
  return dex_future_then (troupe_store_load_roster (TROUPE_STORE (file), month), take_cb, load, load_free);
}

/* --- the whole ----------------------------------------------------------------------------------- */

guint
troupe_roster_list_get_size (TroupeRosterList *self)
{
  return self->roster != NULL ? troupe_roster_get_size (self->roster) : 0;
}

static int
compare_text_cb (gconstpointer a,
                 gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

char **
troupe_roster_list_get_teams (TroupeRosterList *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) teams = g_ptr_array_new ();

  for (guint i = 0; i < troupe_roster_list_get_size (self); i++)
    {
      const char *team = troupe_roster_get_entry (self->roster, i)->team;

      if (*team != '\0' && g_hash_table_add (seen, (gpointer) team))
        g_ptr_array_add (teams, g_strdup (team));
    }
  g_ptr_array_sort (teams, compare_text_cb);
  g_ptr_array_add (teams, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&teams), FALSE);
}

static void
add (gint64 *sum,
     gint64  value)
{
  if (value != TROUPE_NONE)
    *sum += value;
}

TroupeRosterTotals
troupe_roster_list_get_totals (TroupeRosterList *self)
{
  TroupeRosterTotals totals = { 0 };

  for (guint i = 0; i < self->indices->len; i++)
    {
      const TroupeRosterEntry *entry = troupe_roster_get_entry (self->roster, g_array_index (self->indices, guint, i));

      add (&totals.gross, entry->gross);
      add (&totals.earned, entry->earned);
      add (&totals.agency, entry->agency);
      add (&totals.before, entry->before);
    }
  return totals;
}

guint
troupe_roster_list_find (TroupeRosterList *self,
                         gint64            id)
{
  for (guint i = 0; i < self->indices->len; i++)
    if (troupe_roster_get_entry (self->roster, g_array_index (self->indices, guint, i))->id == id)
      return i;
  return G_MAXUINT;
}

static void
troupe_roster_list_finalize (GObject *object)
{
  TroupeRosterList *self = TROUPE_ROSTER_LIST (object);

  g_clear_object (&self->roster);
  g_array_unref (self->indices);
  g_free (self->search);
  G_OBJECT_CLASS (troupe_roster_list_parent_class)->finalize (object);
}

static void
troupe_roster_list_class_init (TroupeRosterListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = troupe_roster_list_finalize;
}

static void
troupe_roster_list_init (TroupeRosterList *self)
{
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->search = g_strdup ("");
}
