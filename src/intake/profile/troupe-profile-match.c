#include "troupe-profile-match.h"

#include "troupe-error.h"
#include "troupe-file-period.h"
#include "troupe-sheet-head.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (TroupeProfileMatch, troupe_profile_match, troupe_profile_match_ref, troupe_profile_match_unref)

TroupeProfileMatch *
troupe_profile_match_ref (TroupeProfileMatch *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  TroupeProfileMatch *self = data;

  troupe_profile_unref (self->profile);
  g_free (self->why);
  g_strfreev (self->columns);
}

void
troupe_profile_match_unref (TroupeProfileMatch *self)
{
  g_atomic_rc_box_release_full (self, finalize);
}

static TroupeAsk
tell_asks (TroupeStatementFile   *file,
           const TroupeProfile   *profile,
           const TroupeColumnMap *map)
{
  TroupeAsk asks = troupe_profile_get_asks (profile);

  if (!troupe_profile_is_statement (profile))
    return 0;
  if (troupe_column_is_set (profile->account.column) && !troupe_column_is_set (map->cell[profile->account.column]) &&
      profile->account.empty == NULL)
    asks |= TROUPE_ASK_ACCOUNT;
  if (!troupe_column_map_has (map, profile->day) &&
      troupe_file_period_get_month (profile, troupe_statement_file_get_name (file)) == TROUPE_NONE)
    asks |= TROUPE_ASK_MONTH;
  if ((profile->unit_source == TROUPE_UNIT_HEADER && *map->currency == '\0') ||
      (profile->unit_source == TROUPE_UNIT_COLUMN && !troupe_column_is_set (map->cell[profile->unit.column])))
    asks |= TROUPE_ASK_CURRENCY;

  return asks;
}

/* Nothing speaks against it when the file has every column, or no column that is not known. */
static char *
explain (TroupeStatementFile   *file,
         guint                  sheet,
         const TroupeHeadRow   *row,
         const TroupeColumnMap *map,
         int                    n)
{
  const char *where = troupe_statement_file_get_sheet_name (file, sheet);
  gboolean certain = map->n_found == n || map->n_found == (int) row->n_filled;

  /* a text file is its only sheet */
  if (certain && g_str_equal (where, troupe_statement_file_get_name (file)))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Certain: its %d column matches, in row %lld",
                                         "Certain: all %d columns match, in row %lld", map->n_found),
                            map->n_found, (long long) row->number);
  if (certain)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Certain: its %d column matches, in row %lld of “%s”",
                                         "Certain: all %d columns match, in row %lld of “%s”", map->n_found),
                            map->n_found, (long long) row->number, where);

  return g_strdup_printf (_("%d of its %d columns stand in row %lld of “%s”"), map->n_found, n, (long long) row->number, where);
}

static TroupeProfileMatch *
new_match (TroupeStatementFile   *file,
           TroupeProfile         *profile,
           guint                  sheet,
           const TroupeHeadRow   *row,
           const TroupeColumnMap *map)
{
  TroupeProfileMatch *self = g_atomic_rc_box_new0 (TroupeProfileMatch);
  int n = profile->columns->len;

  self->profile = troupe_profile_ref (profile);
  self->sheet = sheet;
  self->header_row = row->number;
  self->columns = g_strdupv (row->cells);
  self->width = row->width;
  self->certainty = 50 + 50 * map->n_found / n;
  self->why = explain (file, sheet, row, map, n);
  self->asks = tell_asks (file, profile, map);

  return self;
}

/* What the search has found so far. */
typedef struct
{
  TroupeStatementFile *file;
  GPtrArray           *matches;
  TroupeProfile       *near;           /* the one that misses fewest of its columns … */
  char                *near_column;    /* … this among them */
  int                  near_missing;
  GPtrArray           *head;           /* of the first sheet that has rows */
} Search;

static void
note_near (Search                *search,
           TroupeProfile         *profile,
           const TroupeColumnMap *map)
{
  if (!troupe_profile_is_statement (profile) || map->n_missing * 2 >= (int) profile->columns->len || map->n_found < 2 ||
      (search->near != NULL && search->near_missing <= map->n_missing))
    return;
  search->near = profile;
  search->near_missing = map->n_missing;
  g_free (search->near_column);
  search->near_column = g_strdup (troupe_profile_get_column (profile, map->first_missing)->title);
}

/* A second table of the same kind is an error: neither may be dropped. */
static gboolean
check_alone (Search                    *search,
             const TroupeProfileMatch  *match,
             GError                   **error)
{
  for (guint i = 0; i + 1 < search->matches->len; i++)
    {
      const TroupeProfileMatch *other = g_ptr_array_index (search->matches, i);

      if (other->profile == match->profile && troupe_profile_is_statement (match->profile))
        return troupe_fail (error, TROUPE_ERROR_FORMAT,
                            _("%s holds several tables of the same kind (“%s” and “%s”); save each as a file of its own "
                              "and import them one by one"),
                            troupe_statement_file_get_name (search->file),
                            troupe_statement_file_get_sheet_name (search->file, other->sheet),
                            troupe_statement_file_get_sheet_name (search->file, match->sheet));
    }

  return TRUE;
}

static gboolean
search_sheet (Search     *search,
              GPtrArray  *profiles,
              guint       sheet,
              GError    **error)
{
  g_autoptr(GPtrArray) head = troupe_sheet_head_read (search->file, sheet, error);
  TroupeColumnMap map;

  if (head == NULL)
    return FALSE;
  for (guint i = 0; i < profiles->len && head->len > 0; i++)
    {
      TroupeProfile *profile = g_ptr_array_index (profiles, i);
      const TroupeHeadRow *row = troupe_sheet_head_find_header (head, profile, &map);

      if (map.n_missing > 0)
        {
          note_near (search, profile, &map);
          continue;
        }
      g_ptr_array_add (search->matches, new_match (search->file, profile, sheet, row, &map));
      if (!check_alone (search, g_ptr_array_index (search->matches, search->matches->len - 1), error))
        return FALSE;
    }
  if (search->head == NULL && head->len > 0)
    search->head = g_steal_pointer (&head);

  return TRUE;
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const TroupeProfileMatch *x = *(TroupeProfileMatch *const *) a, *y = *(TroupeProfileMatch *const *) b;

  if (troupe_profile_is_statement (x->profile) != troupe_profile_is_statement (y->profile))
    return troupe_profile_is_statement (x->profile) ? -1 : 1;
  if (x->certainty != y->certainty)
    return y->certainty - x->certainty;

  return (int) y->profile->columns->len - (int) x->profile->columns->len;
}

static gboolean
fail_search (Search    *search,
             GError   **error)
{
  const char *name = troupe_statement_file_get_name (search->file);
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);
  g_autofree char *columns = NULL;

  if (search->head == NULL)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("%s: there are no rows in it; download it again"), name);
  columns = troupe_sheet_head_describe (search->head);
  if (search->near != NULL)
    return troupe_fail (error, TROUPE_ERROR_NOT_FOUND,
                        _("%s looks like “%s”, but its column “%s” is missing (the columns are: %s); download it "
                          "with all columns"),
                        name, troupe_profile_get_title (search->near, lang), search->near_column, columns);

  return troupe_fail (error, TROUPE_ERROR_NOT_FOUND,
                      _("%s is no statement that Troupe knows; its columns are: %s. Choose a profile for it, or "
                        "describe it in a profile of your own"),
                      name, columns);
}

static gboolean
search_sheets (Search     *search,
               GPtrArray  *profiles,
               gboolean    hidden,
               GError    **error)
{
  for (guint i = 0; i < troupe_statement_file_get_n_sheets (search->file); i++)
    if (troupe_statement_file_is_sheet_hidden (search->file, i) == hidden && !search_sheet (search, profiles, i, error))
      {
        if (*error != NULL && !g_str_has_prefix ((*error)->message, troupe_statement_file_get_name (search->file)))
          g_prefix_error (error, "%s: ", troupe_statement_file_get_name (search->file));
        return FALSE;
      }

  return TRUE;
}

/* What nobody sees counts only where nothing else does. */
static gboolean
search_file (Search     *search,
             GPtrArray  *profiles,
             GError    **error)
{
  if (!search_sheets (search, profiles, FALSE, error) ||
      (search->matches->len == 0 && !search_sheets (search, profiles, TRUE, error)))
    return FALSE;
  g_ptr_array_sort (search->matches, compare_matches);

  return search->matches->len > 0 || fail_search (search, error);
}

static GPtrArray *
run_search (TroupeStatementFile  *file,
            GPtrArray            *profiles,
            GError              **error)
{
  Search search = { .file = file };
  g_autoptr(GPtrArray) matches = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_profile_match_unref);
  g_autoptr(GError) local = NULL;

  search.matches = matches;
  if (!search_file (&search, profiles, &local))
    g_clear_pointer (&matches, g_ptr_array_unref);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  g_free (search.near_column);
  g_clear_pointer (&search.head, g_ptr_array_unref);

  return g_steal_pointer (&matches);
}

static gboolean
check_statement (TroupeStatementFile       *file,
                 const TroupeProfileMatch  *match,
                 GError                   **error)
{
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);

  if (troupe_profile_is_statement (match->profile))
    return TRUE;

  return troupe_fail (error, TROUPE_ERROR_FORMAT, "%s: %s: %s", troupe_statement_file_get_name (file),
                      troupe_profile_get_title (match->profile, lang), troupe_profile_get_refusal (match->profile, lang));
}

/* Statements on two sheets are two statements: neither may be dropped. */
static gboolean
check_one_sheet (TroupeStatementFile  *file,
                 GPtrArray            *matches,
                 GError              **error)
{
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);
  const TroupeProfileMatch *best = g_ptr_array_index (matches, 0);

  for (guint i = 1; i < matches->len; i++)
    {
      const TroupeProfileMatch *other = g_ptr_array_index (matches, i);

      if (other->sheet != best->sheet && troupe_profile_is_statement (other->profile))
        return troupe_fail (error, TROUPE_ERROR_FORMAT,
                            _("%s holds several statements (“%s”: %s; “%s”: %s); save each as a file of its own and import "
                              "them one by one"),
                            troupe_statement_file_get_name (file), troupe_statement_file_get_sheet_name (file, best->sheet),
                            troupe_profile_get_title (best->profile, lang),
                            troupe_statement_file_get_sheet_name (file, other->sheet),
                            troupe_profile_get_title (other->profile, lang));
    }

  return TRUE;
}

GPtrArray *
troupe_profile_match_file (TroupeStatementFile  *file,
                           GPtrArray            *profiles,
                           GError              **error)
{
  g_autoptr(GPtrArray) matches = run_search (file, profiles, error);

  if (matches == NULL || !check_statement (file, g_ptr_array_index (matches, 0), error) ||
      !check_one_sheet (file, matches, error))
    return NULL;
  for (guint i = matches->len; i-- > 1;)
    if (!troupe_profile_is_statement (((TroupeProfileMatch *) g_ptr_array_index (matches, i))->profile))
      g_ptr_array_remove_index (matches, i);

  return g_steal_pointer (&matches);
}

TroupeProfileMatch *
troupe_profile_match_chosen (TroupeStatementFile  *file,
                             TroupeProfile        *profile,
                             GError              **error)
{
  g_autoptr(GPtrArray) profiles = g_ptr_array_new (), matches = NULL;

  g_ptr_array_add (profiles, profile);
  matches = run_search (file, profiles, error);
  if (matches == NULL || !check_statement (file, g_ptr_array_index (matches, 0), error))
    return NULL;

  return troupe_profile_match_ref (g_ptr_array_index (matches, 0));
}
