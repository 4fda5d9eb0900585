/* measure-search FILE: how long the list of creators takes from a keystroke to its result, and whether it finds
 * everybody. Asks for every character of every name alone, as a Chinese name is typed, for pairs of them, for
 * single letters and digits, which nearly every entry has, and for everybody.
 *
 * Prints names, queries, worst_ms, p95_ms (each query's best of three) and missed: how many listings did not
 * hold exactly the names that have the character. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "troupe-fiber.h"
#include "troupe-roster-list.h"
#include "troupe-store.h"

#define MONTH (2026 * 12 + 8)
#define PAIRS 2000
#define TIMES 3

/* Every name of the roster. */
static GPtrArray *
list_names (TroupeRosterList *list)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(TroupeRosterItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_ptr_array_add (names, g_strdup (troupe_roster_item_get_name (item)));
    }
  return names;
}

/* Query -> in how many names it stands; -1: not counted, as other texts may have it too. */
static GHashTable *
make_queries (GPtrArray *names)
{
  GHashTable *queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < names->len; i++)
    for (const char *c = names->pdata[i]; *c != '\0'; c = g_utf8_next_char (c))
      {
        const char *next = g_utf8_next_char (c);

        g_hash_table_insert (queries, g_strndup (c, next - c), GINT_TO_POINTER (1));
        if (*next != '\0' && i < PAIRS)
          g_hash_table_insert (queries, g_strndup (c, g_utf8_next_char (next) - c), GINT_TO_POINTER (1));
      }
  for (char c = '0'; c <= 'z'; c++)
    if (g_ascii_isalnum (c))
      g_hash_table_insert (queries, g_strdup_printf ("%c", c), GINT_TO_POINTER (-1));
  return queries;
}

/* µs of this thread's work, so that other programs' does not count. */
static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static double
ask (TroupeRosterList *list,
     const char       *query)
{
  gint64 best = G_MAXINT64;

  for (int i = 0; i < TIMES; i++)
    {
      gint64 start;

      troupe_roster_list_set_search (list, "\xef\xbf\xbd");
      start = get_work ();
      troupe_roster_list_set_search (list, query);
      best = MIN (best, get_work () - start);
    }
  return best / 1e3;
}

/* Teams and other names hold Chinese too, so more may be listed than the names say, never fewer. */
static gboolean
finds_all (TroupeRosterList *list,
           GPtrArray        *names,
           const char       *query)
{
  guint n = 0, listed = 0;

  for (guint i = 0; i < names->len; i++)
    n += strstr (names->pdata[i], query) != NULL;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(TroupeRosterItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      listed += strstr (troupe_roster_item_get_name (item), query) != NULL;
    }
  return listed == n;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static void
measure (TroupeRosterList *list)
{
  g_autoptr(GPtrArray) names = list_names (list);
  g_autoptr(GHashTable) queries = make_queries (names);
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double time = ask (list, "");
  GHashTableIter iter;
  gpointer query, counted;
  guint missed = 0;

  g_array_append_val (times, time);
  g_hash_table_iter_init (&iter, queries);
  while (g_hash_table_iter_next (&iter, &query, &counted))
    {
      time = ask (list, query);
      g_array_append_val (times, time);
      missed += GPOINTER_TO_INT (counted) == 1 && g_utf8_strlen (query, -1) == 1 && !finds_all (list, names, query);
    }
  g_array_sort (times, compare_cb);
  printf ("names %u\nqueries %u\nworst_ms %.3f\np95_ms %.3f\nmissed %u\n", names->len, times->len,
          g_array_index (times, double, times->len - 1), g_array_index (times, double, times->len * 95 / 100), missed);
}

static DexFuture *
measure_fiber (gpointer path)
{
  g_autoptr(TroupeClock) clock = troupe_clock_new ();
  g_autoptr(TroupeRosterList) list = troupe_roster_list_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeStore) store = dex_await_object (troupe_store_open (path, TROUPE_STORE_READ, clock), &error);

  g_assert_no_error (error);
  dex_await (troupe_roster_list_load (list, G_OBJECT (store), MONTH), &error);
  g_assert_no_error (error);
  measure (list);
  dex_await (troupe_store_close (store), &error);
  g_assert_no_error (error);
  return dex_future_new_true ();
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(DexFuture) future = NULL;

  if (argc != 2)
    return 2;
  dex_init ();
  future = troupe_fiber_spawn (measure_fiber, argv[1], NULL);
  while (dex_future_is_pending (future))
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
