#include "troupe-column-map.h"

#include "troupe-currency-text.h"
#include "troupe-header-text.h"

#include <string.h>

#define CURRENCY "{currency}"

/* "estimatedrevenue({currency})" against "estimatedrevenue(usd)". */
static const char *
read_currency (const char *name,
               const char *header)
{
  const char *place = strstr (name, CURRENCY), *rest = place + strlen (CURRENCY);
  gsize before = place - name, after = strlen (rest), length = strlen (header);
  g_autofree char *text = NULL;

  if (length <= before + after || strncmp (name, header, before) != 0 || !g_str_has_suffix (header, rest))
    return NULL;
  text = g_strndup (header + before, length - before - after);

  return troupe_currency_read (text);
}

/* Whether the header is the name, as it stands or with the currency that it names. */
static gboolean
matches (const char *name,
         const char *header,
         char        currency[4])
{
  const char *code;

  if (strstr (name, CURRENCY) == NULL)
    return g_str_equal (name, header);
  code = read_currency (name, header);
  if (code != NULL)
    g_strlcpy (currency, code, 4);

  return code != NULL;
}

static int
find_name (const char *name,
           char      **headers,
           int         nth,
           gboolean    unitless,
           char        currency[4])
{
  for (int i = 0; headers[i] != NULL; i++)
    if (*headers[i] != '\0' &&
        (unitless ? troupe_header_equals_unitless (name, headers[i]) : matches (name, headers[i], currency)) && --nth == 0)
      return i;

  return TROUPE_NO_COLUMN;
}

/* The name that comes first in the profile counts; units are looked past where no name fits as it is. */
static int
find_header (const TroupeProfileColumn *column,
             char                     **headers,
             char                       currency[4])
{
  for (int unitless = FALSE; unitless <= TRUE; unitless++)
    for (guint i = 0; column->names[i] != NULL; i++)
      {
        int cell = find_name (column->names[i], headers, column->nth, unitless, currency);

        if (troupe_column_is_set (cell))
          return cell;
      }

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

gboolean
troupe_column_map_has (const TroupeColumnMap *map,
                       int                    column)
{
  return troupe_column_is_set (column) && troupe_column_is_set (map->cell[column]);
}

gboolean
troupe_column_map_is_bound (const TroupeColumnMap *map,
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
        if (g_str_equal (headers[other], headers[cell]) && !troupe_column_map_is_bound (map, profile, other))
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
