#include "troupe-schema.h"

#define FOLDER "/io/github/troupe/Troupe/schema/"

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
troupe_schema_load (void)
{
  g_auto(GStrv) names = g_resources_enumerate_children (FOLDER, 0, NULL);
  g_autoptr(GStrvBuilder) steps = g_strv_builder_new ();

  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof *names, compare_names_cb);
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_strconcat (FOLDER, *name, NULL);
      g_autoptr(GBytes) bytes = g_resources_lookup_data (path, 0, NULL);

      g_strv_builder_take (steps, g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
  return g_strv_builder_end (steps);
}

static gboolean
apply_step (TroupeConnection *connection,
            const char       *step,
            int               version,
            GError          **error)
{
  g_autofree char *pragmas = g_strdup_printf ("PRAGMA user_version = %d; PRAGMA application_id = %d",
                                              version, TROUPE_SCHEMA_APPLICATION);

  if (!troupe_connection_begin (connection, error))
    return FALSE;
  if (troupe_connection_execute (connection, step, error) &&
      troupe_connection_execute (connection, pragmas, error))
    return troupe_connection_commit (connection, error);
  troupe_connection_rollback (connection);
  return FALSE;
}

gboolean
troupe_schema_migrate (TroupeConnection   *connection,
                       const char *const  *steps,
                       GError            **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, "PRAGMA user_version");
  gint64 version;

  if (!troupe_query_run_int (query, &version, error))
    return FALSE;
  for (int i = version; i < (int) g_strv_length ((char **) steps); i++)
    if (!apply_step (connection, steps[i], i + 1, error))
      return FALSE;
  /* so that the file itself says what it is, whatever becomes of its log */
  return troupe_connection_execute (connection, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}
