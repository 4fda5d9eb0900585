#include "troupe-feeless-remark.h"

#include <glib/gi18n-lib.h>

#include "troupe-office-private.h"
#include "troupe-vocabulary.h"

GArray *
troupe_feeless_remark_find (TroupeOffice  *office,
                            TroupeMonth    month,
                            GError       **error)
{
  GArray *list = dex_await_boxed (troupe_store_list_feeless (troupe_office_get_store (office), month), error);

  for (guint i = list != NULL ? list->len : 0; i > 0; i--)
    {
      const TroupeFeelessRevenue *revenue = &g_array_index (list, TroupeFeelessRevenue, i - 1);

      if (troupe_kind_is_stated_net (revenue->platform, revenue->kind))
        g_array_remove_index (list, i - 1);
    }
  return list;
}

static char *
describe (const TroupeFeelessRevenue *revenue)
{
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);
  g_autofree char *day = troupe_day_to_string (revenue->first_day);

  /* Translators: platform, kind of revenue, day */
  return g_strdup_printf (_("%s, %s: no fee card covers %s, so it was settled as if the platform kept nothing. Add a "
                            "fee card for that day; one of 0%% if that is so."),
                          troupe_platform_get_label (lang, revenue->platform),
                          troupe_kind_get_label (lang, revenue->kind), day);
}

char **
troupe_feeless_remark_list (TroupeOffice  *office,
                            TroupeMonth    month,
                            GError       **error)
{
  g_autoptr(GArray) list = troupe_feeless_remark_find (office, month, error);
  g_autoptr(GStrvBuilder) sentences = g_strv_builder_new ();

  if (list == NULL)
    return NULL;
  for (guint i = 0; i < list->len; i++)
    g_strv_builder_take (sentences, describe (&g_array_index (list, TroupeFeelessRevenue, i)));
  return g_strv_builder_end (sentences);
}
