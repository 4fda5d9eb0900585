/* An invented creator's settled month and the books around it; every amount adds up. */
#pragma once

#include "troupe-month-report.h"
#include "troupe-statement-report.h"

#define OCTOBER (2026 * 12 + 9)

/* The same records as the store would hand over, on the stack or static: a report only reads them. */
typedef struct
{
  TroupeAgency        agency;
  TroupeCreator       creator;
  TroupePerson        person;
  TroupeContract      contract;
  TroupeAccount       account;
  TroupeTerm          terms[2];
  TroupePayment       payment;
  TroupeStatement     september;
  TroupeStatement     statement;
  TroupeStatementLine line_records[64];
  gint64              made;
  GPtrArray          *lines, *accounts, *term_records, *payments, *corrected;
} Books;

/* rate of 10,000 to the creator, fee of 10,000 to the platform. */
static TroupeStatementLine *
add_line (Books      *books,
          const char *platform,
          const char *kind,
          gint64      gross,
          const int   shares[2])
{
  TroupeStatementLine *line = &books->line_records[books->lines->len];

  troupe_record_clear (&TROUPE_STATEMENT_LINE, line);
  line->type = &TROUPE_STATEMENT_LINE;
  line->id = 9000 + books->lines->len;
  line->position = books->lines->len;
  line->kind = "earning";
  line->month = OCTOBER;
  line->account_id = 5;
  line->platform = platform;
  line->revenue_kind = kind;
  line->first_day = troupe_day_new (2026, 10, 1);
  line->last_day = troupe_day_new (2026, 10, 31);
  line->rows = 31;
  line->unit = "CNY";
  line->amount = gross * 10000;
  line->currency = "CNY";
  line->gross = gross;
  line->fee_share = shares[0];
  line->fee = troupe_scale (gross, shares[0], 10000);
  line->pool = line->gross - line->fee;
  line->clause = "4.1";
  line->term_id = 31;
  line->version = 3;
  line->basis = "net";
  line->share = shares[1];
  line->creator = troupe_scale (line->pool, shares[1], 10000);
  line->agency = line->pool - line->creator;
  g_ptr_array_add (books->lines, line);
  return line;
}

static void
sum_up (Books *books)
{
  TroupeStatement *statement = &books->statement;

  for (guint i = 0; i < books->lines->len; i++)
    {
      const TroupeStatementLine *line = books->lines->pdata[i];

      if (g_str_equal (line->kind, "correction"))
        {
          statement->corrections += line->creator;
          statement->agency_corrections += line->agency;
          continue;
        }
      statement->gross += line->gross;
      statement->fee += line->fee;
      statement->pool += line->pool;
      statement->earned += line->creator;
      statement->agency += line->agency;
    }
  statement->closing = statement->opening + statement->earned + statement->corrections - statement->paid;
  statement->payable = statement->closing >= statement->minimum ? statement->closing : 0;
}

static void
books_init (Books *books,
            guint  n_more)
{
  TroupeStatementLine *late;

  *books = (Books) {
    .agency = { .id = 1, .name = "渡灯文化传媒", .currency = "CNY", .contact = "accounts@ferrylight.example" },
    .creator = { .id = 3, .name = "南栀晚唱" },
    .person = { .id = 4, .kind = "person", .name = "宋晚栀", .bank_account = "6222000011114471" },
    .contract = { .id = 6, .number = "C-2025-031", .currency = "CNY", .start_day = troupe_day_new (2025, 5, 1) },
    .account = { .id = 5, .platform = "douyin", .handle = "nanzhi.sings", .creator_id = 3 },
    .terms = { { .id = 30, .contract_id = 6, .start_day = troupe_day_new (2025, 5, 1), .version = 2 },
               { .id = 31, .contract_id = 6, .start_day = troupe_day_new (2026, 5, 1), .version = 3 } },
    .payment = { .id = 7, .day = troupe_day_new (2026, 10, 12), .amount = 120000, .currency = "CNY", .reference = "B-2210" },
    .september = { .id = 8, .number = "S-2026-09-007" },
    .statement = { .id = 9, .month = OCTOBER, .creator_id = 3, .number = "S-2026-10-007", .currency = "CNY",
                   .state = "closed", .opening = 120000, .paid = 120000, .minimum = 10000 },
    .made = 1793692800, .lines = g_ptr_array_new (), .accounts = g_ptr_array_new (), .payments = g_ptr_array_new (),
    .term_records = g_ptr_array_new (), .corrected = g_ptr_array_new (),
  };
  books->account.type = &TROUPE_ACCOUNT;
  for (int i = 0; i < 2; i++)
    {
      books->terms[i].type = &TROUPE_TERM;
      g_ptr_array_add (books->term_records, &books->terms[i]);
    }
  books->september.type = &TROUPE_STATEMENT;
  g_ptr_array_add (books->accounts, &books->account);
  g_ptr_array_add (books->payments, &books->payment);
  g_ptr_array_add (books->corrected, &books->september);
  add_line (books, "douyin", "gift", 14862000, (int[]) { 5000, 5500 });
  add_line (books, "kuaishou", "gift", 3745840, (int[]) { 5000, 5500 });
  add_line (books, "douyin", "commission", 1284650, (int[]) { 1000, 7000 })->clause = "4.3";
  for (guint i = 0; i < n_more; i++)
    add_line (books, "kuaishou", "task", 100 + i, (int[]) { 0, 5000 });
  late = add_line (books, "douyin", "commission", -34711, (int[]) { 1000, 7000 });
  late->kind = "correction";
  late->month = OCTOBER - 1;
  late->corrects_id = books->september.id;
  sum_up (books);
}

static void
books_clear (Books *books)
{
  g_ptr_array_unref (books->lines);
  g_ptr_array_unref (books->accounts);
  g_ptr_array_unref (books->term_records);
  g_ptr_array_unref (books->payments);
  g_ptr_array_unref (books->corrected);
}
