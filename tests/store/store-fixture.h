/* A store in a folder of its own, and answers awaited without a fibre. */
#pragma once

#include <glib/gstdio.h>

#include "troupe-error.h"
#include "troupe-record-store.h"
#include "troupe-records.h"
#include "troupe-store.h"

typedef struct
{
  char        *folder;
  char        *path;
  TroupeClock *clock;
  TroupeStore *store;
} Fixture;

/* 2026-11-03T09:00:00Z */
#define FIXTURE_TIME G_GINT64_CONSTANT (1793696400)

static inline DexFuture *
fixture_wait (DexFuture *future)
{
  while (dex_future_is_pending (future))
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (50);
  return future;
}

/* What the future resolved to; it must not fail. */
static inline const GValue *
fixture_await (DexFuture *future)
{
  g_autoptr(GError) error = NULL;
  const GValue *value = dex_future_get_value (fixture_wait (future), &error);

  g_assert_no_error (error);
  return value;
}

static inline void
fixture_await_error (DexFuture  *future,
                     int         code,
                     const char *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (dex_future_get_value (fixture_wait (future), &error));
  g_assert_error (error, TROUPE_ERROR, code);
  if (!g_strrstr (error->message, words))
    g_error ("“%s” does not say “%s”", error->message, words);
  dex_unref (future);
}

static inline void
fixture_finish (DexFuture *future)
{
  fixture_await (future);
  dex_unref (future);
}

static inline gint64
fixture_await_int (DexFuture *future)
{
  gint64 answer = g_value_get_int64 (fixture_await (future));

  dex_unref (future);
  return answer;
}

static inline gpointer
fixture_await_boxed (DexFuture *future)
{
  gpointer answer = g_value_dup_boxed (fixture_await (future));

  dex_unref (future);
  return answer;
}

static inline TroupeStore *
fixture_await_store (DexFuture *future)
{
  TroupeStore *store = g_value_dup_object (fixture_await (future));

  dex_unref (future);
  return store;
}

static inline gpointer
fixture_new_agency (void)
{
  TroupeAgency fields;

  troupe_record_clear (&TROUPE_AGENCY, &fields);
  fields.id = 1;
  fields.name = "星河";
  fields.currency = "CNY";
  fields.language = "zh";
  return troupe_record_new (&TROUPE_AGENCY, &fields, NULL);
}

static inline void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(TroupeAgency) agency = fixture_new_agency ();

  self->folder = g_dir_make_tmp ("troupe-store-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "studio.troupe", NULL);
  self->clock = troupe_clock_new_fixed (FIXTURE_TIME);
  self->store = fixture_await_store (troupe_store_create (self->path, agency, self->clock));
}

static inline void
fixture_remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static inline void
fixture_close (Fixture *self)
{
  if (self->store == NULL)
    return;
  fixture_finish (troupe_store_close (self->store));
  g_clear_object (&self->store);
}

static inline void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  fixture_close (self);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  fixture_remove_folder (self->folder);
  troupe_clock_free (self->clock);
  g_free (self->path);
  g_free (self->folder);
}

/* Saves one record, whose struct is on the stack. */
static inline DexFuture *
fixture_save (Fixture                 *self,
              const TroupeRecordType  *type,
              gconstpointer            fields)
{
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_edit_free);
  g_autoptr(GError) error = NULL;
  gpointer record = troupe_record_new (type, fields, &error);

  g_assert_no_error (error);
  g_ptr_array_add (edits, troupe_edit_new_save (record));
  troupe_record_unref (record);
  return troupe_store_edit (self->store, edits, "Lin");
}

static inline DexFuture *
fixture_delete (Fixture                 *self,
                const TroupeRecordType  *type,
                gint64                   id)
{
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_edit_free);

  g_ptr_array_add (edits, troupe_edit_new_delete (type, id));
  return troupe_store_edit (self->store, edits, "Lin");
}

static inline gint64
fixture_add_creator (Fixture    *self,
                     const char *name)
{
  TroupeCreator fields;

  troupe_record_clear (&TROUPE_CREATOR, &fields);
  fields.name = name;
  fields.status = "active";
  return fixture_await_int (fixture_save (self, &TROUPE_CREATOR, &fields));
}

static inline gint64
fixture_add_account (Fixture    *self,
                     const char *handle,
                     gint64      creator_id)
{
  TroupeAccount fields;

  troupe_record_clear (&TROUPE_ACCOUNT, &fields);
  fields.platform = "twitch";
  fields.handle = handle;
  fields.creator_id = creator_id;
  return fixture_await_int (fixture_save (self, &TROUPE_ACCOUNT, &fields));
}

static inline gint64
fixture_add_contract (Fixture    *self,
                      const char *number,
                      gint64      creator_id)
{
  TroupeContract fields;

  troupe_record_clear (&TROUPE_CONTRACT, &fields);
  fields.creator_id = creator_id;
  fields.number = number;
  fields.kind = "standard";
  fields.currency = "CNY";
  fields.residual = "agency";
  fields.start_day = troupe_day_new (2026, 1, 1);
  fields.renews = 0;
  return fixture_await_int (fixture_save (self, &TROUPE_CONTRACT, &fields));
}

static inline TroupeTerm
fixture_make_term (gint64      contract_id,
                   const char *clause,
                   TroupeDay   start_day,
                   TroupeDay   end_day)
{
  TroupeTerm fields;

  troupe_record_clear (&TROUPE_TERM, &fields);
  fields.contract_id = contract_id;
  fields.clause = clause;
  fields.kind = "share";
  fields.share = 6000;
  fields.basis = "net";
  fields.start_day = start_day;
  fields.end_day = end_day;
  fields.version = 1;
  return fields;
}
