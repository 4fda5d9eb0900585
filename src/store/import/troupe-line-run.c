#include "troupe-line-run.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "troupe-error.h"

#define WRITE_SIZE (1024 * 1024)

/* Where a run lies in the file. */
typedef struct
{
  goffset start;
  goffset end;
} Extent;

struct _TroupeSpill
{
  int         fd;
  goffset     end;
  GByteArray *pending;
  GArray     *runs;      /* Extent */
  goffset     run_start;
};

struct _TroupeLineRun
{
  TroupeSpill *spill;
  goffset      offset;   /* of what is not yet in the buffer */
  goffset      end;
  guint8      *buffer;
  gsize        size;
  gsize        fill;
  gsize        position;
};

static gboolean
fail_spill (GError **error)
{
  return troupe_fail (error, TROUPE_ERROR_FAILED,
                      _("The lines of the file could not be sorted on disk: %s. Make room beside the agency’s file "
                        "and import again"), g_strerror (errno));
}

TroupeSpill *
troupe_spill_new (const char *folder,
                  GError    **error)
{
  g_autofree char *name = g_build_filename (folder, ".troupe-import-XXXXXX", NULL);
  TroupeSpill *self;
  int fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      fail_spill (error);
      return NULL;
    }
  g_unlink (name);

  self = g_new0 (TroupeSpill, 1);
  self->fd = fd;
  self->pending = g_byte_array_sized_new (WRITE_SIZE);
  self->runs = g_array_new (FALSE, FALSE, sizeof (Extent));
  return self;
}

void
troupe_spill_free (TroupeSpill *self)
{
  close (self->fd);
  g_byte_array_unref (self->pending);
  g_array_unref (self->runs);
  g_free (self);
}

static gboolean
flush (TroupeSpill *self,
       GError     **error)
{
  for (gsize done = 0; done < self->pending->len;)
    {
      gssize n = pwrite (self->fd, self->pending->data + done, self->pending->len - done, self->end);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail_spill (error);
      done += n;
      self->end += n;
    }
  g_byte_array_set_size (self->pending, 0);
  return TRUE;
}

gboolean
troupe_spill_write (TroupeSpill            *self,
                    const TroupePackedLine *line,
                    GError                **error)
{
  gsize size = troupe_packed_line_size (line);

  if (self->pending->len + size > WRITE_SIZE && !flush (self, error))
    return FALSE;
  g_byte_array_append (self->pending, (const guint8 *) line, size);
  return TRUE;
}

gboolean
troupe_spill_end_run (TroupeSpill *self,
                      GError     **error)
{
  Extent run;

  if (!flush (self, error))
    return FALSE;
  run = (Extent) { self->run_start, self->end };
  g_array_append_val (self->runs, run);
  self->run_start = self->end;
  return TRUE;
}

guint
troupe_spill_get_runs (TroupeSpill *self)
{
  return self->runs->len;
}

TroupeLineRun *
troupe_line_run_new (TroupeSpill *spill,
                     guint        number,
                     gsize        buffer_size)
{
  const Extent *extent = &g_array_index (spill->runs, Extent, number);
  TroupeLineRun *self = g_new0 (TroupeLineRun, 1);

  self->spill = spill;
  self->offset = extent->start;
  self->end = extent->end;
  self->size = MAX (buffer_size, sizeof (TroupePackedLine));
  self->buffer = g_malloc (self->size);
  return self;
}

void
troupe_line_run_free (TroupeLineRun *self)
{
  g_free (self->buffer);
  g_free (self);
}

/* Makes sure that the next need bytes are in the buffer. */
static gboolean
fill (TroupeLineRun *self,
      gsize          need,
      GError       **error)
{
  if (self->fill - self->position >= need)
    return TRUE;

  self->fill -= self->position;
  memmove (self->buffer, self->buffer + self->position, self->fill);
  self->position = 0;
  if (need > self->size)
    self->buffer = g_realloc (self->buffer, self->size = need);

  while (self->fill < need)
    {
      gsize want = MIN (self->size - self->fill, (gsize) (self->end - self->offset));
      gssize n = pread (self->spill->fd, self->buffer + self->fill, want, self->offset);

      if (n < 0 && errno == EINTR)
        continue;
      if (n == 0)
        errno = EIO;
      if (n <= 0)
        return fail_spill (error);
      self->fill += n;
      self->offset += n;
    }
  return TRUE;
}

gboolean
troupe_line_run_next (TroupeLineRun           *self,
                      const TroupePackedLine **ret_line,
                      GError                 **error)
{
  const TroupePackedLine *line;
  gsize size;

  *ret_line = NULL;
  if (self->position == self->fill && self->offset == self->end)
    return TRUE;
  if (!fill (self, sizeof *line, error))
    return FALSE;

  size = troupe_packed_line_size ((const TroupePackedLine *) (self->buffer + self->position));
  if (!fill (self, size, error))
    return FALSE;

  line = (const TroupePackedLine *) (self->buffer + self->position);
  self->position += size;
  *ret_line = line;
  return TRUE;
}
