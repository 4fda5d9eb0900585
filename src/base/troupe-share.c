#include "troupe-share.h"

#include "troupe-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gint64
troupe_share_of (gint64 amount,
                 gint64 share)
{
  return troupe_scale (amount, share, TROUPE_SHARE_WHOLE);
}

char *
troupe_share_to_string (gint64 share)
{
  return troupe_decimal_format (share, 2, 0);
}

char *
troupe_share_format (gint64 share)
{
  g_autofree char *number = share == TROUPE_NONE ? NULL : troupe_share_to_string (share);

  return number ? g_strconcat (number, "%", NULL) : g_strdup ("–");
}

char *
troupe_share_format_ratio (gint64 share)
{
  g_autofree char *number = troupe_decimal_format (troupe_scale (share, 1, 10), 1, 1);

  return g_strconcat (number, "%", NULL);
}

gboolean
troupe_share_parse (const char  *text,
                    gint64      *ret_share,
                    GError     **error)
{
  g_autofree char *number = g_strstrip (g_strdup (text));
  gint64 cut = 0, share;

  if (g_str_has_suffix (number, "%"))
    number[strlen (number) - 1] = '\0';
  if (!troupe_decimal_parse (g_strstrip (number), 2, &share, &cut, error))
    return FALSE;
  if (cut != 0 || share < 0 || share > TROUPE_SHARE_WHOLE)
    return troupe_fail (error, TROUPE_ERROR_NUMBER,
                        _("“%s” is not a percentage from 0 to 100 with at most two decimals"), text);
  *ret_share = share;

  return TRUE;
}
