#include "troupe-column-map.h"

#include "troupe-money.h"

#include <string.h>

#define CURRENCY "{currency}"

/* "estimated revenue ({currency})" against "estimated revenue (usd)". */
static gboolean
matches_with_currency (const char *name,
                       const char *header,
                       char        currency[4])
{
  const char *place = strstr (name, CURRENCY);
  gsize before = place - name, after = strlen (place + strlen (CURRENCY)), length = strlen (header);
  char code[4] = { 0 };

  if (length != before + 3 + after || strncmp (name, header, before) != 0 ||
      !g_str_has_suffix (header, place + strlen (CURRENCY)))
    return FALSE;
  for (int i = 0; i < 3; i++)
    code[i] = g_ascii_toupper (header[before + i]);
  if (troupe_currency_exponent (code) < 0)
    return FALSE;
  memcpy (currency, code, 4);

  return TRUE;
}

static gboolean
matches (const TroupeProfileColumn *column,
         const char                *header,
         char                       currency[4])
{
  for (guint i = 0; column->names[i] != NULL; i++)
    {
      if (strstr (column->names[i], CURRENCY) != NULL)
        {
          if (matches_with_currency (column->names[i], header, currency))
            return TRUE;
        }
      else if (g_str_equal (column->names[i], header))
        return TRUE;
    }

  return FALSE;
}

static int
find_header (const TroupeProfileColumn *column,
             char                     **headers,
             char                       currency[4])
{
  int nth = 0;

  for (int i = 0; headers[i] != NULL; i++)
    if (*headers[i] != '\0' && matches (column, headers[i], currency) && ++nth == column->nth)
      return i;

  return TROUPE_NO_COLUMN;
}

/* Whether a header says that this is another kind of file. */
static gboolean
has_alien (const TroupeProfile *profile,
           char               **headers)
{
  for (guint i = 0; profile->absent != NULL && profile->absent[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) headers, profile->absent[i]))
      return TRUE;

  return FALSE;
}

void
troupe_column_map_bind (TroupeColumnMap      *map,
                        const TroupeProfile  *profile,
                        char                **headers)
{
  *map = (TroupeColumnMap) { .first_missing = TROUPE_NO_COLUMN };
  for (guint i = 0; i < profile->columns->len; i++)
    {
      const TroupeProfileColumn *column = troupe_profile_get_column (profile, i);

      map->cell[i] = find_header (column, headers, map->currency);
      map->n_found += troupe_column_is_set (map->cell[i]);
      if (troupe_column_is_set (map->cell[i]) || column->optional)
        continue;
      if (map->n_missing++ == 0)
        map->first_missing = i;
    }
  if (has_alien (profile, headers))
    map->n_missing += TROUPE_MAX_COLUMNS;
}

static gboolean
is_bound (const TroupeColumnMap *map,
          const TroupeProfile   *profile,
          int                    cell)
{
  for (guint i = 0; i < profile->columns->len; i++)
    if (map->cell[i] == cell)
      return TRUE;

  return FALSE;
}

int
troupe_column_map_find_twin (const TroupeColumnMap  *map,
                             const TroupeProfile    *profile,
                             char                  **headers)
{
  for (guint i = 0; i < profile->columns->len; i++)
    {
      int cell = map->cell[i];

      if (!troupe_column_is_set (cell) || troupe_profile_get_column (profile, i)->kind != TROUPE_COLUMN_AMOUNT)
        continue;
      for (int other = cell + 1; headers[other] != NULL; other++)
        if (g_str_equal (headers[other], headers[cell]) && !is_bound (map, profile, other))
          return i;
    }

  return TROUPE_NO_COLUMN;
}

const char *
troupe_column_map_get_title (const TroupeColumnMap  *map,
                             const TroupeProfile    *profile,
                             char                  **titles,
                             int                     column)
{
  if (!troupe_column_is_set (column))
    return NULL;
  if (troupe_column_is_set (map->cell[column]))
    return titles[map->cell[column]];

  return troupe_profile_get_column (profile, column)->title;
}
