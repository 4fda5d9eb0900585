#include "troupe-output-folder.h"

#include "troupe-error.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("troupe-output-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "statement.csv", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static void
test_replaces (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_true (troupe_output_replace (fixture->path, "new", 3, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "new");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_abandons (Fixture       *fixture,
               gconstpointer  data)
{
  TroupeOutput *output = troupe_output_open (fixture->path, NULL);

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  troupe_output_write (output, "half", 4);
  troupe_output_free (output);
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* A limit on the size of files fails a write as a full disk does: half way. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  struct rlimit before, small;
  g_autoptr(GError) error = NULL;
  g_autofree char *much = g_strnfill (100000, 'x');

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  small = (struct rlimit) { 4096, before.rlim_max };
  setrlimit (RLIMIT_FSIZE, &small);
  g_assert_false (troupe_output_replace (fixture->path, much, 100000, &error));
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_FAILED);
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  const struct { const char *path, *says; } cases[] = {
    { "/nowhere/at/all.pdf", "There is no folder “/nowhere/at”" },
    { "/dev/null/all.pdf", "There is no folder “/dev/null”" },
    { "/dev/null", "“/dev/null” is not an ordinary file" },
    { "/proc/all.pdf", "“/proc" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (troupe_output_replace (cases[i].path, "x", 1, &error));
      g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static gboolean
add_file (TroupeOutputFolder *folder,
          const char         *name,
          const char         *text)
{
  g_autoptr(TroupeOutput) output = troupe_output_folder_add (folder, name, NULL);

  troupe_output_write (output, text, strlen (text));
  return troupe_output_commit (output, NULL);
}

/* Files of a folder come all at once, over those of before, or not at all. */
static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  const char *names[] = { "statement.csv", NULL };

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  for (int commits = 0; commits < 2; commits++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TroupeOutputFolder) folder = troupe_output_folder_open (fixture->folder, &error);
      g_auto(GStrv) files = NULL;

      g_assert_no_error (error);
      g_assert_true (add_file (folder, names[0], "new"));
      assert_content (fixture->path, "old");
      if (!commits)
        continue;
      files = troupe_output_folder_commit (folder, names, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (files[0], ==, fixture->path);
      assert_content (fixture->path, "new");
    }
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* The error names the place of a file, not where it grew. */
static void
test_folder_refusals (Fixture       *fixture,
                      gconstpointer  data)
{
  const char *names[] = { "statement.csv", NULL };
  g_autoptr(GError) under_a_file = NULL;
  g_autoptr(GError) in_the_way = NULL;
  g_autoptr(TroupeOutputFolder) folder = troupe_output_folder_open (fixture->folder, NULL);

  g_assert_null (troupe_output_folder_open ("/dev/null/statements", &under_a_file));
  g_assert_error (under_a_file, TROUPE_ERROR, TROUPE_ERROR_FAILED);
  g_assert_nonnull (strstr (under_a_file->message, "the folder /dev/null/statements"));

  g_assert_true (add_file (folder, names[0], "new"));
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_null (troupe_output_folder_commit (folder, names, &in_the_way));
  g_assert_error (in_the_way, TROUPE_ERROR, TROUPE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (in_the_way->message, fixture->path));
  g_rmdir (fixture->path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/output/replaces", Fixture, NULL, set_up, test_replaces, tear_down);
  g_test_add ("/report/output/abandons", Fixture, NULL, set_up, test_abandons, tear_down);
  g_test_add ("/report/output/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/report/output/refusals", Fixture, NULL, set_up, test_refusals, tear_down);
  g_test_add ("/report/output/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add ("/report/output/folder-refusals", Fixture, NULL, set_up, test_folder_refusals, tear_down);
  return g_test_run ();
}
