#include "sample-report.h"
#include "troupe-layout.h"
#include "troupe-pdf-pack.h"
#include "troupe-proof.h"
#include "troupe-report-writer.h"

#include <glib/gstdio.h>
#include <string.h>

static GPtrArray *
list (TroupeReport *report)
{
  GPtrArray *reports = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_report_unref);

  g_ptr_array_add (reports, report);
  return reports;
}

static TroupeFontSet *
make_fonts (GPtrArray *reports)
{
  g_autoptr(GError) error = NULL;
  TroupeFontSet *fonts = troupe_font_set_new (reports, &error);

  g_assert_no_error (error);
  return fonts;
}

static void
test_pages (void)
{
  const struct { guint lines, pages; } cases[] = { { 0, 1 }, { 22, 2 }, { 70, 3 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) reports = list (sample_report_new (TROUPE_LANG_ZH, cases[i].lines, NULL));
      g_autoptr(TroupeFontSet) fonts = make_fonts (reports);
      g_autoptr(TroupeLayout) layout = troupe_layout_new (reports->pdata[0], fonts);

      g_assert_cmpuint (troupe_layout_get_n_pages (layout), ==, cases[i].pages);
      g_assert_cmpuint (troupe_font_set_get_missing (fonts)->len, ==, 0);
    }
}

/* A noncharacter has no glyph in any font. */
static void
test_missing (void)
{
  g_autoptr(GPtrArray) reports = list (sample_report_new (TROUPE_LANG_EN, 0, "Name \xf3\xb0\x80\x80 of a star"));
  g_autoptr(TroupeFontSet) fonts = make_fonts (reports);
  GPtrArray *missing = troupe_font_set_get_missing (fonts);

  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_true (g_str_has_prefix (missing->pdata[0], "U+F0000 "));
}

static gsize
write_and_read (GPtrArray      *reports,
                TroupeFontSet  *fonts,
                char          **ret_text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("troupe-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "statement.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr(TroupeOutput) output = troupe_output_open (path, &error);
  const char *command[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *complaints = NULL;
  gsize length;

  g_assert_true (troupe_report_write_pdf (reports, fonts, output, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, ret_text, &complaints, NULL,
                               &error));
  g_assert_no_error (error);
  g_assert_cmpstr (complaints, ==, "");
  g_unlink (path);
  g_rmdir (folder);
  return length;
}

static void
test_text (void)
{
  const struct { TroupeLang lang; gsize most; const char *says[7]; } cases[] = {
    { TROUPE_LANG_EN, 14, { "Statement", "Nan Zhi Studio", "CNY 49,869.74", "−95,323.85", "Accepted by, date",
                        "Page 1 of 1 · checksum" } },
    /* A Chinese page shows some hundred characters more, 150 bytes of outline each. */
    { TROUPE_LANG_ZH, 33, { "结算单", "南栀晚唱", "人民币肆万玖仟捌佰陆拾玖元柒角肆分", "−95,323.85", "达人确认 / 日期",
                        "第 1 页，共 1 页 · 校验码" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) reports = list (sample_report_new (cases[i].lang, 0, NULL));
      g_autoptr(TroupeFontSet) fonts = make_fonts (reports);
      g_autofree char *text = NULL;

      g_assert_cmpuint (write_and_read (reports, fonts, &text), <, cases[i].most * 1024);
      for (gsize k = 0; cases[i].says[k] != NULL; k++)
        if (strstr (text, cases[i].says[k]) == NULL)
          g_error ("“%s” is not in:\n%s", cases[i].says[k], text);
    }
}

/* What neither of our fonts has comes from another one, and can be read. */
static void
test_other_fonts (void)
{
  g_autoptr(GPtrArray) reports = list (sample_report_new (TROUPE_LANG_ZH, 0, "Ωμέγα ♫ ☂ Հայաստան"));
  g_autoptr(TroupeFontSet) fonts = make_fonts (reports);
  g_autofree char *text = NULL;

  g_assert_cmpuint (troupe_font_set_get_missing (fonts)->len, ==, 0);
  write_and_read (reports, fonts, &text);
  g_assert_nonnull (strstr (text, "Ωμέγα ♫ ☂ Հայաստան"));
}

/* One font set serves a whole job, and one file may hold it all. */
static void
test_combined (void)
{
  g_autoptr(GPtrArray) reports = list (sample_report_new (TROUPE_LANG_EN, 0, NULL));
  g_autoptr(TroupeFontSet) fonts = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (reports, sample_report_new (TROUPE_LANG_ZH, 70, NULL));
  fonts = make_fonts (reports);
  write_and_read (reports, fonts, &text);
  g_assert_nonnull (strstr (text, "Page 1 of 1"));
  g_assert_nonnull (strstr (text, "第 3 页，共 3 页"));
  g_assert_nonnull (strstr (text, "1 流水与平台扣费（续）"));
}

static guint
count_ink (GBytes *pixels)
{
  gsize size;
  const guint32 *pixel = g_bytes_get_data (pixels, &size);
  guint ink = 0;

  for (gsize i = 0; i < size / sizeof *pixel; i++)
    ink += pixel[i] != 0xffffffff;
  return ink;
}

/* All pages of all reports, each on white and none of them blank; the same page is the same pixels. */
static void
test_proof (void)
{
  g_autoptr(GPtrArray) reports = list (sample_report_new (TROUPE_LANG_EN, 0, NULL));
  g_autoptr(TroupeProof) proof = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (reports, sample_report_new (TROUPE_LANG_ZH, 22, NULL));
  proof = troupe_proof_new (reports, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (troupe_proof_get_n_pages (proof), ==, 3);
  for (guint page = 0; page < 3; page++)
    {
      g_autoptr(GBytes) pixels = troupe_proof_paint (proof, page, 595, 842);
      g_autoptr(GBytes) again = troupe_proof_paint (proof, page, 595, 842);

      g_assert_true (troupe_proof_get_report (proof, page) == reports->pdata[page > 0]);
      g_assert_cmpuint (g_bytes_get_size (pixels), ==, 4 * 595 * 842);
      g_assert_cmpuint (count_ink (pixels), >, 2000);
      g_assert_cmpuint (count_ink (pixels), <, 595 * 842 / 2);
      g_assert_true (g_bytes_equal (pixels, again));
    }
}

/* What is no whole PDF of cairo's is left as it is. */
static void
test_not_packed (void)
{
  static const char whole[] =
    "%PDF-1.4\n"
    "1 0 obj\n<< /Type /Catalog\n>>\nendobj\n"
    "2 0 obj\n<< /Length 3 0 R\n>>\nstream\n0 0 m\nendstream\nendobj\n"
    "3 0 obj\n   5\nendobj\n"
    "xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000045 00000 n \n0000000103 00000 n \n"
    "trailer\n<< /Size 4\n   /Root 1 0 R\n   /Info 1 0 R\n>>\nstartxref\n123\n%%EOF\n";
  const struct { const char *text, *becomes; } cases[] = {
    { "", "" }, { " 0 m\nendstream", " 0  m\nendstream" }, { "   5\n", "   6\n" }, { "3 0 obj", "4 0 obj" },
    { "/Length 3", "/Length 9" }, { "0 4\n", "0 9\n" }, { "startxref\n123", "startxref\n999" }, { "startxref", "startyref" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) pdf = g_string_new (whole);
      g_autoptr(GString) packed = NULL;

      g_string_replace (pdf, cases[i].text, cases[i].becomes, 1);
      packed = troupe_pdf_pack (pdf);
      g_assert_cmpint (packed != NULL, ==, i == 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/paper/pages", test_pages);
  g_test_add_func ("/report/paper/missing", test_missing);
  g_test_add_func ("/report/paper/text", test_text);
  g_test_add_func ("/report/paper/other-fonts", test_other_fonts);
  g_test_add_func ("/report/paper/combined", test_combined);
  g_test_add_func ("/report/paper/proof", test_proof);
  g_test_add_func ("/report/paper/not-packed", test_not_packed);
  return g_test_run ();
}
