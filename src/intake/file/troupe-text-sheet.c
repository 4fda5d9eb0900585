#include "troupe-text-sheet.h"

#include "troupe-csv-reader.h"
#include "troupe-error.h"

#include <glib/gi18n-lib.h>

/* Read to tell encoding and delimiter. */
#define SAMPLE (64 * 1024)
/* A sample as UTF-8 is at most so many times as long. */
#define GROWTH 3

/* Archives made on Chinese Windows name their files in its own encoding. */
static char *
get_display_name (const char *name)
{
  char *text = NULL;

  if (!g_utf8_validate (name, -1, NULL))
    text = g_convert (name, -1, "UTF-8", "GB18030", NULL, NULL, NULL);

  return text ? text : g_utf8_make_valid (name, -1);
}

TroupeTextSheet *
troupe_text_sheet_new (const char *entry,
                       const char *name)
{
  TroupeTextSheet *self = g_new0 (TroupeTextSheet, 1);

  self->entry = g_strdup (entry);
  self->name = get_display_name (name);

  return self;
}

void
troupe_text_sheet_free (TroupeTextSheet *self)
{
  g_free (self->entry);
  g_free (self->name);
  g_free (self);
}

static gboolean
tell_dialect (TroupeTextSheet  *self,
              const char       *sample,
              gsize             n,
              goffset           size,
              GError          **error)
{
  gsize bom = self->encoding.bom, length = 0;
  g_autoptr(GInputStream) raw = g_memory_input_stream_new_from_data (sample + bom, n - bom, NULL);
  g_autoptr(GInputStream) decoded = troupe_text_encoding_decode (self->encoding, raw, error);
  g_autofree char *text = g_malloc (SAMPLE * GROWTH);

  if (decoded == NULL)
    return FALSE;
  /* a character that the sample cuts is no error here */
  (void) !g_input_stream_read_all (decoded, text, SAMPLE * GROWTH, &length, NULL, NULL);
  self->delimiter = troupe_csv_guess_delimiter (text, length);
  self->size = n > 0 ? (goffset) ((double) size * length / n) : 0;

  return TRUE;
}

gboolean
troupe_text_sheet_look (TroupeTextSheet  *self,
                        GInputStream     *bytes,
                        goffset           size,
                        GError          **error)
{
  g_autofree char *sample = g_malloc (SAMPLE);
  gsize n;

  if (!g_input_stream_read_all (bytes, sample, SAMPLE, &n, NULL, error))
    return FALSE;
  self->encoding = troupe_text_encoding_detect (sample, n, n < SAMPLE);
  if (self->encoding.name == NULL)
    return troupe_fail (error, TROUPE_ERROR_FORMAT,
                        _("%s: this is neither an Excel workbook nor text in UTF-8, UTF-16 or GB18030; "
                          "save it as .xlsx or as CSV in UTF-8"), self->name);

  return tell_dialect (self, sample, n, size, error);
}

TroupeRowReader *
troupe_text_sheet_read (const TroupeTextSheet  *self,
                        GInputStream           *bytes,
                        GError                **error)
{
  g_autoptr(GInputStream) text = NULL;
  char bom[4];
  gsize n;

  /* not g_input_stream_skip(): a converter stream would skip what is not yet converted */
  if (!g_input_stream_read_all (bytes, bom, self->encoding.bom, &n, NULL, error))
    return NULL;
  text = troupe_text_encoding_decode (self->encoding, bytes, error);

  return text ? troupe_csv_reader_new (text, self->delimiter, self->size) : NULL;
}

char *
troupe_text_sheet_describe (const TroupeTextSheet *self)
{
  const char *delimiter = self->delimiter == '\t' ? _("tab") : self->delimiter == ';' ? _("semicolon") : _("comma");

  return g_strdup_printf ("%s, %s", self->encoding.name, delimiter);
}
