/* Files as a test writes them: a line each,
 *   ROW HANDLE KIND DAY AMOUNT [key=K] [content=N] [unit=U] [fee=F] [ref=R] [month=M] [per_line=1] [platform=P]
 * or "ROW failed|warned COLUMN REASON…" for a row that the source could not read or remarks on. A file
 * with as_of (Unix seconds) is one of month-to-date counters. */
#pragma once

#include "store-fixture.h"

#include <string.h>

#include "troupe-evidence-store.h"
#include "troupe-import-chunks.h"
#include "troupe-ledger-store.h"
#include "troupe-store-private.h"
#include "troupe-text.h"

#define FILE_TYPE_SOURCE (file_source_get_type ())
G_DECLARE_FINAL_TYPE (FileSource, file_source, FILE, SOURCE, GObject)

struct _FileSource
{
  GObject          parent_instance;
  char           **lines;
  guint            next;
  char            *hash;
  gint64           as_of;
  gint64           rows;
  GPtrArray       *problems;
  char           **words;
  TroupeStagedLine line;
};

static void
file_source_read_option (FileSource *self,
                         const char *option)
{
  TroupeStagedLine *line = &self->line;
  const char *value = strchr (option, '=') + 1;

  if (g_str_has_prefix (option, "key="))
    {
      line->keyed = TRUE;
      line->key = troupe_text_hash (value, strlen (value), 0);
    }
  else if (g_str_has_prefix (option, "content="))
    line->content = g_ascii_strtoull (value, NULL, 10);
  else if (g_str_has_prefix (option, "unit="))
    line->unit = value;
  else if (g_str_has_prefix (option, "fee="))
    line->fee = g_ascii_strtoll (value, NULL, 10);
  else if (g_str_has_prefix (option, "ref="))
    line->ref = value;
  else if (g_str_has_prefix (option, "month="))
    g_assert_true (troupe_month_parse (value, &line->month, NULL));
  else if (g_str_has_prefix (option, "per_line="))
    line->per_line = TRUE;
  else if (g_str_has_prefix (option, "platform="))
    line->platform = value;
  else
    g_assert_not_reached ();
}

static void
file_source_read_line (FileSource *self,
                       const char *text)
{
  const char *first = strchr (text, ' ');

  g_clear_pointer (&self->words, g_strfreev);
  self->words = g_strsplit (text, " ", -1);
  self->line = (TroupeStagedLine) {
    .row = g_ascii_strtoll (self->words[0], NULL, 10), .platform = "twitch", .handle = self->words[1],
    .kind = self->words[2], .amount = g_ascii_strtoll (self->words[4], NULL, 10), .fee = TROUPE_NONE, .unit = "USD",
    .content = troupe_text_hash (first, strlen (first), 0), .as_of = self->as_of,
  };
  g_assert_true (troupe_day_parse (self->words[3], &self->line.day, NULL));
  self->line.month = troupe_day_get_month (self->line.day);
  for (guint i = 5; self->words[i] != NULL; i++)
    file_source_read_option (self, self->words[i]);
}

static void
file_source_add_problem (FileSource *self,
                         char      **words)
{
  g_autofree char *reason = g_strjoinv (" ", words + 3);
  TroupeImportRow fields = { NULL };

  fields.import_id = 1;
  fields.first_row = fields.last_row = g_ascii_strtoll (words[0], NULL, 10);
  fields.outcome = words[1];
  fields.column = words[2];
  fields.reason = reason;
  g_ptr_array_add (self->problems, troupe_record_new (&TROUPE_IMPORT_ROW, &fields, NULL));
}

static gboolean
file_source_next (TroupeLineSource        *source,
                  const TroupeStagedLine **ret_line,
                  GError                 **error)
{
  FileSource *self = FILE_SOURCE (source);

  *ret_line = NULL;
  while (*ret_line == NULL && self->lines[self->next] != NULL && *self->lines[self->next] != '\0')
    {
      const char *text = self->lines[self->next++];
      g_auto(GStrv) words = g_strsplit (text, " ", -1);

      self->rows = MAX (self->rows, g_ascii_strtoll (text, NULL, 10));
      if (g_str_equal (words[1], "failed") || g_str_equal (words[1], "warned"))
        file_source_add_problem (self, words);
      else
        {
          file_source_read_line (self, text);
          *ret_line = &self->line;
        }
    }
  return TRUE;
}

static void
file_source_describe (TroupeLineSource *source,
                      TroupeImport     *fields)
{
  FileSource *self = FILE_SOURCE (source);

  fields->file_name = "august.csv";
  fields->file_hash = self->hash;
  fields->profile = "twitch";
  fields->profile_version = 1;
  fields->platform = "twitch";
  fields->as_of = self->as_of;
  fields->rows = self->rows;
}

static GPtrArray *
file_source_get_problems (TroupeLineSource *source)
{
  return FILE_SOURCE (source)->problems;
}

static double
file_source_get_progress (TroupeLineSource *source)
{
  return 0.5;
}

static void
file_source_init_interface (TroupeLineSourceInterface *iface)
{
  iface->next = file_source_next;
  iface->describe = file_source_describe;
  iface->get_problems = file_source_get_problems;
  iface->get_progress = file_source_get_progress;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FileSource, file_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TROUPE_TYPE_LINE_SOURCE, file_source_init_interface))

static void
file_source_finalize (GObject *object)
{
  FileSource *self = FILE_SOURCE (object);

  g_strfreev (self->lines);
  g_strfreev (self->words);
  g_free (self->hash);
  g_ptr_array_unref (self->problems);
  G_OBJECT_CLASS (file_source_parent_class)->finalize (object);
}

static void
file_source_class_init (FileSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = file_source_finalize;
}

static void
file_source_init (FileSource *self)
{
  self->problems = g_ptr_array_new_with_free_func (troupe_record_unref);
  self->as_of = TROUPE_NONE;
}

/* Takes lines; hash stands for the file's. */
static inline TroupeLineSource *
file_source_new_lines (char      **lines,
                       const char *hash,
                       gint64      as_of)
{
  FileSource *self = g_object_new (FILE_TYPE_SOURCE, NULL);

  self->lines = lines;
  self->hash = g_strdup (hash);
  self->as_of = as_of;
  return TROUPE_LINE_SOURCE (self);
}

static inline TroupeLineSource *
file_source_new (const char *text,
                 gint64      as_of)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return file_source_new_lines (g_strsplit (text, "\n", -1), hash, as_of);
}

static inline DexFuture *
fixture_start_import (Fixture           *self,
                      const char        *text,
                      TroupeImportFlags  flags)
{
  g_autoptr(TroupeLineSource) source = file_source_new (text, TROUPE_NONE);

  return troupe_store_import (self->store, source, flags, NULL);
}

static inline TroupeImportResult *
fixture_import (Fixture    *self,
                const char *text)
{
  return fixture_await_boxed (fixture_start_import (self, text, 0));
}

/* The id of the import. */
static inline gint64
fixture_import_id (Fixture    *self,
                   const char *text)
{
  g_autoptr(TroupeImportResult) result = fixture_import (self, text);

  return result->import->id;
}

static inline DexFuture *
fixture_query_cb (TroupeConnection *connection,
                  gpointer          sql)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, sql);
  GString *text = g_string_new (NULL);
  GError *error = NULL;

  while (troupe_query_next (query))
    g_string_append_printf (text, "%s\n", troupe_query_get_text (query, 0));
  troupe_query_end (query, &error);
  g_assert_no_error (error);
  return dex_future_new_take_string (g_string_free_and_steal (text));
}

/* The one text column of the rows of a query, a line each. */
static inline char *
fixture_query (Fixture    *self,
               const char *sql)
{
  DexFuture *future = troupe_store_read (self->store, NULL, fixture_query_cb, g_strdup (sql), g_free);
  char *text = g_value_dup_string (fixture_await (future));

  dex_unref (future);
  return text;
}

static inline DexFuture *
fixture_execute_cb (TroupeConnection *connection,
                    gpointer          sql)
{
  GError *error = NULL;

  return troupe_connection_execute (connection, sql, &error) ? dex_future_new_true () : dex_future_new_for_error (error);
}

static inline void
fixture_execute (Fixture    *self,
                 const char *sql)
{
  fixture_finish (troupe_store_write (self->store, NULL, fixture_execute_cb, g_strdup (sql), g_free));
}

#define FIXTURE_LINES \
  "SELECT concat_ws (' ', handle, kind, month, 'r' || revision, booked, day, amount, 'stated ' || stated, " \
  "'fee ' || fee, unit, ref) FROM line JOIN account ON account.id = account_id " \
  "ORDER BY handle, month, kind, day, unit, ref, key, revision"

/* All evidence without its keys, which are hashes. */
static inline char *
fixture_list_lines (Fixture *self)
{
  return fixture_query (self, FIXTURE_LINES);
}

/* Totals are what the lines come to. */
static inline void
fixture_check_totals (Fixture *self)
{
  g_autofree char *wrong = fixture_query (self,
    "SELECT concat_ws (' ', month, account_id, kind, unit, amount, lines) FROM ("
    " SELECT month, account_id, kind, unit, sum (amount) AS amount, count (*) AS lines FROM line GROUP BY 1, 2, 3, 4"
    " EXCEPT SELECT month, account_id, kind, unit, amount, lines FROM month_total)"
    " UNION ALL SELECT 'too much ' || concat_ws (' ', month, account_id, kind) FROM ("
    " SELECT month, account_id, kind, unit, amount, lines FROM month_total EXCEPT"
    " SELECT month, account_id, kind, unit, sum (amount), count (*) FROM line GROUP BY 1, 2, 3, 4)");

  g_assert_cmpstr (wrong, ==, "");
}

/* Closes months up to this one, without statements. */
static inline void
fixture_close_month (Fixture    *self,
                     const char *month)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT OR IGNORE INTO rule_snapshot VALUES ('%064d', '{}');"
    "INSERT INTO closed_month VALUES ('%s', '2026-11-01T00:00:00Z', '%064d', NULL)", 0, month, 0);

  fixture_execute (self, sql);
}

static inline void
fixture_assert_counts (TroupeImportResult *result,
                       const char         *expected)
{
  const TroupeImport *import = result->import;
  g_autofree char *counts = g_strdup_printf ("%d new %d updated %d duplicate %d failed %d waiting %d lines",
                                             (int) import->new_rows, (int) import->updated_rows,
                                             (int) import->duplicate_rows, (int) import->failed_rows,
                                             (int) import->waiting_rows, (int) import->lines);

  g_assert_cmpstr (counts, ==, expected);
}
