#include "troupe-import-problems.h"

#include <glib/gi18n.h>

#include "troupe-import-text.h"
#include "troupe-row.h"

/* Characters: the places stand in a column of their own. */
#define WHERE_WIDTH 13

/* How outcomes look, the most urgent first. */
static const struct
{
  const char *outcome;
  const char *icon;
  const char *style;
  const char *remedy;
} looks[] = {
  { "failed", "dialog-error-symbolic", "error", NULL },
  { "warned", "dialog-warning-symbolic", "warning", NULL },
  { "waiting", "dialog-question-symbolic", "warning", N_("It waits until somebody says whose it is") },
  { "updated", "view-refresh-symbolic", "accent", N_("The difference is booked") },
  { "duplicate", "dialog-information-symbolic", "dim-label", N_("Left out: nothing is counted twice") },
};

static guint
get_rank (const char *outcome)
{
  guint rank = 0;

  while (rank < G_N_ELEMENTS (looks) - 1 && !g_str_equal (looks[rank].outcome, outcome))
    rank++;
  return rank;
}

/* --- gathering ----------------------------------------------------------------------------------- */

static void
problem_free (gpointer data)
{
  TroupeImportProblem *problem = data;

  g_free (problem->where);
  g_free (problem);
}

static gboolean
is_same (const TroupeImportProblem *problem,
         const TroupeImportRow     *row)
{
  return g_str_equal (problem->outcome, row->outcome) && g_strcmp0 (problem->column, row->column) == 0 &&
         g_strcmp0 (problem->reason, row->reason) == 0;
}

static guint
hash_cb (gconstpointer key)
{
  const TroupeImportRow *row = key;

  return g_str_hash (row->outcome) ^ (row->column != NULL ? g_str_hash (row->column) : 0) * 31 ^
         (row->reason != NULL ? g_str_hash (row->reason) : 0) * 17;
}

static gboolean
equal_cb (gconstpointer a,
          gconstpointer b)
{
  const TroupeImportRow *row = b;
  const TroupeImportProblem problem = { ((const TroupeImportRow *) a)->outcome, ((const TroupeImportRow *) a)->column,
                                        ((const TroupeImportRow *) a)->reason };

  return is_same (&problem, row);
}

static TroupeImportProblem *
problem_new (const TroupeImportRow *row)
{
  TroupeImportProblem *problem = g_new0 (TroupeImportProblem, 1);

  problem->outcome = row->outcome;
  problem->column = row->column;
  problem->reason = row->reason;
  problem->first = row->first_row;
  problem->last = row->last_row;
  return problem;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  guint left = get_rank ((*(const TroupeImportProblem *const *) a)->outcome);
  guint right = get_rank ((*(const TroupeImportProblem *const *) b)->outcome);

  return left < right ? -1 : left > right;
}

static void
note_place (gpointer data,
            gpointer user_data)
{
  TroupeImportProblem *problem = data;

  problem->where = troupe_import_text_places (problem->first, problem->last, problem->ranges);
}

GPtrArray *
troupe_import_problems_gather (GPtrArray *rows)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (hash_cb, equal_cb);
  GPtrArray *problems = g_ptr_array_new_with_free_func (problem_free);

  for (guint i = 0; i < rows->len; i++)
    {
      TroupeImportRow *row = g_ptr_array_index (rows, i);
      TroupeImportProblem *problem = g_hash_table_lookup (seen, row);

      if (problem == NULL)
        {
          problem = problem_new (row);
          g_hash_table_insert (seen, row, problem);
          g_ptr_array_add (problems, problem);
        }
      problem->n += row->last_row - row->first_row + 1;
      problem->ranges++;
    }
  g_ptr_array_foreach (problems, note_place, NULL);
  g_ptr_array_sort (problems, compare_cb);
  return problems;
}

/* --- rows ---------------------------------------------------------------------------------------- */

static void
add_where (GtkWidget  *row,
           const char *where)
{
  GtkWidget *label = gtk_label_new (where);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), WHERE_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WHERE_WIDTH);
  gtk_widget_set_css_classes (label, (const char *[]) { "numeric", "dim-label", NULL });
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
}

GtkWidget *
troupe_import_remark_new_row (const TroupeImportRemark *remark,
                              gboolean                  narrow)
{
  guint rank = get_rank (remark->outcome);
  const char *outcome = troupe_import_text_outcome (remark->outcome);
  g_autofree char *below = narrow ? g_strjoin (" · ", remark->where, remark->subtitle, NULL) : g_strdup (remark->subtitle);
  GtkWidget *row = troupe_row_new (remark->title, below);
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[rank].icon);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (icon, looks[rank].style);
  gtk_widget_set_tooltip_text (icon, outcome);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, outcome, -1);
  if (!narrow)
    add_where (row, remark->where);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

/* Reasons are written to go on from "file, row 12: "; here they begin a line. */
static char *
begin_sentence (const char *reason)
{
  char first[8] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (reason)), first);
  return g_strconcat (first, *reason != '\0' ? g_utf8_next_char (reason) : "", NULL);
}

GtkWidget *
troupe_import_problem_new_row (const TroupeImportProblem *problem,
                               gboolean                   narrow)
{
  const char *remedy = looks[get_rank (problem->outcome)].remedy;
  g_autofree char *column = problem->column != NULL ? g_strdup_printf (_("Column “%s”"), problem->column) : NULL;
  g_autofree char *title = begin_sentence (problem->reason != NULL ? _(problem->reason)
                                                                   : troupe_import_text_outcome (problem->outcome));
  const TroupeImportRemark remark = {
    .outcome = problem->outcome,
    .where = problem->where,
    .title = title,
    .subtitle = column != NULL ? column : remedy != NULL ? _(remedy) : NULL,
  };

  return troupe_import_remark_new_row (&remark, narrow);
}
