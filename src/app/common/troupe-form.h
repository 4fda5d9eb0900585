/* Forms as tables: which fields of a record a dialog shows and in which words; and how a field's
 * value is written and read where people type. */
#pragma once

#include "troupe-phrase.h"
#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const char *group;                  /* translatable; a new group begins where it differs */
  const char *field;                  /* of the record */
  const char *title;                  /* translatable */
  /* A choice of words instead of free text: the built-in ones and how they read. */
  const char *const *(*get_words) (void);
  const char *(*get_label) (TroupeLang lang, const char *word);
  const char *any;                    /* translatable: the choice of no value, "Every platform" */
} TroupeFormRow;

/* The value of a field as it is typed: ISO days, percent without its sign, decimals. NULL: no value. */
char    *troupe_form_format (const TroupeField *field,
                             gconstpointer      fields,
                             const char        *currency);

/* Reads it back into fields; "" is no value. Text is kept in store (a g_free array). FALSE: the text
 * is none of the field's kind. */
gboolean troupe_form_parse  (const TroupeField *field,
                             const char        *text,
                             gpointer           fields,
                             GPtrArray         *store) G_GNUC_WARN_UNUSED_RESULT;

/* Says how such a field is written instead of text, which was refused: a translated format for the title of
 * its row. */
const char *troupe_form_get_advice (const TroupeField *field,
                                    const char        *text);

G_END_DECLS
