#include "store-books.h"

#include <string.h>

#include "troupe-ledger-store.h"
#include "troupe-roster-private.h"
#include "troupe-text.h"

#define JUNE (troupe_month_new (2026, 6))

static const char syllables[] = "冬瓜南栀星河小鹿阿月青柠晚风白桃糖醋椰子花卷";

static char *
make_name (GRand *rand)
{
  GString *name = g_string_new (NULL);

  if (g_rand_int_range (rand, 0, 3) == 0)
    {
      g_string_append_printf (name, "%s %c%d", g_rand_boolean (rand) ? "Luna" : "MOMO", 'A' + g_rand_int_range (rand, 0, 26),
                              g_rand_int_range (rand, 0, 1000));
      return g_string_free_and_steal (name);
    }
  for (int i = g_rand_int_range (rand, 2, 5); i > 0; i--)
    g_string_append_len (name, syllables + 3 * g_rand_int_range (rand, 0, sizeof syllables / 3), 3);
  return g_string_free_and_steal (name);
}

static TroupeRoster *
make_roster (guint n)
{
  TroupeRoster *roster = troupe_roster_new ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = make_name (rand);
      g_autofree char *handle = g_strdup_printf ("user%08x", g_rand_int (rand));
      TroupeRosterEntry entry = { .id = i + 1, .name = name, .team = i % 2 ? "一组" : NULL, .status = "active" };

      troupe_roster_add (roster, &entry, handle);
    }
  return roster;
}

/* The same answer by looking at each name on its own. */
static gboolean
is_named (const TroupeRosterEntry *entry,
          const char              *word)
{
  g_autofree char *name = troupe_text_fold (entry->name);

  return strstr (name, word) != NULL;
}

/* Every character, pair and whole of every name finds all who have it. */
static void
test_recall (void)
{
  g_autoptr(TroupeRoster) roster = make_roster (300);

  for (const char *at = syllables; *at != '\0'; at += 3)
    for (int n = 1; n <= 2 && at[3 * n - 3] != '\0'; n++)
      {
        g_autofree char *word = g_strndup (at, 3 * n);
        g_autoptr(GArray) found = troupe_roster_search (roster, word);
        guint expected = 0;

        for (guint i = 0; i < troupe_roster_get_size (roster); i++)
          if (is_named (troupe_roster_get_entry (roster, i), word))
            {
              g_assert_cmpuint (expected, <, found->len);
              g_assert_cmpuint (g_array_index (found, guint, expected++), ==, i);
            }
        g_assert_cmpuint (found->len, ==, expected);
      }
}

static void
test_words (void)
{
  g_autoptr(TroupeRoster) roster = troupe_roster_new ();
  const struct { const char *text; guint n; } cases[] = {
    { "", 3 }, { "  ", 3 }, { "luna", 1 }, { "ＬＵＮＡ", 1 }, { "una b", 1 }, { "b luna", 1 }, { "月", 2 }, { "月 一组", 1 },
    { "一组", 2 }, { "a_handle", 1 }, { "luna 月", 0 }, { "nobody", 0 }, { "\n", 3 },
  };
  const TroupeRosterEntry entries[] = {
    { .id = 1, .name = "Luna B", .team = "一组", .category = "singing", .status = "active" },
    { .id = 2, .name = "阿月", .team = "二组", .status = "active" },
    { .id = 3, .name = "月月", .team = "一组", .status = "left" },
  };

  troupe_roster_add (roster, &entries[0], "a_handle");
  troupe_roster_add (roster, &entries[1], NULL);
  troupe_roster_add (roster, &entries[2], NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) found = troupe_roster_search (roster, cases[i].text);

      g_assert_cmpuint (found->len, ==, cases[i].n);
    }
}

/* A frame has 16 ms; the worst key may take four of them on a desk that is not busy. */
static void
test_speed (void)
{
  static const char *const keys[] = { "月", "u", "user", "luna", "栀南", "user0", "zzzz", "0", "一组 user" };
  g_autoptr(TroupeRoster) roster = make_roster (100000);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gint64 best = G_MAXINT64;

      for (int n = 0; n < 5; n++)
        {
          gint64 start = g_get_monotonic_time ();
          g_autoptr(GArray) found = troupe_roster_search (roster, keys[i]);

          best = MIN (best, g_get_monotonic_time () - start);
        }
      g_test_message ("%s: %" G_GINT64_FORMAT " µs", keys[i], best);
      if (g_test_perf ())
        g_assert_cmpint (best, <=, 4000);
    }
}

static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) books = books_new (3);
  g_autoptr(TroupeRoster) roster = NULL;
  const TroupeRosterEntry *dong, *momo;
  DexFuture *future;

  fixture_finish (books_load (fixture, books));
  future = troupe_store_load_roster (fixture->store, JUNE);
  roster = g_value_dup_object (fixture_await (future));
  dex_unref (future);
  g_assert_cmpuint (troupe_roster_get_size (roster), ==, 2);
  dong = troupe_roster_get_entry (roster, 0);
  momo = troupe_roster_get_entry (roster, 1);
  g_assert_cmpstr (dong->name, ==, "冬瓜");
  g_assert_cmpstr (dong->team, ==, "");
  g_assert_true (dong->status == g_intern_string ("active"));
  g_assert_cmpuint (dong->platforms, ==, 1 << 4);   /* twitch */
  g_assert_cmpint (dong->share, ==, 6000);
  g_assert_cmpint (dong->gross, ==, TROUPE_NONE);
  g_assert_cmpint (momo->share, ==, TROUPE_NONE);
  {
    g_autoptr(GArray) found = troupe_roster_search (roster, "momo");

    g_assert_cmpuint (found->len, ==, 1);
    g_assert_cmpuint (g_array_index (found, guint, 0), ==, 1);
  }
}

/* What renews by itself goes on after its end, also beside a later one that has ended. */
static void
test_renewal (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 creator_id = fixture_add_creator (fixture, "冬瓜"), other_id = fixture_add_creator (fixture, "Momo");
  const struct { gint64 creator_id; const char *number; TroupeDay start, end; gboolean renews; } contracts[] = {
    { creator_id, "HT-1", troupe_day_new (2025, 1, 1), troupe_day_new (2026, 5, 31), TRUE },
    { creator_id, "HT-2", troupe_day_new (2026, 4, 1), troupe_day_new (2026, 5, 15), FALSE },
    { other_id, "HT-3", troupe_day_new (2025, 1, 1), troupe_day_new (2026, 5, 31), FALSE },
  };
  g_autoptr(TroupeRoster) roster = NULL;
  DexFuture *future;

  for (gsize i = 0; i < G_N_ELEMENTS (contracts); i++)
    {
      TroupeContract fields = { .creator_id = contracts[i].creator_id, .number = contracts[i].number, .kind = "standard",
                                .currency = "CNY", .residual = "agency", .start_day = contracts[i].start,
                                .end_day = contracts[i].end, .renews = contracts[i].renews, .notice_days = TROUPE_NONE,
                                .signed_day = TROUPE_NONE };

      fixture_finish (fixture_save (fixture, &TROUPE_CONTRACT, &fields));
    }
  future = troupe_store_load_roster (fixture->store, JUNE);
  roster = g_value_dup_object (fixture_await (future));
  dex_unref (future);
  g_assert_true (troupe_roster_get_entry (roster, 0)->renews);
  g_assert_cmpint (troupe_roster_get_entry (roster, 0)->contract_end, ==, TROUPE_NONE);
  g_assert_false (troupe_roster_get_entry (roster, 1)->renews);
  g_assert_cmpint (troupe_roster_get_entry (roster, 1)->contract_end, ==, troupe_day_new (2026, 5, 31));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  g_test_add_func ("/roster/recall", test_recall);
  g_test_add_func ("/roster/words", test_words);
  g_test_add_func ("/roster/speed", test_speed);
  g_test_add ("/roster/load", Fixture, NULL, fixture_set_up, test_load, fixture_tear_down);
  g_test_add ("/roster/renewal", Fixture, NULL, fixture_set_up, test_renewal, fixture_tear_down);
  return g_test_run ();
}
