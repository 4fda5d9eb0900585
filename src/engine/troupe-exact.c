#include "troupe-exact.h"

#define WIDE_MAX ((TroupeWide) (~(unsigned __int128) 0 >> 1))

static TroupeWide
magnitude (TroupeWide value)
{
  return value < 0 ? -value : value;
}

/* Not __builtin_mul_overflow: clang calls a function for it that libgcc lacks. */
gboolean
troupe_exact_multiply (TroupeWide *value,
                       TroupeWide  factor)
{
  TroupeWide size = magnitude (factor);

  if (size > 1 && magnitude (*value) > WIDE_MAX / size)
    return FALSE;
  *value *= factor;
  return TRUE;
}

gboolean
troupe_exact_divide (TroupeWide  numerator,
                     TroupeWide  denominator,
                     gint64     *ret_quotient)
{
  if (magnitude (numerator) / G_MAXINT64 >= magnitude (denominator))
    return FALSE;
  *ret_quotient = troupe_divide_half_up (numerator, denominator);
  return TRUE;
}

char *
troupe_exact_format (TroupeWide value,
                     int        places,
                     int        min_places)
{
  TroupeWide rest = magnitude (value);
  g_autoptr(GString) text = g_string_new (NULL);
  int digits = 0;

  for (; places > min_places && rest % 10 == 0; places--)
    rest /= 10;
  for (; digits <= places || rest > 0; digits++, rest /= 10)
    {
      if (digits == places && places > 0)
        g_string_prepend_c (text, '.');
      else if (digits > places && (digits - places) % 3 == 0)
        g_string_prepend_c (text, ',');
      g_string_prepend_c (text, '0' + rest % 10);
    }
  if (value < 0)
    g_string_prepend (text, "−");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
