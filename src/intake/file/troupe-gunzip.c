#include "troupe-gunzip.h"

struct _TroupeGunzip
{
  GObject parent;

  GConverter *member;
  gboolean between;     /* no member has begun since one ended */
};

static void troupe_gunzip_init_converter (GConverterIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TroupeGunzip, troupe_gunzip, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_CONVERTER, troupe_gunzip_init_converter))

static gsize
count_zeros (const guchar *bytes,
             gsize         n)
{
  gsize zeros = 0;

  while (zeros < n && bytes[zeros] == 0)
    zeros++;

  return zeros;
}

static GConverterResult
troupe_gunzip_convert (GConverter       *converter,
                       const void       *in,
                       gsize             in_size,
                       void             *out,
                       gsize             out_size,
                       GConverterFlags   flags,
                       gsize            *ret_read,
                       gsize            *ret_written,
                       GError          **error)
{
  TroupeGunzip *self = TROUPE_GUNZIP (converter);
  GConverterResult result;

  *ret_written = 0;
  *ret_read = self->between ? count_zeros (in, in_size) : 0;
  if (self->between && *ret_read == in_size && (flags & G_CONVERTER_INPUT_AT_END) != 0)
    return G_CONVERTER_FINISHED;
  if (*ret_read > 0)
    return G_CONVERTER_CONVERTED;

  result = g_converter_convert (self->member, in, in_size, out, out_size, flags, ret_read, ret_written, error);
  self->between &= result == G_CONVERTER_ERROR;
  if (result != G_CONVERTER_FINISHED)
    return result;
  g_converter_reset (self->member);
  self->between = TRUE;

  return G_CONVERTER_CONVERTED;
}

static void
troupe_gunzip_reset (GConverter *converter)
{
  TroupeGunzip *self = TROUPE_GUNZIP (converter);

  g_converter_reset (self->member);
  self->between = FALSE;
}

static void
troupe_gunzip_init_converter (GConverterIface *iface)
{
  iface->convert = troupe_gunzip_convert;
  iface->reset = troupe_gunzip_reset;
}

static void
troupe_gunzip_finalize (GObject *object)
{
  TroupeGunzip *self = TROUPE_GUNZIP (object);

  g_object_unref (self->member);
  G_OBJECT_CLASS (troupe_gunzip_parent_class)->finalize (object);
}

static void
troupe_gunzip_class_init (TroupeGunzipClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = troupe_gunzip_finalize;
}

static void
troupe_gunzip_init (TroupeGunzip *self)
{
  self->member = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
}

GConverter *
troupe_gunzip_new (void)
{
  return g_object_new (TROUPE_TYPE_GUNZIP, NULL);
}
