#include "troupe-profile.h"

#include "troupe-error.h"
#include "troupe-profile-parse.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define BUILTIN "/io/github/troupe/Troupe/statements/"

G_DEFINE_BOXED_TYPE (TroupeProfile, troupe_profile, troupe_profile_ref, troupe_profile_unref)

static void
clear_column (gpointer data)
{
  TroupeProfileColumn *column = data;

  g_free (column->field);
  g_strfreev (column->names);
  g_free (column->title);
}

static void
clear_word (TroupeProfileWord *word)
{
  g_clear_pointer (&word->map, g_hash_table_unref);
  g_free (word->fixed);
}

static void
clear_account (TroupeProfileAccount *account)
{
  g_strfreev (account->instead_of);
  g_free (account->empty);
}

static void
clear_line (gpointer data)
{
  TroupeProfileLine *line = data;

  clear_word (&line->kind);
  clear_account (&line->account);
}

static void
clear_filter (gpointer data)
{
  TroupeProfileFilter *filter = data;

  g_strfreev (filter->keep);
  g_strfreev (filter->skip);
}

static void
clear_check (gpointer data)
{
  TroupeProfileCheck *check = data;

  g_array_unref (check->parts);
}

static GArray *
new_array (gsize          size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, size);

  g_array_set_clear_func (array, clear);

  return array;
}

static TroupeProfile *
new_empty (void)
{
  TroupeProfile *self = g_atomic_rc_box_new0 (TroupeProfile);

  self->columns = new_array (sizeof (TroupeProfileColumn), clear_column);
  self->lines = new_array (sizeof (TroupeProfileLine), clear_line);
  self->filters = new_array (sizeof (TroupeProfileFilter), clear_filter);
  self->checks = new_array (sizeof (TroupeProfileCheck), clear_check);
  self->platform.column = TROUPE_NO_COLUMN;
  self->account.column = TROUPE_NO_COLUMN;
  self->unit.column = TROUPE_NO_COLUMN;

  return self;
}

TroupeProfile *
troupe_profile_new_from_json (const char  *json,
                              gssize       length,
                              const char  *name,
                              GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(TroupeProfile) self = new_empty ();
  g_autoptr(GError) local = NULL;
  TroupeJsonWalk walk = { name, NULL };
  TroupeJsonPlace root = { &walk, NULL, NULL, 0, NULL };

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, json, length, &local))
    {
      troupe_fail (error, TROUPE_ERROR_FORMAT, _("%s is not JSON: %s"), name, local->message);
      return NULL;
    }
  root.node = json_parser_get_root (parser);
  if (root.node == NULL)
    {
      troupe_fail (error, TROUPE_ERROR_FORMAT, _("%s is empty"), name);
      return NULL;
    }
  troupe_profile_parse (&root, self);
  if (walk.error != NULL)
    {
      g_propagate_error (error, walk.error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

TroupeProfile *
troupe_profile_load_file (const char  *path,
                          GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path), *json = NULL;
  GError *cause = NULL;
  gsize length;

  if (!g_file_get_contents (path, &json, &length, &cause))
    {
      troupe_fail_file (error, path, cause);
      return NULL;
    }

  return troupe_profile_new_from_json (json, length, name, error);
}

GPtrArray *
troupe_profile_list_builtin (void)
{
  GPtrArray *profiles = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_profile_unref);
  g_auto(GStrv) names = g_resources_enumerate_children (BUILTIN, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (BUILTIN, names[i], NULL);
      g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autoptr(GError) error = NULL;
      TroupeProfile *profile = troupe_profile_new_from_json (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                                             names[i], &error);

      if (profile == NULL)
        g_error ("%s", error->message);   /* the program was built with it; a test reads them all */
      g_ptr_array_add (profiles, profile);
    }

  return profiles;
}

TroupeProfile *
troupe_profile_find (const char  *id_or_path,
                     GError     **error)
{
  g_autoptr(GPtrArray) profiles = troupe_profile_list_builtin ();

  for (guint i = 0; i < profiles->len; i++)
    {
      TroupeProfile *profile = g_ptr_array_index (profiles, i);

      if (g_str_equal (profile->id, id_or_path))
        return troupe_profile_ref (profile);
    }
  if (g_file_test (id_or_path, G_FILE_TEST_EXISTS))
    return troupe_profile_load_file (id_or_path, error);
  troupe_fail (error, TROUPE_ERROR_NOT_FOUND,
               _("there is no profile “%s”: neither a built-in one nor a file"), id_or_path);

  return NULL;
}

TroupeProfile *
troupe_profile_ref (TroupeProfile *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  TroupeProfile *self = data;

  g_free (self->id);
  for (int i = 0; i < 2; i++)
    {
      g_free (self->title[i]);
      g_free (self->refusal[i]);
    }
  clear_word (&self->platform);
  clear_word (&self->unit);
  clear_account (&self->account);
  g_array_unref (self->columns);
  g_array_unref (self->lines);
  g_array_unref (self->filters);
  g_array_unref (self->checks);
  g_clear_pointer (&self->key, g_array_unref);
  g_clear_pointer (&self->content, g_array_unref);
  g_strfreev (self->money);
  g_strfreev (self->rivals);
  g_clear_pointer (&self->month_in_name, g_regex_unref);
  g_clear_pointer (&self->as_of_in_name, g_regex_unref);
  g_strfreev (self->absent);
  g_strfreev (self->positive);
  g_strfreev (self->negative);
  g_strfreev (self->footers);
}

void
troupe_profile_unref (TroupeProfile *self)
{
  g_atomic_rc_box_release_full (self, finalize);
}

const char *
troupe_profile_get_id (const TroupeProfile *self)
{
  return self->id;
}

int
troupe_profile_get_version (const TroupeProfile *self)
{
  return self->version;
}

const char *
troupe_profile_get_title (const TroupeProfile *self,
                          TroupeLang           lang)
{
  return self->title[lang];
}

const char *
troupe_profile_get_platform (const TroupeProfile *self)
{
  return self->platform.fixed ? self->platform.fixed : "other";
}

gboolean
troupe_profile_is_statement (const TroupeProfile *self)
{
  return self->refusal[TROUPE_LANG_EN] == NULL;
}

const char *
troupe_profile_get_refusal (const TroupeProfile *self,
                            TroupeLang           lang)
{
  return self->refusal[lang];
}

/* Whether every line finds its account in the row. */
static gboolean
names_accounts (const TroupeProfile *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (!g_array_index (self->lines, TroupeProfileLine, i).has_account && !troupe_column_is_set (self->account.column))
      return FALSE;

  return TRUE;
}

TroupeAsk
troupe_profile_get_asks (const TroupeProfile *self)
{
  TroupeAsk asks = 0;

  if (!troupe_profile_is_statement (self))
    return 0;
  if (!troupe_column_is_set (self->day) && self->month_in_name == NULL)
    asks |= TROUPE_ASK_MONTH;
  if (self->unit_source == TROUPE_UNIT_ASKED)
    asks |= TROUPE_ASK_CURRENCY;
  if (!names_accounts (self))
    asks |= TROUPE_ASK_ACCOUNT;

  return asks;
}

const TroupeProfileColumn *
troupe_profile_get_column (const TroupeProfile *self,
                           int                  column)
{
  return &g_array_index (self->columns, TroupeProfileColumn, column);
}

gboolean
troupe_column_is_set (int column)
{
  return column >= 0;
}
