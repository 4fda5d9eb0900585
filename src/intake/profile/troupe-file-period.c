#include "troupe-file-period.h"

gboolean
troupe_file_period_match (const GRegex *pattern,
                          const char   *name,
                          int           numbers[TROUPE_NAME_GROUPS])
{
  g_autoptr(GMatchInfo) info = NULL;

  if (pattern == NULL || !g_regex_match (pattern, name, G_REGEX_MATCH_DEFAULT, &info))
    return FALSE;
  for (int i = 0; i < g_regex_get_capture_count (pattern); i++)
    {
      g_autofree char *text = g_match_info_fetch (info, i + 1);
      numbers[i] = atoi (text ? text : "");
    }

  return TRUE;
}

gboolean
troupe_file_period_read (const TroupeProfile *profile,
                         const char          *name,
                         TroupeDay           *ret_first,
                         TroupeDay           *ret_last)
{
  int n[TROUPE_NAME_GROUPS];

  if (!troupe_file_period_match (profile->month_in_name, name, n))
    return FALSE;
  if (g_regex_get_capture_count (profile->month_in_name) == 2)
    {
      *ret_first = troupe_day_new (n[0], n[1], 1);
      *ret_last = *ret_first == TROUPE_NONE ? TROUPE_NONE : troupe_month_get_last (troupe_month_new (n[0], n[1]));
      return *ret_first != TROUPE_NONE;
    }
  *ret_first = troupe_day_new (n[0], n[1], n[2]);
  *ret_last = troupe_day_new (n[3], n[4], n[5]);
  /* names of whole months often end with the day after */
  if (n[2] == 1 && n[5] == 1 && *ret_last > *ret_first)
    (*ret_last)--;

  return *ret_first != TROUPE_NONE && *ret_last != TROUPE_NONE && *ret_first <= *ret_last;
}

TroupeMonth
troupe_file_period_get_month (const TroupeProfile *profile,
                              const char          *name)
{
  TroupeDay first, last;
  TroupeMonth month;

  if (!troupe_file_period_read (profile, name, &first, &last))
    return TROUPE_NONE;
  month = troupe_day_get_month (first);

  return first == troupe_month_get_first (month) && last == troupe_month_get_last (month) ? month : TROUPE_NONE;
}
