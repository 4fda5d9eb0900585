#include "troupe-report-writer.h"

#include "sample-report.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

static const TroupeFormat formats[] = { TROUPE_FORMAT_PDF, TROUPE_FORMAT_XLSX, TROUPE_FORMAT_CSV, TROUPE_FORMAT_JSON };

static char *
write_file (TroupeReport *report,
            TroupeFormat  format)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("troupe-writer-XXXXXX", &error);
  char *path = g_strdup_printf ("%s/report.%s", folder, troupe_format_get_word (format));
  g_autoptr(TroupeOutput) output = troupe_output_open (path, &error);

  g_ptr_array_add (reports, report);
  g_assert_true (troupe_report_write (reports, format, NULL, output, &error));
  g_assert_no_error (error);
  return path;
}

static void
remove_file (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (path);
}

static char *
write_text (TroupeReport *report,
            TroupeFormat  format,
            gsize        *ret_length)
{
  char *path = write_file (report, format);
  char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, ret_length, NULL));
  remove_file (path);
  return content;
}

/* What a program of the environment says about a file. */
static char *
run (const char *const *command)
{
  g_autoptr(GError) error = NULL;
  char *out = NULL;
  g_autofree char *err = NULL;
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (err, ==, "");
  g_assert_cmpint (status, ==, 0);
  return out;
}

static char *
read_back (TroupeReport *report,
           TroupeFormat  format)
{
  static const char script[] =
    "import sys, openpyxl\n"
    "for sheet in openpyxl.load_workbook(sys.argv[1]):\n"
    "  print('#', sheet.title, sheet.freeze_panes, sheet.column_dimensions['A'].width > 8)\n"
    "  for row in sheet.iter_rows():\n"
    "    print('|'.join(f'{c.data_type}:{c.value}' for c in row if c.value is not None))\n";
  char *path = write_file (report, format);
  char *text = NULL;

  switch (format)
    {
    case TROUPE_FORMAT_PDF:
      text = run ((const char *[]) { "pdftotext", "-layout", path, "-", NULL });
      break;
    case TROUPE_FORMAT_XLSX:
      text = run ((const char *[]) { "python3", "-c", script, path, NULL });
      break;
    case TROUPE_FORMAT_CSV:
    case TROUPE_FORMAT_JSON:
    default:
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    }
  remove_file (path);
  return text;
}

/* A share is a number that a spreadsheet shows as a percentage. */
static void
test_percent (void)
{
  static const char script[] =
    "import sys, openpyxl\n"
    "for sheet in openpyxl.load_workbook(sys.argv[1]):\n"
    "  for cell in (c for row in sheet.iter_rows() for c in row if '%' in c.number_format):\n"
    "    print(cell.value, cell.number_format)\n";
  g_autoptr(TroupeReport) report = sample_report_new (TROUPE_LANG_EN, 0, NULL);
  char *path = write_file (report, TROUPE_FORMAT_XLSX);
  g_autofree char *text = run ((const char *[]) { "python3", "-c", script, path, NULL });

  g_assert_cmpstr (text, ==, "0.5 0.00%\n0.5 0.00%\n0.1 0.00%\n0.05 0.00%\n");
  remove_file (path);
}

static void
assert_says (const char *text,
             const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
test_same_numbers (void)
{
  g_autoptr(TroupeReport) report = sample_report_new (TROUPE_LANG_ZH, 0, NULL);
  g_autofree char *shortened = troupe_report_get_short_checksum (report);
  const struct { TroupeFormat format; const char *payable, *fee, *share, *checksum; } cases[] = {
    { TROUPE_FORMAT_PDF, "49,869.74", "−1,284.65", "50%", shortened },
    { TROUPE_FORMAT_XLSX, "n:49869.74", "n:-1284.65", "n:0.5", report->checksum },
    { TROUPE_FORMAT_CSV, ",49869.74,", ",-1284.65,", ",50,", report->checksum },
    { TROUPE_FORMAT_JSON, "\"49869.74\"", "\"-1284.65\"", "\"50\"", report->checksum },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = read_back (report, cases[i].format);

      assert_says (text, cases[i].payable);
      assert_says (text, cases[i].fee);
      assert_says (text, cases[i].share);
      assert_says (text, cases[i].checksum);
      assert_says (text, "肆万玖仟捌佰陆拾玖元柒角肆分");
    }
}

/* Made and written twice, with time enough between for any clock in a writer to move on. */
static void
test_same_bytes (void)
{
  char *bytes[2][G_N_ELEMENTS (formats)];
  gsize lengths[2][G_N_ELEMENTS (formats)];

  for (int round = 0; round < 2; round++)
    {
      g_autoptr(TroupeReport) report = sample_report_new (TROUPE_LANG_ZH, 3, NULL);

      for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
        bytes[round][i] = write_text (report, formats[i], &lengths[round][i]);
      if (round == 0)
        g_usleep (1.1 * G_USEC_PER_SEC);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_assert_cmpmem (bytes[0][i], lengths[0][i], bytes[1][i], lengths[1][i]);
      g_free (bytes[0][i]);
      g_free (bytes[1][i]);
    }
}

/* The checksum is of all but the time: another amount changes it, another hour does not. */
static void
test_checksum (void)
{
  g_autoptr(TroupeReport) report = sample_report_new (TROUPE_LANG_EN, 0, NULL);
  g_autoptr(TroupeReport) longer = sample_report_new (TROUPE_LANG_EN, 1, NULL);
  TroupeReportTitle title = report->title;
  g_autoptr(TroupeReport) early = troupe_report_new (&title);
  g_autoptr(TroupeReport) late = NULL;

  title.made += 3600;
  late = troupe_report_new (&title);
  troupe_report_seal (early);
  troupe_report_seal (late);
  g_assert_cmpstr (early->checksum, ==, late->checksum);
  g_assert_cmpstr (report->checksum, !=, longer->checksum);
}

/* As anybody can, without Troupe. */
static void
test_checksum_elsewhere (void)
{
  static const char script[] =
    "import hashlib, json, sys\n"
    "report = json.load(open(sys.argv[1]))['reports'][0]\n"
    "stated = report.pop('checksum'); report.pop('made')\n"
    "text = json.dumps(report, ensure_ascii=False, separators=(',', ':'))\n"
    "print(stated == hashlib.sha256(text.encode()).hexdigest())\n";
  g_autoptr(TroupeReport) report = sample_report_new (TROUPE_LANG_ZH, 2, "a \"quoted\"\tname / path \\ end");
  char *path = write_file (report, TROUPE_FORMAT_JSON);
  g_autofree char *answer = run ((const char *[]) { "python3", "-c", script, path, NULL });

  remove_file (path);
  g_assert_cmpstr (answer, ==, "True\n");
}

static void
test_formulas (void)
{
  const struct { const char *text, *csv; } cases[] = {
    { "=1+1", "\"'=1+1\"" },
    { "+86 10", "\"'+86 10\"" },
    { "-2 lines", "\"'-2 lines\"" },
    { "@sum", "\"'@sum\"" },
    { "\tx", "\"'\tx\"" },
    { "\rx", "\"'\rx\"" },
    { "say \"hi\", twice", "\"say \"\"hi\"\", twice\"" },
    { "two\nlines", "\"two\nlines\"" },
    { "plain", ",plain," },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TroupeReport) report = sample_report_new (TROUPE_LANG_EN, 0, cases[i].text);
      g_autofree char *csv = read_back (report, TROUPE_FORMAT_CSV);
      g_autofree char *xlsx = read_back (report, TROUPE_FORMAT_XLSX);

      assert_says (csv, cases[i].csv);
      /* openpyxl calls a formula "f" and text "s". */
      g_assert_null (strstr (xlsx, "f:"));
      g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbfreport,section,row,label,"));
    }
}

static void
test_workbook (void)
{
  g_autoptr(TroupeReport) report = sample_report_new (TROUPE_LANG_EN, 0, NULL);
  g_autofree char *text = read_back (report, TROUPE_FORMAT_XLSX);

  assert_says (text, "# report None True");
  assert_says (text, "# What came in B2 True");
  assert_says (text, "s:Income|s:Gross|s:Platform fee|s:Fee|s:Basis of the split");
  assert_says (text, "s:Kuaishou, gifts|n:37458.4|n:-18729.2|n:0.5|n:18729.2|s:nanzhi_music");
}

static void
test_json (void)
{
  g_autoptr(TroupeReport) report = sample_report_new (TROUPE_LANG_EN, 0, NULL);
  g_autofree char *text = read_back (report, TROUPE_FORMAT_JSON);
  g_autoptr(JsonNode) root = json_from_string (text, NULL);
  const struct { const char *path, *value; } cases[] = {
    { "$.format", "[\"troupe-report\"]" },
    { "$.reports[0].made", "[\"2026-11-03T08:00:00Z\"]" },
    { "$.reports[0].tables[0].columns[4].kind", "[\"money\"]" },
    { "$.reports[0].tables[0].rows[0].basis", "[\"74310.00\"]" },
    { "$.reports[0].tables[0].rows[0].basis_ref", "[7001]" },
    { "$.reports[0].tables[0].rows[4].row", "[\"total\"]" },
    { "$.reports[0].tables[0].rows[4].rate", "[null]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JsonNode) found = json_path_query (cases[i].path, root, NULL);
      g_autofree char *value = json_to_string (found, FALSE);

      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_format_words (void)
{
  g_autoptr(GError) error = NULL;
  TroupeFormat format;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_assert_true (troupe_format_parse (troupe_format_get_word (formats[i]), &format, &error));
      g_assert_cmpint (format, ==, formats[i]);
    }
  g_assert_false (troupe_format_parse ("doc", &format, &error));
  assert_says (error->message, "pdf, xlsx, csv or json");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/writer/percent", test_percent);
  g_test_add_func ("/report/writer/same-numbers", test_same_numbers);
  g_test_add_func ("/report/writer/same-bytes", test_same_bytes);
  g_test_add_func ("/report/writer/checksum", test_checksum);
  g_test_add_func ("/report/writer/checksum-elsewhere", test_checksum_elsewhere);
  g_test_add_func ("/report/writer/formulas", test_formulas);
  g_test_add_func ("/report/writer/workbook", test_workbook);
  g_test_add_func ("/report/writer/json", test_json);
  g_test_add_func ("/report/writer/format-words", test_format_words);
  return g_test_run ();
}
