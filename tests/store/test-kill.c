#include "store-books.h"

#include <signal.h>
#include <sys/wait.h>

#define LINES 20000

/* What the child does until it is killed. Each leaves the file in one of few states, and no other. */
static void
load_books (Fixture *fixture)
{
  g_autoptr(GPtrArray) books = books_new (LINES);

  fixture_finish (books_load (fixture, books));
}

static gboolean
is_loaded (GPtrArray *books)
{
  return books->len == 0 || books->len == LINES + 10;
}

static void
edit_books (Fixture *fixture)
{
  for (;;)
    fixture_add_creator (fixture, "A");
}

/* Each creator with its entry in the log. */
static gboolean
is_edited (GPtrArray *books)
{
  return books->len % 2 == 0;
}

static void
settle_books (Fixture *fixture)
{
  g_autoptr(GPtrArray) books = books_new (30);

  fixture_finish (books_load (fixture, books));
  books_assign_waiting (fixture);
  for (int i = 0; i < 150; i++)
    fixture_finish (books_settle (fixture, JUNE - 1, 100 + i, i % 2 ? 50 : 0));
  fixture_finish (books_close_month (fixture, JUNE - 1));
  for (;;)
    fixture_finish (books_settle (fixture, JUNE, 100, 50));
}

/* What check does not see: a closed month and its entry in the log. */
static gboolean
is_settled (GPtrArray *books)
{
  int closed = 0, logged = 0;

  for (guint i = 0; i < books->len; i++)
    {
      const TroupeRecordType *type = troupe_record_get_type (books->pdata[i]);

      closed += type == &TROUPE_CLOSED_MONTH;
      logged += type == &TROUPE_CHANGE && g_str_equal (((const TroupeChange *) books->pdata[i])->action, "close");
    }
  return closed == logged;
}

static const struct
{
  const char *name;
  void      (*run)    (Fixture *);
  gboolean  (*accept) (GPtrArray *books);
} deeds[] = {
  { "load", load_books, is_loaded },
  { "edit", edit_books, is_edited },
  { "settle", settle_books, is_settled },
};

static void
kill_child (Fixture *fixture,
            int      deed,
            gulong   after)
{
  const char *argv[] = { "/proc/self/exe", "--child", deeds[deed].name, fixture->path, NULL };
  g_autoptr(GError) error = NULL;
  GPid pid;

  g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  g_usleep (after);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

static void
test_kill (Fixture       *fixture,
           gconstpointer  data)
{
  int deed = GPOINTER_TO_INT (data), some = 0;
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);

  fixture_close (fixture);
  for (int i = 0; i < 12; i++)
    {
      g_autoptr(GPtrArray) books = NULL;

      g_remove (fixture->path);
      fixture->store = fixture_await_store (troupe_store_create (fixture->path, NULL, fixture->clock));
      fixture_close (fixture);
      kill_child (fixture, deed, 1000 * g_rand_int_range (rand, 10, 400));
      fixture->store = fixture_await_store (troupe_store_open (fixture->path, TROUPE_STORE_WRITE, fixture->clock));
      books_assert_clean (fixture);
      books = books_dump (fixture);
      g_assert_true (deeds[deed].accept (books));
      some += books->len > 0;
      fixture_close (fixture);
    }
  g_test_message ("%d of 12 had got somewhere", some);
}

static int
run_child (const char *deed,
           const char *path)
{
  Fixture fixture = { .path = (char *) path, .clock = troupe_clock_new_fixed (FIXTURE_TIME) };

  fixture.store = fixture_await_store (troupe_store_open (path, TROUPE_STORE_WRITE, fixture.clock));
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (deeds[i].name, deed))
      deeds[i].run (&fixture);
  g_usleep (10 * G_USEC_PER_SEC);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  dex_init ();
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autofree char *path = g_strconcat ("/kill/", deeds[i].name, NULL);

      g_test_add (path, Fixture, GINT_TO_POINTER (i), fixture_set_up, test_kill, fixture_tear_down);
    }
  return g_test_run ();
}
