#include "troupe-day-text.h"

#include "troupe-error.h"
#include "troupe-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The numbers of a date in the order in which they stand, and the month if it is a word. */
typedef struct
{
  int numbers[3];
  int digits[3];
  int n;
  int month;        /* 1 to 12 when named, else 0 */
  const char *rest; /* what follows the date */
} Parts;

static const char *const months[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
};
static const char *const weekdays[] = {
  "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
};

/* The index of the word of length n that is one of words, or its first three letters; -1. */
static int
find_word (const char        *word,
           gsize              n,
           const char *const *words,
           gsize              n_words)
{
  for (gsize i = 0; n >= 3 && i < n_words; i++)
    if (g_ascii_strncasecmp (word, words[i], n) == 0 && (n == 3 || n == strlen (words[i]) || n == 4))
      return i;

  return -1;
}

static gboolean
take_word (Parts       *parts,
           const char **p)
{
  const char *start = *p;
  int month;

  while (g_ascii_isalpha (**p))
    (*p)++;
  month = find_word (start, *p - start, months, G_N_ELEMENTS (months));
  if (month >= 0 && parts->month == 0)
    parts->month = month + 1;
  else if (find_word (start, *p - start, weekdays, G_N_ELEMENTS (weekdays)) < 0)
    return FALSE;
  while (**p == '.' || **p == ',' || **p == ' ' || **p == '-')
    (*p)++;

  return TRUE;
}

static void
take_number (Parts       *parts,
             const char **p)
{
  int value = 0, digits = 0;

  for (; g_ascii_isdigit (**p) && digits < 8; (*p)++, digits++)
    value = value * 10 + (**p - '0');
  parts->numbers[parts->n] = value;
  parts->digits[parts->n++] = digits;
}

static gboolean
take_separator (const char **p)
{
  static const char *const separators[] = { "-", "/", ".", "年", "月", ", ", ",", " ", NULL };

  for (gsize i = 0; separators[i] != NULL; i++)
    if (g_str_has_prefix (*p, separators[i]))
      {
        *p += strlen (separators[i]);
        return TRUE;
      }

  return FALSE;
}

static gboolean
split_parts (const char *text,
             Parts      *parts)
{
  const char *p = text;

  *parts = (Parts) { 0 };
  while (*p != '\0' && parts->n + (parts->month > 0) < 3)
    {
      if (g_ascii_isalpha (*p))
        {
          if (!take_word (parts, &p))
            return FALSE;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        return FALSE;
      take_number (parts, &p);
      if (parts->n == 1 && parts->digits[0] == 8)
        break;
      if (parts->n + (parts->month > 0) < 3 && !take_separator (&p))
        break;
    }
  if (g_str_has_prefix (p, "日"))
    p += strlen ("日");
  parts->rest = p;

  return TRUE;
}

/* What may follow a date: a time, its half of the day, its zone. */
static gboolean
is_time (const char *rest)
{
  static const char *const words[] = { "上午", "下午", "中午", "凌晨", "早上", "晚上", "时", "点", "分", "秒", NULL };
  gsize i;

  if (*rest != '\0' && *rest != ' ' && *rest != 'T' && *rest != ',')
    return FALSE;
  while (*rest != '\0')
    {
      rest += strspn (rest, "0123456789:.+-() TZUGMCSapAPmutc,");
      for (i = 0; *rest != '\0' && words[i] != NULL && !g_str_has_prefix (rest, words[i]); i++)
        ;
      if (*rest != '\0' && words[i] == NULL)
        return FALSE;
      rest += *rest != '\0' ? strlen (words[i]) : 0;
    }

  return TRUE;
}

static int
full_year (int year,
           int digits)
{
  return digits <= 2 ? 2000 + year : year;
}

static TroupeDay
join_named (const Parts *parts)
{
  int year = parts->digits[0] == 4 ? 0 : 1;

  return troupe_day_new (full_year (parts->numbers[year], parts->digits[year]), parts->month, parts->numbers[!year]);
}

static TroupeDay
join_parts (const Parts    *parts,
            TroupeDayOrder  order)
{
  const int *n = parts->numbers;
  gboolean day_first = order == TROUPE_DAY_ORDER_DAY_FIRST;

  if (parts->n == 1 && parts->digits[0] == 8)
    return troupe_day_new (n[0] / 10000, n[0] / 100 % 100, n[0] % 100);
  if (parts->n == 2 && parts->month > 0)
    return join_named (parts);
  if (parts->n != 3 || parts->month > 0)
    return TROUPE_NONE;
  if (parts->digits[0] == 4)
    return troupe_day_new (n[0], n[1], n[2]);
  if (parts->digits[2] != 4 && parts->digits[2] != 2)
    return TROUPE_NONE;
  if (order == TROUPE_DAY_ORDER_UNKNOWN)
    day_first = n[0] > 12 || n[0] == n[1];

  return troupe_day_new (full_year (n[2], parts->digits[2]), n[day_first], n[!day_first]);
}

static gboolean
is_nothing (const char *text)
{
  return *text == '\0' || g_str_equal (text, "-") || g_str_equal (text, "/") || g_str_equal (text, "--");
}

/* "2026-10-31", which is nearly every date there is, without a closer look. */
static TroupeDay
read_iso (const char *text)
{
  if (!g_ascii_isdigit (text[0]) || strnlen (text, 10) < 10 || text[4] != '-' || text[7] != '-' ||
      !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[2]) || !g_ascii_isdigit (text[3]) ||
      !g_ascii_isdigit (text[5]) || !g_ascii_isdigit (text[6]) || !g_ascii_isdigit (text[8]) ||
      !g_ascii_isdigit (text[9]) || !is_time (text + 10))
    return TROUPE_NONE;

  return troupe_day_new ((text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0'),
                         (text[5] - '0') * 10 + (text[6] - '0'), (text[8] - '0') * 10 + (text[9] - '0'));
}

gboolean
troupe_day_read (const char      *text,
                 TroupeDayOrder   order,
                 TroupeDay       *ret_day,
                 GError         **error)
{
  g_autofree char *clean = NULL;
  gboolean matters;
  Parts parts;

  *ret_day = read_iso (text);
  if (*ret_day != TROUPE_NONE || is_nothing (text))
    return TRUE;
  clean = troupe_text_clean (text);
  if (is_nothing (clean))
    return TRUE;
  if (split_parts (clean, &parts) && is_time (parts.rest))
    *ret_day = join_parts (&parts, order);
  if (*ret_day == TROUPE_NONE)
    return troupe_fail (error, TROUPE_ERROR_NUMBER, _("“%s” is not a day; write it like 2026-10-31"), text);
  if (order == TROUPE_DAY_ORDER_UNKNOWN && troupe_day_tell_order (clean, &matters) == TROUPE_DAY_ORDER_UNKNOWN &&
      matters)
    return troupe_fail (error, TROUPE_ERROR_NUMBER,
                        _("“%s” may begin with the day or with the month; write it like 2026-10-31"), text);

  return TRUE;
}

TroupeDayOrder
troupe_day_tell_order (const char *text,
                       gboolean   *ret_matters)
{
  g_autofree char *clean = troupe_text_clean (text);
  Parts parts;

  *ret_matters = FALSE;
  if (!split_parts (clean, &parts) || parts.n != 3 || parts.month > 0 || parts.digits[0] == 4)
    return TROUPE_DAY_ORDER_UNKNOWN;
  if (parts.numbers[0] > 12)
    return TROUPE_DAY_ORDER_DAY_FIRST;
  if (parts.numbers[1] > 12)
    return TROUPE_DAY_ORDER_MONTH_FIRST;
  *ret_matters = parts.numbers[0] != parts.numbers[1];

  return TROUPE_DAY_ORDER_UNKNOWN;
}

/* "2026-07", "202607", "2026年7月". */
static gboolean
read_month (const char *text,
            TroupeDay  *ret_first,
            TroupeDay  *ret_last)
{
  Parts parts;
  int year, month;

  if (!split_parts (text, &parts) || *parts.rest != '\0' || parts.month > 0)
    return FALSE;
  year = parts.n == 1 ? parts.numbers[0] / 100 : parts.numbers[0];
  month = parts.n == 1 ? parts.numbers[0] % 100 : parts.numbers[1];
  if ((parts.n == 1 && parts.digits[0] != 6) || (parts.n == 2 && parts.digits[0] != 4) || parts.n == 3 ||
      troupe_day_new (year, month, 1) == TROUPE_NONE)
    return FALSE;
  *ret_first = troupe_day_new (year, month, 1);
  *ret_last = troupe_month_get_last (troupe_month_new (year, month));

  return TRUE;
}

/* The two ends of a period; FALSE: it is one day, or nothing of the kind. A hyphen parts it where both
 * sides are days. */
static gboolean
split_period (const char  *clean,
              char       **ends)
{
  static const char *const separators[] = { "~", "～", "至", " to ", " - ", " – ", "–", "—", NULL };
  TroupeDay day;

  for (gsize i = 0; separators[i] != NULL; i++)
    {
      const char *at = strstr (clean, separators[i]);

      if (at == NULL)
        continue;
      ends[0] = g_strndup (clean, at - clean);
      ends[1] = g_strdup (at + strlen (separators[i]));
      return TRUE;
    }
  for (const char *at = strchr (clean, '-'); at != NULL; at = strchr (at + 1, '-'))
    {
      g_autofree char *first = g_strndup (clean, at - clean);

      if (*first == '\0' || !troupe_day_read (first, TROUPE_DAY_ORDER_DAY_FIRST, &day, NULL) ||
          !troupe_day_read (at + 1, TROUPE_DAY_ORDER_DAY_FIRST, &day, NULL))
        continue;
      ends[0] = g_steal_pointer (&first);
      ends[1] = g_strdup (at + 1);
      return TRUE;
    }

  return FALSE;
}

gboolean
troupe_period_read (const char      *text,
                    TroupeDayOrder   order,
                    TroupeDay       *ret_first,
                    TroupeDay       *ret_last,
                    GError         **error)
{
  g_autofree char *clean = troupe_text_clean (text);
  g_auto(GStrv) ends = g_new0 (char *, 3);

  if (read_month (clean, ret_first, ret_last))
    return TRUE;
  if (!split_period (clean, ends))
    {
      if (!troupe_day_read (text, order, ret_first, error))
        return FALSE;
      *ret_last = *ret_first;
      return TRUE;
    }
  if (!troupe_day_read (ends[0], order, ret_first, error) || !troupe_day_read (ends[1], order, ret_last, error))
    return FALSE;
  if (*ret_first == TROUPE_NONE || *ret_last < *ret_first)
    return troupe_fail (error, TROUPE_ERROR_NUMBER, _("“%s” is not a period; write it like 2026-10-01 ~ 2026-10-31"), text);

  return TRUE;
}

TroupeDayOrder
troupe_period_tell_order (const char *text,
                          gboolean   *ret_matters)
{
  g_autofree char *clean = troupe_text_clean (text);
  g_auto(GStrv) ends = g_new0 (char *, 3);
  TroupeDayOrder order;
  gboolean matters;

  if (!split_period (clean, ends))
    return troupe_day_tell_order (text, ret_matters);
  order = troupe_day_tell_order (ends[0], ret_matters);
  if (order != TROUPE_DAY_ORDER_UNKNOWN)
    return order;
  order = troupe_day_tell_order (ends[1], &matters);
  *ret_matters |= matters;

  return order;
}
