#include "troupe-report-json.h"

#include <json-glib/json-glib.h>

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

/* Counts are numbers; whatever has decimals is a decimal string, which no reader rounds. */
static void
add_value (JsonBuilder      *builder,
           const char       *name,
           const TroupeCell *cell)
{
  g_autofree char *text = NULL;

  json_builder_set_member_name (builder, name);
  if (cell->kind == TROUPE_CELL_EMPTY)
    {
      json_builder_add_null_value (builder);
      return;
    }
  if (cell->kind == TROUPE_CELL_INT)
    {
      json_builder_add_int_value (builder, cell->number);
      return;
    }
  text = troupe_cell_to_string (cell);
  json_builder_add_string_value (builder, text);
}

static void
add_suffixed (JsonBuilder *builder,
              const char  *name,
              const char  *suffix,
              const char  *text)
{
  g_autofree char *member = g_strconcat (name, suffix, NULL);

  add_text (builder, member, text);
}

static void
add_fact (JsonBuilder      *builder,
          const TroupeFact *fact)
{
  json_builder_begin_object (builder);
  add_text (builder, "id", fact->id);
  add_text (builder, "label", fact->label);
  add_value (builder, "value", &fact->value);
  add_text (builder, "unit", fact->value.unit);
  add_text (builder, "note", fact->value.note);
  json_builder_end_object (builder);
}

/* The currency of the report goes without saying. */
static void
add_cell (JsonBuilder        *builder,
          const TroupeReport *self,
          const TroupeColumn *column,
          const TroupeCell   *cell)
{
  add_value (builder, column->id, cell);
  if (g_strcmp0 (cell->unit, self->title.currency) != 0)
    add_suffixed (builder, column->id, "_unit", cell->unit);
  add_suffixed (builder, column->id, "_note", cell->note);
  if (cell->ref != 0)
    {
      g_autofree char *member = g_strconcat (column->id, "_ref", NULL);

      json_builder_set_member_name (builder, member);
      json_builder_add_int_value (builder, cell->ref);
    }
}

static void
add_columns (JsonBuilder       *builder,
             const TroupeTable *table)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < table->n_columns; i++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "id", table->columns[i].id);
      add_text (builder, "label", table->columns[i].label);
      add_text (builder, "kind", troupe_cell_kind_name (table->columns[i].kind));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_rows (JsonBuilder        *builder,
          const TroupeReport *self,
          const TroupeTable  *table)
{
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint row = 0; row < troupe_table_get_n_rows (table); row++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "row", troupe_table_get_style (table, row) == TROUPE_ROW_PLAIN ? "line" : "total");
      for (guint i = 0; i < table->n_columns; i++)
        add_cell (builder, self, &table->columns[i], troupe_table_get_cell (table, row, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_tables (JsonBuilder        *builder,
            const TroupeReport *self)
{
  json_builder_set_member_name (builder, "tables");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->tables->len; i++)
    {
      const TroupeTable *table = self->tables->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "id", table->id);
      add_text (builder, "heading", table->heading);
      add_columns (builder, table);
      add_rows (builder, self, table);
      add_text (builder, "note", table->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_texts (JsonBuilder *builder,
           const char  *name,
           GPtrArray   *texts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < texts->len; i++)
    json_builder_add_string_value (builder, texts->pdata[i]);
  json_builder_end_array (builder);
}

static void
add_title (JsonBuilder             *builder,
           const TroupeReportTitle *title)
{
  add_text (builder, "name", title->name);
  add_text (builder, "number", title->number);
  add_text (builder, "language", title->lang == TROUPE_LANG_ZH ? "zh" : "en");
  add_text (builder, "title", title->title);
  add_text (builder, "subtitle", title->subtitle);
  add_text (builder, "agency", title->agency);
  add_text (builder, "contact", title->contact);
  add_text (builder, "period", title->period);
  add_text (builder, "currency", title->currency);
  add_text (builder, "zone", title->zone);
  add_text (builder, "rules", title->rules);
  add_text (builder, "filter", title->filter);
}

static void
add_facts (JsonBuilder        *builder,
           const TroupeReport *self)
{
  json_builder_set_member_name (builder, "head");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->head->len; i++)
    add_fact (builder, &g_array_index (self->head, TroupeFact, i));
  json_builder_end_array (builder);
  if (self->highlight.id != NULL)
    {
      json_builder_set_member_name (builder, "highlight");
      add_fact (builder, &self->highlight);
    }
  if (self->whole.id != NULL)
    {
      json_builder_set_member_name (builder, "whole");
      add_fact (builder, &self->whole);
    }
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->parts->len; i++)
    add_fact (builder, &g_array_index (self->parts, TroupePart, i).fact);
  json_builder_end_array (builder);
}

static void
add_report (JsonBuilder        *builder,
            const TroupeReport *self,
            gboolean            canonical)
{
  json_builder_begin_object (builder);
  add_title (builder, &self->title);
  if (!canonical)
    {
      g_autofree char *made = troupe_time_to_string (self->title.made);

      add_text (builder, "made", made);
      add_text (builder, "checksum", self->checksum);
    }
  add_facts (builder, self);
  add_tables (builder, self);
  add_texts (builder, "notes", self->notes);
  add_texts (builder, "signatures", self->signatures);
  json_builder_end_object (builder);
}

static char *
generate (JsonBuilder *builder,
          gboolean     pretty)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, pretty);
}

char *
troupe_report_to_canonical_json (const TroupeReport *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  add_report (builder, self, TRUE);
  return generate (builder, FALSE);
}

char *
troupe_reports_to_json (GPtrArray *reports)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_text (builder, "format", "troupe-report");
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, 1);
  json_builder_set_member_name (builder, "reports");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reports->len; i++)
    add_report (builder, reports->pdata[i], FALSE);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return generate (builder, TRUE);
}
