#include "troupe-report.h"

static void
free_table (TroupeTable *table)
{
  g_clear_pointer (&table->cells, g_array_unref);
  g_clear_pointer (&table->styles, g_array_unref);
  g_free ((gpointer) table->columns);
  g_free (table);
}

/* Copies text into the report, the same text once. */
static const char *
keep (TroupeReport *self,
      const char   *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static TroupeCell
keep_cell (TroupeReport     *self,
           const TroupeCell *cell)
{
  TroupeCell kept = *cell;

  kept.text = keep (self, cell->text);
  kept.unit = keep (self, cell->unit);
  kept.note = keep (self, cell->note);
  kept.figure = keep (self, cell->figure);
  return kept;
}

static TroupeFact
keep_fact (TroupeReport     *self,
           const char       *id,
           const char       *label,
           const TroupeCell *value)
{
  return (TroupeFact) { keep (self, id), keep (self, label), keep_cell (self, value) };
}

static gboolean
is_open (const TroupeReport *self)
{
  return self->checksum == NULL;
}

TroupeReport *
troupe_report_new (const TroupeReportTitle *title)
{
  TroupeReport *self = g_atomic_rc_box_new0 (TroupeReport);

  self->texts = g_string_chunk_new (4096);
  self->title = (TroupeReportTitle) {
    .lang = title->lang,
    .name = keep (self, title->name),
    .number = keep (self, title->number),
    .title = keep (self, title->title),
    .subtitle = keep (self, title->subtitle),
    .agency = keep (self, title->agency),
    .contact = keep (self, title->contact),
    .period = keep (self, title->period),
    .currency = keep (self, title->currency),
    .zone = keep (self, title->zone),
    .rules = keep (self, title->rules),
    .filter = keep (self, title->filter),
    .made = title->made,
  };
  self->head = g_array_new (FALSE, FALSE, sizeof (TroupeFact));
  self->parts = g_array_new (FALSE, FALSE, sizeof (TroupePart));
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) free_table);
  self->notes = g_ptr_array_new ();
  self->signatures = g_ptr_array_new ();
  return self;
}

TroupeReport *
troupe_report_ref (TroupeReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TroupeReport *self = data;

  g_array_unref (self->head);
  g_array_unref (self->parts);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->signatures);
  g_free (self->checksum);
  g_string_chunk_free (self->texts);
}

void
troupe_report_unref (TroupeReport *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

void
troupe_report_add_head (TroupeReport *self,
                        const char   *id,
                        const char   *label,
                        TroupeCell    value)
{
  TroupeFact fact = keep_fact (self, id, label, &value);

  g_return_if_fail (is_open (self));
  g_array_append_val (self->head, fact);
}

void
troupe_report_set_highlight (TroupeReport *self,
                             const char   *label,
                             TroupeCell    value)
{
  g_return_if_fail (is_open (self));
  self->highlight = keep_fact (self, "highlight", label, &value);
}

void
troupe_report_set_whole (TroupeReport *self,
                         const char   *label,
                         TroupeCell    value)
{
  g_return_if_fail (is_open (self));
  self->whole = keep_fact (self, "whole", label, &value);
}

void
troupe_report_add_part (TroupeReport    *self,
                        TroupePartColor  color,
                        const char      *id,
                        const char      *label,
                        TroupeCell       value)
{
  TroupePart part = { keep_fact (self, id, label, &value), color };

  g_return_if_fail (is_open (self));
  g_array_append_val (self->parts, part);
}

void
troupe_report_add_note (TroupeReport *self,
                        const char   *text)
{
  g_return_if_fail (is_open (self));
  g_ptr_array_add (self->notes, (gpointer) keep (self, text));
}

void
troupe_report_add_signature (TroupeReport *self,
                             const char   *label)
{
  g_return_if_fail (is_open (self));
  g_ptr_array_add (self->signatures, (gpointer) keep (self, label));
}

TroupeTable *
troupe_report_add_table (TroupeReport       *self,
                         const char         *id,
                         const char         *heading,
                         const TroupeColumn *columns,
                         guint               n_columns)
{
  TroupeTable *table = g_new0 (TroupeTable, 1);
  g_autofree TroupeColumn *kept = g_memdup2 (columns, n_columns * sizeof *columns);

  g_assert (is_open (self) && n_columns <= TROUPE_TABLE_MOST_COLUMNS);
  for (guint i = 0; i < n_columns; i++)
    {
      kept[i].id = keep (self, kept[i].id);
      kept[i].label = keep (self, kept[i].label);
    }
  table->id = keep (self, id);
  table->heading = keep (self, heading);
  table->columns = g_steal_pointer (&kept);
  table->n_columns = n_columns;
  table->cells = g_array_new (FALSE, FALSE, sizeof (TroupeCell));
  table->styles = g_array_new (FALSE, FALSE, sizeof (TroupeRowStyle));
  g_ptr_array_add (self->tables, table);
  return table;
}

void
troupe_report_set_table_note (TroupeReport *self,
                              TroupeTable  *table,
                              const char   *note)
{
  g_return_if_fail (is_open (self));
  table->note = keep (self, note);
}

void
troupe_report_add_row (TroupeReport     *self,
                       TroupeTable      *table,
                       TroupeRowStyle    style,
                       const TroupeCell *cells)
{
  g_return_if_fail (is_open (self));
  for (guint i = 0; i < table->n_columns; i++)
    {
      TroupeCell kept = keep_cell (self, &cells[i]);

      g_array_append_val (table->cells, kept);
    }
  g_array_append_val (table->styles, style);
}

gboolean
troupe_report_can_show_parts (const TroupeReport *self)
{
  if (self->parts->len == 0 || self->whole.value.number <= 0)
    return FALSE;
  for (guint i = 0; i < self->parts->len; i++)
    if (g_array_index (self->parts, TroupePart, i).fact.value.number < 0)
      return FALSE;
  return TRUE;
}

char *
troupe_report_get_short_checksum (const TroupeReport *self)
{
  const char *digits = self->checksum;

  return g_strdup_printf ("%.4s %.4s %.4s", digits, digits + 4, digits + 8);
}
