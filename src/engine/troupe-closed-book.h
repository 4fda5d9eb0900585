/* A closed month whose late lines are booked now: its rules, and the statements that they correct. */
#pragma once

#include "troupe-rule-book.h"

G_BEGIN_DECLS

typedef struct
{
  TroupeRuleBook *rules;
  GPtrArray      *statements;   /* TroupeStatement by creator id */
} TroupeClosedBook;

TroupeClosedBook *troupe_closed_book_new            (TroupeRuleSet          *rules,
                                                     GPtrArray              *statements);
void              troupe_closed_book_free           (TroupeClosedBook       *self);

/* The id of the creator's statement in that currency; 0: there was none. */
gint64            troupe_closed_book_find_statement (const TroupeClosedBook *self,
                                                     gint64                  creator_id,
                                                     const char             *currency);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeClosedBook, troupe_closed_book_free)

G_END_DECLS
