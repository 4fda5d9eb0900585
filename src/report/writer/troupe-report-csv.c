#include "troupe-report-writer.h"

#include <string.h>

/* One rectangle for everything, under one row of names: each line says its report, section and row;
 * the columns of all tables stand side by side, so that a machine filters where a person would look. */
typedef struct
{
  GString    *text;
  GHashTable *places;   /* name of a column → its place */
  GPtrArray  *names;
  GPtrArray  *fields;   /* of the line that is being made; NULL: empty */
} Writer;

static void
add_column (Writer     *self,
            const char *name)
{
  if (g_hash_table_contains (self->places, name))
    return;
  g_hash_table_insert (self->places, g_strdup (name), GUINT_TO_POINTER (self->names->len));
  g_ptr_array_add (self->names, g_strdup (name));
}

static void
add_columns (Writer            *self,
             const TroupeTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *unit = g_strconcat (table->columns[i].id, "_unit", NULL);

      add_column (self, table->columns[i].id);
      if (table->columns[i].kind == TROUPE_CELL_MICROS)
        add_column (self, unit);
    }
}

/* Spreadsheets run what begins like this. */
static gboolean
is_armed (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static char *
encode (const char *text)
{
  g_autoptr(GString) field = g_string_new (is_armed (text) ? "'" : "");

  g_string_append (field, text);
  if (strpbrk (field->str, ",\"\r\n") != NULL || is_armed (text))
    {
      g_string_replace (field, "\"", "\"\"", 0);
      g_string_prepend_c (field, '"');
      g_string_append_c (field, '"');
    }
  return g_string_free (g_steal_pointer (&field), FALSE);
}

static void
put_plain (Writer     *self,
           const char *name,
           char       *field)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, name));

  g_free (self->fields->pdata[place]);
  self->fields->pdata[place] = field;
}

static void
put_text (Writer     *self,
          const char *name,
          const char *text)
{
  if (text != NULL)
    put_plain (self, name, encode (text));
}

static void
put_cell (Writer           *self,
          const char       *name,
          const TroupeCell *cell)
{
  char *text = troupe_cell_to_string (cell);

  /* A negative number is a number. */
  put_plain (self, name, troupe_cell_is_number (cell) ? text : encode (text));
  if (!troupe_cell_is_number (cell))
    g_free (text);
}

static void
end_line (Writer *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *field = self->fields->pdata[i];

      g_string_append_printf (self->text, "%s%s", i > 0 ? "," : "", field != NULL ? field : "");
      g_clear_pointer (&self->fields->pdata[i], g_free);
    }
  g_string_append (self->text, "\r\n");
}

static void
begin_line (Writer             *self,
            const TroupeReport *report,
            const char         *section,
            const char         *row)
{
  put_text (self, "report", report->title.number);
  put_text (self, "section", section);
  put_text (self, "row", row);
}

static void
write_fact (Writer             *self,
            const TroupeReport *report,
            const char         *section,
            const TroupeFact   *fact)
{
  begin_line (self, report, section, fact->id);
  put_text (self, "label", fact->label);
  put_text (self, "note", fact->value.note);
  put_cell (self, "value", &fact->value);
  put_text (self, "unit", fact->value.unit);
  end_line (self);
}

static void
write_title_text (Writer             *self,
                  const TroupeReport *report,
                  const char         *id,
                  const char         *text)
{
  TroupeFact fact = { id, NULL, troupe_cell_text (text, NULL) };

  if (text != NULL)
    write_fact (self, report, "report", &fact);
}

static void
write_title (Writer             *self,
             const TroupeReport *report)
{
  const TroupeReportTitle *title = &report->title;
  g_autofree char *made = troupe_time_to_string (title->made);
  const char *const texts[][2] = {
    { "name", title->name }, { "title", title->title }, { "agency", title->agency }, { "period", title->period },
    { "currency", title->currency }, { "zone", title->zone }, { "rules", title->rules }, { "filter", title->filter },
    { "made", made }, { "checksum", report->checksum },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    write_title_text (self, report, texts[i][0], texts[i][1]);
  for (guint i = 0; i < report->head->len; i++)
    write_fact (self, report, "head", &g_array_index (report->head, TroupeFact, i));
  if (report->highlight.id != NULL)
    write_fact (self, report, "head", &report->highlight);
  if (report->whole.id != NULL)
    write_fact (self, report, "parts", &report->whole);
  for (guint i = 0; i < report->parts->len; i++)
    write_fact (self, report, "parts", &g_array_index (report->parts, TroupePart, i).fact);
}

static void
write_row (Writer             *self,
           const TroupeReport *report,
           const TroupeTable  *table,
           guint               row)
{
  begin_line (self, report, table->id, troupe_table_get_style (table, row) == TROUPE_ROW_PLAIN ? "line" : "total");
  for (guint i = 0; i < table->n_columns; i++)
    {
      const TroupeColumn *column = &table->columns[i];
      const TroupeCell *cell = troupe_table_get_cell (table, row, i);

      if (cell->kind == TROUPE_CELL_EMPTY)
        continue;
      put_cell (self, column->id, cell);
      put_text (self, "note", cell->note);
      if (column->kind == TROUPE_CELL_MICROS)
        {
          g_autofree char *unit = g_strconcat (column->id, "_unit", NULL);

          put_text (self, unit, cell->unit);
        }
      if (cell->ref != 0)
        put_plain (self, "ref", g_strdup_printf ("%" G_GINT64_FORMAT, cell->ref));
    }
  end_line (self);
}

static void
write_report (Writer             *self,
              const TroupeReport *report)
{
  write_title (self, report);
  for (guint i = 0; i < report->tables->len; i++)
    {
      const TroupeTable *table = report->tables->pdata[i];

      for (guint row = 0; row < troupe_table_get_n_rows (table); row++)
        write_row (self, report, table, row);
    }
  for (guint i = 0; i < report->notes->len; i++)
    {
      TroupeFact note = { NULL, report->notes->pdata[i], { 0 } };

      write_fact (self, report, "note", &note);
    }
}

static void
write_names (Writer *self)
{
  for (guint i = 0; i < self->names->len; i++)
    put_text (self, self->names->pdata[i], self->names->pdata[i]);
  end_line (self);
}

static void
collect_names (Writer    *self,
               GPtrArray *reports)
{
  static const char *const always[] = { "report", "section", "row", "label", "note", "value", "unit" };

  for (gsize i = 0; i < G_N_ELEMENTS (always); i++)
    add_column (self, always[i]);
  for (guint i = 0; i < reports->len; i++)
    {
      const TroupeReport *report = reports->pdata[i];

      for (guint k = 0; k < report->tables->len; k++)
        add_columns (self, report->tables->pdata[k]);
    }
  add_column (self, "ref");
  g_ptr_array_set_size (self->fields, self->names->len);
}

gboolean
troupe_report_write_csv (GPtrArray     *reports,
                         TroupeOutput  *output,
                         GError       **error)
{
  g_autoptr(GString) text = g_string_new ("\xef\xbb\xbf");
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  Writer self = { text, places, names, fields };

  collect_names (&self, reports);
  write_names (&self);
  for (guint i = 0; i < reports->len; i++)
    write_report (&self, reports->pdata[i]);
  troupe_output_write (output, text->str, text->len);
  return troupe_output_commit (output, error);
}
