/* An import that is killed at any moment leaves all of itself or nothing. */
#include "evidence-fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "troupe-file-store.h"

#define LINES 8000
#define ROUNDS 12

static char **
make_lines (int file)
{
  char **lines = g_new0 (char *, LINES + 1);

  for (int i = 0; i < LINES; i++)
    lines[i] = g_strdup_printf ("%d u%d gift 2026-0%d-%02d %d", i + 1, (i + file) % 400, 1 + (i + file) % 9, 1 + i % 28,
                                i + file * LINES / 2);
  return lines;
}

/* The child imports file after file, overlapping ones, and says when it begins. */
static int
run_child (const char *path)
{
  Fixture fixture = { .path = (char *) path, .clock = troupe_clock_new_fixed (FIXTURE_TIME) };

  fixture.store = fixture_await_store (troupe_store_open (path, TROUPE_STORE_WRITE, fixture.clock));
  g_assert_cmpint (write (STDOUT_FILENO, "!", 1), ==, 1);
  for (int file = g_random_int_range (0, 100000);; file++)
    {
      g_autofree char *hash = g_strdup_printf ("%d", file);
      g_autoptr(TroupeLineSource) source = file_source_new_lines (make_lines (file), hash, TROUPE_NONE);

      fixture_finish (troupe_store_import_in_chunks (fixture.store, source, 0, 256 * 1024, NULL));
    }
  return 0;
}

/* Kills it so long after it has begun to import. */
static void
kill_child (Fixture *fixture,
            gulong   after)
{
  const char *argv[] = { "/proc/self/exe", "--child", fixture->path, NULL };
  g_autoptr(GError) error = NULL;
  GPid pid;
  int out;
  char begun;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (out, &begun, 1), ==, 1);
  g_usleep (after);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  close (out);
}

static void
test_kill (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (17);
  g_autofree char *imports = NULL;

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *half = NULL, *name = NULL;
      g_autoptr(GDir) dir = NULL;
      g_auto(GStrv) findings = NULL;

      fixture_close (fixture);
      kill_child (fixture, 1000 * g_rand_int_range (rand, 5, 300));
      fixture->store = fixture_await_store (troupe_store_open (fixture->path, TROUPE_STORE_WRITE, fixture->clock));

      findings = fixture_await_boxed (troupe_store_check (fixture->store));
      g_assert_cmpstr (findings[0], ==, NULL);
      fixture_check_totals (fixture);
      half = fixture_query (fixture, "SELECT id FROM import "
                                     "WHERE lines <> (SELECT count (*) FROM line WHERE import_id = import.id) "
                                     "OR NOT EXISTS (SELECT 1 FROM change WHERE object_id = import.id AND action = 'import')");
      g_assert_cmpstr (half, ==, "");
      dir = g_dir_open (fixture->folder, 0, NULL);
      while ((name = g_strdup (g_dir_read_name (dir))) != NULL)
        {
          g_assert_false (g_str_has_prefix (name, ".troupe-import"));
          g_clear_pointer (&name, g_free);
        }
    }
  imports = fixture_query (fixture, "SELECT count (*) FROM import");
  g_test_message ("%s imports were done", g_strchomp (imports));
}

int
main (int   argc,
      char *argv[])
{
  dex_init ();
  if (argc == 3 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/import-kill/any-moment", Fixture, NULL, fixture_set_up, test_kill, fixture_tear_down);
  return g_test_run ();
}
