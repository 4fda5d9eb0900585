#include "troupe-statement-reader.h"

#include "troupe-cell-text.h"
#include "troupe-csv-reader.h"
#include "troupe-error.h"
#include "troupe-header-text.h"
#include "troupe-row-filter.h"
#include "troupe-row-parser.h"
#include "troupe-row-problems.h"
#include "troupe-stated-total.h"
#include "troupe-statement-tally.h"
#include "troupe-statement-terms.h"
#include "troupe-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TroupeStatementReader
{
  GObject parent;

  TroupeStatementFile *file;
  TroupeProfileMatch *match;
  TroupeRowReader *rows;
  TroupeColumnMap map;
  TroupeRowFilter filter;
  TroupeRowParser *parser;
  char *platform;
  char *handle;
  char *currency;
  gint64 as_of;

  GArray *lines;          /* of the current row, (transfer none) */
  guint next_line;
  gint64 n_rows;
  gint64 n_lines;
  gint64 n_silent;        /* rows that could be read and state no amount */
  gboolean at_end;
  TroupeStatedTotal stated;
  TroupeRowProblems *problems;
  TroupeStatementTally *tally;
  char *total;
  char *note;
};

static void line_source_iface_init (TroupeLineSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TroupeStatementReader, troupe_statement_reader, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TROUPE_TYPE_LINE_SOURCE, line_source_iface_init))

static const char *
get_title (TroupeStatementReader *self,
           int                    column)
{
  return troupe_column_map_get_title (&self->map, self->match->profile, self->match->columns, column);
}

static void
add_problem (TroupeStatementReader *self,
             gint64                 row,
             const char            *outcome,
             int                    column,
             const char            *reason)
{
  troupe_row_problems_add (self->problems, row, outcome, get_title (self, column), reason);
}

/* Cells behind the last header are a row that has been torn apart. */
static gboolean
check_width (TroupeStatementReader  *self,
             TroupeRow              *row,
             GError                **error)
{
  for (guint i = self->match->width; i < row->n_cells; i++)
    {
      troupe_cell_trim (&row->cells[i]);
      if (row->cells[i].length > 0)
        return troupe_fail (error, TROUPE_ERROR_FORMAT,
                            _("the row has %u cells where the header has %u; a text with a comma, semicolon or tab in "
                              "it may lack its quotation marks"),
                            row->n_cells, self->match->width);
    }

  return TRUE;
}

static void
count_row (TroupeStatementReader *self)
{
  gboolean silent = TRUE;
  TroupeDay first, last;

  troupe_row_parser_get_days (self->parser, &first, &last);
  troupe_statement_tally_add_day (self->tally, first, last);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const TroupeParsedLine *line = &g_array_index (self->lines, TroupeParsedLine, i);

      if (line->in_total)
        troupe_statement_tally_add_amount (self->tally, line->staged.unit, line->staged.amount, line->cut);
      silent &= line->staged.amount == 0;
    }
  self->n_lines += self->lines->len;
  self->n_silent += silent;
}

/* The lines of a row of data; a row that cannot be read has none and is listed. */
static void
read_data (TroupeStatementReader *self,
           TroupeRow             *row)
{
  g_autoptr(GError) error = NULL;
  const TroupeRowValues *values = troupe_row_parser_get_values (self->parser);

  self->n_rows++;
  if (!check_width (self, row, &error))
    {
      add_problem (self, row->number, "failed", TROUPE_NO_COLUMN, error->message);
      return;
    }
  self->lines = troupe_row_parser_parse (self->parser, row, &error);
  if (self->lines == NULL)
    {
      add_problem (self, row->number, "failed", values->column, error->message);
      return;
    }
  if (values->remark->len > 0)
    add_problem (self, row->number, "warned", values->column, values->remark->str);
  troupe_stated_total_add_row (&self->stated, values, troupe_row_parser_get_unit (self->parser));
  count_row (self);
}

/* The file's own total is compared with at the end. */
static void
compare_total (TroupeStatementReader *self)
{
  g_autofree char *complaint = troupe_stated_total_complain (&self->stated);

  if (complaint != NULL)
    add_problem (self, self->stated.footer_row, "warned",
                 g_array_index (self->match->profile->lines, TroupeProfileLine, 0).amount, complaint);
}

static void
take_row (TroupeStatementReader *self,
          TroupeRow             *row)
{
  switch (troupe_row_filter_classify (&self->filter, row))
    {
    case TROUPE_ROW_DATA:
      read_data (self, row);
      break;
    case TROUPE_ROW_PASSED_OVER:
      self->n_rows++;
      add_problem (self, row->number, "warned", self->filter.column, self->filter.remark->str);
      break;
    case TROUPE_ROW_HEADER_AGAIN:
      add_problem (self, row->number, "warned", TROUPE_NO_COLUMN, _("the header stands here a second time; it was "
                                                                    "passed over"));
      break;
    case TROUPE_ROW_SENTENCE:
      add_problem (self, row->number, "warned", TROUPE_NO_COLUMN, self->filter.remark->str);
      break;
    case TROUPE_ROW_FOOTER:
      troupe_stated_total_read_footer (&self->stated, &self->map, row);
      break;
    case TROUPE_ROW_NOTE:
    case TROUPE_ROW_BLANK:
    default:
      break;
    }
}

/* A download without rows is more often a wrong period than a month without income. */
static gboolean
check_end (TroupeStatementReader  *self,
           GError                **error)
{
  compare_total (self);

  return self->n_rows > 0 ||
         troupe_fail (error, TROUPE_ERROR_FORMAT, _("%s has a header and no rows; see whether the period was the right "
                                                    "one and download it again"),
                      troupe_statement_file_get_name (self->file));
}

static gboolean
troupe_statement_reader_next (TroupeLineSource        *source,
                              const TroupeStagedLine **ret_line,
                              GError                 **error)
{
  TroupeStatementReader *self = TROUPE_STATEMENT_READER (source);
  TroupeRow *row;

  *ret_line = NULL;
  while (self->lines == NULL || self->next_line >= self->lines->len)
    {
      self->lines = NULL;
      self->next_line = 0;
      if (self->at_end)
        return TRUE;
      if (!troupe_row_reader_next (self->rows, &row, error))
        {
          g_prefix_error (error, "%s: ", troupe_statement_file_get_name (self->file));
          return FALSE;
        }
      self->at_end = row == NULL;
      if (row != NULL)
        take_row (self, row);
      else if (!check_end (self, error))
        return FALSE;
    }
  *ret_line = &g_array_index (self->lines, TroupeParsedLine, self->next_line++).staged;

  return TRUE;
}

/* Why the counts may not add up to the rows, and the amounts not to the last digit. */
static char *
get_note (TroupeStatementReader *self)
{
  g_autofree char *cut = troupe_statement_tally_get_cut (self->tally);
  g_autofree char *silent = NULL;

  if (self->n_silent == 0)
    return g_steal_pointer (&cut);
  silent = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lld row states no amount", "%lld rows state no amount",
                                         self->n_silent),
                            (long long) self->n_silent);

  return cut ? g_strdup_printf ("%s; %s", silent, cut) : g_steal_pointer (&silent);
}

static void
troupe_statement_reader_describe (TroupeLineSource *source,
                                  TroupeImport     *fields)
{
  TroupeStatementReader *self = TROUPE_STATEMENT_READER (source);
  const TroupeProfile *profile = self->match->profile;

  g_free (self->total);
  self->total = troupe_statement_tally_get_total (self->tally);
  g_free (self->note);
  self->note = get_note (self);
  fields->file_name = troupe_statement_file_get_name (self->file);
  fields->file_hash = self->at_end ? troupe_statement_file_get_hash (self->file, NULL)
                                   : troupe_statement_file_peek_hash (self->file);
  fields->profile = troupe_profile_get_id (profile);
  fields->profile_version = troupe_profile_get_version (profile);
  fields->platform = self->platform ? self->platform : troupe_profile_get_platform (profile);
  fields->first_day = troupe_statement_tally_get_first (self->tally);
  fields->last_day = troupe_statement_tally_get_last (self->tally);
  fields->as_of = self->as_of;
  fields->rows = self->n_rows;
  fields->failed_rows = troupe_row_problems_get_n_failed (self->problems);
  fields->lines = self->n_lines;
  fields->total = self->total;
  fields->note = self->note;
}

static const char *const *
troupe_statement_reader_get_rivals (TroupeLineSource *source)
{
  return (const char *const *) TROUPE_STATEMENT_READER (source)->match->profile->rivals;
}

static const char *
troupe_statement_reader_peek_hash (TroupeLineSource *source)
{
  return troupe_statement_file_peek_hash (TROUPE_STATEMENT_READER (source)->file);
}

static GPtrArray *
troupe_statement_reader_get_problems (TroupeLineSource *source)
{
  return troupe_row_problems_list (TROUPE_STATEMENT_READER (source)->problems);
}

static double
troupe_statement_reader_get_progress (TroupeLineSource *source)
{
  return troupe_row_reader_get_progress (TROUPE_STATEMENT_READER (source)->rows);
}

gint64
troupe_statement_reader_count_days (TroupeStatementReader *self)
{
  return troupe_statement_tally_count_days (self->tally);
}

char *
troupe_statement_reader_get_stated_total (TroupeStatementReader  *self,
                                          char                  **ret_excess)
{
  *ret_excess = troupe_stated_total_format_excess (&self->stated);

  return troupe_stated_total_format (&self->stated);
}

gint64
troupe_statement_reader_get_n_failed (TroupeStatementReader *self)
{
  return troupe_row_problems_get_n_failed (self->problems);
}

/* To just behind the header. */
static TroupeRowReader *
open_rows (TroupeStatementFile       *file,
           const TroupeProfileMatch  *match,
           GError                   **error)
{
  g_autoptr(TroupeRowReader) rows = troupe_statement_file_read_sheet (file, match->sheet, error);
  TroupeRow *row = NULL;

  do
    if (rows == NULL || !troupe_row_reader_next (rows, &row, error))
      return NULL;
  while (row != NULL && row->number < match->header_row);

  return g_steal_pointer (&rows);
}

static gboolean
bind_columns (TroupeStatementReader  *self,
              GError                **error)
{
  guint n = g_strv_length (self->match->columns);
  g_auto(GStrv) folded = g_new0 (char *, n + 1);
  int twin;

  for (guint i = 0; i < n; i++)
    folded[i] = troupe_header_fold (self->match->columns[i]);
  troupe_column_map_bind (&self->map, self->match->profile, folded);
  twin = troupe_column_map_find_twin (&self->map, self->match->profile, folded);
  if (!troupe_column_is_set (twin))
    return TRUE;

  return troupe_fail (error, TROUPE_ERROR_FORMAT,
                      _("%s: the column “%s” stands twice in the header; delete the one that does not count"),
                      troupe_statement_file_get_name (self->file), self->match->columns[self->map.cell[twin]]);
}

/* An amount that the profile does not know may be income that is passed over in silence. */
static void
remark_unread (TroupeStatementReader *self)
{
  char **money = self->match->profile->money;

  for (guint i = 0; money != NULL && self->match->columns[i] != NULL; i++)
    {
      g_autofree char *folded = troupe_header_fold (self->match->columns[i]);

      for (guint k = 0; !troupe_column_map_is_bound (&self->map, self->match->profile, i) && money[k] != NULL; k++)
        if (strstr (folded, money[k]) != NULL)
          {
            troupe_row_problems_add (self->problems, self->match->header_row, "warned", self->match->columns[i],
                                     _("this looks like an amount that the profile does not read; if it is income, "
                                       "describe the column in a profile of your own"));
            break;
          }
    }
}

static gboolean
prepare (TroupeStatementReader         *self,
         const TroupeStatementOptions  *chosen,
         GError                       **error)
{
  TroupeStatementOptions options = *chosen;
  TroupeRowContext context = { .profile = self->match->profile, .map = &self->map };

  if (!bind_columns (self, error))
    return FALSE;
  options.currency = self->currency = g_strdup (chosen->currency);
  options.platform = self->platform = g_strdup (chosen->platform);
  options.handle = self->handle = g_strdup (chosen->handle);
  if (!troupe_statement_terms_settle (self->file, self->match, &options, &context, error) ||
      (self->rows = open_rows (self->file, self->match, error)) == NULL)
    {
      g_free (context.remark);
      return FALSE;
    }
  remark_unread (self);
  if (context.remark != NULL)
    add_problem (self, self->match->header_row, "warned", TROUPE_NO_COLUMN, context.remark);
  g_clear_pointer (&context.remark, g_free);
  self->as_of = context.as_of;
  context.whole_rows = TROUPE_IS_CSV_READER (self->rows);
  self->parser = troupe_row_parser_new (&context);
  self->filter.profile = self->stated.profile = self->match->profile;
  self->filter.map = &self->map;
  self->filter.titles = self->match->columns;

  return TRUE;
}

TroupeStatementReader *
troupe_statement_reader_new (TroupeStatementFile           *file,
                             TroupeProfileMatch            *match,
                             const TroupeStatementOptions  *options,
                             GError                       **error)
{
  g_autoptr(TroupeStatementReader) self = g_object_new (TROUPE_TYPE_STATEMENT_READER, NULL);

  self->file = g_object_ref (file);
  self->match = troupe_profile_match_ref (match);

  return prepare (self, options, error) ? g_steal_pointer (&self) : NULL;
}

GPtrArray *
troupe_statement_reader_list_sample (TroupeStatementFile  *file,
                                     TroupeProfileMatch   *match,
                                     guint                 n,
                                     GError              **error)
{
  g_autoptr(GPtrArray) sample = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr(TroupeRowReader) rows = open_rows (file, match, error);
  guint width = g_strv_length (match->columns);
  TroupeRow *row;

  if (rows == NULL)
    return NULL;
  while (sample->len < n)
    {
      char **cells;

      if (!troupe_row_reader_next (rows, &row, error))
        return NULL;
      if (row == NULL)
        break;
      cells = g_new0 (char *, width + 2);
      cells[0] = g_strdup_printf ("%" G_GINT64_FORMAT, row->number);
      for (guint i = 0; i < width; i++)
        cells[i + 1] = troupe_text_clean (i < row->n_cells ? row->cells[i].text : "");
      g_ptr_array_add (sample, cells);
    }

  return g_steal_pointer (&sample);
}

static void
troupe_statement_reader_finalize (GObject *object)
{
  TroupeStatementReader *self = TROUPE_STATEMENT_READER (object);

  g_clear_pointer (&self->parser, troupe_row_parser_free);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->match, troupe_profile_match_unref);
  g_clear_object (&self->file);
  troupe_row_problems_free (self->problems);
  troupe_statement_tally_free (self->tally);
  g_string_free (self->filter.remark, TRUE);
  g_free (self->platform);
  g_free (self->handle);
  g_free (self->currency);
  g_free (self->total);
  g_free (self->note);
  G_OBJECT_CLASS (troupe_statement_reader_parent_class)->finalize (object);
}

static void
line_source_iface_init (TroupeLineSourceInterface *iface)
{
  iface->next = troupe_statement_reader_next;
  iface->describe = troupe_statement_reader_describe;
  iface->peek_hash = troupe_statement_reader_peek_hash;
  iface->get_rivals = troupe_statement_reader_get_rivals;
  iface->get_problems = troupe_statement_reader_get_problems;
  iface->get_progress = troupe_statement_reader_get_progress;
}

static void
troupe_statement_reader_class_init (TroupeStatementReaderClass *class)
{
  G_OBJECT_CLASS (class)->finalize = troupe_statement_reader_finalize;
}

static void
troupe_statement_reader_init (TroupeStatementReader *self)
{
  self->problems = troupe_row_problems_new ();
  self->tally = troupe_statement_tally_new ();
  self->filter.remark = g_string_new (NULL);
  self->as_of = TROUPE_NONE;
}
