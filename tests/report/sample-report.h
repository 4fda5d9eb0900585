/* The statement of the picture shared by the tests of this folder: every amount adds up. */
#pragma once

#include "troupe-money.h"
#include "troupe-report-seal.h"

enum { LABEL, GROSS, FEE, RATE, BASIS, N_INCOME };

static const TroupeColumn income_columns[N_INCOME] = {
  [LABEL] = { "label", "Income", TROUPE_CELL_TEXT, 0 },
  [GROSS] = { "gross", "Gross", TROUPE_CELL_MONEY, TROUPE_COLUMN_DIM },
  [FEE] = { "fee", "Platform fee", TROUPE_CELL_MONEY, TROUPE_COLUMN_DIM },
  [RATE] = { "rate", "Fee", TROUPE_CELL_SHARE, TROUPE_COLUMN_DIM },
  [BASIS] = { "basis", "Basis of the split", TROUPE_CELL_MONEY, 0 },
};

static void
add_income (TroupeReport *report,
            TroupeTable  *table,
            TroupeCell    label,
            gint64        gross,
            gint64        share)
{
  gint64 fee = -troupe_scale (gross, share, 10000);
  guint row = troupe_table_get_n_rows (table) + 1;

  troupe_report_add_row (report, table, TROUPE_ROW_PLAIN, (TroupeCell[N_INCOME]) {
    [LABEL] = label,
    [GROSS] = troupe_cell_money (gross, "CNY", 0),
    [FEE] = troupe_cell_money (fee, "CNY", 0),
    [RATE] = troupe_cell_number (TROUPE_CELL_SHARE, share),
    [BASIS] = troupe_cell_money (gross + fee, "CNY", 7000 + row) });
}

static void
add_total (TroupeReport   *report,
           TroupeTable    *table,
           TroupeRowStyle  style,
           const char     *label)
{
  TroupeCell cells[N_INCOME] = { troupe_cell_text (label, NULL) };

  for (int column = GROSS; column < N_INCOME; column++)
    {
      gint64 sum = 0;

      for (guint row = 0; row < troupe_table_get_n_rows (table); row++)
        sum += troupe_table_get_cell (table, row, column)->number;
      if (column != RATE)
        cells[column] = troupe_cell_money (sum, "CNY", 0);
    }
  troupe_report_add_row (report, table, style, cells);
}

static void
add_quota (TroupeReport *report,
           TroupeLang    lang)
{
  const TroupeColumn columns[] = { { "label", "", TROUPE_CELL_TEXT }, { "value", "", TROUPE_CELL_TEXT } };
  gboolean zh = lang == TROUPE_LANG_ZH;
  TroupeTable *quota = troupe_report_add_table (report, "quota", zh ? "考核" : "Quota", columns, 2);
  TroupeTable *later = troupe_report_add_table (report, "later", zh ? "尚未结算" : "Not in this statement yet", columns, 2);

  quota->half = later->half = TRUE;
  troupe_report_add_row (report, quota, TROUPE_ROW_PLAIN, (TroupeCell[]) {
    troupe_cell_text (zh ? "有效天（单日满 2 小时）" : "Valid days (2 hours or more)", NULL),
    troupe_cell_text (zh ? "24 / 22" : "24 of 22", NULL) });
  troupe_report_add_row (report, later, TROUPE_ROW_PLAIN, (TroupeCell[]) {
    troupe_cell_text (zh ? "电商佣金（预估）" : "Shop orders, estimated", NULL), troupe_cell_money (310840, "CNY", 0) });
  troupe_report_set_table_note (report, later, zh ? "仅供参考，以平台结算为准" : "Information only");
}

static TroupeReport *
sample_report_new (TroupeLang  lang,
                   guint       n_lines,
                   const char *extra)
{
  gboolean zh = lang == TROUPE_LANG_ZH;
  const TroupeReportTitle title = {
    .lang = lang, .name = "statement", .number = "S-2026-10-007", .title = zh ? "结算单" : "Statement",
    .subtitle = zh ? "2026年10月" : "October 2026", .agency = zh ? "渡灯文化传媒" : "Ferrylight Media",
    .contact = zh ? "对账与咨询：accounts@ferrylight.example" : "Statements and questions: accounts@ferrylight.example",
    .period = "2026-10", .currency = "CNY", .zone = "Asia/Shanghai",
    .rules = "2026-05-01", .made = 1793692800,
  };
  TroupeReport *report = troupe_report_new (&title);
  TroupeCell payable = troupe_cell_money (4986974, "CNY", 0);
  g_autofree char *capitals = troupe_money_capitals (payable.number);
  g_autofree char *note = g_strconcat ("大写：人民币", capitals, NULL);
  TroupeTable *table;

  payable.note = zh ? note : NULL;
  troupe_report_add_head (report, "creator", zh ? "达人" : "For",
                          zh ? troupe_cell_text ("南栀晚唱", "实名已隐藏：宋**") : troupe_cell_text ("Nan Zhi", "S** W****"));
  troupe_report_add_head (report, "payee", zh ? "收款方" : "Payee",
                          troupe_cell_text (zh ? "南栀工作室" : "Nan Zhi Studio", zh ? "个体户" : "Sole trader"));
  troupe_report_add_head (report, "contract", zh ? "合同" : "Contract", troupe_cell_text ("C-2025-031", "2026-05-01"));
  troupe_report_add_head (report, "number", zh ? "编号" : "Statement", troupe_cell_text ("S-2026-10-007", "2026-11-03"));
  troupe_report_set_highlight (report, zh ? "2026年11月8日应付" : "We pay you on 8 November 2026", payable);
  troupe_report_set_whole (report, zh ? "流水" : "Gross", troupe_cell_money (21892490, "CNY", 0));
  troupe_report_add_part (report, TROUPE_PART_CREATOR, "creator", zh ? "本人" : "you", troupe_cell_money (6666486, "CNY", 0));
  troupe_report_add_part (report, TROUPE_PART_AGENCY, "agency", zh ? "机构" : "agency", troupe_cell_money (5693619, "CNY", 0));
  troupe_report_add_part (report, TROUPE_PART_PLATFORM, "platform", zh ? "平台" : "platforms",
                          troupe_cell_money (9532385, "CNY", 0));
  table = troupe_report_add_table (report, "income", zh ? "1  流水与平台扣费" : "1  What came in", income_columns, N_INCOME);
  add_income (report, table, troupe_cell_text (zh ? "抖音 礼物" : "Douyin, gifts", "nanzhi.sings"), 14862000, 5000);
  add_income (report, table, troupe_cell_text (zh ? "快手 礼物" : "Kuaishou, gifts", "nanzhi_music"), 3745840, 5000);
  add_income (report, table, troupe_cell_text (zh ? "抖音 电商佣金" : "Douyin, shop commission", "settled in October"), 1284650, 1000);
  add_income (report, table, troupe_cell_text (extra != NULL ? extra : zh ? "商单" : "Brand deal", "“Autumn tea”"), 2000000, 500);
  for (guint i = 0; i < n_lines; i++)
    add_income (report, table, troupe_cell_text (zh ? "快手 补录的一笔流水" : "A line among many lines", "one of them"), 100, 0);
  add_total (report, table, TROUPE_ROW_TOTAL, zh ? "合计" : "Sum");
  add_total (report, table, TROUPE_ROW_GRAND, zh ? "应付金额" : "Payable");
  add_quota (report, lang);
  troupe_report_add_note (report, zh ? "请于 11 月 6 日前确认或提出异议。" : "Please accept or object by 6 November.");
  troupe_report_add_signature (report, zh ? "达人确认 / 日期" : "Accepted by, date");
  troupe_report_add_signature (report, zh ? "机构经办 / 日期" : "For the agency, date");
  troupe_report_seal (report);
  return report;
}
