/* A record: an immutable, validated, reference-counted row of the agency's books.
 *
 * Each noun has its own struct (troupe-creator.h …) whose first member is its type and whose other
 * members are only gint64 and char *. The type's table of fields is the one place that says what a
 * record holds: the store binds and selects by it, the open document is written and read by it, the
 * change log compares by it, and what is sensitive is marked in it.
 *
 * "No value" is 0 for an id, TROUPE_NONE for other numbers, NULL for text. A record may also live on
 * the stack with borrowed text: fill its struct and hand it to troupe_record_new() or _check(). */
#pragma once

#include <glib-object.h>

#include "troupe-day.h"

G_BEGIN_DECLS

typedef enum
{
  TROUPE_FIELD_ID,       /* desk << 40 | sequence, below 2^53 */
  TROUPE_FIELD_INT,
  TROUPE_FIELD_BOOL,
  TROUPE_FIELD_HASH,     /* 64 bits: an integer in SQL, 16 hexadecimal digits in the document */
  TROUPE_FIELD_TEXT,
  TROUPE_FIELD_DAY,      /* ISO text in SQL and in the document, as are months and times */
  TROUPE_FIELD_MONTH,
  TROUPE_FIELD_TIME,     /* Unix seconds */
  TROUPE_FIELD_MICROS,   /* an integer in SQL, a decimal string in the document, as is all money */
  TROUPE_FIELD_MINOR,    /* of the currency that the record's field "currency" names */
  TROUPE_FIELD_RATE,     /* 10^-9 */
  TROUPE_FIELD_SHARE,    /* parts per 10,000; percent in the document */
} TroupeFieldKind;

typedef enum
{
  TROUPE_FIELD_REQUIRED = 1 << 0,
  TROUPE_FIELD_SENSITIVE = 1 << 1,
  TROUPE_FIELD_KEY = 1 << 2,        /* part of the primary key; implies required, except for an id */
  TROUPE_FIELD_VERBATIM = 1 << 3,   /* text that is kept byte for byte instead of cleaned */
} TroupeFieldFlags;

typedef struct
{
  const char        *name;      /* the SQL column and the document's member */
  TroupeFieldKind    kind;
  guint16            offset;
  guint16            flags;
  const char *const *choices;   /* the allowed texts, NULL-ended; NULL: any */
} TroupeField;

typedef struct
{
  const char        *name;      /* the SQL table and the document's "type" */
  gsize              size;
  const TroupeField *fields;    /* ends with a field without a name */
  gboolean         (*validate) (gconstpointer record, GError **error);
} TroupeRecordType;

#define TROUPE_FIELD(Type, member, KIND, flags, ...) \
  { #member, TROUPE_FIELD_##KIND, G_STRUCT_OFFSET (Type, member), (flags), __VA_ARGS__ }
#define TROUPE_CHOICES(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* Every record type in the order of the open document: what is referred to comes first. NULL-ended. */
const TroupeRecordType *const *troupe_record_get_types (void);
const TroupeRecordType *troupe_record_find_type  (const char *name);
const TroupeField      *troupe_record_find_field (const TroupeRecordType *type, const char *name);

/* Copies fields (a struct of that type; its type member is ignored) with its text cleaned, or says
 * in words of the field what is wrong (TROUPE_ERROR_INVALID). Free with troupe_record_unref(). */
gpointer     troupe_record_new      (const TroupeRecordType  *type,
                                     gconstpointer            fields,
                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
/* Copies fields that have been checked before. */
gpointer     troupe_record_copy     (const TroupeRecordType *type, gconstpointer fields) G_GNUC_WARN_UNUSED_RESULT;
/* The same rules for a record on the stack, whose text must be clean already. */
gboolean     troupe_record_check    (const TroupeRecordType *type, gconstpointer fields,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A boxed type for every record, so that futures and properties can carry one. */
#define TROUPE_TYPE_RECORD (troupe_record_get_gtype ())
GType        troupe_record_get_gtype (void);
gpointer     troupe_record_ref      (gpointer                 record);
void         troupe_record_unref    (gpointer                 record);
const TroupeRecordType *troupe_record_get_type (gconstpointer record);
gint64       troupe_record_get_id   (gconstpointer record);
gint64       troupe_record_get_int  (gconstpointer record, const TroupeField *field);
const char  *troupe_record_get_text (gconstpointer record, const TroupeField *field);
gboolean     troupe_record_equal    (gconstpointer a, gconstpointer b);

/* All members without a value; then one by one, text borrowed, in a struct that is being filled. */
void         troupe_record_clear    (const TroupeRecordType *type, gpointer fields);
void         troupe_field_set_int   (const TroupeField *field, gpointer fields, gint64 value);
void         troupe_field_set_text  (const TroupeField *field, gpointer fields, const char *text);
gboolean     troupe_field_is_empty  (const TroupeField *field, gconstpointer record);
gboolean     troupe_field_is_required (const TroupeField *field);   /* an id is given by the store */

#define TROUPE_DECLARE_RECORD(Type, TYPE) \
  extern const TroupeRecordType TYPE; \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, troupe_record_unref)

G_END_DECLS
