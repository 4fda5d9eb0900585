#include "troupe-pdf-pack.h"

#include <gio/gio.h>
#include <string.h>

#define STREAM     "\nstream\n"
#define END_STREAM "\nendstream\nendobj\n"
#define TAG        17   /* as long as "/FontName /ABCDEF" */
#define LINE       20   /* of a table of objects: offset, generation and whether it is in use */

enum { ENTRY_FREE, ENTRY_PLAIN, ENTRY_PACKED };

/* What a stream of references says of an object: its offset, or the stream that it is in and its place there. */
typedef struct
{
  guint8  kind;
  guint32 where;
  guint32 place;
} Entry;

typedef struct
{
  const GString *pdf;
  const char    *table;     /* its lines, one for each number */
  guint          n;
  GString       *out;
  GString       *places;    /* number and offset of each packed object */
  GString       *objects;   /* their texts */
  Entry         *entries;   /* of the n, then of the two streams that are added */
  guint          n_packed;
} Packer;

static void
packer_clear (Packer *self)
{
  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_string_free (self->places, TRUE);
  g_string_free (self->objects, TRUE);
  g_free (self->entries);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Packer, packer_clear)

static const char *
find (const Packer *self,
      const char   *at,
      const char   *wanted)
{
  return memmem (at, self->pdf->str + self->pdf->len - at, wanted, strlen (wanted));
}

static guint
get_number (const char *dictionary,
            const char *name)
{
  const char *at = strstr (dictionary, name);

  return at != NULL ? g_ascii_strtoull (at + strlen (name), NULL, 10) : 0;
}

/* Behind its "7 0 obj"; NULL when the table is wrong. */
static const char *
find_object (const Packer *self,
             guint         number)
{
  g_autofree char *begin = g_strdup_printf ("%u 0 obj\n", number);
  gsize offset = number < self->n ? g_ascii_strtoull (self->table + number * LINE, NULL, 10) : self->pdf->len;

  return offset < self->pdf->len && g_str_has_prefix (self->pdf->str + offset, begin)
         ? self->pdf->str + offset + strlen (begin) : NULL;
}

static void
pack (Packer     *self,
      guint       number,
      const char *object,
      gsize       length)
{
  self->entries[number] = (Entry) { ENTRY_PACKED, self->n, self->n_packed++ };
  g_string_append_printf (self->places, "%u %" G_GSIZE_FORMAT " ", number, self->objects->len);
  g_string_append_len (self->objects, object, length);
}

/* A stream's length stands behind it in an object of its own, and then in its dictionary. */
static gboolean
keep (Packer     *self,
      guint       number,
      const char *object,
      const char *data)
{
  g_autofree char *dictionary = g_strndup (object, data - strlen (STREAM) - object);
  const char *field = strstr (dictionary, "/Length ");
  const char *rest = field != NULL ? strstr (field, " 0 R") : NULL;
  const char *said = rest != NULL ? find_object (self, get_number (field, "/Length ")) : NULL;
  gsize length = said != NULL ? g_ascii_strtoull (said, NULL, 10) : self->pdf->len;

  if (length > self->pdf->str + self->pdf->len - data || !g_str_has_prefix (data + length, END_STREAM))
    return FALSE;
  self->entries[number] = (Entry) { ENTRY_PLAIN, self->out->len };
  g_string_append_printf (self->out, "%u 0 obj\n%.*s/Length %" G_GSIZE_FORMAT "%s" STREAM, number,
                          (int) (field - dictionary), dictionary, length, rest + strlen (" 0 R"));
  g_string_append_len (self->out, data, length + strlen (END_STREAM));
  return TRUE;
}

static gboolean
take_object (Packer *self,
             guint   number)
{
  const char *object = find_object (self, number);
  const char *end = object != NULL ? find (self, object, "\nendobj\n") : NULL;
  const char *stream = object != NULL ? find (self, object, STREAM) : NULL;

  if (end == NULL)
    return FALSE;
  if (stream != NULL && stream < end)
    return keep (self, number, object, stream + strlen (STREAM));
  /* The others are lengths, which their streams have now. */
  if (*object == '<' || *object == '[')
    pack (self, number, object, end + 1 - object);
  return TRUE;
}

/* cairo tags a font by the numbers of its glyphs, which depend on the other files of a job. Here the pages and fonts of
 * this file tag it, so that the same report is the same file. */
static void
tag_fonts (Packer *self)
{
  g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) self->out->str,
                                                         self->out->len);
  g_autoptr(GHashTable) tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (char *at = strchr (self->objects->str, '+'); at != NULL; at = strchr (at + 1, '+'))
    {
      g_autofree char *tag = at - self->objects->str >= TAG ? g_strndup (at - TAG, TAG) : NULL;
      gpointer number = NULL;

      if (tag == NULL || !(g_str_has_prefix (tag, "/FontName /") || g_str_has_prefix (tag, "/BaseFont /")))
        continue;
      if (!g_hash_table_lookup_extended (tags, tag + TAG - 6, NULL, &number))
        {
          number = GUINT_TO_POINTER (g_hash_table_size (tags));
          g_hash_table_insert (tags, g_strdup (tag + TAG - 6), number);
        }
      for (guint i = 0; i < 6; i++)
        at[(int) i - 6] = 'A' + g_ascii_xdigit_value (digest[(GPOINTER_TO_UINT (number) + 7 * i) % 64]);
    }
}

static void
write_stream (Packer        *self,
              guint          number,
              const char    *dictionary,
              const GString *data)
{
  g_autoptr(GConverter) zlib = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  g_autoptr(GBytes) plain = g_bytes_new_static (data->str, data->len);
  g_autoptr(GBytes) bytes = g_converter_convert_bytes (zlib, plain, NULL);

  g_string_append_printf (self->out, "%u 0 obj\n<< %s /Filter /FlateDecode /Length %" G_GSIZE_FORMAT " >>" STREAM, number,
                          dictionary, g_bytes_get_size (bytes));
  g_string_append_len (self->out, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_string_append (self->out, END_STREAM);
}

static void
write_packed (Packer *self)
{
  g_autofree char *dictionary = g_strdup_printf ("/Type /ObjStm /N %u /First %" G_GSIZE_FORMAT, self->n_packed,
                                                 self->places->len);

  g_string_append_len (self->places, self->objects->str, self->objects->len);
  self->entries[self->n] = (Entry) { ENTRY_PLAIN, self->out->len };
  write_stream (self, self->n, dictionary, self->places);
}

static void
write_table (Packer *self)
{
  const char *trailer = self->table + self->n * LINE;
  g_autoptr(GString) table = g_string_new (NULL);
  g_autofree char *dictionary = g_strdup_printf ("/Type /XRef /Size %u /W [1 4 4] /Root %u 0 R /Info %u 0 R", self->n + 2,
                                                 get_number (trailer, "/Root "), get_number (trailer, "/Info "));
  gsize start = self->out->len;

  self->entries[self->n + 1] = (Entry) { ENTRY_PLAIN, start };
  for (guint i = 0; i < self->n + 2; i++)
    {
      const Entry *entry = &self->entries[i];
      const guint32 fields[] = { GUINT32_TO_BE (entry->where), GUINT32_TO_BE (entry->place) };

      g_string_append_c (table, entry->kind);
      g_string_append_len (table, (const char *) fields, sizeof fields);
    }
  write_stream (self, self->n + 1, dictionary, table);
  g_string_append_printf (self->out, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", start);
}

/* From the end of the file, which says where the table is. */
static gboolean
find_table (Packer *self)
{
  const char *tail = self->pdf->len > 64 ? find (self, self->pdf->str + self->pdf->len - 64, "startxref\n") : NULL;
  gsize offset = tail != NULL ? g_ascii_strtoull (tail + strlen ("startxref\n"), NULL, 10) : self->pdf->len;
  const char *table = self->pdf->str + MIN (offset, self->pdf->len);
  guint64 n;
  char *lines;

  if (!g_str_has_prefix (table, "xref\n0 "))
    return FALSE;
  n = g_ascii_strtoull (table + strlen ("xref\n0 "), &lines, 10);
  if (n > self->pdf->len / LINE || lines + 1 + n * LINE > self->pdf->str + self->pdf->len)
    return FALSE;
  self->n = n;
  self->table = lines + 1;
  self->entries = g_new0 (Entry, self->n + 2);
  return g_str_has_prefix (self->table + self->n * LINE, "trailer\n");
}

GString *
troupe_pdf_pack (const GString *pdf)
{
  g_auto(Packer) self = { pdf, .out = g_string_new ("%PDF-1.5\n%\xb5\xed\xae\xfb\n"), .places = g_string_new (NULL),
                          .objects = g_string_new (NULL) };

  if (!find_table (&self))
    return NULL;
  for (guint i = 1; i < self.n; i++)
    if (!take_object (&self, i))
      return NULL;
  tag_fonts (&self);
  write_packed (&self);
  write_table (&self);
  return g_steal_pointer (&self.out);
}
