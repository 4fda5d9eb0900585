#include "troupe-import-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "troupe-background.h"
#include "troupe-profile-match.h"
#include "troupe-statement-reader.h"
#include "troupe-text.h"

/* Enough to see that the file is read right; the lines of a row stay together up to the most. */
#define FIRST_LINES      5
#define MOST_FIRST_LINES 8

struct _TroupeImportFile
{
  char                  *path;
  char                  *profile;
  char                  *currency;
  char                  *platform;
  char                  *handle;
  TroupeMonth            month;
  TroupeDay              today;
  TroupeStatementFile   *file;
  TroupeProfileMatch    *match;
  GPtrArray             *lines;    /* the first of them, TroupeReadLine */
  GPtrArray             *sample;   /* where there are none: the first rows, char ** */
  TroupeStatementReader *reader;
};

TroupeImportFile *
troupe_import_file_new (const TroupeImportRequest *request,
                        TroupeDay                  today)
{
  TroupeImportFile *self = g_new0 (TroupeImportFile, 1);

  self->path = g_strdup (request->path);
  self->profile = g_strdup (request->profile);
  self->currency = g_strdup (request->currency);
  self->platform = g_strdup (request->platform);
  self->handle = g_strdup (request->handle);
  self->month = request->month;
  self->today = today;
  return self;
}

void
troupe_import_file_free (TroupeImportFile *self)
{
  g_clear_object (&self->reader);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->sample, g_ptr_array_unref);
  g_clear_pointer (&self->match, troupe_profile_match_unref);
  g_clear_object (&self->file);
  g_free (self->path);
  g_free (self->profile);
  g_free (self->currency);
  g_free (self->platform);
  g_free (self->handle);
  g_free (self);
}

static TroupeProfileMatch *
match_chosen (TroupeImportFile  *self,
              GError           **error)
{
  g_autoptr(TroupeProfile) profile = troupe_profile_find (self->profile, error);

  return profile != NULL ? troupe_profile_match_chosen (self->file, profile, error) : NULL;
}

static TroupeProfileMatch *
match_surest (TroupeImportFile  *self,
              GError           **error)
{
  g_autoptr(GPtrArray) profiles = troupe_profile_list_builtin ();
  g_autoptr(GPtrArray) matches = troupe_profile_match_file (self->file, profiles, error);

  return matches != NULL ? troupe_profile_match_ref (g_ptr_array_index (matches, 0)) : NULL;
}

static gboolean
recognise (gpointer   data,
           GError   **error)
{
  TroupeImportFile *self = data;

  self->file = troupe_statement_file_open (self->path, error);
  if (self->file == NULL)
    return FALSE;
  self->match = self->profile != NULL ? match_chosen (self, error) : match_surest (self, error);
  return self->match != NULL;
}

gboolean
troupe_import_file_recognise (TroupeImportFile  *self,
                              GError           **error)
{
  return troupe_background_run (recognise, self, error);
}

static char **
list_asks (TroupeImportFile *self)
{
  TroupeAsk asks = self->match->asks;
  const char *words[4] = { NULL };
  int n = 0;

  if ((asks & TROUPE_ASK_MONTH) != 0 && self->month == TROUPE_NONE)
    words[n++] = "month";
  if ((asks & TROUPE_ASK_CURRENCY) != 0 && self->currency == NULL)
    words[n++] = "currency";
  if ((asks & TROUPE_ASK_ACCOUNT) != 0 && self->handle == NULL)
    words[n++] = "account";
  return g_strdupv ((char **) words);
}

/* Profiles have titles of their own in the languages of documents; the desk reads its own. */
static TroupeLang
get_desk_lang (void)
{
  return troupe_lang_from_locale (setlocale (LC_MESSAGES, NULL));
}

/* Counters of a month so far were read when the file was written. */
static gint64
get_file_time (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64) info.st_mtime : TROUPE_NONE;
}

static TroupeStatementReader *
open_reader (TroupeImportFile  *self,
             GError           **error)
{
  TroupeStatementOptions options = {
    .month = self->month,
    .currency = self->currency,
    .platform = self->platform,
    .handle = self->handle,
    .as_of = get_file_time (self->path),
    .today = self->today,
  };

  return troupe_statement_reader_new (self->file, self->match, &options, error);
}

static void
read_line_free (gpointer data)
{
  TroupeReadLine *line = data;

  g_free (line->platform);
  g_free (line->handle);
  g_free (line->account_name);
  g_free (line->creator);
  g_free (line);
}

static TroupeReadLine *
read_line_new (const TroupeStagedLine *staged)
{
  TroupeReadLine *line = g_new (TroupeReadLine, 1);

  *line = (TroupeReadLine) {
    .row = staged->row,
    .day = staged->day,
    .platform = g_strdup (staged->platform),
    .handle = troupe_text_clean (staged->handle != NULL ? staged->handle : ""),
    .account_name = g_strdup (staged->account_name),
    .kind = g_intern_string (staged->kind),
    .unit = g_intern_string (staged->unit),
    .amount = staged->amount,
    .fee = staged->fee,
  };
  return line;
}

/* A reader of its own, so that the lines are there also for a file that then is refused or known already. */
static GPtrArray *
list_first_lines (TroupeImportFile *self)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (read_line_free);
  g_autoptr(TroupeStatementReader) reader = open_reader (self, NULL);
  const TroupeStagedLine *line;
  gint64 row = 0;

  while (reader != NULL && lines->len < MOST_FIRST_LINES &&
         troupe_line_source_next (TROUPE_LINE_SOURCE (reader), &line, NULL) && line != NULL &&
         (line->row == row || lines->len < FIRST_LINES))
    {
      /* a keyed profile says of every kind that did not come in that it is zero */
      if (line->amount == 0)
        continue;
      row = line->row;
      g_ptr_array_add (lines, read_line_new (line));
    }
  return g_steal_pointer (&lines);
}

/* While something must be chosen, and where no row can be read, one sees the file's own columns. */
static gboolean
read_first (gpointer   data,
            GError   **error)
{
  TroupeImportFile *self = data;

  self->lines = list_first_lines (self);
  if (self->lines->len == 0)
    self->sample = troupe_statement_reader_list_sample (self->file, self->match, FIRST_LINES, error);
  return self->lines->len > 0 || self->sample != NULL;
}

gboolean
troupe_import_file_describe (TroupeImportFile     *self,
                             TroupeImportPreview  *preview,
                             GError              **error)
{
  gboolean done = troupe_background_run (read_first, self, error);

  preview->profile = g_strdup (troupe_profile_get_id (self->match->profile));
  preview->title = g_strdup (troupe_profile_get_title (self->match->profile, get_desk_lang ()));
  preview->certainty = self->match->certainty;
  preview->why = g_strdup (self->match->why);
  preview->asks = list_asks (self);
  preview->columns = g_strdupv (self->match->columns);
  preview->sample = g_steal_pointer (&self->sample);
  preview->lines = g_steal_pointer (&self->lines);
  return done;
}

TroupeLineSource *
troupe_import_file_get_source (TroupeImportFile  *self,
                               GError           **error)
{
  g_clear_object (&self->reader);
  self->reader = open_reader (self, error);
  return self->reader != NULL ? TROUPE_LINE_SOURCE (self->reader) : NULL;
}

void
troupe_import_file_complete (TroupeImportFile   *self,
                             TroupeImportResult *result)
{
  result->n_days = troupe_statement_reader_count_days (self->reader);
  result->stated_total = troupe_statement_reader_get_stated_total (self->reader, &result->stated_excess);
}

char *
troupe_profile_find_listed_title (char       **profiles,
                                  const char  *id)
{
  g_autofree char *words = g_strdelimit (g_strdup (id), "-_", ' ');

  for (guint i = 0; profiles != NULL && profiles[i] != NULL; i += 2)
    if (g_str_equal (profiles[i], id))
      return g_strdup (profiles[i + 1]);
  *words = g_ascii_toupper (*words);
  return g_strdup_printf (_("%s (own profile)"), words);
}

char **
troupe_import_file_list_profiles (void)
{
  g_autoptr(GPtrArray) profiles = troupe_profile_list_builtin ();
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < profiles->len; i++)
    {
      const TroupeProfile *profile = g_ptr_array_index (profiles, i);

      if (!troupe_profile_is_statement (profile))
        continue;
      g_strv_builder_add (words, troupe_profile_get_id (profile));
      g_strv_builder_add (words, troupe_profile_get_title (profile, get_desk_lang ()));
    }
  return g_strv_builder_end (words);
}
