#include "store-fixture.h"

#include <sys/wait.h>
#include <unistd.h>

#include "troupe-agency-file.h"
#include "troupe-file-store.h"
#include "troupe-schema.h"

static char *
hash_file (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guint8 *) content, length);
}

/* Each makes something of the closed agency file that cannot be opened. */
static void
write_text (const char *path)
{
  g_assert_true (g_file_set_contents (path, "Date,Amount\n2026-10-01,12.50\n", -1, NULL));
}

static void
write_document (const char *path)
{
  g_assert_true (g_file_set_contents (path, "{\"troupe\":1}", -1, NULL));
}

static void
write_spreadsheet (const char *path)
{
  g_assert_true (g_file_set_contents (path, "PK\003\004 and so on", -1, NULL));
}

static void
write_nothing (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
cut_half (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (truncate (path, status.st_size / 2), ==, 0);
}

static void
cut_header (const char *path)
{
  g_assert_cmpint (truncate (path, 50), ==, 0);
}

static void
patch (const char *path,
       gsize       offset,
       const char *bytes,
       gsize       n)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  memcpy (content + offset, bytes, n);
  g_assert_true (g_file_set_contents (path, content, length, NULL));
}

static void
make_foreign (const char *path)
{
  patch (path, 68, "abcd", 4);
}

static void
make_newer (const char *path)
{
  patch (path, 60, "\0\0\1\0", 4);
}

/* The page that holds the schema, behind the file's header. */
static void
scribble (const char *path)
{
  patch (path, 100, "scribbled over here", 19);
}

static void
remove_file (const char *path)
{
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
make_folder (const char *path)
{
  remove_file (path);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static const struct
{
  void      (*spoil) (const char *path);
  int         code;
  const char *words;
} spoilt[] = {
  { write_text, TROUPE_ERROR_FORMAT, "import it there" },
  { write_document, TROUPE_ERROR_FORMAT, "load it there" },
  { write_spreadsheet, TROUPE_ERROR_FORMAT, "spreadsheet" },
  { write_nothing, TROUPE_ERROR_DAMAGED, "is empty" },
  { cut_half, TROUPE_ERROR_DAMAGED, "cut off" },
  { cut_header, TROUPE_ERROR_DAMAGED, "cut off" },
  { scribble, TROUPE_ERROR_DAMAGED, "damaged" },
  { make_foreign, TROUPE_ERROR_FORMAT, "another program" },
  { make_newer, TROUPE_ERROR_NEWER, "Update Troupe" },
  { remove_file, TROUPE_ERROR_NOT_FOUND, "There is no file" },
  { make_folder, TROUPE_ERROR_FORMAT, "is a folder" },
};

static void
test_spoilt (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *good = NULL;
  gsize length;

  fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &good, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (spoilt); i++)
    for (TroupeStoreMode mode = TROUPE_STORE_WRITE; mode <= TROUPE_STORE_WRITE_OR_READ; mode++)
      {
        g_autofree char *before = NULL, *after = NULL;
        gboolean is_file;

        g_assert_true (g_file_set_contents (fixture->path, good, length, NULL));
        spoilt[i].spoil (fixture->path);
        is_file = g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR);
        before = is_file ? hash_file (fixture->path) : NULL;
        fixture_await_error (troupe_store_open (fixture->path, mode, fixture->clock), spoilt[i].code, spoilt[i].words);
        after = is_file ? hash_file (fixture->path) : NULL;
        g_assert_cmpstr (before, ==, after);
        g_remove (fixture->path);
      }
}

static void
test_create_refuses (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "where.troupe", NULL);

  fixture_await_error (troupe_store_create (fixture->path, NULL, fixture->clock), TROUPE_ERROR_FAILED, "already a file");
  fixture_await_error (troupe_store_create (nowhere, NULL, fixture->clock), TROUPE_ERROR_NOT_FOUND, "There is no folder");
}

/* While one holds the file, others read it; also when they come from the same process. */
static void
test_in_use (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TroupeStore) reader = NULL;
  gint64 id = fixture_add_creator (fixture, "冬瓜");
  g_autofree char *before = hash_file (fixture->path), *after = NULL;
  g_autoptr(TroupeCreator) creator = NULL;
  g_autoptr(TroupeStore) own = NULL;

  fixture_await_error (troupe_store_open (fixture->path, TROUPE_STORE_WRITE, fixture->clock), TROUPE_ERROR_IN_USE,
                       "open in another");
  reader = fixture_await_store (troupe_store_open (fixture->path, TROUPE_STORE_WRITE_OR_READ, fixture->clock));
  g_assert_true (troupe_store_is_read_only (reader));
  creator = fixture_await_boxed (troupe_store_get (reader, &TROUPE_CREATOR, id));
  g_assert_cmpstr (creator->name, ==, "冬瓜");
  own = g_steal_pointer (&fixture->store);
  fixture->store = reader;
  fixture_await_error (fixture_delete (fixture, &TROUPE_CREATOR, id), TROUPE_ERROR_READ_ONLY, "reading only");
  fixture->store = g_steal_pointer (&own);
  fixture_finish (troupe_store_close (reader));
  after = hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);   /* a reader checkpoints nothing */
}

static void
count_cb (TroupeStore *store,
          int         *count)
{
  (*count)++;
}

/* Who only reads is told when who writes has written. */
static void
test_reader_is_told (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(TroupeStore) reader = fixture_await_store (troupe_store_open (fixture->path, TROUPE_STORE_READ, fixture->clock));
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  int count = 0;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (reader, "changed", G_CALLBACK (count_cb), &count);
  fixture_add_creator (fixture, "冬瓜");
  while (count == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (count, >, 0);
  fixture_finish (troupe_store_close (reader));
}

/* How the child ends when it can open the file; else by the code of its error. */
#define CHILD_READS 100
#define CHILD_WRITES 101

/* Runs this test program again as another process that does one thing with the file. */
static int
run_child (Fixture    *fixture,
           const char *deed)
{
  const char *argv[] = { "/proc/self/exe", "--child", deed, fixture->path, NULL };
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
test_other_process (Fixture       *fixture,
                    gconstpointer  data)
{
  fixture_add_creator (fixture, "冬瓜");
  g_assert_cmpint (run_child (fixture, "write"), ==, TROUPE_ERROR_IN_USE);
  g_assert_cmpint (run_child (fixture, "read"), ==, CHILD_READS);
  g_assert_cmpint (run_child (fixture, "either"), ==, CHILD_READS);
  fixture_add_creator (fixture, "Momo");
  fixture_close (fixture);
  g_assert_cmpint (run_child (fixture, "write"), ==, CHILD_WRITES);
}

/* As somebody who has no right to the file; root has every right, so the child gives that up. */
static void
test_permission (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;

  if (getuid () != 0)
    {
      g_test_skip ("only root can become somebody else");
      return;
    }
  fixture_close (fixture);
  before = hash_file (fixture->path);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  g_assert_cmpint (run_child (fixture, "nobody-write"), ==, TROUPE_ERROR_READ_ONLY);
  g_assert_cmpint (run_child (fixture, "nobody-read"), ==, TROUPE_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_cmpint (run_child (fixture, "nobody-write"), ==, TROUPE_ERROR_READ_ONLY);   /* the folder */
  g_assert_cmpint (run_child (fixture, "nobody-read"), ==, CHILD_READS);
  g_assert_cmpint (run_child (fixture, "nobody-either"), ==, CHILD_READS);
  after = hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* Closing waits for what is queued; what comes later is refused; forgetting the store is no loss. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  DexFuture *late;

  for (int i = 0; i < 20; i++)
    dex_future_disown (troupe_store_reserve (fixture->store, 1));
  late = troupe_store_reserve (fixture->store, 1);
  fixture_finish (troupe_store_close (fixture->store));
  g_assert_true (dex_future_is_resolved (late));
  g_assert_cmpint (fixture_await_int (late), ==, 22);
  fixture_await_error (troupe_store_reserve (fixture->store, 1), TROUPE_ERROR_FAILED, "has been closed");
  g_clear_object (&fixture->store);

  fixture->store = fixture_await_store (troupe_store_open (fixture->path, TROUPE_STORE_WRITE, fixture->clock));
  late = troupe_store_reserve (fixture->store, 1);
  g_clear_object (&fixture->store);
  g_assert_cmpint (fixture_await_int (late), ==, 23);
}

/* Schema steps of a future that is made up: a file of version 1 goes to version 3, once. */
static void
test_migration (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const steps[] = {
    "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT) STRICT; INSERT INTO thing VALUES (1, 'old')",
    "ALTER TABLE thing ADD COLUMN colour TEXT",
    "UPDATE thing SET colour = 'red'",
    "UPDATE thing SET nonsense = 1",
    NULL
  };
  const char *first[] = { steps[0], NULL }, *third[] = { steps[0], steps[1], steps[2], NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "old.troupe", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "old.before-v3.troupe", NULL);
  g_autofree char *failed = g_build_filename (fixture->folder, "old.before-v4.troupe", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeAgencyFile) file = troupe_agency_file_create (path, first, fixture->clock, &error);

  g_assert_no_error (error);
  g_clear_pointer (&file, troupe_agency_file_close);
  g_assert_null (troupe_agency_file_open (path, TROUPE_STORE_READ, third, fixture->clock, &error));
  g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_READ_ONLY);
  g_clear_error (&error);

  for (int i = 0; i < 2; i++)
    {
      file = troupe_agency_file_open (path, TROUPE_STORE_WRITE, third, fixture->clock, &error);
      g_assert_no_error (error);
      {
        g_autoptr(TroupeQuery) query = troupe_connection_prepare (file->connection, "SELECT name || colour FROM thing");

        g_assert_true (troupe_query_next (query));
        g_assert_cmpstr (troupe_query_get_text (query, 0), ==, "oldred");
      }
      g_clear_pointer (&file, troupe_agency_file_close);
    }
  file = troupe_agency_file_open (copy, TROUPE_STORE_READ, first, fixture->clock, &error);
  g_assert_no_error (error);
  g_clear_pointer (&file, troupe_agency_file_close);

  g_assert_null (troupe_agency_file_open (path, TROUPE_STORE_WRITE, steps, fixture->clock, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (g_file_test (failed, G_FILE_TEST_EXISTS));
  file = troupe_agency_file_open (path, TROUPE_STORE_WRITE, third, fixture->clock, &error);
  g_assert_no_error (error);
  g_clear_pointer (&file, troupe_agency_file_close);
  g_assert_null (troupe_agency_file_open (path, TROUPE_STORE_WRITE, first, fixture->clock, &error));
  g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_NEWER);
}

static int
run_deed (const char *deed,
          const char *path)
{
  g_autoptr(TroupeClock) clock = troupe_clock_new_fixed (FIXTURE_TIME);
  TroupeStoreMode mode = g_str_has_suffix (deed, "write") ? TROUPE_STORE_WRITE
                       : g_str_has_suffix (deed, "read") ? TROUPE_STORE_READ : TROUPE_STORE_WRITE_OR_READ;
  g_autoptr(DexFuture) agency = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DexFuture) future = NULL;
  const GValue *value;
  TroupeStore *store;

  if (g_str_has_prefix (deed, "nobody") && setuid (65534) != 0)
    return 102;
  future = fixture_wait (troupe_store_open (path, mode, clock));
  value = dex_future_get_value (future, &error);
  if (value == NULL)
    return error->code;
  store = g_value_get_object (value);
  agency = troupe_store_get (store, &TROUPE_AGENCY, 1);
  fixture_await (agency);
  fixture_finish (troupe_store_close (store));
  return troupe_store_is_read_only (store) ? CHILD_READS : CHILD_WRITES;
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  dex_init ();
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return run_deed (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  ADD ("/file/spoilt", test_spoilt);
  ADD ("/file/create-refuses", test_create_refuses);
  ADD ("/file/in-use", test_in_use);
  ADD ("/file/reader-is-told", test_reader_is_told);
  ADD ("/file/other-process", test_other_process);
  ADD ("/file/permission", test_permission);
  ADD ("/file/close", test_close);
  ADD ("/file/migration", test_migration);
  return g_test_run ();
}
