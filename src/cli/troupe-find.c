#include "troupe-find.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <gio/gio.h>

#include "troupe-error.h"
#include "troupe-statement-line.h"
#include "troupe-text.h"

/* TRUE for digits only. */
static gboolean
read_id (const char *text,
         gint64     *ret_id)
{
  return g_ascii_string_to_signed (text, 10, 1, (G_GINT64_CONSTANT (1) << 53) - 1, ret_id, NULL);
}

static gboolean
is_named (const TroupeCreator *creator,
          const char          *folded)
{
  g_autofree char *name = troupe_text_fold (creator->name);
  g_auto(GStrv) others = NULL;

  if (g_str_equal (name, folded))
    return TRUE;
  others = g_regex_split_simple ("[,;/、，；]", creator->other_names != NULL ? creator->other_names : "", 0, 0);
  for (char **other = others; *other != NULL; other++)
    {
      g_autofree char *word = troupe_text_fold (*other);

      if (*word != '\0' && g_str_equal (word, folded))
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
find_named (GPtrArray  *creators,
            const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);   /* a shell passes any bytes */
  g_autofree char *folded = troupe_text_fold (valid);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < creators->len; i++)
    if (is_named (g_ptr_array_index (creators, i), folded))
      g_ptr_array_add (found, g_ptr_array_index (creators, i));
  return g_steal_pointer (&found);
}

static gboolean
check_one (GPtrArray   *found,
           const char  *text,
           GError     **error)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  if (found->len == 1)
    return TRUE;
  if (found->len == 0)
    return troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("There is no creator “%s”"), text);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", troupe_record_get_id (g_ptr_array_index (found, i)));
  return troupe_fail (error, TROUPE_ERROR_ASK, _("Several creators are called “%s”; name one by its number: %s"), text, ids->str);
}

TroupeCreator *
troupe_find_creator (TroupeOffice  *office,
                     const char    *text,
                     GError       **error)
{
  g_autoptr(GPtrArray) creators = NULL;
  g_autoptr(GPtrArray) found = NULL;
  gint64 id = 0;

  if (read_id (text, &id))
    return dex_await_boxed (troupe_office_get (office, &TROUPE_CREATOR, id), error);
  creators = dex_await_boxed (troupe_office_list (office, &TROUPE_CREATOR, NULL, 0), error);
  if (creators == NULL)
    return NULL;
  found = find_named (creators, text);
  return check_one (found, text, error) ? troupe_record_ref (g_ptr_array_index (found, 0)) : NULL;
}

gboolean
troupe_find_split_account (const char  *text,
                           char       **ret_platform,
                           char       **ret_handle,
                           GError     **error)
{
  const char *colon = strchr (text, ':');

  if (colon == NULL || colon == text || colon[1] == '\0')
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("An account is written PLATFORM:HANDLE, such as twitch:mizu_live; “%s” is not"), text);
      return FALSE;
    }
  *ret_platform = g_strndup (text, colon - text);
  *ret_handle = g_strdup (colon + 1);
  return TRUE;
}

TroupeAccount *
troupe_find_account (TroupeOffice  *office,
                     const char    *text,
                     GError       **error)
{
  g_autofree char *platform = NULL;
  g_autofree char *handle = NULL;
  g_autoptr(GPtrArray) accounts = NULL;

  if (!troupe_find_split_account (text, &platform, &handle, error))
    return NULL;
  accounts = dex_await_boxed (troupe_office_list_text (office, &TROUPE_ACCOUNT, "handle", handle), error);
  if (accounts == NULL)
    return NULL;
  for (guint i = 0; i < accounts->len; i++)
    {
      TroupeAccount *account = g_ptr_array_index (accounts, i);

      if (g_str_equal (account->platform, platform))
        return troupe_record_ref (account);
    }
  troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("There is no account %s"), text);
  return NULL;
}

TroupeStatement *
troupe_find_statement (TroupeOffice  *office,
                       const char    *number,
                       GError       **error)
{
  g_autoptr(GPtrArray) statements = dex_await_boxed (troupe_office_list_text (office, &TROUPE_STATEMENT, "number", number),
                                                     error);

  if (statements == NULL)
    return NULL;
  if (statements->len > 0)
    return troupe_record_ref (g_ptr_array_index (statements, 0));
  troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("There is no statement %s; “troupe settle” lists those of a month"), number);
  return NULL;
}

gint64
troupe_find_statement_line (TroupeOffice  *office,
                            const char    *text,
                            GError       **error)
{
  const char *colon = strrchr (text, ':');
  g_autofree char *number = NULL;
  g_autoptr(TroupeStatement) statement = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  gint64 position = 0;
  gint64 id = 0;

  if (read_id (text, &id))
    return id;
  if (colon == NULL || !read_id (colon + 1, &position))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("A statement line is its number, or NUMBER:POSITION of its statement; “%s” is neither"), text);
      return 0;
    }
  number = g_strndup (text, colon - text);
  statement = troupe_find_statement (office, number, error);
  lines = statement != NULL
          ? dex_await_boxed (troupe_office_list (office, &TROUPE_STATEMENT_LINE, "statement_id", statement->id), error)
          : NULL;
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const TroupeStatementLine *line = g_ptr_array_index (lines, i);

      if (line->position == position)
        return line->id;
    }
  if (lines != NULL)
    troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("Statement %s has no line %" PRId64), number, position);
  return 0;
}

gboolean
troupe_find_month (const char   *text,
                   TroupeMonth  *ret_month,
                   GError      **error)
{
  if (troupe_month_parse (text, ret_month, NULL))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("A month is written 2026-10; “%s” is not"), text);
  return FALSE;
}
