/* Why an amount is what it is: a tree that restates its arithmetic down to the evidence. Its texts are
 * in one language; the engine makes it, window and command line show it. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

/* What a node can lead to. */
typedef enum
{
  TROUPE_REFERENCE_NONE,
  TROUPE_REFERENCE_TERM,
  TROUPE_REFERENCE_FEE_CARD,
  TROUPE_REFERENCE_UNIT_RATE,
  TROUPE_REFERENCE_EXCHANGE_RATE,
  TROUPE_REFERENCE_STATEMENT,
  TROUPE_REFERENCE_STATEMENT_LINE,
  TROUPE_REFERENCE_EVIDENCE,         /* of the statement line with this id: listed when it is opened */
  TROUPE_REFERENCE_PAYMENTS,         /* of the statement with this id */
} TroupeReference;

typedef struct
{
  char            *label;          /* "Creator’s part" */
  char            *value;          /* "7,171.56" */
  char            *formula;        /* "13,039.20 × 55% = 7,171.56"; may be NULL, as may be detail */
  char            *detail;         /* "Clause 4.2, version 3, since 1 May 2026" */
  TroupeReference  reference;
  gint64           reference_id;
  GPtrArray       *children;       /* TroupeDerivation */
} TroupeDerivation;

/* Takes ownership of value. */
TroupeDerivation *troupe_derivation_new      (const char              *label,
                                              char                    *value);
TroupeDerivation *troupe_derivation_ref      (TroupeDerivation        *self);
void              troupe_derivation_unref    (TroupeDerivation        *self);

/* Take ownership. */
void              troupe_derivation_add      (TroupeDerivation        *self,
                                              TroupeDerivation        *child);
void              troupe_derivation_explain  (TroupeDerivation        *self,
                                              char                    *formula,
                                              char                    *detail);
void              troupe_derivation_refer    (TroupeDerivation        *self,
                                              TroupeReference          reference,
                                              gint64                   id);

/* "term", "evidence", …: for JSON; NULL for none. */
const char       *troupe_reference_to_string (TroupeReference          reference);

/* Indented lines of text. */
char             *troupe_derivation_to_text  (const TroupeDerivation  *self);

#define TROUPE_TYPE_DERIVATION (troupe_derivation_get_type ())
GType             troupe_derivation_get_type (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeDerivation, troupe_derivation_unref)

G_END_DECLS
