/* The creator statement: what came in, the creator's share of it, and what becomes of that. */
#pragma once

#include "troupe-account.h"
#include "troupe-agency.h"
#include "troupe-contract.h"
#include "troupe-creator.h"
#include "troupe-payment.h"
#include "troupe-person.h"
#include "troupe-report.h"
#include "troupe-statement-line.h"
#include "troupe-statement.h"
#include "troupe-term.h"

G_BEGIN_DECLS

/* Everything the statement is made from; all is borrowed. */
typedef struct
{
  TroupeLang             lang;
  const TroupeAgency    *agency;
  const TroupeStatement *statement;
  GPtrArray             *lines;        /* TroupeStatementLine, by position */
  const TroupeCreator   *creator;
  const TroupeContract  *contract;
  const TroupePerson    *person;       /* the creator's, or NULL */
  const TroupePerson    *payee;        /* who is paid when it is not the person, or NULL */
  GPtrArray             *accounts;     /* TroupeAccount: at least those of the lines */
  GPtrArray             *terms;        /* TroupeTerm: at least the contract's, as the month knew them; or NULL */
  GPtrArray             *payments;     /* TroupePayment of the month, by day */
  GPtrArray             *corrected;    /* TroupeStatement that the lines correct */
  const char            *zone;         /* the time zone of the books, or NULL */
  const char            *rules;        /* names the rule tables that were used, or NULL */
  gint64                 made;         /* Unix seconds */
  gboolean               legal_names;  /* shown in full instead of masked */
} TroupeStatementSource;

/* Sealed. */
TroupeReport *troupe_statement_report_new (const TroupeStatementSource *source);

G_END_DECLS
