#include "troupe-paper.h"

#include <adwaita.h>

#include "troupe-account.h"
#include "troupe-money.h"
#include "troupe-share.h"
#include "troupe-vocabulary.h"

/* A table of the page as it grows. */
typedef struct
{
  const TroupePaperSource *source;
  GtkGrid                 *grid;
  int                      row;
  int                      columns;
} Table;

static const char *
say (const TroupePaperSource *source,
     const char              *key)
{
  return troupe_phrase (source->lang, key);
}

static GtkWidget *
make_label (const char *text,
            float       xalign,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), xalign == 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_wrapped (const char *text,
              const char *style)
{
  GtkWidget *label = make_label (text, 0, style);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

static char *
format (const TroupePaperSource *source,
        gint64                   amount)
{
  return troupe_money_format (amount, source->statement->currency);
}

/* --- the head ------------------------------------------------------------------------------------ */

static GtkWidget *
make_head (const TroupePaperSource *source)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *agency = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *month = troupe_month_to_string (source->statement->month);
  gboolean draft = g_str_equal (source->statement->state, "draft");
  g_autofree char *subtitle = draft ? g_strdup_printf ("%s · %s", month, say (source, "statement.draft")) : g_strdup (month);

  gtk_widget_add_css_class (agency, "paper-agency");
  gtk_box_append (GTK_BOX (agency), make_label (source->agency->name, 0, "heading"));
  if (source->agency->contact != NULL)
    gtk_box_append (GTK_BOX (agency), make_label (source->agency->contact, 0, "paper-note"));
  gtk_box_append (GTK_BOX (title), make_label (say (source, "statement.title"), 1, "title-2"));
  gtk_box_append (GTK_BOX (title), make_label (subtitle, 1, "paper-note"));
  gtk_widget_set_hexpand (agency, TRUE);
  gtk_box_append (GTK_BOX (head), agency);
  gtk_box_append (GTK_BOX (head), title);
  return head;
}

static void
add_party (GtkGrid    *grid,
           int         column,
           const char *title,
           const char *value)
{
  gtk_grid_attach (grid, make_label (title, 0, "paper-note"), column, 0, 1, 1);
  gtk_grid_attach (grid, make_label (value, 0, "heading"), column, 1, 1, 1);
}

static GtkWidget *
make_parties (const TroupePaperSource *source)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  add_party (GTK_GRID (grid), 0, say (source, "statement.for"), source->creator->name);
  if (source->contract != NULL)
    add_party (GTK_GRID (grid), 1, say (source, "statement.contract"), source->contract->number);
  add_party (GTK_GRID (grid), 2, say (source, "statement.number"), source->statement->number);
  return grid;
}

/* Why nothing, or not all, is paid now; NULL when all is. */
static char *
explain_carry (const TroupePaperSource *source)
{
  const TroupeStatement *statement = source->statement;
  g_autofree char *minimum = NULL;

  if (statement->closing == statement->payable)
    return NULL;
  if (statement->closing < 0)
    return g_strdup (say (source, "statement.negative"));
  if (statement->minimum == TROUPE_NONE || statement->minimum == 0)
    return g_strdup (say (source, "statement.carried"));
  minimum = format (source, statement->minimum);
  return troupe_phrase_format (source->lang, "statement.below_minimum", "amount", minimum, NULL);
}

static GtkWidget *
make_highlight (const TroupePaperSource *source)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *amount = format (source, source->statement->payable);
  g_autofree char *with_currency = g_strdup_printf ("%s %s", amount, source->statement->currency);
  g_autofree char *carry = explain_carry (source);
  GtkWidget *figure = make_label (with_currency, 1, "title-2");

  gtk_widget_add_css_class (box, "paper-highlight");
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (text), make_wrapped (say (source, "statement.payable_now"), NULL));
  if (carry != NULL)
    gtk_box_append (GTK_BOX (text), make_wrapped (carry, "paper-note"));
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), figure);
  return box;
}

/* --- tables -------------------------------------------------------------------------------------- */

static Table
begin_table (const TroupePaperSource *source,
             const char              *heading,
             const char *const       *titles,
             int                      columns)
{
  Table table = { source, GTK_GRID (gtk_grid_new ()), 1, columns };

  gtk_grid_set_column_spacing (table.grid, 12);
  gtk_widget_add_css_class (GTK_WIDGET (table.grid), "paper-table");
  gtk_grid_attach (table.grid, make_label (heading, 0, "heading"), 0, 0, 1, 1);
  for (int i = 1; i < columns; i++)
    gtk_grid_attach (table.grid, make_label (titles[i], 1, "paper-note"), i, 0, 1, 1);
  return table;
}

static void
add_rule (Table      *table,
          const char *style)
{
  GtkWidget *rule = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_add_css_class (rule, style);
  gtk_grid_attach (table->grid, rule, 0, table->row++, table->columns, 1);
}

/* One text, so that a narrow page cuts the note before what it is a note of. */
static void
add_label_cell (Table      *table,
                const char *text,
                const char *note,
                gboolean    total)
{
  GtkWidget *label = make_label (NULL, 0, total ? "heading" : NULL);
  g_autofree char *small = note != NULL ? g_markup_printf_escaped ("  <span size=\"84%%\" alpha=\"66%%\">%s</span>", note) : NULL;
  g_autofree char *plain = g_markup_escape_text (text, -1);
  g_autofree char *markup = g_strconcat (plain, small, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_size_request (label, 122, -1);
  gtk_grid_attach (table->grid, label, 0, table->row, 1, 1);
}

static void
add_cell (Table      *table,
          int         column,
          char       *text,
          const char *style)
{
  GtkWidget *label = make_label (text, 1, style);

  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (table->grid, label, column, table->row, 1, 1);
  g_free (text);
}

/* An amount that explains itself. */
static void
add_why (Table                    *table,
         int                       column,
         gint64                    amount,
         const TroupeStatementLine *line)
{
  g_autofree char *text = format (table->source, amount);
  g_autofree char *name = troupe_phrase_format (table->source->lang, "why.heading", "amount", text, NULL);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_css_classes (button, (const char *[]) { "flat", "why", "numeric", NULL });
  /* the button calls itself by its label else */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "statement.why");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", line->id);
  gtk_grid_attach (table->grid, button, column, table->row, 1, 1);
}

static const char *
find_account (const TroupePaperSource *source,
              gint64                   id)
{
  for (guint i = 0; source->accounts != NULL && i < source->accounts->len; i++)
    {
      TroupeAccount *account = g_ptr_array_index (source->accounts, i);

      if (account->id == id)
        return account->name != NULL ? account->name : account->handle;
    }
  return NULL;
}

static char *
describe_line (const TroupePaperSource   *source,
               const TroupeStatementLine *line)
{
  g_autofree char *kind = g_strdup (troupe_kind_get_label (source->lang, line->revenue_kind));

  /* kinds begin with a capital where they stand alone, here they follow the platform */
  *kind = g_ascii_tolower (*kind);
  return troupe_phrase_format (source->lang, "statement.line",
                               "platform", troupe_platform_get_label (source->lang, line->platform), "kind", kind, NULL);
}

static gboolean
is_earning (const TroupeStatementLine *line)
{
  return g_str_equal (line->kind, "earning");
}

static GtkWidget *
make_income (const TroupePaperSource *source)
{
  const char *const titles[] = { NULL, say (source, "statement.gross"), say (source, "statement.fee"),
                                 say (source, "statement.fee_share"), say (source, "statement.pool") };
  Table table = begin_table (source, say (source, "statement.income_heading"), titles, 5);

  add_rule (&table, "paper-strong");
  for (guint i = 0; i < source->lines->len; i++)
    {
      TroupeStatementLine *line = g_ptr_array_index (source->lines, i);
      g_autofree char *label = describe_line (source, line);

      if (!is_earning (line))
        continue;
      add_label_cell (&table, label, find_account (source, line->account_id), FALSE);
      add_cell (&table, 1, format (source, line->gross), "dim-label");
      add_cell (&table, 2, format (source, -line->fee), "dim-label");
      add_cell (&table, 3, line->fee_share != TROUPE_NONE ? troupe_share_format (line->fee_share) : g_strdup ("–"), "dim-label");
      add_cell (&table, 4, format (source, line->pool), NULL);
      table.row++;
      add_rule (&table, "paper-thin");
    }
  add_label_cell (&table, say (source, "statement.sum"), NULL, TRUE);
  add_cell (&table, 1, format (source, source->statement->gross), "heading");
  add_cell (&table, 2, format (source, -source->statement->fee), "heading");
  add_cell (&table, 4, format (source, source->statement->pool), "heading");
  return GTK_WIDGET (table.grid);
}

static GtkWidget *
make_share (const TroupePaperSource *source)
{
  const char *const titles[] = { NULL, say (source, "statement.basis"), say (source, "statement.rate"),
                                 say (source, "statement.amount") };
  Table table = begin_table (source, say (source, "statement.share_heading"), titles, 4);

  add_rule (&table, "paper-strong");
  for (guint i = 0; i < source->lines->len; i++)
    {
      TroupeStatementLine *line = g_ptr_array_index (source->lines, i);
      g_autofree char *label = describe_line (source, line);

      if (!is_earning (line))
        continue;
      add_label_cell (&table, label, line->clause, FALSE);
      add_cell (&table, 1, format (source, g_str_equal (line->basis, "gross") ? line->gross : line->pool), "dim-label");
      add_cell (&table, 2, troupe_share_format (line->share), "dim-label");
      add_why (&table, 3, line->creator, line);
      table.row++;
      add_rule (&table, "paper-thin");
    }
  add_label_cell (&table, say (source, "statement.earned"), NULL, TRUE);
  add_cell (&table, 3, format (source, source->statement->earned), "heading");
  return GTK_WIDGET (table.grid);
}

static void
add_balance (Table      *table,
             const char *key,
             gint64      amount,
             gboolean    total)
{
  add_label_cell (table, say (table->source, key), NULL, total);
  add_cell (table, 1, format (table->source, amount), total ? "heading" : NULL);
  table->row++;
  add_rule (table, "paper-thin");
}

static void
add_corrections (Table *table)
{
  const TroupePaperSource *source = table->source;

  for (guint i = 0; i < source->lines->len; i++)
    {
      TroupeStatementLine *line = g_ptr_array_index (source->lines, i);
      g_autofree char *item = describe_line (source, line);
      g_autofree char *month = troupe_month_to_string (line->month);
      g_autofree char *label = troupe_phrase_format (source->lang, "statement.correction", "month", month, "item", item, NULL);

      if (is_earning (line))
        continue;
      add_label_cell (table, label, say (source, "statement.late"), FALSE);
      add_why (table, 1, line->creator, line);
      table->row++;
      add_rule (table, "paper-thin");
    }
}

static GtkWidget *
make_balance (const TroupePaperSource *source)
{
  const char *const titles[] = { NULL, say (source, "statement.amount") };
  Table table = begin_table (source, say (source, "statement.balance_heading"), titles, 2);
  const TroupeStatement *statement = source->statement;

  add_rule (&table, "paper-strong");
  add_balance (&table, "statement.opening", statement->opening, FALSE);
  add_balance (&table, "statement.earned", statement->earned, FALSE);
  add_corrections (&table);
  if (statement->paid != 0)
    add_balance (&table, "statement.paid", -statement->paid, FALSE);
  add_balance (&table, "statement.closing", statement->closing, TRUE);
  if (statement->closing != statement->payable)
    add_balance (&table, "statement.carry_over", statement->closing - statement->payable, FALSE);
  return GTK_WIDGET (table.grid);
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

GtkWidget *
troupe_paper_new (const TroupePaperSource *source)
{
  GtkWidget *paper = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_add_css_class (paper, "paper");
  gtk_box_append (GTK_BOX (paper), make_head (source));
  gtk_box_append (GTK_BOX (paper), make_parties (source));
  gtk_box_append (GTK_BOX (paper), make_highlight (source));
  gtk_box_append (GTK_BOX (paper), make_scrolled (make_income (source)));
  gtk_box_append (GTK_BOX (paper), make_scrolled (make_share (source)));
  gtk_box_append (GTK_BOX (paper), make_scrolled (make_balance (source)));
  return paper;
}
