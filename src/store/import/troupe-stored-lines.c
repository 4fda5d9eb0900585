#include "troupe-stored-lines.h"

#include "troupe-error.h"

#define COLUMNS "SELECT key, revision, day, amount, fee, unit, ref, content, per_line, import_id FROM line " \
                "WHERE month = ?1 AND account_id = ?2 AND kind = ?3 AND "

struct _TroupeStoredLines
{
  TroupeConnection *connection;
  TroupeWordList   *words;
  TroupeLineWriter *writer;
  TroupeQuery      *scan;       /* of the group from a key on */
  TroupeQuery      *search;     /* of one key */
  TroupeQuery      *any;        /* whether a month has lines */
  TroupeLinePlace   place;      /* that was asked for last */
  gboolean          started;
  gboolean          empty;      /* the month had no lines when it was first asked for */
  gboolean          has_row;    /* the scan stands on one */
  gint64            row_key;    /* of that row */
  gboolean          scattered;  /* places of the group have not come in order */
  TroupeStoredLine  line;
  GString          *unit;
  GString          *ref;
};

TroupeStoredLines *
troupe_stored_lines_new (TroupeConnection *connection,
                         TroupeWordList   *words,
                         TroupeLineWriter *writer)
{
  TroupeStoredLines *self = g_new0 (TroupeStoredLines, 1);

  self->connection = connection;
  self->words = words;
  self->writer = writer;
  self->scan = troupe_connection_prepare (connection, COLUMNS "key >= ?4 ORDER BY key, revision");
  self->search = troupe_connection_prepare (connection, COLUMNS "key = ?4 ORDER BY revision");
  self->any = troupe_connection_prepare (connection, "SELECT EXISTS (SELECT 1 FROM line WHERE month = ?1)");
  self->unit = g_string_new (NULL);
  self->ref = g_string_new (NULL);
  return self;
}

void
troupe_stored_lines_free (TroupeStoredLines *self)
{
  troupe_query_free (self->scan);
  troupe_query_free (self->search);
  troupe_query_free (self->any);
  g_string_free (self->unit, TRUE);
  g_string_free (self->ref, TRUE);
  g_free (self);
}

static void
bind_place (TroupeStoredLines     *self,
            TroupeQuery           *query,
            const TroupeLinePlace *place)
{
  troupe_query_bind_month (query, 1, place->month);
  troupe_query_bind_id (query, 2, place->account_id);
  troupe_query_bind_text (query, 3, troupe_word_list_get (self->words, place->kind));
  troupe_query_bind_int (query, 4, place->key);
}

static gint64
add_fee (gint64 sum,
         gint64 fee)
{
  if (fee == TROUPE_NONE)
    return sum;
  return sum == TROUPE_NONE ? fee : sum + fee;
}

/* The row that the query stands on is one more revision of self->line. */
static void
add_revision (TroupeStoredLines *self,
              TroupeQuery       *query)
{
  TroupeStoredLine *line = &self->line;
  gint64 amount = troupe_query_get_int (query, 3), fee = troupe_query_get_int (query, 4);
  gint64 import_id = troupe_query_get_id (query, 9);
  const char *ref = troupe_query_get_text (query, 6);

  line->revision = troupe_query_get_int (query, 1);
  line->stated += amount;
  line->fee = add_fee (line->fee, fee);
  line->day = troupe_query_get_day (query, 2);
  g_string_assign (self->unit, troupe_query_get_text (query, 5));
  line->unit = self->unit->str;
  if (ref != NULL)
    g_string_assign (self->ref, ref);
  line->ref = ref != NULL ? self->ref->str : NULL;
  line->content = troupe_query_get_int (query, 7);
  line->per_line = troupe_query_get_int (query, 8);
  line->reversed = line->import_id == import_id;
  line->import_id = import_id;
}

/* The query stands on the first revision. */
static void
start_line (TroupeStoredLines *self,
            TroupeQuery       *query)
{
  self->line = (TroupeStoredLine) {
    .first = troupe_query_get_int (query, 3), .first_fee = troupe_query_get_int (query, 4), .fee = TROUPE_NONE,
  };
}

static gboolean
search (TroupeStoredLines       *self,
        const TroupeLinePlace   *place,
        const TroupeStoredLine **ret_line,
        GError                 **error)
{
  if (!troupe_line_writer_flush (self->writer, error))
    return FALSE;
  bind_place (self, self->search, place);
  if (troupe_query_next (self->search))
    {
      start_line (self, self->search);
      do
        add_revision (self, self->search);
      while (troupe_query_next (self->search));
      *ret_line = &self->line;
    }
  return troupe_query_end (self->search, error);
}

/* Moves the scan to its next line, or to its first. */
static void
step (TroupeStoredLines *self)
{
  self->has_row = troupe_query_next (self->scan);
  if (self->has_row)
    self->row_key = troupe_query_get_int (self->scan, 0);
}

static gboolean
enter_group (TroupeStoredLines     *self,
             const TroupeLinePlace *place,
             GError               **error)
{
  gint64 any;

  if (!troupe_query_end (self->scan, error))
    return FALSE;
  if (!self->started || place->month != self->place.month)
    {
      troupe_query_bind_month (self->any, 1, place->month);
      if (!troupe_query_run_int (self->any, &any, error))
        return FALSE;
      self->empty = any == 0;
    }
  self->started = TRUE;
  self->scattered = FALSE;
  self->has_row = FALSE;
  if (self->empty)
    return TRUE;
  bind_place (self, self->scan, place);
  step (self);
  return TRUE;
}

gboolean
troupe_stored_lines_find (TroupeStoredLines       *self,
                          const TroupeLinePlace   *place,
                          const TroupeStoredLine **ret_line,
                          GError                 **error)
{
  *ret_line = NULL;
  if (!self->started || place->month != self->place.month || place->account_id != self->place.account_id ||
      place->kind != self->place.kind)
    {
      if (!enter_group (self, place, error))
        return FALSE;
    }
  else if (self->scattered || place->key <= self->place.key)
    {
      self->scattered = TRUE;
      return search (self, place, ret_line, error);
    }
  self->place = *place;

  while (self->has_row && self->row_key < place->key)
    step (self);
  if (self->has_row && self->row_key == place->key)
    {
      start_line (self, self->scan);
      for (; self->has_row && self->row_key == place->key; step (self))
        add_revision (self, self->scan);
      *ret_line = &self->line;
    }
  return self->has_row || troupe_query_end (self->scan, error);
}
