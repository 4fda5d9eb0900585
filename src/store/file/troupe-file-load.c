#include "troupe-file-store.h"

#include <glib/gi18n-lib.h>

#include "troupe-change-log.h"
#include "troupe-edit-scope.h"
#include "troupe-error.h"
#include "troupe-load-places.h"
#include "troupe-record-noun.h"
#include "troupe-records.h"
#include "troupe-record-sql.h"
#include "troupe-store-private.h"

/* How many records pass between two looks at a cancellable. */
#define STRIDE 1024

/* What lines of one account, kind and unit come to while they follow one another. */
typedef struct
{
  TroupeRecordPlace place;        /* of the first */
  TroupeMonth       month;
  gint64            account_id;
  char             *kind;
  char             *unit;
  gint64            amount;
  gint64            lines;
} Total;

typedef struct
{
  TroupeConnection         *connection;
  const TroupeRecordSource *source;
  TroupeLoadPlaces         *places;
  const TroupeRecordType   *type;       /* of the records that come at present */
  TroupeQuery              *insert;     /* for them */
  TroupeQuery              *add_total;
  Total                     total;
  gint64                    count;
  gint64                    last_id;
} Load;

static void
clear_load (Load *self)
{
  g_clear_pointer (&self->insert, troupe_query_free);
  g_clear_pointer (&self->add_total, troupe_query_free);
  g_clear_pointer (&self->places, troupe_load_places_free);
  g_free (self->total.kind);
  g_free (self->total.unit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Load, clear_load)

static gboolean
check_empty (TroupeConnection        *connection,
             const TroupeRecordType  *type,
             GError                 **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" LIMIT 1", type->name);
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, sql);
  gint64 found;

  if (!troupe_query_run_int (query, &found, error))
    return FALSE;
  return found == TROUPE_NONE ||
         troupe_fail (error, TROUPE_ERROR_INVALID,
                      _("The file has records already (%s). Make a new agency file and load into that."),
                      troupe_record_type_get_noun (type));
}

static gboolean
prepare_file (TroupeConnection  *connection,
              GError           **error)
{
  for (const TroupeRecordType *const *type = troupe_record_get_types (); *type != NULL; type++)
    if (*type != &TROUPE_AGENCY && !check_empty (connection, *type, error))
      return FALSE;
  return troupe_connection_execute (connection, "PRAGMA defer_foreign_keys = ON; DELETE FROM agency", error);
}

static gboolean
flush_total (Load    *self,
             GError **error)
{
  Total *total = &self->total;

  if (total->lines == 0)
    return TRUE;
  troupe_query_bind_month (self->add_total, 1, total->month);
  troupe_query_bind_id (self->add_total, 2, total->account_id);
  troupe_query_bind_text (self->add_total, 3, total->kind);
  troupe_query_bind_text (self->add_total, 4, total->unit);
  troupe_query_bind_int (self->add_total, 5, total->amount);
  troupe_query_bind_int (self->add_total, 6, total->lines);
  total->lines = 0;
  if (!troupe_query_run (self->add_total, error))
    return FALSE;
  troupe_load_places_note_lines (self->places, total->account_id, &total->place);
  return TRUE;
}

static gboolean
count_line (Load                     *self,
            const TroupeRecordPlace  *place,
            const TroupeLine         *line,
            GError                  **error)
{
  Total *total = &self->total;

  if (total->lines == 0 || total->month != line->month || total->account_id != line->account_id ||
      !g_str_equal (total->kind, line->kind) || !g_str_equal (total->unit, line->unit))
    {
      if (!flush_total (self, error))
        return FALSE;
      total->place = *place;
      total->month = line->month;
      total->account_id = line->account_id;
      g_set_str (&total->kind, line->kind);
      g_set_str (&total->unit, line->unit);
      total->amount = 0;
    }
  total->amount += line->amount;
  total->lines++;
  return TRUE;
}

static void
turn_to_type (Load                   *self,
              const TroupeRecordType *type)
{
  if (self->type == type)
    return;
  g_clear_pointer (&self->insert, troupe_query_free);
  self->insert = troupe_record_sql_insert (self->connection, type);
  self->type = type;
}

static gboolean
put_record (Load                     *self,
            const TroupeRecordPlace  *place,
            gpointer                  fields,
            GError                  **error)
{
  if (!troupe_record_check (place->type, fields, error))
    return FALSE;
  turn_to_type (self, place->type);
  troupe_query_bind_record (self->insert, place->type, fields);
  if (!troupe_query_run (self->insert, error))
    return FALSE;
  if (troupe_sequence_is_own (place->id))
    self->last_id = MAX (self->last_id, place->id);
  return (place->type != &TROUPE_LINE || count_line (self, place, fields, error)) &&
         troupe_load_places_note (self->places, fields, place, error);
}

/* What is wrong with a record is told with its place; a full disk is not its fault. */
static gboolean
put_located (Load                    *self,
             const TroupeRecordType  *type,
             gpointer                 fields,
             GError                 **error)
{
  TroupeRecordPlace place = { type, 0, self->count + 1, self->source->get_line (self->source->data) };
  g_autoptr(GError) cause = NULL;

  *(const TroupeRecordType **) fields = type;
  place.id = troupe_record_get_id (fields);
  if (put_record (self, &place, fields, &cause))
    return TRUE;
  if (g_error_matches (cause, TROUPE_ERROR, TROUPE_ERROR_INVALID))
    troupe_record_place_prefix (&place, self->source->name, &cause);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
put_all (Load    *self,
         GError **error)
{
  TroupeAnyRecord fields;
  const TroupeRecordType *type;

  for (;; self->count++)
    {
      if (!self->source->next (&fields, &type, self->source->data, error))
        return FALSE;
      if (type == NULL)
        return flush_total (self, error);
      g_assert (type->size <= sizeof fields);
      if (!put_located (self, type, &fields, error) ||
          (self->count % STRIDE == 0 && !troupe_connection_check_cancelled (self->connection, error)))
        return FALSE;
    }
}

/* Gaps may be meant; two rules that hold on one day cannot, nor a minimum that never holds. */
static gboolean
check_rule (Load           *self,
            gconstpointer   rule,
            GError        **error)
{
  if (troupe_edit_scope_check_overlap (self->connection, rule, error) &&
      (troupe_record_get_type (rule) != &TROUPE_TERM ||
       troupe_edit_scope_check_minimum (self->connection, troupe_record_get_id (rule), error)))
    return TRUE;
  return troupe_record_place_prefix (troupe_load_places_find_rule (self->places, troupe_record_get_type (rule),
                                                                   troupe_record_get_id (rule)),
                                     self->source->name, error);
}

static gboolean
check_rules (Load                   *self,
             const TroupeEditScope  *scope,
             GError                **error)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (self->connection, scope->type, "ORDER BY id");
  gboolean clean = TRUE;

  while (clean && troupe_query_next (query))
    {
      gpointer rule = troupe_query_read_record (query, scope->type);

      clean = check_rule (self, rule, error);
      troupe_record_unref (rule);
    }
  return clean && troupe_query_end (query, error);
}

static gboolean
check_scopes (Load    *self,
              GError **error)
{
  for (const TroupeEditScope *scope = TROUPE_EDIT_SCOPES; scope->type != NULL; scope++)
    if (scope->dated && !check_rules (self, scope, error))
      return FALSE;
  return TRUE;
}

static gboolean
finish (Load    *self,
        GError **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection, "SELECT 1 FROM agency");
  gint64 found;

  if (!troupe_query_run_int (query, &found, error))
    return FALSE;
  if (found == TROUPE_NONE)
    return troupe_fail (error, TROUPE_ERROR_FORMAT,
                        _("%s has no agency record. Put one first: {\"type\": \"agency\", \"id\": 1, …}"), self->source->name);
  if (troupe_connection_has_dangling (self->connection))
    return troupe_load_places_fail_dangling (self->places, self->source->name, error);
  return check_scopes (self, error) && troupe_sequence_pass (self->connection, self->last_id, error);
}

static DexFuture *
load_file (TroupeConnection *connection,
           gpointer          data)
{
  g_auto(Load) load = { connection, data };
  GError *error = NULL;

  load.places = troupe_load_places_new (connection);
  load.add_total = troupe_connection_prepare (connection,
    "INSERT INTO month_total (month, account_id, kind, unit, amount, lines) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    " ON CONFLICT (month, account_id, kind, unit)"
    " DO UPDATE SET amount = amount + excluded.amount, lines = lines + excluded.lines");
  if (prepare_file (connection, &error) && put_all (&load, &error) && finish (&load, &error))
    return dex_future_new_for_int64 (load.count);
  return dex_future_new_for_error (error);
}

DexFuture *
troupe_store_load (TroupeStore              *self,
                   const TroupeRecordSource *source,
                   GCancellable             *cancellable)
{
  return troupe_store_write (self, cancellable, load_file, (gpointer) source, NULL);
}
