/* Private to the open document: how one field's value is written in it, and read. */
#pragma once

#include "troupe-json-scanner.h"
#include "troupe-record.h"

G_BEGIN_DECLS

/* Appends the JSON value of a field that is not empty. currency: of minor units. */
void     troupe_document_value_append (GString           *out,
                                       const TroupeField *field,
                                       gconstpointer      record,
                                       const char        *currency);

/* Appends text in quotes. */
void     troupe_document_text_append  (GString           *out,
                                       const char        *text);

/* A value of any kind but text, into ret_value. */
gboolean troupe_document_value_parse  (const TroupeField *field,
                                       const char        *text,
                                       const char        *currency,
                                       gint64            *ret_value,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a token of this kind may be the field's value: text and decimals are strings. */
gboolean troupe_document_value_accept (const TroupeField *field,
                                       TroupeJsonToken    token,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
