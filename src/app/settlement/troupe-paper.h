/* A statement as paper inside the window, in the words of the one that is printed. Every amount that
 * can explain itself is a flat button: it activates "statement.why" with the statement line's id. */
#pragma once

#include <gtk/gtk.h>

#include "troupe-agency.h"
#include "troupe-contract.h"
#include "troupe-creator.h"
#include "troupe-phrase.h"
#include "troupe-statement-line.h"
#include "troupe-statement.h"

G_BEGIN_DECLS

typedef struct
{
  TroupeAgency    *agency;
  TroupeCreator   *creator;
  TroupeContract  *contract;   /* may be NULL */
  TroupeStatement *statement;
  GPtrArray       *lines;      /* TroupeStatementLine */
  GPtrArray       *accounts;   /* TroupeAccount of the creator */
  TroupeLang       lang;
} TroupePaperSource;

/* Everything is copied out of source. */
GtkWidget *troupe_paper_new (const TroupePaperSource *source);

G_END_DECLS
