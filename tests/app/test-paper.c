/* The statement in the window is the one that is printed: the same definition, the same words. */
#include "troupe-paper.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "troupe-fiber.h"
#include "troupe-file-job.h"
#include "troupe-preview-job.h"
#include "troupe-statement.h"

static TroupeOffice *office;
static char *folder;

/* Without white space, which print and window break differently. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (squeezed, g_utf8_get_char (text));
  return g_string_free (squeezed, FALSE);
}

static void
collect_texts (GtkWidget *widget,
               GPtrArray *texts)
{
  if (GTK_IS_LABEL (widget))
    g_ptr_array_add (texts, squeeze (gtk_label_get_text (GTK_LABEL (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

static int
compare_longest_first (gconstpointer a,
                       gconstpointer b)
{
  const char *one = a, *other = b;
  gsize length = strlen (one), other_length = strlen (other);

  return length != other_length ? (length < other_length ? 1 : -1) : strcmp (one, other);
}

static char *
read_pdf (const TroupeReportRequest *request)
{
  const char *argv[] = { "pdftotext", "-raw", request->output, "-", NULL };
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) files = dex_await_boxed (troupe_office_report (office, request, NULL, NULL, NULL), &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return squeeze (text);
}

/* Takes every text of the page out of the print, the longest first; nothing may be left of either. */
static void
compare (GPtrArray *texts,
         char      *print)
{
  g_ptr_array_sort_values (texts, compare_longest_first);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      char *at = strstr (print, text);

      if (at == NULL)
        g_error ("“%s” is not printed; left of the print is “%s”", text, print);
      memmove (at, at + strlen (text), strlen (at + strlen (text)) + 1);
    }
  g_assert_cmpstr (print, ==, "");
}

static guint
count_whys (GtkWidget *widget)
{
  guint n = GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "statement.why") == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_whys (child);
  return n;
}

/* Amounts on the page: those of its tables' rows and the figure over them. A payment and what is carried
 * over are their own reason. */
static guint
count_amounts (const TroupeReport *report,
               guint               own_reasons)
{
  guint n = 1;

  for (guint i = 0; i < report->tables->len; i++)
    {
      const TroupeTable *table = g_ptr_array_index (report->tables, i);

      for (guint k = 0; k < table->cells->len; k++)
        n += g_array_index (table->cells, TroupeCell, k).kind == TROUPE_CELL_MONEY;
    }
  return n - own_reasons;
}

/* Rows of the way to the payment that nothing explains. */
static guint
count_own_reasons (const TroupeReport *report)
{
  const TroupeTable *balance = g_ptr_array_index (report->tables, report->tables->len - 1);
  guint n = 0;

  for (guint row = 0; row < troupe_table_get_n_rows (balance); row++)
    {
      const TroupeCell *amount = troupe_table_get_cell (balance, row, balance->n_columns - 1);

      n += amount->ref == 0 && amount->figure == NULL;
    }
  return n;
}

static void
check_statement (const TroupeStatement *statement,
                 TroupeLang             lang)
{
  g_autofree char *output = g_build_filename (folder, "statement.pdf", NULL);
  const TroupeReportRequest request = {
    .name = "statement", .month = statement->month, .format = "pdf", .creator_id = statement->creator_id,
    .combined = TRUE, .lang = lang, .output = output,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) reports = dex_await_boxed (troupe_office_read_reports (office, &request, NULL), &error);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GtkWidget) paper = NULL;
  g_autofree char *print = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 1);
  paper = g_object_ref_sink (troupe_paper_new (g_ptr_array_index (reports, 0)));
  collect_texts (paper, texts);
  g_assert_cmpuint (texts->len, >, 30);
  print = read_pdf (&request);
  compare (texts, print);
  g_assert_cmpuint (count_whys (paper), ==,
                    count_amounts (g_ptr_array_index (reports, 0), count_own_reasons (g_ptr_array_index (reports, 0))));
  g_unlink (output);
}

/* Every ninth statement of October: drafts, with payments, carried over, with late lines. */
static DexFuture *
test_fiber (gpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "demo.troupe", NULL);
  g_autoptr(GPtrArray) statements = NULL;
  guint checked = 0;

  office = dex_await_object (troupe_office_create_demo (path, troupe_clock_new_fixed (TROUPE_DEMO_TIME)), &error);
  g_assert_no_error (error);
  statements = dex_await_boxed (troupe_office_list (office, &TROUPE_STATEMENT, "month", troupe_month_new (2026, 10)), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < statements->len; i += 9, checked++)
    {
      check_statement (g_ptr_array_index (statements, i), TROUPE_LANG_ZH);
      check_statement (g_ptr_array_index (statements, i), TROUPE_LANG_EN);
    }
  g_assert_cmpuint (checked, >, 3);
  dex_await (troupe_office_close (office), &error);
  g_assert_no_error (error);
  g_clear_object (&office);
  g_unlink (path);
  return dex_future_new_true ();
}

static void
test_print (void)
{
  g_autoptr(DexFuture) future = troupe_fiber_spawn (test_fiber, NULL, NULL);

  while (dex_future_is_pending (future))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (dex_future_is_resolved (future));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  dex_init ();
  folder = g_dir_make_tmp ("troupe-paper-XXXXXX", NULL);
  g_test_add_func ("/app/paper/print", test_print);
  return g_test_run ();
}
