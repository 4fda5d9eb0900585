#include "troupe-closed-book.h"

#include "troupe-statement.h"

static gint
compare_statements_cb (gconstpointer a,
                       gconstpointer b)
{
  const TroupeStatement *x = a, *y = b;

  return (x->creator_id > y->creator_id) - (x->creator_id < y->creator_id);
}

TroupeClosedBook *
troupe_closed_book_new (TroupeRuleSet *rules,
                        GPtrArray     *statements)
{
  TroupeClosedBook *self = g_new (TroupeClosedBook, 1);

  self->rules = troupe_rule_book_new (rules);
  self->statements = g_ptr_array_new_full (statements->len, troupe_record_unref);
  for (guint i = 0; i < statements->len; i++)
    g_ptr_array_add (self->statements, troupe_record_ref (statements->pdata[i]));
  g_ptr_array_sort_values (self->statements, compare_statements_cb);
  return self;
}

void
troupe_closed_book_free (TroupeClosedBook *self)
{
  troupe_rule_book_free (self->rules);
  g_ptr_array_unref (self->statements);
  g_free (self);
}

static const TroupeStatement *
get_statement (const TroupeClosedBook *self,
               guint                   i)
{
  return self->statements->pdata[i];
}

gint64
troupe_closed_book_find_statement (const TroupeClosedBook *self,
                                   gint64                  creator_id,
                                   const char             *currency)
{
  guint low = 0, high = self->statements->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_statement (self, middle)->creator_id < creator_id)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < self->statements->len && get_statement (self, low)->creator_id == creator_id; low++)
    if (g_str_equal (get_statement (self, low)->currency, currency))
      return get_statement (self, low)->id;
  return 0;
}
