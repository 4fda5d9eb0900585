/* An office in a folder of its own; each test is a fibre, so that it reads as the manual does. */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "troupe-error.h"
#include "troupe-fiber.h"
#include "troupe-office.h"
#include "troupe-records.h"

typedef struct
{
  char         *folder;
  char         *path;
  TroupeOffice *office;
} Fixture;

typedef void (*FixtureFunc) (Fixture *self);

/* 2026-11-03T09:00:00Z */
#define FIXTURE_TIME G_GINT64_CONSTANT (1793696400)

static inline gpointer
fixture_check (gpointer      answer,
               const GError *error)
{
  g_assert_no_error (error);
  return answer;
}

/* What must not fail. */
static inline void
fixture_await (DexFuture *future)
{
  g_autoptr(GError) error = NULL;

  dex_await (future, &error);
  g_assert_no_error (error);
}

static inline gpointer
fixture_await_boxed (DexFuture *future)
{
  g_autoptr(GError) error = NULL;

  return fixture_check (dex_await_boxed (future, &error), error);
}

static inline gint64
fixture_await_int (DexFuture *future)
{
  g_autoptr(GError) error = NULL;
  gint64 answer = dex_await_int64 (future, &error);

  g_assert_no_error (error);
  return answer;
}

static inline TroupeOffice *
fixture_await_office (DexFuture *future)
{
  g_autoptr(GError) error = NULL;

  return fixture_check (dex_await_object (future, &error), error);
}

/* What must fail, with words that name the cause. */
static inline void
fixture_await_error (DexFuture  *future,
                     int         code,
                     const char *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (dex_await (future, &error));
  g_assert_error (error, TROUPE_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static inline TroupeAgency *
fixture_new_agency (void)
{
  TroupeAgency fields;

  troupe_record_clear (&TROUPE_AGENCY, &fields);
  fields.id = 1;
  fields.name = "Ferrylight Media";
  fields.currency = "CNY";
  fields.language = "en";
  fields.prefix = "FM";
  return troupe_record_new (&TROUPE_AGENCY, &fields, NULL);
}

static inline gint64
fixture_save (Fixture                *self,
              const TroupeRecordType *type,
              gconstpointer           fields)
{
  g_autoptr(GError) error = NULL;
  gpointer record = fixture_check (troupe_record_new (type, fields, &error), error);
  gint64 id = fixture_await_int (troupe_office_save (self->office, record));

  troupe_record_unref (record);
  return id;
}

static inline gint64
fixture_add_creator (Fixture    *self,
                     const char *name)
{
  TroupeCreator fields;

  troupe_record_clear (&TROUPE_CREATOR, &fields);
  fields.name = name;
  fields.status = "active";
  return fixture_save (self, &TROUPE_CREATOR, &fields);
}

static inline void
fixture_write (Fixture     *self,
               const char  *name,
               const char  *text,
               char       **ret_path)
{
  g_autoptr(GError) error = NULL;

  *ret_path = g_build_filename (self->folder, name, NULL);
  g_file_set_contents (*ret_path, text, -1, &error);
  g_assert_no_error (error);
}

static inline void
fixture_remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        fixture_remove_folder (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

static inline DexFuture *
fixture_fiber (gpointer func)
{
  Fixture self = { NULL };
  g_autoptr(TroupeAgency) agency = fixture_new_agency ();

  self.folder = g_dir_make_tmp ("troupe-jobs-XXXXXX", NULL);
  self.path = g_build_filename (self.folder, "studio.troupe", NULL);
  self.office = fixture_await_office (troupe_office_create (self.path, agency, troupe_clock_new_fixed (FIXTURE_TIME)));
  ((FixtureFunc) func) (&self);
  if (self.office != NULL)
    fixture_await (troupe_office_close (self.office));
  g_clear_object (&self.office);
  fixture_remove_folder (self.folder);
  g_free (self.folder);
  g_free (self.path);
  return dex_future_new_true ();
}

static inline void
fixture_run (gconstpointer func)
{
  g_autoptr(DexFuture) future = troupe_fiber_spawn (fixture_fiber, (gpointer) func, NULL);

  while (dex_future_is_pending (future))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
