#include "troupe-roster-list.h"

#include <string.h>

#include "troupe-roster-item-private.h"
#include "troupe-store.h"
#include "troupe-vocabulary.h"

struct _TroupeRosterList
{
  GObject parent_instance;

  TroupeRoster       *roster;       /* NULL before the first load */
  GArray             *order;        /* guint into roster: all of it as it is sorted */
  GArray             *indices;      /* guint into roster: what is listed of it */
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

/* What an entry is sorted by, made once, so that neither a comparison nor a search costs much. */
typedef struct
{
  gint64      number;
  const char *name;    /* NULL: by number alone */
  guint       index;
} Key;

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const Key *one = a, *other = b;
  int order = (one->number > other->number) - (one->number < other->number);

  if (order == 0 && one->name != NULL)
    order = strcmp (one->name, other->name);
  if (order == 0)
    return (one->index > other->index) - (one->index < other->index);
  return TROUPE_ROSTER_LIST (user_data)->descending ? -order : order;
}

/* The place of each team among all, as their order in a language is slow to tell. */
static GHashTable *
rank_teams (TroupeRosterList *self)
{
  GHashTable *ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char **teams = troupe_roster_list_get_teams (self);

  for (guint i = 0; teams[i] != NULL; i++)
    g_hash_table_insert (ranks, teams[i], GUINT_TO_POINTER (i + 1));
  return ranks;
}

static GArray *
make_keys (TroupeRosterList *self)
{
  guint n = troupe_roster_list_get_size (self);
  GArray *keys = g_array_sized_new (FALSE, FALSE, sizeof (Key), n);
  g_autoptr(GHashTable) ranks = self->column == TROUPE_ROSTER_TEAM ? rank_teams (self) : NULL;

  for (guint i = 0; i < n; i++)
    {
      const TroupeRosterEntry *entry = troupe_roster_get_entry (self->roster, i);
      Key key = { .index = i };

      if (self->column == TROUPE_ROSTER_NAME)
        key.name = entry->name;
      else if (ranks != NULL)
        key.number = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, entry->team));
      else
        key.number = get_number (entry, self->column);
      g_array_append_val (keys, key);
    }
  return keys;
}

static void
sort (TroupeRosterList *self)
{
  g_autoptr(GArray) keys = make_keys (self);

  g_array_sort_with_data (keys, compare_cb, self);
  g_array_set_size (self->order, keys->len);
  for (guint i = 0; i < keys->len; i++)
    g_array_index (self->order, guint, i) = g_array_index (keys, Key, i).index;
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

/* A byte for each entry of the roster: whether it is listed. */
static guint8 *
mark_listed (TroupeRosterList *self)
{
  guint8 *marks = g_new0 (guint8, self->order->len);
  g_autoptr(GArray) found = troupe_roster_search (self->roster, self->search);

  for (guint i = 0; i < found->len; i++)
    {
      guint index = g_array_index (found, guint, i);

      marks[index] = is_wanted (self, troupe_roster_get_entry (self->roster, index));
    }
  return marks;
}

static void
relist (TroupeRosterList *self)
{
  g_autofree guint8 *marks = self->roster != NULL ? mark_listed (self) : NULL;
  guint before = self->indices->len;

  g_array_set_size (self->indices, 0);
  for (guint i = 0; i < self->order->len; i++)
    if (marks[g_array_index (self->order, guint, i)])
      g_array_append_val (self->indices, g_array_index (self->order, guint, i));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->indices->len);
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
  sort (self);
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
      sort (load->list);
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
  g_array_unref (self->order);
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
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->search = g_strdup ("");
}
