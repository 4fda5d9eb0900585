#include "troupe-text-table.h"

static void
test_width (void)
{
  static const struct { const char *text; int width; } cases[] = {
    { "", 0 },
    { "abc", 3 },
    { "南枝", 4 },
    { "南枝 Nan", 8 },
    { "（）", 4 },
    { "é", 1 },
    { "e\xcc\x81", 1 },   /* a combining accent takes no room */
    { "−1,234.50", 9 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (troupe_text_get_width (cases[i].text), ==, cases[i].width);
}

static void
test_aligned (void)
{
  g_autoptr(TroupeTextTable) table = troupe_text_table_new ("lrl");
  static const char *const cells[] = { "南枝", "1.00", "CNY", "Mizu Live", "−12.50", "", "x", "3", "USD" };
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    troupe_text_table_add (table, cells[i]);
  text = troupe_text_table_to_string (table);
  g_assert_cmpstr (text, ==,
                   "南枝         1.00  CNY\n"
                   "Mizu Live  −12.50\n"
                   "x               3  USD\n");
}

static void
test_empty (void)
{
  g_autoptr(TroupeTextTable) table = troupe_text_table_new ("ll");
  g_autofree char *text = troupe_text_table_to_string (table);

  g_assert_cmpstr (text, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-table/width", test_width);
  g_test_add_func ("/text-table/aligned", test_aligned);
  g_test_add_func ("/text-table/empty", test_empty);

  return g_test_run ();
}
