#include "troupe-zip-stream.h"

#include "troupe-error.h"

#include <glib/gi18n-lib.h>
#include <minizip/unzip.h>

/* Real sheets unpack to ten to thirty times their size; deflate itself ends at about a thousand. */
#define MAX_RATIO    200
#define FREE_SIZE    (G_GINT64_CONSTANT (64) * 1024 * 1024)   /* up to here no ratio is too high */
#define MAX_SIZE     (G_GINT64_CONSTANT (8) * 1024 * 1024 * 1024)
#define MAX_NAMES    1000
#define WITHOUT_CASE 2

struct _TroupeZipStream
{
  GInputStream parent;

  unzFile archive;
  char *name;
  goffset size;
  goffset packed;
  goffset position;
};

G_DEFINE_FINAL_TYPE (TroupeZipStream, troupe_zip_stream, G_TYPE_INPUT_STREAM)

static gssize
troupe_zip_stream_read (GInputStream  *stream,
                        void          *buffer,
                        gsize          count,
                        GCancellable  *cancellable,
                        GError       **error)
{
  TroupeZipStream *self = TROUPE_ZIP_STREAM (stream);
  int n = unzReadCurrentFile (self->archive, buffer, MIN (count, G_MAXINT32));

  if (n < 0 || (n == 0 && self->position < self->size))
    {
      troupe_fail (error, TROUPE_ERROR_FORMAT,
                   _("“%s” inside the file is damaged; download the file again"), self->name);
      return -1;
    }
  self->position += n;
  if (self->position > MAX_SIZE || (self->position > FREE_SIZE && self->position / MAX_RATIO > self->packed))
    {
      troupe_fail (error, TROUPE_ERROR_FORMAT,
                   _("“%s” inside the file unpacks to more than any statement would hold; the file was made to do "
                     "harm or is damaged"),
                   self->name);
      return -1;
    }

  return n;
}

static void
troupe_zip_stream_finalize (GObject *object)
{
  TroupeZipStream *self = TROUPE_ZIP_STREAM (object);

  if (self->archive)
    {
      unzCloseCurrentFile (self->archive);
      unzClose (self->archive);
    }
  g_free (self->name);
  G_OBJECT_CLASS (troupe_zip_stream_parent_class)->finalize (object);
}

static void
troupe_zip_stream_class_init (TroupeZipStreamClass *class)
{
  G_OBJECT_CLASS (class)->finalize = troupe_zip_stream_finalize;
  G_INPUT_STREAM_CLASS (class)->read_fn = troupe_zip_stream_read;
}

static void
troupe_zip_stream_init (TroupeZipStream *self)
{
}

GInputStream *
troupe_zip_stream_open (const char  *archive,
                        const char  *name,
                        GError     **error)
{
  g_autoptr(TroupeZipStream) self = g_object_new (TROUPE_TYPE_ZIP_STREAM, NULL);
  unz_file_info64 info;

  self->name = g_utf8_make_valid (name, -1);
  self->archive = unzOpen64 (archive);
  if (self->archive == NULL)
    {
      troupe_fail (error, TROUPE_ERROR_FORMAT, _("the archive is damaged or incomplete; download the file again"));
      return NULL;
    }
  if (unzLocateFile (self->archive, name, WITHOUT_CASE) != UNZ_OK ||
      unzGetCurrentFileInfo64 (self->archive, &info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
    {
      troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("there is no “%s” inside the file"), self->name);
      return NULL;
    }
  if ((info.flag & 1) != 0 || unzOpenCurrentFile (self->archive) != UNZ_OK)
    {
      troupe_fail (error, TROUPE_ERROR_FORMAT,
                   _("“%s” inside the file is locked with a password; unpack the file first"), self->name);
      return NULL;
    }
  self->size = info.uncompressed_size;
  self->packed = info.compressed_size;

  return G_INPUT_STREAM (g_steal_pointer (&self));
}

goffset
troupe_zip_stream_get_size (TroupeZipStream *self)
{
  return self->size;
}

goffset
troupe_zip_stream_get_position (TroupeZipStream *self)
{
  return self->position;
}

char **
troupe_zip_list_names (const char  *archive,
                       GError     **error)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  unzFile zip = unzOpen64 (archive);
  int n = 0;

  if (zip == NULL)
    {
      troupe_fail (error, TROUPE_ERROR_FORMAT, _("the archive is damaged or incomplete; download the file again"));
      return NULL;
    }
  for (int state = unzGoToFirstFile (zip); state == UNZ_OK && n < MAX_NAMES; state = unzGoToNextFile (zip), n++)
    {
      char name[1024];

      if (unzGetCurrentFileInfo64 (zip, NULL, name, sizeof name, NULL, 0, NULL, 0) != UNZ_OK)
        break;
      name[sizeof name - 1] = '\0';
      if (!g_str_has_suffix (name, "/") && !g_str_has_prefix (name, "__MACOSX/"))
        g_strv_builder_add (names, name);
    }
  unzClose (zip);

  return g_strv_builder_end (names);
}
