#include "troupe-roster-private.h"

#include "troupe-money.h"
#include "troupe-month-request.h"
#include "troupe-store-private.h"
#include "troupe-vocabulary.h"

/* Cursors over creators and what belongs to them, all by creator id, read side by side. */
typedef struct
{
  TroupeQuery *query;
  gboolean     has_row;
} Cursor;

typedef struct
{
  Cursor      creators;
  Cursor      accounts;
  Cursor      contracts;
  Cursor      statements;
  TroupeMonth month;
  GString    *words;
} Reading;

static void
step (Cursor *self)
{
  self->has_row = troupe_query_next (self->query);
}

static void
open_cursors (Reading          *self,
              TroupeConnection *connection)
{
  self->creators.query = troupe_connection_prepare (connection,
    "SELECT id, name, team, category, status, other_names FROM creator ORDER BY id");
  self->accounts.query = troupe_connection_prepare (connection,
    "SELECT creator_id, platform, handle, name FROM account WHERE creator_id IS NOT NULL ORDER BY creator_id");
  /* the contract that started last among those that hold, and its share for everything that no other term is about */
  self->contracts.query = troupe_connection_prepare (connection,
    "SELECT creator_id, share, contract.end_day, renews"
    " FROM contract LEFT JOIN term ON contract_id = contract.id AND term.kind = 'share' AND platform IS NULL"
    "  AND revenue_kind IS NULL AND term.start_day <= ?1 AND ifnull (term.end_day, ?1) >= ?1"
    " WHERE contract.start_day <= ?1 ORDER BY creator_id, renews = 1 OR ifnull (contract.end_day, ?1) >= ?1,"
    "  contract.start_day, contract.id");
  troupe_query_bind_day (self->contracts.query, 1, troupe_month_get_last (self->month));
  self->statements.query = troupe_connection_prepare (connection,
    "SELECT creator_id, statement.month = ?1, gross, earned, agency, statement.currency, books.currency,"
    " (SELECT rate FROM exchange_rate AS exchange WHERE exchange.month = statement.month"
    "   AND unit = statement.currency AND exchange.currency = books.currency)"
    " FROM statement, agency AS books WHERE statement.month IN (?1, ?2) ORDER BY creator_id");
  troupe_query_bind_month (self->statements.query, 1, self->month);
  troupe_query_bind_month (self->statements.query, 2, self->month - 1);

  step (&self->creators);
  step (&self->accounts);
  step (&self->contracts);
  step (&self->statements);
}

/* Moves to the creator's rows; those of others before it belong to nobody that is listed. */
static gboolean
is_at (Cursor *self,
       gint64  creator_id)
{
  while (self->has_row && troupe_query_get_id (self->query, 0) < creator_id)
    step (self);
  return self->has_row && troupe_query_get_id (self->query, 0) == creator_id;
}

static guint32
find_platform (const char *platform)
{
  const char *const *platforms = troupe_vocabulary_get_platforms ();
  int i = 0;

  while (platforms[i + 1] != NULL && !g_str_equal (platforms[i], platform))
    i++;
  return 1u << i;
}

static void
add_word (GString    *words,
          const char *word)
{
  if (word == NULL)
    return;
  g_string_append_c (words, ' ');
  g_string_append (words, word);
}

static void
read_accounts (Reading           *self,
               TroupeRosterEntry *entry)
{
  for (; is_at (&self->accounts, entry->id); step (&self->accounts))
    {
      entry->platforms |= find_platform (troupe_query_get_text (self->accounts.query, 1));
      add_word (self->words, troupe_query_get_text (self->accounts.query, 2));
      add_word (self->words, troupe_query_get_text (self->accounts.query, 3));
    }
}

static void
read_contracts (Reading           *self,
                TroupeRosterEntry *entry)
{
  for (; is_at (&self->contracts, entry->id); step (&self->contracts))
    {
      entry->share = troupe_query_get_int (self->contracts.query, 1);
      entry->renews = troupe_query_get_int (self->contracts.query, 3) == 1;
      entry->contract_end = entry->renews ? TROUPE_NONE : troupe_query_get_day (self->contracts.query, 2);
    }
}

/* Adds a statement's amount in the currency of the books; one without a rate has no amount there. */
static void
add_amount (TroupeQuery *query,
            int          column,
            gint64      *sum)
{
  const char *currency = troupe_query_get_text (query, 5);
  const char *books = troupe_query_get_text (query, 6);
  gint64 rate = g_str_equal (currency, books) ? TROUPE_RATE_ONE : troupe_query_get_int (query, 7);

  if (rate == TROUPE_NONE)
    return;
  if (*sum == TROUPE_NONE)
    *sum = 0;
  *sum += troupe_divide_half_up ((TroupeWide) troupe_query_get_int (query, column) * rate * troupe_currency_minor (books),
                                 (TroupeWide) TROUPE_RATE_ONE * troupe_currency_minor (currency));
}

static void
read_statements (Reading           *self,
                 TroupeRosterEntry *entry)
{
  for (; is_at (&self->statements, entry->id); step (&self->statements))
    if (troupe_query_get_int (self->statements.query, 1) == 0)
      add_amount (self->statements.query, 2, &entry->before);
    else
      {
        add_amount (self->statements.query, 2, &entry->gross);
        add_amount (self->statements.query, 3, &entry->earned);
        add_amount (self->statements.query, 4, &entry->agency);
      }
}

static void
read_creator (Reading      *self,
              TroupeRoster *roster)
{
  TroupeQuery *query = self->creators.query;
  TroupeRosterEntry entry = {
    .id = troupe_query_get_id (query, 0),
    .name = troupe_query_get_text (query, 1),
    .team = troupe_query_get_text (query, 2),
    .category = troupe_query_get_text (query, 3),
    .status = g_intern_string (troupe_query_get_text (query, 4)),
    .share = TROUPE_NONE,
    .contract_end = TROUPE_NONE,
    .gross = TROUPE_NONE,
    .earned = TROUPE_NONE,
    .agency = TROUPE_NONE,
    .before = TROUPE_NONE,
  };

  g_string_truncate (self->words, 0);
  add_word (self->words, troupe_query_get_text (query, 5));
  read_accounts (self, &entry);
  read_contracts (self, &entry);
  read_statements (self, &entry);
  troupe_roster_add (roster, &entry, self->words->str);
}

static gboolean
close_cursors (Reading  *self,
               GError  **error)
{
  Cursor *cursors[] = { &self->creators, &self->accounts, &self->contracts, &self->statements };
  gboolean done = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (cursors); i++)
    {
      done = troupe_query_end (cursors[i]->query, done ? error : NULL) && done;
      troupe_query_free (cursors[i]->query);
    }
  g_string_free (self->words, TRUE);
  return done;
}

static DexFuture *
load_roster (TroupeConnection *connection,
             gpointer          data)
{
  Reading reading = { .month = ((const TroupeMonthRequest *) data)->month, .words = g_string_new (NULL) };
  g_autoptr(TroupeRoster) roster = troupe_roster_new ();
  GError *error = NULL;

  open_cursors (&reading, connection);
  for (; reading.creators.has_row; step (&reading.creators))
    read_creator (&reading, roster);
  if (!close_cursors (&reading, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_object (g_steal_pointer (&roster));
}

DexFuture *
troupe_store_load_roster (TroupeStore *self,
                          TroupeMonth  month)
{
  return troupe_store_read (self, NULL, load_roster, troupe_month_request_new (month), troupe_month_request_free);
}
