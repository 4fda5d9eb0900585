#include "fixture.h"

#include "troupe-error.h"
#include "troupe-xlsx-number.h"

/* All rows of the first sheet: number, then cells between <>, marked when they are not text. */
static char *
read_rows (const char *path)
{
  static const char marks[] = { 't', 'n', 'f', '?' };
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeStatementFile) file = troupe_statement_file_open (path, &error);
  g_autoptr(TroupeRowReader) reader = NULL;
  g_autoptr(GString) out = g_string_new (NULL);
  TroupeRow *row = NULL;

  if (file != NULL)
    reader = troupe_statement_file_read_sheet (file, 0, &error);
  while (reader != NULL && troupe_row_reader_next (reader, &row, &error) && row != NULL)
    {
      g_string_append_printf (out, "%d", (int) row->number);
      for (guint i = 0; i < row->n_cells; i++)
        {
          g_assert_cmpint (row->cells[i].length, ==, strlen (row->cells[i].text));
          g_string_append_printf (out, "<%s>", row->cells[i].text);
          if (row->cells[i].kind != TROUPE_CELL_TEXT)
            g_string_append_c (out, marks[row->cells[i].kind]);
        }
      g_string_append_c (out, '\n');
    }
  if (error != NULL)
    g_string_append (out, error->message);

  return g_string_free_and_steal (g_steal_pointer (&out));
}

static void
test_cells (void)
{
  static const struct { const char *rows, *expected; } cases[] = {
    { "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"C1\"><v>7</v></c></row>", "1<two & three><><7>n\n" },
    { "<row><c t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c></row>", "1<ab>\n" },
    { "<row r=\"5\"><c><v>1</v></c></row><row><c><v>2</v></c></row>", "5<1>n\n6<2>n\n" },
    { "<row r=\"1\"/><row r=\"2\"><c r=\"AB2\" t=\"str\"><v>x</v></c></row>",
      "2<><><><><><><><><><><><><><><><><><><><><><><><><><><><x>\n" },
    { "<row><c><v>548.58000000000004</v></c><c><v>0.1</v></c><c><v>7359112345678903719</v></c></row>",
      "1<548.58>n<0.1>n<7359112345678903719>n\n" },
    { "<row><c s=\"1\"><v>46209</v></c><c s=\"2\"><v>46209.5</v></c><c s=\"1\" t=\"s\"><v>0</v></c></row>",
      "1<2026-07-06><2026-07-06 12:00:00><one>\n" },
    { "<row><c><f>A1*2</f><v>12.5</v></c><c><f>A1*3</f></c><c t=\"str\"><f>B1</f><v>t</v></c></row>", "1<12.5>f<>?<t>f\n" },
    { "<row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"s\"><v>99</v></c><c t=\"d\"><v>2026-07-06</v></c></row>",
      "1<TRUE><#REF!><><2026-07-06>\n" },
    { "<x:row xmlns:x=\"m\"><x:c><x:v>3</x:v></x:c></x:row>", "1<3>n\n" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = fixture_workbook ("cells.xlsx", cases[i].rows,
                                                "<si><t>one</t></si><si><r><t>two</t></r><r><t> &amp; three</t></r></si>", "");
      g_autofree char *rows = read_rows (path);
      g_assert_cmpstr (rows, ==, cases[i].expected);
    }
}

static void
test_1904 (void)
{
  g_autofree char *path = fixture_workbook ("mac.xlsx", "<row><c s=\"1\"><v>44747</v></c></row>", "",
                                            "<workbookPr date1904=\"1\"/>");
  g_autofree char *rows = read_rows (path);

  g_assert_cmpstr (rows, ==, "1<2026-07-06>\n");
}

static void
test_numbers (void)
{
  static const struct { const char *number, *text; } cases[] = {
    { "548.58000000000004", "548.58" }, { "-548.58000000000004", "-548.58" }, { "0.30000000000000004", "0.3" },
    { "9.9999999999999999", "10" }, { "99.999999999999986", "100" }, { "1.5", "1.5" }, { "12", "12" },
    { "7123456789012350000", "7123456789012350000" }, { "7.1234567890123456E+18", "7.12345678901235E+18" },
    { "-0.10000000000000001", "-0.1" }, { "2.9999999999999999E-2", "3E-2" }, { "0.012999999999999999", "0.013" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) out = g_string_new ("=");

      troupe_xlsx_append_number (out, cases[i].number);
      g_assert_cmpstr (out->str + 1, ==, cases[i].text);
    }
  g_assert_true (troupe_xlsx_is_date_format ("yyyy/m/d;@"));
  g_assert_true (troupe_xlsx_is_date_format ("[$-409]d-mmm"));
  g_assert_false (troupe_xlsx_is_date_format ("0.00\"day\""));
  g_assert_false (troupe_xlsx_is_date_format ("[Red]#,##0.00"));
}

/* 70 MiB of spaces in 70 KiB: unpacking stops long before the memory does. */
static void
test_bomb (void)
{
  g_autofree char *spaces = g_strnfill (70 * 1024 * 1024, ' '), *sheet = fixture_workbook ("bomb.xlsx", spaces, "", "");
  g_autofree char *rows = read_rows (sheet), *texts = NULL;

  g_assert_cmpstr (rows, ==, "“xl/worksheets/sheet1.xml” inside the file unpacks to more than any statement would hold; the "
                             "file was made to do harm or is damaged");
  g_free (sheet);
  memcpy (spaces, "<si><t>", 7);
  memcpy (spaces + 61 * 1024 * 1024, "</t></si>", 10);
  sheet = fixture_workbook ("texts.xlsx", "", spaces, "");
  texts = read_rows (sheet);
  g_assert_cmpstr (texts, ==, "texts.xlsx: the workbook holds more text than there is room for; save the sheet as CSV and "
                              "import that");
}

static void
test_refuses (void)
{
  const char *const lol[] = { "xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook>&a;</workbook>", NULL };
  const char *const broken[] = { "xl/workbook.xml", "<workbook><sheets>", NULL };
  const char *const empty[] = { "readme.md", "nothing", NULL };
  static const struct { const char *name, *bytes; gsize length; const char *message; } files[] = {
    { "old.xls", "\320\317\021\340\241\261\032\341", 8, "old.xls: this is an old Excel file (.xls) or one with a password; "
                                                        "open it and save it as .xlsx or .csv without a password" },
    { "page.xls", "<html><table>", 13, "page.xls: this is a web page; open it in a spreadsheet and save it as .xlsx or .csv" },
    { "bom.xls", "\357\273\277\r\n  <HTML xmlns", 16, "bom.xls: this is a web page; open it in a spreadsheet and save it as "
                                                       ".xlsx or .csv" },
    { "mht.xls", "MIME-Version: 1.0", 17, "mht.xls: this is a web page; open it in a spreadsheet and save it as .xlsx or .csv" },
    { "x.pdf", "%PDF-1.7", 8, "x.pdf: this is a PDF; download the statement as CSV or Excel instead" },
    { "png.csv", "\211PNG\r\n\032\n", 8, "png.csv: this is a picture; download the statement as CSV or Excel instead" },
    { "gif.csv", "GIF89a", 6, "gif.csv: this is a picture; download the statement as CSV or Excel instead" },
    { "jpeg.csv", "\377\330\377\340", 4, "jpeg.csv: this is a picture; download the statement as CSV or Excel instead" },
    { "empty.csv", "", 0, "empty.csv: the file is empty; download it again" },
    { "cut.xlsx", "PK\003\004cut", 7, "cut.xlsx: the archive is damaged or incomplete; download the file again" },
    { "cut.csv.gz", "\037\213\010\000\000\000\000\000", 8, "cut.csv.gz: the archive is damaged or incomplete; download the "
                                                           "file again" },
    { "latin.csv", "Caf\351,1\n\351\n", 9, "latin.csv: this is neither an Excel workbook nor text in UTF-8, UTF-16 or "
                                           "GB18030; save it as .xlsx or as CSV in UTF-8" },
  };
  g_autofree char *path = fixture_zip ("lol.xlsx", lol), *message = read_rows (path);

  g_assert_cmpstr (message, ==, "lol.xlsx: the workbook holds what no spreadsheet program writes; save it again as .xlsx or "
                                ".csv");
  g_free (path);
  g_free (message);
  path = fixture_zip ("broken.xlsx", broken);
  message = read_rows (path);
  g_assert_cmpstr (message, ==, "broken.xlsx: the workbook is damaged (no element found); open it in a spreadsheet and save "
                                "it again");
  g_free (path);
  g_free (message);
  path = fixture_zip ("empty.zip", empty);
  message = read_rows (path);
  g_assert_cmpstr (message, ==, "empty.zip: there is no CSV file in this archive; unpack it and import what is inside");
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = fixture_write (files[i].name, files[i].bytes, files[i].length), *why = read_rows (file);
      g_assert_cmpstr (why, ==, files[i].message);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/cells", test_cells);
  g_test_add_func ("/workbook/1904", test_1904);
  g_test_add_func ("/workbook/numbers", test_numbers);
  g_test_add_func ("/workbook/bomb", test_bomb);
  g_test_add_func ("/workbook/refuses", test_refuses);

  return g_test_run ();
}
