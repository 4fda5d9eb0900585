/* Any bytes as a statement file: recognised or refused, read to its end or to an error, with every
 * profile that fits. libFuzzer links this with its own main(); otherwise fuzz-smoke.c has one. */
#include "fuzz.h"

#include "troupe-statement-reader.h"

#include <glib/gstdio.h>

/* What the clerk would have to choose. */
static const TroupeStatementOptions chosen = { 2026 * 12 + 9, "USD", NULL, "someone", TROUPE_NONE };

static void
read_lines (TroupeStatementFile *file,
            TroupeProfileMatch  *match)
{
  g_autoptr(TroupeStatementReader) reader = troupe_statement_reader_new (file, match, &chosen, NULL);
  const TroupeStagedLine *line = NULL;
  TroupeImport import;

  if (reader == NULL)
    return;
  while (troupe_line_source_next (TROUPE_LINE_SOURCE (reader), &line, NULL) && line != NULL)
    g_assert_true (line->row > 0 && line->platform != NULL && line->handle != NULL && *line->handle != '\0' &&
                   line->kind != NULL && line->unit != NULL && line->amount != TROUPE_NONE && line->day != TROUPE_NONE &&
                   g_utf8_validate (line->handle, -1, NULL));
  troupe_line_source_describe (TROUPE_LINE_SOURCE (reader), &import);
  g_assert_cmpint (import.failed_rows, <=, import.rows);
  troupe_line_source_get_problems (TROUPE_LINE_SOURCE (reader));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static GPtrArray *profiles = NULL;
  g_autofree char *path = g_strdup_printf ("%s/troupe-fuzz-%d", g_get_tmp_dir (), (int) getpid ());
  g_autoptr(TroupeStatementFile) file = NULL;
  g_autoptr(GPtrArray) matches = NULL;

  if (profiles == NULL)
    profiles = troupe_profile_list_builtin ();
  g_assert_true (g_file_set_contents (path, (const char *) data, size, NULL));
  file = troupe_statement_file_open (path, NULL);
  if (file != NULL)
    matches = troupe_profile_match_file (file, profiles, NULL);
  for (guint i = 0; matches != NULL && i < matches->len; i++)
    read_lines (file, g_ptr_array_index (matches, i));
  g_unlink (path);

  return 0;
}

const char *const fuzz_seeds[] = {
  "Date,Sub Revenue,Bits Revenue,Ad Revenue\nSun Aug 23 2026,1.5,\"1,000\",(2)\n",
  "Date;Sub Revenue;Bits Revenue;Ad Revenue\r\n2026-08-23;1.5;-;/\r\nTotal;1.5;;\r\n",
  "\357\273\277日期\t平台\t账号\t类型\t金额\t币种\n2026年7月6日\t抖音\t'88\t礼物\t３.2万\t人民币\n",
  "Data period,Creator ID,Creator's username,Diamonds,LIVE duration\n2026-07-01 ~ 2026-07-06,7359112345678903719,s1,553978,"
  "23h 7m 8s\n",
  "Content,Video title,Estimated revenue (USD)\nTotal,,3\nv1,\"A, \"\"b\"\"\",1.1234\nShowing top 500 results,,\n",
  "a note\n\n订单号,商品ID,订单实付（元）,达人ID,达人佣金(元),团长id,团长佣金（元）,实际结算时间\n"
  "=\"69\",1,100,,7,9,8,2026-05-01 00:00:00\n",
  "date,platform,account,kind,amount,unit\n03/04/2026,x,a,gift,131.77(已退款89.84),USD\n",
  NULL,
};
