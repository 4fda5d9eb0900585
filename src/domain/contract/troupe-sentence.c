#include "troupe-sentence.h"

#include <string.h>

#include "troupe-money.h"
#include "troupe-share.h"
#include "troupe-vocabulary.h"

/* "Gifts" stands alone, "gifts" within a sentence; a word of a user's profile stays as it is written. */
static char *
get_kind_within (TroupeLang  lang,
                 const char *kind)
{
  char *label = g_strdup (troupe_kind_get_label (lang, kind));

  if (g_strv_contains (troupe_vocabulary_get_kinds (), kind))
    *label = g_ascii_tolower (*label);
  return label;
}

/* Chinese text keeps a space after a Latin word. */
static char *
get_platform_within (TroupeLang  lang,
                     const char *platform)
{
  const char *label = troupe_platform_get_label (lang, platform);
  gboolean latin = g_ascii_isalnum (label[strlen (label) - 1]);

  return g_strconcat (label, lang == TROUPE_LANG_ZH && latin ? " " : "", NULL);
}

char *
troupe_sentence_for_revenue (const char *platform,
                             const char *kind,
                             TroupeLang  lang)
{
  g_autofree char *on = platform != NULL ? get_platform_within (lang, platform) : NULL;
  g_autofree char *what = kind != NULL ? get_kind_within (lang, kind) : NULL;

  if (what != NULL && on != NULL)
    return troupe_phrase_format (lang, "sentence.kind_on", "kind", what, "platform", on, NULL);
  if (on != NULL)
    return troupe_phrase_format (lang, "sentence.platform", "platform", on, NULL);
  return g_strdup (what != NULL ? what : troupe_phrase (lang, "sentence.whole"));
}

static char *
write_share (const TroupeTerm *term,
             TroupeLang        lang)
{
  g_autofree char *what = troupe_sentence_for_revenue (term->platform, term->revenue_kind, lang);
  g_autofree char *share = troupe_share_format (term->share);
  const char *key = g_str_equal (term->basis, "gross") ? "sentence.gross" : "sentence.net";

  return troupe_phrase_format (lang, key, "share", share, "what", what, NULL);
}

char *
troupe_sentence_for_term_alone (const TroupeTerm *term,
                                TroupeLang        lang)
{
  g_autofree char *amount = NULL;

  if (g_str_equal (term->kind, "share"))
    return write_share (term, lang);
  amount = troupe_money_format (term->amount, term->currency);
  return troupe_phrase_format (lang, "sentence.minimum", "amount", amount, "currency", term->currency, NULL);
}

static char *
write_days (TroupeLang lang,
            TroupeDay  first,
            TroupeDay  last)
{
  g_autofree char *from = troupe_phrase_day (lang, first);
  g_autofree char *to = last != TROUPE_NONE ? troupe_phrase_day (lang, last) : NULL;

  if (to == NULL)
    return troupe_phrase_format (lang, "sentence.since", "day", from, NULL);
  return troupe_phrase_format (lang, "sentence.between", "first", from, "last", to, NULL);
}

char *
troupe_sentence_for_term (const TroupeTerm *term,
                          TroupeLang        lang)
{
  g_autofree char *alone = troupe_sentence_for_term_alone (term, lang);
  g_autofree char *days = write_days (lang, term->start_day, term->end_day);
  g_autofree char *clause = NULL;

  if (term->clause != NULL)
    clause = troupe_phrase_format (lang, "sentence.clause", "clause", term->clause, NULL);
  return g_strconcat (alone, days, clause, NULL);
}

char *
troupe_sentence_mark_up_term (const TroupeTerm *term,
                              const char       *sentence)
{
  g_autofree char *figure = g_str_equal (term->kind, "share") ? troupe_share_format (term->share)
                                                              : troupe_money_format (term->amount, term->currency);
  const char *at = strstr (sentence, figure);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (at == NULL)
    return g_markup_escape_text (sentence, -1);
  before = g_markup_escape_text (sentence, at - sentence);
  after = g_markup_escape_text (at + strlen (figure), -1);
  return g_strdup_printf ("%s<b>%s</b>%s", before, figure, after);
}

static char *
write_run (const TroupeContract *contract,
           TroupeDay             today,
           TroupeLang            lang)
{
  g_autofree char *start = troupe_phrase_day (lang, contract->start_day);
  g_autofree char *end = NULL;
  const char *key = contract->renews == 1 ? "sentence.renews" : "sentence.runs_until";

  if (contract->end_day == TROUPE_NONE)
    return troupe_phrase_format (lang, "sentence.runs", "start", start, NULL);
  if (contract->end_day < today)
    key = contract->renews == 1 ? "sentence.renewed" : "sentence.ended";
  end = troupe_phrase_day (lang, contract->end_day);
  return troupe_phrase_format (lang, key, "end", end, NULL);
}

/* A renewal has a last day to give notice; before that either side may end it with notice all the same. The day of
 * the next renewal is not known, and what has ended wants no notice. */
static char *
write_notice (const TroupeContract *contract,
              TroupeDay             today,
              TroupeLang            lang)
{
  TroupeDay last = troupe_contract_get_notice_day (contract);
  gboolean over = contract->end_day != TROUPE_NONE && contract->end_day < today;
  g_autofree char *day = NULL;
  g_autofree char *days = NULL;

  if (contract->notice_days == TROUPE_NONE || (over && contract->renews != 1))
    return NULL;
  if (last != TROUPE_NONE && contract->renews == 1 && !over)
    {
      day = troupe_phrase_day (lang, last);
      return troupe_phrase_format (lang, "sentence.notice_by", "day", day, NULL);
    }
  days = g_strdup_printf ("%" G_GINT64_FORMAT, contract->notice_days);
  return troupe_phrase_format (lang, "sentence.notice_days", "days", days, NULL);
}

char *
troupe_sentence_for_contract (const TroupeContract *contract,
                              TroupeDay             today,
                              TroupeLang            lang)
{
  g_autofree char *run = write_run (contract, today, lang);
  g_autofree char *notice = write_notice (contract, today, lang);

  return g_strconcat (run, notice != NULL ? notice : "", troupe_phrase (lang, "sentence.stop"), NULL);
}
