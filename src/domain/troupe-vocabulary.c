#include "troupe-vocabulary.h"

static const char *const platforms[] = {
  "kuaishou", "douyin", "bilibili", "youtube", "twitch", "tiktok", "kwaixiaodian", "doudian", "tiktok_shop", "other", NULL,
};
static const char *const kinds[] = {
  "gift", "subscription", "ad", "premium", "commission", "leader", "bits", "membership", "brand", "bonus", "task", "game",
  "extension", "bounty", "other", NULL,
};
/* What their statements call income is what the platform pays out, after its own part. */
static const char *const net_platforms[] = { "youtube", "twitch", "tiktok", "kwaixiaodian", "doudian", "tiktok_shop", NULL };
/* Shares of what others pay it, and its own money: it states what it gives. */
static const char *const net_kinds[] = { "ad", "premium", "bonus", "task", NULL };
static const char *const units[] = { "diamond", "sound_wave", "coin", NULL };

const char *const *
troupe_vocabulary_get_platforms (void)
{
  return platforms;
}

const char *const *
troupe_vocabulary_get_kinds (void)
{
  return kinds;
}

const char *const *
troupe_vocabulary_get_units (void)
{
  return units;
}

static const char *
get_label (TroupeLang         lang,
           const char *const *words,
           const char        *prefix,
           const char        *word)
{
  g_autofree char *key = NULL;

  if (!g_strv_contains (words, word))
    return word;
  key = g_strconcat (prefix, word, NULL);
  return troupe_phrase (lang, key);
}

const char *
troupe_platform_get_label (TroupeLang  lang,
                           const char *platform)
{
  return get_label (lang, platforms, "platform.", platform);
}

const char *
troupe_kind_get_label (TroupeLang  lang,
                       const char *kind)
{
  return get_label (lang, kinds, "kind.", kind);
}

const char *
troupe_unit_get_label (TroupeLang  lang,
                       const char *unit)
{
  return get_label (lang, units, "unit.", unit);
}

gboolean
troupe_kind_is_stated_net (const char *platform,
                           const char *kind)
{
  return g_strv_contains (net_platforms, platform) || g_strv_contains (net_kinds, kind);
}
