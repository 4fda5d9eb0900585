#include "troupe-document-reader.h"
#include "troupe-document-writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "troupe-error.h"
#include "troupe-records.h"
#include "troupe-vocabulary.h"

typedef union
{
  TroupeStatementLine largest;
  guchar              room[1024];
} Fields;

/* Any record type's fields, at random but by its rules. */
static const char *
pick_text (GRand             *random,
           const TroupeField *field)
{
  static const char *const currencies[] = { "CNY", "USD", "JPY", "KWD" };
  static const char *const clean[] = { "南枝", "a \"quoted\" \\ text", "§ 4.2", "0", "é😀", "null" };
  static const char *const verbatim[] = { "{\"id\": 1}\n{\"id\":  2}\n", "\ttab and \x01 and \x7f", " spaces  stay " };

  if (field->choices != NULL)
    return field->choices[g_rand_int_range (random, 0, g_strv_length ((char **) field->choices))];
  if (g_str_equal (field->name, "currency") || g_str_equal (field->name, "unit"))
    return currencies[g_rand_int_range (random, 0, G_N_ELEMENTS (currencies))];
  if ((field->flags & TROUPE_FIELD_VERBATIM) != 0)
    return verbatim[g_rand_int_range (random, 0, G_N_ELEMENTS (verbatim))];
  return clean[g_rand_int_range (random, 0, G_N_ELEMENTS (clean))];
}

static gint64
pick_number (GRand             *random,
             const TroupeField *field)
{
  gint64 wide = (gint64) g_rand_int (random) << 31 ^ g_rand_int (random);

  switch (field->kind)
    {
    case TROUPE_FIELD_BOOL:
      return wide & 1;
    case TROUPE_FIELD_SHARE:
      return ABS (wide) % 10001;
    case TROUPE_FIELD_DAY:
      return troupe_day_new (1970, 1, 1) + ABS (wide) % 40000;
    case TROUPE_FIELD_MONTH:
      return troupe_month_new (2020, 1) + ABS (wide) % 200;
    case TROUPE_FIELD_TIME:
      return ABS (wide) % G_GINT64_CONSTANT (4000000000);
    case TROUPE_FIELD_INT:
      return ABS (wide) % 367;
    case TROUPE_FIELD_ID:
      return 1 + (ABS (wide) & ((G_GINT64_CONSTANT (1) << 52) - 1));
    case TROUPE_FIELD_RATE:
      return 1 + (ABS (wide) >> (wide & 31));
    default:
      return wide >> (wide & 63);
    }
}

static void
pick_record (GRand                  *random,
             const TroupeRecordType *type,
             gpointer                fields)
{
  do
    {
      troupe_record_clear (type, fields);
      for (const TroupeField *field = type->fields; field->name != NULL; field++)
        if ((field->flags & (TROUPE_FIELD_REQUIRED | TROUPE_FIELD_KEY)) == 0 && g_rand_boolean (random))
          continue;
        else if (field->kind == TROUPE_FIELD_TEXT)
          troupe_field_set_text (field, fields, pick_text (random, field));
        else
          troupe_field_set_int (field, fields, pick_number (random, field));
      if (type == &TROUPE_AGENCY)
        ((TroupeAgency *) fields)->id = 1;   /* it has no other */
    }
  while (!troupe_record_check (type, fields, NULL));
}

static char *
write_some (guint32   seed,
            GPtrArray *records)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(TroupeDocumentWriter) writer = troupe_document_writer_new (stream);
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  Fields fields;

  for (const TroupeRecordType *const *type = troupe_record_get_types (); *type != NULL; type++)
    for (int i = 0; i < 60; i++)
      {
        pick_record (random, *type, &fields);
        if (records != NULL)
          g_ptr_array_add (records, troupe_record_copy (*type, &fields));
        g_assert_true (troupe_document_writer_add (&fields, writer, NULL));
      }
  g_assert_true (troupe_document_writer_finish (writer, NULL));
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static TroupeDocumentReader *
read_text (const char *text)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (text, strlen (text), NULL);

  return troupe_document_reader_new (stream, "books.json");
}

/* Reads everything, comparing with records, and writes it again. */
static char *
rewrite (const char *text,
         GPtrArray  *records)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(TroupeDocumentWriter) writer = troupe_document_writer_new (stream);
  g_autoptr(TroupeDocumentReader) reader = read_text (text);
  const TroupeRecordType *type;
  Fields fields;
  guint n = 0;

  for (;; n++)
    {
      g_autoptr(GError) error = NULL;

      if (!troupe_document_reader_next (&fields, &type, reader, &error) || type == NULL)
        {
          g_assert_no_error (error);
          break;
        }
      g_assert_true (troupe_record_equal (&fields, records->pdata[n]));
      g_assert_true (troupe_document_writer_add (&fields, writer, NULL));
    }
  g_assert_cmpuint (n, ==, records->len);
  g_assert_true (troupe_document_writer_finish (writer, NULL));
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
run_python (const char *script,
            const char *input)
{
  g_autofree char *path = g_build_filename (g_getenv ("TROUPE_SOURCE"), "data", "troupe-document.schema.json", NULL);
  const char *argv[] = { "python3", "-c", script, path, NULL };
  g_autoptr(GSubprocess) python = NULL;
  g_autoptr(GError) error = NULL;
  char *output = NULL;

  python = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (python, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (python));
  return output;
}

static void
test_round_trip (void)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (troupe_record_unref);
  g_autofree char *first = write_some (1, records);
  g_autofree char *second = rewrite (first, records);

  g_assert_cmpstr (first, ==, second);
}

/* Indented, keys by the alphabet (the type last), other escapes, a byte order mark. */
static void
test_foreign_layout (void)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (troupe_record_unref);
  g_autofree char *first = write_some (2, records);
  g_autofree char *foreign = run_python (
    "import json, sys\n"
    "document = json.load (sys.stdin)\n"
    "sys.stdout.write ('\\ufeff')\n"
    "json.dump (document, sys.stdout, indent=3, sort_keys=True, ensure_ascii=True)\n", first);
  g_autofree char *second = rewrite (foreign, records);

  g_assert_cmpstr (first, ==, second);
}

static void
test_schema_validates (void)
{
  g_autofree char *document = write_some (3, NULL);
  g_autofree char *output = run_python (
    "import json, jsonschema, sys\n"
    "schema = json.load (open (sys.argv[1]))\n"
    "jsonschema.Draft202012Validator.check_schema (schema)\n"
    "validator = jsonschema.Draft202012Validator (schema)\n"
    "for error in validator.iter_errors (json.load (sys.stdin)): print (list (error.path), error.message)\n"
    "for example in schema['examples']: validator.validate (example)\n", document);

  g_assert_cmpstr (output, ==, "");
}

/* The schema's own example is a document that Troupe reads. */
static void
test_schema_example (void)
{
  g_autofree char *example = run_python (
    "import json, sys\n"
    "json.dump (json.load (open (sys.argv[1]))['examples'][0], sys.stdout)\n", "");
  g_autoptr(TroupeDocumentReader) reader = read_text (example);
  const TroupeRecordType *type = NULL;
  g_autoptr(GError) error = NULL;
  Fields fields;
  guint n = 0;

  while (troupe_document_reader_next (&fields, &type, reader, &error) && type != NULL)
    n++;
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 8);
}

static const char *
get_definition (const TroupeField *field)
{
  static const char *const names[] = {
    [TROUPE_FIELD_ID] = "id", [TROUPE_FIELD_INT] = "count", [TROUPE_FIELD_BOOL] = "bool", [TROUPE_FIELD_HASH] = "hash",
    [TROUPE_FIELD_TEXT] = "text", [TROUPE_FIELD_DAY] = "day", [TROUPE_FIELD_MONTH] = "month",
    [TROUPE_FIELD_TIME] = "time", [TROUPE_FIELD_MICROS] = "micros", [TROUPE_FIELD_MINOR] = "money",
    [TROUPE_FIELD_RATE] = "rate", [TROUPE_FIELD_SHARE] = "share",
  };

  return names[field->kind];
}

static gboolean
holds_text (JsonArray  *array,
            const char *text)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_str_equal (json_array_get_string_element (array, i), text))
      return TRUE;
  return FALSE;
}

static void
check_member (const TroupeField *field,
              JsonObject        *member)
{
  gboolean is_number = field->kind != TROUPE_FIELD_TEXT;
  const char *ref = json_object_get_string_member_with_default (member, "$ref", "#/$defs/");

  g_assert_cmpuint (strlen (json_object_get_string_member_with_default (member, "description", "")), >, 5);
  g_assert_cmpint (json_object_get_boolean_member_with_default (member, "x-sensitive", FALSE), ==,
                   (field->flags & TROUPE_FIELD_SENSITIVE) != 0);
  g_assert_cmpint (json_object_has_member (member, "enum"), ==, field->choices != NULL);
  for (guint i = 0; field->choices != NULL && field->choices[i] != NULL; i++)
    g_assert_true (holds_text (json_object_get_array_member (member, "enum"), field->choices[i]));
  if (field->choices != NULL)
    g_assert_cmpuint (json_array_get_length (json_object_get_array_member (member, "enum")), ==,
                      g_strv_length ((char **) field->choices));
  if (is_number)
    g_assert_cmpstr (ref + strlen ("#/$defs/"), ==, get_definition (field));
  if (field->kind == TROUPE_FIELD_ID && (field->flags & TROUPE_FIELD_KEY) == 0 && !g_str_equal (field->name, "object_id"))
    g_assert_nonnull (troupe_record_find_type (json_object_get_string_member (member, "x-refers-to")));
}

static void
check_type (const TroupeRecordType *type,
            JsonObject             *definition)
{
  JsonObject *members = json_object_get_object_member (definition, "properties");
  JsonArray *required = json_object_get_array_member (definition, "required");
  guint n_required = 1, n_fields = 1;   /* the type */

  for (const TroupeField *field = type->fields; field->name != NULL; field++, n_fields++)
    {
      gboolean needed = (field->flags & (TROUPE_FIELD_REQUIRED | TROUPE_FIELD_KEY)) != 0;

      g_test_message ("%s.%s", type->name, field->name);
      g_assert_true (json_object_has_member (members, field->name));
      check_member (field, json_object_get_object_member (members, field->name));
      g_assert_cmpint (holds_text (required, field->name), ==, needed);
      n_required += needed;
    }
  g_assert_cmpuint (json_object_get_size (members), ==, n_fields);
  g_assert_cmpuint (json_array_get_length (required), ==, n_required);
}

static void
check_words (JsonObject        *definitions,
             const char        *name,
             const char *const *words)
{
  const char *text = json_object_get_string_member (json_object_get_object_member (definitions, name), "description");

  for (; *words != NULL; words++)
    g_assert_nonnull (strstr (text, *words));
}

/* The tables of fields and the schema say the same, both ways. */
static void
test_schema_matches_tables (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TROUPE_SOURCE"), "data", "troupe-document.schema.json", NULL);
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(JsonPath) query = json_path_new ();
  g_autoptr(JsonNode) listed = NULL;
  g_autoptr(GError) error = NULL;
  JsonObject *definitions;
  JsonArray *order;
  guint n = 0;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  json_path_compile (query, "$.properties.records.items.properties.type.enum", &error);
  g_assert_no_error (error);
  listed = json_path_match (query, json_parser_get_root (parser));
  order = json_array_get_array_element (json_node_get_array (listed), 0);
  definitions = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "$defs");
  for (const TroupeRecordType *const *type = troupe_record_get_types (); *type != NULL; type++, n++)
    {
      g_assert_cmpstr (json_array_get_string_element (order, n), ==, (*type)->name);
      check_type (*type, json_object_get_object_member (definitions, (*type)->name));
    }
  g_assert_cmpuint (json_array_get_length (order), ==, n);
  check_words (definitions, "platform", troupe_vocabulary_get_platforms ());
  check_words (definitions, "revenue_kind", troupe_vocabulary_get_kinds ());
  check_words (definitions, "unit", troupe_vocabulary_get_units ());
}

#define HEAD "{\"format\":\"troupe\",\"version\":1,\"records\":[\n"
#define CREATOR "{\"type\":\"creator\",\"id\":7,\"name\":\"南枝\",\"status\":\"active\""
#define OPENING "{\"type\":\"opening\",\"id\":8,\"creator_id\":7,\"month\":\"2026-10\",\"currency\":\"CNY\",\"amount\":"

typedef struct
{
  const char *text;
  int         code;
  const char *message;
} BadText;

static const BadText bad_documents[] = {
  { "", TROUPE_ERROR_FORMAT, "books.json, line 1: the document ends too early; it may have been cut off" },
  { "\xff\xfe{", TROUPE_ERROR_FORMAT,
    "books.json, line 1: the byte 0xff may not stand here; save the document as UTF-8 JSON" },
  { "id,name", TROUPE_ERROR_FORMAT, "“i” may not stand here; the document is not valid JSON" },
  { "[1]", TROUPE_ERROR_FORMAT, "“{” is expected here" },
  { "{\"records\":[]}", TROUPE_ERROR_FORMAT, "this is no Troupe document" },
  { "{\"format\":\"troupe\"}", TROUPE_ERROR_FORMAT, "the document has no “records”" },
  { "{\"format\":\"troupe\",\"version\":2,\"records\":[]}", TROUPE_ERROR_NEWER,
    "this Troupe reads version 1 of the format" },
  { "{\"format\":\"troupe\",\"people\":[]}", TROUPE_ERROR_FORMAT, "a document has no member “people”" },
  { HEAD "]}x", TROUPE_ERROR_FORMAT, "“x” may not stand here" },
  { HEAD "]}\n\n{}", TROUPE_ERROR_FORMAT, "something follows after the end of the document" },
  { HEAD "],\"records\":[]}", TROUPE_ERROR_FORMAT, "“records” stands there twice" },
  { HEAD "],\"version\":9}", TROUPE_ERROR_NEWER, "this Troupe reads version 1" },
  { HEAD CREATOR, TROUPE_ERROR_FORMAT, "books.json, line 2, record 1: “,” or “}” is expected here" },
  { HEAD CREATOR "}", TROUPE_ERROR_FORMAT, "“,” or “]” is expected here" },
  { HEAD CREATOR "},]}", TROUPE_ERROR_FORMAT, "books.json, line 2, record 2: a record must begin with “{”" },
  { HEAD CREATOR "},\n\n[]", TROUPE_ERROR_FORMAT, "books.json, line 4, record 2: a record must begin with “{”" },
};

/* The only record of its document. */
static const BadText bad_records[] = {
  { "{}", TROUPE_ERROR_FORMAT, "“\"” is expected here" },
  { "{\"id\":7}", TROUPE_ERROR_FORMAT, "books.json, line 2, record 1: “type” is missing. It says what the record is" },
  { "{\"type\":\"host\"}", TROUPE_ERROR_FORMAT,
    "books.json, line 2, record 1: “type” is “host”; it must be one of: agency, person, creator" },
  { "{\"type\":7}", TROUPE_ERROR_FORMAT, "books.json, line 2, record 1: “type”: a text in quotes must stand here" },
  { CREATOR ",\"agent\":[]}", TROUPE_ERROR_FORMAT, "“agent” must be a text, a number, true, false or null" },
  { CREATOR ",\"nick\":\"x\"}", TROUPE_ERROR_FORMAT,
    "books.json, line 2, record 1 (creator): “nick” is no member of creator; see the schema" },
  { CREATOR ",\"id\":8}", TROUPE_ERROR_FORMAT, "“id” stands there twice" },
  { CREATOR ",\"person_id\":\"8\"}", TROUPE_ERROR_FORMAT,
    "books.json, line 2, record 1 (creator 7): “person_id”: a number without quotes must stand here" },
  { CREATOR ",\"person_id\":1.5}", TROUPE_ERROR_FORMAT, "“person_id”: “1.5” must be a whole number" },
  { CREATOR ",\"person_id\":01}", TROUPE_ERROR_FORMAT, "“01” is not a JSON number" },
  { CREATOR ",\"person_id\":9007199254740993}", TROUPE_ERROR_INVALID,
    "(creator 7): creator: “person” must be a whole number from 1 to" },
  { CREATOR ",\"joined_day\":\"2026-02-30\"}", TROUPE_ERROR_NUMBER,
    "“joined_day”: “2026-02-30” is not a day; write it like 2026-10-31" },
  { CREATOR ",\"joined_day\":20260201}", TROUPE_ERROR_FORMAT, "“joined_day”: dates and amounts stand in quotes" },
  { CREATOR ",\"left_day\":\"2026-02-01\"}", TROUPE_ERROR_INVALID, "the status must be “left”" },
  { CREATOR ",\"note\":\"\xb2\xe2\"}", TROUPE_ERROR_INVALID, "the field “note” is not valid UTF-8 text" },
  { CREATOR ",\"note\":\"\\ud800x\"}", TROUPE_ERROR_FORMAT, "“x” may not stand here" },
  { CREATOR ",\"note\":\"\\udc00\"}", TROUPE_ERROR_FORMAT, "“\\udc00” is not a character that a text may hold" },
  { CREATOR ",\"note\":\"\\u0000\"}", TROUPE_ERROR_FORMAT, "“\\u0000” is not a character that a text may hold" },
  { CREATOR ",\"note\":\"\\q\"}", TROUPE_ERROR_FORMAT, "“q” may not stand here" },
  { CREATOR ",\"note\":\"a\nb\"}", TROUPE_ERROR_FORMAT, "the byte 0x0a may not stand here" },
  { CREATOR ",\"note\":nul}", TROUPE_ERROR_FORMAT, "“}” may not stand here" },
  { "{\"type\":\"creator\",\"name\":\"南枝\",\"status\":\"active\"}", TROUPE_ERROR_INVALID,
    "books.json, line 2, record 1 (creator): “id” is missing. Give the record a number that no other creator has." },
  { "{\"type\":\"contract\",\"id\":7}", TROUPE_ERROR_INVALID,
    "books.json, line 2, record 1 (contract 7): “creator_id” is missing. Write the “id” of the creator to which" },
  { "{\"type\":\"import_row\",\"first_row\":7}", TROUPE_ERROR_INVALID,
    "books.json, line 2, record 1 (import_row): “import_id” is missing. Write the “id” of the import to which" },
  { "{\"type\":\"creator\",\"id\":7,\"name\":\"x\"}", TROUPE_ERROR_INVALID,
    "(creator 7): “status” is missing. Write one of: active, paused, left" },
  { "{\"type\":\"creator\",\"id\":7,\"name\":\" \",\"status\":\"active\"}", TROUPE_ERROR_INVALID,
    "books.json, line 2, record 1 (creator 7): “name” is missing. Write it, or leave the record out." },
  { "{\"type\":\"creator\",\"id\":7,\"name\":\"x\",\"status\":\"gone\"}", TROUPE_ERROR_INVALID,
    "“status” is “gone”; it must be one of" },
  { OPENING "12.5}", TROUPE_ERROR_FORMAT,
    "books.json, line 2, record 1 (opening 8): “amount”: dates and amounts stand in quotes" },
  { OPENING "\"12.505\"}", TROUPE_ERROR_FORMAT, "“amount”: “12.505” has more than 2 decimals" },
  { OPENING "\"1,200.00\"}", TROUPE_ERROR_NUMBER, "“amount”: “1,200.00” is not a number" },
  { "{\"type\":\"opening\",\"id\":8,\"amount\":\"1\"}", TROUPE_ERROR_FORMAT,
    "“amount”: an amount needs the member “currency” beside it" },
  { "{\"type\":\"line\",\"key\":\"c5d1\"}", TROUPE_ERROR_FORMAT,
    "books.json, line 2, record 1 (line): “key”: “c5d1” is not 16 hexadecimal digits" },
};

static void
check_bad_text (const char    *document,
                const BadText *bad)
{
  g_autoptr(TroupeDocumentReader) reader = read_text (document);
  const TroupeRecordType *type = NULL;
  g_autoptr(GError) error = NULL;
  Fields fields;

  while (troupe_document_reader_next (&fields, &type, reader, &error) && type != NULL)
    continue;
  g_test_message ("%s", error != NULL ? error->message : "no error");
  g_assert_error (error, TROUPE_ERROR, bad->code);
  g_assert_nonnull (strstr (error->message, bad->message));
}

static void
test_errors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_documents); i++)
    check_bad_text (bad_documents[i].text, &bad_documents[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_records); i++)
    {
      g_autofree char *document = g_strconcat (HEAD, bad_records[i].text, "]}", NULL);

      check_bad_text (document, &bad_records[i]);
    }
}

/* What a stranger may write and what becomes of it. */
static void
test_kindness (void)
{
  g_autoptr(TroupeDocumentReader) reader = read_text (
    "{ \"$schema\": \"x\", \"format\": \"troupe\", \"records\": [ { \"status\": \"active\", \"note\": null, \"agent\": \"\",\n"
    "\"name\": \"  Nan\\u00a0 \\u0041\\ud83d\\ude00\\/ \", \"id\": 7, \"type\": \"creator\" } ], \"version\": 1 }\r\n");
  const TroupeRecordType *type;
  g_autoptr(GError) error = NULL;
  Fields fields;
  TroupeCreator *creator = (TroupeCreator *) &fields;

  g_assert_true (troupe_document_reader_next (&fields, &type, reader, &error));
  g_assert_true (type == &TROUPE_CREATOR);
  g_assert_cmpstr (creator->name, ==, "Nan A😀/");
  g_assert_null (creator->agent);
  g_assert_null (creator->note);
  g_assert_true (troupe_document_reader_next (&fields, &type, reader, &error));
  g_assert_null (type);
  g_assert_true (troupe_document_reader_next (&fields, &type, reader, &error));
  g_assert_null (type);
}

/* A file without end: a record that is never closed. */
#define TEST_TYPE_ENDLESS (test_endless_get_type ())
G_DECLARE_FINAL_TYPE (TestEndless, test_endless, TEST, ENDLESS, GInputStream)
struct _TestEndless
{
  GInputStream parent;
  gsize        given;
};
G_DEFINE_FINAL_TYPE (TestEndless, test_endless, G_TYPE_INPUT_STREAM)

static gssize
test_endless_read (GInputStream *stream,
                   void         *buffer,
                   gsize         count,
                   GCancellable *cancellable,
                   GError      **error)
{
  static const char start[] = HEAD CREATOR ",\"note\":\"";
  gsize *given = &TEST_ENDLESS (stream)->given;
  gsize n = *given < strlen (start) ? MIN (count, strlen (start) - *given) : count;

  memset (buffer, 'a', n);
  if (*given < strlen (start))
    memcpy (buffer, start + *given, n);
  *given += n;
  return n;
}

static void
test_endless_class_init (TestEndlessClass *class)
{
  G_INPUT_STREAM_CLASS (class)->read_fn = test_endless_read;
}

static void
test_endless_init (TestEndless *self)
{
}

static void
test_endless_record (void)
{
  g_autoptr(TestEndless) stream = g_object_new (TEST_TYPE_ENDLESS, NULL);
  g_autoptr(TroupeDocumentReader) reader = troupe_document_reader_new (G_INPUT_STREAM (stream), "books.json");
  const TroupeRecordType *type;
  g_autoptr(GError) error = NULL;
  Fields fields;

  g_assert_false (troupe_document_reader_next (&fields, &type, reader, &error));
  g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, "books.json, line 2, record 1: a record is longer than 64 MiB; is this the right file?");
  g_assert_cmpuint (stream->given, <, 70 * 1024 * 1024);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/round-trip", test_round_trip);
  g_test_add_func ("/document/foreign-layout", test_foreign_layout);
  g_test_add_func ("/document/kindness", test_kindness);
  g_test_add_func ("/document/errors", test_errors);
  g_test_add_func ("/document/endless-record", test_endless_record);
  g_test_add_func ("/document/schema-matches-tables", test_schema_matches_tables);
  g_test_add_func ("/document/schema-validates", test_schema_validates);
  g_test_add_func ("/document/schema-example", test_schema_example);
  return g_test_run ();
}
