#include "troupe-paper.h"

#include <adwaita.h>

#include "troupe-amount.h"
#include "troupe-chart-format.h"
#include "troupe-report-text.h"
#include "troupe-share-bar.h"

/* Characters. What is longer breaks in the first column, beside the numbers. */
#define LABEL_WIDTH 26
#define NARROW_WIDTH 14
/* A table with more columns is crowded before it is on a phone. */
#define CROWDED 4
#define COLUMN_SPACING 12
#define PHONE_SPACING 4   /* columns that do not show keep theirs */
#define ROW_SPACING 5   /* not padding: GTK loses it on the way to a baseline */

/* A table of the page as it grows. */
typedef struct
{
  const TroupeReport *report;
  const TroupeTable  *table;
  GtkGrid            *grid;
  int                 line;
  guint               n;                                    /* of the columns that show */
  guint               columns[TROUPE_TABLE_MOST_COLUMNS];
} Grid;

static GtkWidget *
make_label (const char *text,
            float       xalign,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Without the hyphens that would become part of an address. */
static GtkWidget *
make_wrapped (const char *text,
              const char *style)
{
  GtkWidget *label = make_label (text, 0, style);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static GtkWidget *
make_column (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);
}

static void
add (GtkWidget *box,
     GtkWidget *child)
{
  gtk_box_append (GTK_BOX (box), child);
}

static void
add_text (GtkWidget  *box,
          const char *text,
          const char *style)
{
  if (text != NULL)
    add (box, make_wrapped (text, style));
}

/* --- the head ------------------------------------------------------------------------------------ */

static GtkWidget *
make_head (const TroupeReportTitle *title)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *agency = make_column (2);
  GtkWidget *what = make_column (2);

  gtk_widget_add_css_class (agency, "paper-agency");
  gtk_widget_set_hexpand (agency, TRUE);
  add_text (agency, title->agency, "heading");
  add_text (agency, title->contact, "paper-note");
  add (what, make_label (title->title, 1, "title-2"));
  add (what, make_label (title->subtitle, 1, "paper-note"));
  add (head, agency);
  add (head, what);
  return head;
}

static GtkWidget *
make_fact (const TroupeFact *fact)
{
  GtkWidget *column = make_column (2);
  g_autofree char *value = troupe_cell_format (&fact->value);

  add_text (column, fact->label, "paper-note");
  add_text (column, value, "heading");
  add_text (column, fact->value.note, "paper-note");
  return column;
}

/* As many abreast as there is room for. */
static GtkWidget *
make_facts (const TroupeReport *report)
{
  GtkWidget *facts = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (facts), 18);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (facts), 12);
  for (guint i = 0; i < report->head->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (facts), make_fact (&g_array_index (report->head, TroupeFact, i)));
  return facts;
}

static GtkWidget *
make_entry (const TroupePart *part)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *text = troupe_part_format_legend (part);
  g_autofree char *series = g_strdup_printf ("series-%d", part->color + 1);

  gtk_widget_set_css_classes (swatch, (const char *[]) { "paper-swatch", series, NULL });
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  add (entry, swatch);
  add (entry, make_label (text, 0, "caption"));
  return entry;
}

static GtkWidget *
make_legend (const TroupeReport *report)
{
  GtkWidget *legend = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (legend), 12);
  for (guint i = 0; i < report->parts->len; i++)
    {
      const TroupePart *part = &g_array_index (report->parts, TroupePart, i);

      if (part->fact.value.number != 0)
        adw_wrap_box_append (ADW_WRAP_BOX (legend), make_entry (part));
    }
  return legend;
}

/* What makes up the whole: the bar, what it is of, and what each colour means. */
static GtkWidget *
make_parts (const TroupeReport *report)
{
  GtkWidget *parts = make_column (6);
  GtkWidget *bar = troupe_share_bar_new ();
  g_autofree char *whole = troupe_report_format_whole (report);

  troupe_share_bar_begin (TROUPE_SHARE_BAR (bar), troupe_chart_format_money, report->whole.value.unit);
  for (guint i = 0; i < report->parts->len; i++)
    {
      const TroupePart *part = &g_array_index (report->parts, TroupePart, i);

      troupe_share_bar_add_part (TROUPE_SHARE_BAR (bar), part->fact.label, part->color + 1, part->fact.value.number);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  add (parts, bar);
  add_text (parts, whole, "paper-note");
  add (parts, make_legend (report));
  return parts;
}

/* Text of an amount that explains itself: by a statement line, or as a figure of the statement. */
static GtkWidget *
make_why (const TroupeReport *report,
          const TroupeCell   *cell,
          gint64              line_id,
          const char         *text)
{
  g_autofree char *name = troupe_phrase_format (report->title.lang, "why.heading", "amount", text, NULL);
  g_autofree char *amount = troupe_cell_format (cell);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_css_classes (button, (const char *[]) { "flat", "why", "numeric", NULL });
  /* the button calls itself by its label else */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "statement.why");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xss)", line_id,
                                    cell->figure != NULL ? cell->figure : "", amount);
  return button;
}

static GtkWidget *
make_figure (const TroupeReport *report)
{
  GtkWidget *column = make_column (2);
  g_autofree char *figure = troupe_amount_keep_order (troupe_report_format_figure (report));
  GtkWidget *amount = make_why (report, &report->highlight.value, 0, figure);

  gtk_widget_add_css_class (amount, "title-1");
  gtk_widget_set_halign (amount, GTK_ALIGN_START);
  add_text (column, report->highlight.label, NULL);
  add (column, amount);
  return column;
}

/* The figure, and beside it, to the end of the line, what makes it up; a note has a line to itself. */
static GtkWidget *
make_highlight (const TroupeReport *report)
{
  GtkWidget *box = make_column (6);
  GtkWidget *line = adw_wrap_box_new ();

  gtk_widget_add_css_class (box, "paper-highlight");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (line), 24);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (line), 12);
  adw_wrap_box_set_justify (ADW_WRAP_BOX (line), ADW_JUSTIFY_FILL);
  adw_wrap_box_set_justify_last_line (ADW_WRAP_BOX (line), TRUE);
  adw_wrap_box_append (ADW_WRAP_BOX (line), make_figure (report));
  if (troupe_report_can_show_parts (report))
    {
      GtkWidget *parts = make_parts (report);

      gtk_widget_set_hexpand (parts, TRUE);
      adw_wrap_box_append (ADW_WRAP_BOX (line), parts);
    }
  add (box, line);
  add_text (box, report->highlight.value.note, "paper-note");
  return box;
}

/* --- tables -------------------------------------------------------------------------------------- */

static void
add_rule (Grid       *self,
          const char *style)
{
  GtkWidget *rule = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_add_css_class (rule, style);
  gtk_grid_attach (self->grid, rule, 0, self->line++, self->n, 1);
}

static const char *
get_style (const Grid *self,
           guint       row,
           guint       column)
{
  switch (troupe_table_get_style (self->table, row))
    {
    case TROUPE_ROW_TOTAL:
      return "heading";
    case TROUPE_ROW_GRAND:
      return column == 0 ? "heading" : "title-3";
    case TROUPE_ROW_PLAIN:
    default:
      return self->table->columns[column].flags & TROUPE_COLUMN_DIM ? "dim-label" : NULL;
    }
}

/* Not wider than its text. */
static void
set_first_width (GtkWidget *label,
                 guint      most)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  guint width = 0;

  for (; *text != '\0' && width < most; text = g_utf8_next_char (text))
    width += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  gtk_label_set_width_chars (GTK_LABEL (label), width);
}

/* One text, so that it breaks as one and is read as one. */
static void
add_first (Grid  *self,
           guint  row)
{
  const TroupeCell *cell = troupe_table_get_cell (self->table, row, 0);
  GtkWidget *label = make_wrapped (NULL, get_style (self, row, 0));
  g_autofree char *text = troupe_cell_format (cell);
  g_autofree char *plain = g_markup_escape_text (text, -1);
  g_autofree char *note =
    cell->note != NULL ? g_markup_printf_escaped ("  <span size=\"84%%\" alpha=\"66%%\">%s</span>", cell->note) : NULL;
  g_autofree char *markup = g_strconcat (plain, note, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_CENTER);
  gtk_widget_add_css_class (label, "paper-first");
  if (self->n > CROWDED)
    gtk_widget_add_css_class (label, "paper-crowded");
  set_first_width (label, LABEL_WIDTH);
  gtk_grid_attach (self->grid, label, 0, self->line, 1, 1);
}

/* The statement line that a row is of; 0: of none, or of more than one. */
static gint64
find_line (const TroupeTable *table,
           guint              row)
{
  gint64 line_id = 0;

  for (guint column = 0; column < table->n_columns && line_id == 0; column++)
    line_id = troupe_table_get_cell (table, row, column)->ref;
  return line_id;
}

/* What leads to an amount goes where there is no room for both. */
static void
attach (Grid      *self,
        GtkWidget *cell,
        guint      i)
{
  if (self->table->columns[self->columns[i]].flags & TROUPE_COLUMN_DIM)
    gtk_widget_add_css_class (cell, "paper-lesser");
  gtk_grid_attach (self->grid, cell, i, self->line, 1, 1);
}

static void
add_number (Grid  *self,
            guint  row,
            guint  i)
{
  const TroupeCell *cell = troupe_table_get_cell (self->table, row, self->columns[i]);
  const char *style = get_style (self, row, self->columns[i]);
  gint64 line_id = cell->kind == TROUPE_CELL_MONEY ? find_line (self->table, row) : 0;
  g_autofree char *text = troupe_amount_keep_order (troupe_table_format_cell (self->table, row, self->columns[i]));
  GtkWidget *number;

  if (*text == '\0')
    return;
  number = line_id != 0 || cell->figure != NULL ? make_why (self->report, cell, line_id, text) : make_label (text, 1, NULL);
  if (style != NULL)
    gtk_widget_add_css_class (number, style);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_set_valign (number, GTK_ALIGN_BASELINE_CENTER);
  attach (self, number, i);
}

static void
add_row (Grid  *self,
         guint  row)
{
  gboolean grand = troupe_table_get_style (self->table, row) == TROUPE_ROW_GRAND;

  if (grand)
    add_rule (self, "paper-strong");
  add_first (self, row);
  for (guint i = 1; i < self->n; i++)
    add_number (self, row, i);
  self->line++;
  if (troupe_table_get_style (self->table, row) == TROUPE_ROW_PLAIN)
    add_rule (self, "paper-thin");
}

static GtkWidget *
make_table (const TroupeReport *report,
            const TroupeTable  *table)
{
  Grid self = { report, table, GTK_GRID (gtk_grid_new ()), 0, 0 };

  self.n = troupe_table_list_printed (table, self.columns);
  gtk_grid_set_column_spacing (self.grid, COLUMN_SPACING);
  gtk_grid_set_row_spacing (self.grid, ROW_SPACING);
  gtk_widget_add_css_class (GTK_WIDGET (self.grid), "paper-table");
  gtk_grid_attach (self.grid, make_wrapped (table->heading, "heading"), 0, self.line, 1, 1);
  for (guint i = 1; i < self.n; i++)
    attach (&self, make_label (table->columns[self.columns[i]].label, 1, "paper-note"), i);
  self.line++;
  add_rule (&self, "paper-strong");
  for (guint row = 0; row < troupe_table_get_n_rows (table); row++)
    add_row (&self, row);
  if (table->note != NULL)
    gtk_grid_attach (self.grid, make_wrapped (table->note, "paper-note"), 0, self.line, self.n, 1);
  return GTK_WIDGET (self.grid);
}

/* A wide table scrolls by itself on a narrow window; the page does not. */
static GtkWidget *
make_scrolled (GtkWidget *table)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), table);
  return scrolled;
}

/* --- the foot ------------------------------------------------------------------------------------ */

/* Lines to sign on, abreast. */
static GtkWidget *
make_signatures (const TroupeReport *report)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "paper-signatures");
  for (guint i = 0; i < report->signatures->len; i++)
    {
      GtkWidget *line = make_column (6);
      GtkWidget *rule = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

      gtk_widget_add_css_class (rule, "paper-strong");
      add (line, rule);
      add_text (line, report->signatures->pdata[i], "paper-note");
      add (box, line);
    }
  return box;
}

static GtkWidget *
make_foot (const TroupeReport *report)
{
  GtkWidget *foot = make_column (6);
  GtkWidget *rule = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *texts = adw_wrap_box_new ();
  g_autofree char *ground = troupe_report_format_ground (report);
  g_autofree char *page = troupe_report_format_page (report, 1, 1);

  gtk_widget_add_css_class (rule, "paper-thin");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (texts), 12);
  adw_wrap_box_append (ADW_WRAP_BOX (texts), make_wrapped (ground, "paper-note"));
  adw_wrap_box_append (ADW_WRAP_BOX (texts), make_wrapped (page, "paper-note"));
  add (foot, rule);
  add (foot, texts);
  return foot;
}

GtkWidget *
troupe_paper_new (const TroupeReport *report)
{
  GtkWidget *paper = make_column (22);

  gtk_widget_add_css_class (paper, "paper");
  add (paper, make_head (&report->title));
  add (paper, make_facts (report));
  if (report->highlight.id != NULL)
    add (paper, make_highlight (report));
  for (guint i = 0; i < report->tables->len; i++)
    add (paper, make_scrolled (make_table (report, report->tables->pdata[i])));
  for (guint i = 0; i < report->notes->len; i++)
    add_text (paper, report->notes->pdata[i], "paper-note");
  add (paper, make_signatures (report));
  add (paper, make_foot (report));
  return paper;
}

void
troupe_paper_set_room (GtkWidget       *paper,
                       TroupePaperRoom  room)
{
  TroupePaperRoom most = gtk_widget_has_css_class (paper, "paper-crowded") ? TROUPE_PAPER_NARROW : TROUPE_PAPER_PHONE;

  if (gtk_widget_has_css_class (paper, "paper-first"))
    set_first_width (paper, room >= most ? NARROW_WIDTH : LABEL_WIDTH);
  if (GTK_IS_GRID (paper))
    gtk_grid_set_column_spacing (GTK_GRID (paper), room < TROUPE_PAPER_PHONE ? COLUMN_SPACING : PHONE_SPACING);
  if (gtk_widget_has_css_class (paper, "paper-lesser"))
    gtk_widget_set_visible (paper, room < TROUPE_PAPER_PHONE);
  for (GtkWidget *child = gtk_widget_get_first_child (paper); child != NULL; child = gtk_widget_get_next_sibling (child))
    troupe_paper_set_room (child, room);
}
