#include "troupe-office-private.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>

#include "troupe-error.h"
#include "troupe-fiber.h"
#include "troupe-import-job.h"
#include "troupe-record-store.h"

struct _TroupeOffice
{
  GObject parent_instance;

  TroupeStore      *store;
  TroupeClock      *clock;    /* the store's too: freed after the store is closed */
  TroupeAgency     *agency;
  char             *actor;
  TroupeLineSource *source;
  guint             writes;
  gboolean          closed;
};

G_DEFINE_FINAL_TYPE (TroupeOffice, troupe_office, G_TYPE_OBJECT)

static guint changed_signal;

/* --- opening and closing ------------------------------------------------------------------------ */

/* What is asked for: a file to open, or one to make for an agency. */
typedef struct
{
  char            *path;
  TroupeClock     *clock;
  TroupeAgency    *agency;
  TroupeStoreMode  mode;
  gboolean         create;
} Opening;

static Opening *
opening_new (const char  *path,
             TroupeClock *clock)
{
  Opening *self = g_new0 (Opening, 1);

  self->path = g_strdup (path);
  self->clock = clock;
  return self;
}

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_free (self->path);
  g_clear_pointer (&self->clock, troupe_clock_free);
  g_clear_pointer (&self->agency, troupe_record_unref);
  g_free (self);
}

/* A file that waits for troupe_office_load() has none. */
static gboolean
read_agency (TroupeOffice  *self,
             GError       **error)
{
  g_autoptr(GError) missing = NULL;
  TroupeAgency *agency = dex_await_boxed (troupe_store_get (self->store, &TROUPE_AGENCY, 1), &missing);

  if (missing != NULL && !g_error_matches (missing, TROUPE_ERROR, TROUPE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }
  g_clear_pointer (&self->agency, troupe_record_unref);
  self->agency = agency;
  return TRUE;
}

/* Everybody looks again when the agency itself is up to date. A file that was closed meanwhile has
 * nothing new. */
static DexFuture *
refresh_fiber (gpointer data)
{
  TroupeOffice *self = data;

  if (!self->closed && read_agency (self, NULL))
    g_signal_emit (self, changed_signal, 0);
  return dex_future_new_true ();
}

static void
changed_cb (TroupeOffice *self)
{
  troupe_fiber_disown (troupe_fiber_spawn (refresh_fiber, g_object_ref (self), g_object_unref));
}

static DexFuture *
open_fiber (gpointer data)
{
  Opening *opening = data;
  g_autoptr(TroupeOffice) self = g_object_new (TROUPE_TYPE_OFFICE, NULL);
  GError *error = NULL;

  self->clock = g_steal_pointer (&opening->clock);
  self->store = dex_await_object (opening->create
                                  ? troupe_store_create (opening->path, opening->agency, self->clock)
                                  : troupe_store_open (opening->path, opening->mode, self->clock), &error);
  if (self->store == NULL || !read_agency (self, &error))
    return dex_future_new_for_error (error);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return dex_future_new_take_object (g_steal_pointer (&self));
}

DexFuture *
troupe_office_create (const char   *path,
                      TroupeAgency *agency,
                      TroupeClock  *clock)
{
  Opening *opening = opening_new (path, clock);

  opening->create = TRUE;
  opening->agency = agency != NULL ? troupe_record_ref (agency) : NULL;
  return troupe_fiber_spawn (open_fiber, opening, opening_free);
}

DexFuture *
troupe_office_open (const char       *path,
                    TroupeOfficeMode  mode,
                    TroupeClock      *clock)
{
  static const TroupeStoreMode modes[] = {
    [TROUPE_OFFICE_WRITE] = TROUPE_STORE_WRITE,
    [TROUPE_OFFICE_READ] = TROUPE_STORE_READ,
    [TROUPE_OFFICE_WRITE_OR_READ] = TROUPE_STORE_WRITE_OR_READ,
  };
  Opening *opening = opening_new (path, clock);

  opening->mode = modes[mode];
  return troupe_fiber_spawn (open_fiber, opening, opening_free);
}

static DexFuture *
close_fiber (gpointer data)
{
  TroupeOffice *self = data;
  GError *error = NULL;

  self->closed = TRUE;
  if (!dex_await (troupe_store_close (self->store), &error))
    return dex_future_new_for_error (error);
  return dex_future_new_true ();
}

DexFuture *
troupe_office_close (TroupeOffice *self)
{
  return troupe_fiber_spawn (close_fiber, g_object_ref (self), g_object_unref);
}

DexFuture *
troupe_office_discard (TroupeOffice *self)
{
  self->closed = TRUE;
  return troupe_store_discard (self->store);
}

/* --- records ------------------------------------------------------------------------------------ */

DexFuture *
troupe_office_get (TroupeOffice           *self,
                   const TroupeRecordType *type,
                   gint64                  id)
{
  return troupe_store_get (self->store, type, id);
}

DexFuture *
troupe_office_list (TroupeOffice           *self,
                    const TroupeRecordType *type,
                    const char             *field,
                    gint64                  value)
{
  return troupe_store_list (self->store, type, field, value);
}

DexFuture *
troupe_office_list_text (TroupeOffice           *self,
                         const TroupeRecordType *type,
                         const char             *field,
                         const char             *value)
{
  return troupe_store_list_text (self->store, type, field, value);
}

DexFuture *
troupe_office_reserve (TroupeOffice *self,
                       guint         n)
{
  return troupe_store_reserve (troupe_office_get_writer (self), n);
}

DexFuture *
troupe_office_edit (TroupeOffice *self,
                    GPtrArray    *edits)
{
  return troupe_store_edit (troupe_office_get_writer (self), edits, self->actor);
}

DexFuture *
troupe_office_save (TroupeOffice *self,
                    gpointer      record)
{
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_edit_free);

  g_ptr_array_add (edits, troupe_edit_new_save (record));
  return troupe_office_edit (self, edits);
}

DexFuture *
troupe_office_reveal (TroupeOffice      *self,
                      gconstpointer      record,
                      const TroupeField *field)
{
  return troupe_store_log_reveal (troupe_office_get_writer (self), record, field, self->actor);
}

DexFuture *
troupe_office_undo (TroupeOffice *self)
{
  return troupe_store_undo (troupe_office_get_writer (self));
}

DexFuture *
troupe_office_redo (TroupeOffice *self)
{
  return troupe_store_redo (troupe_office_get_writer (self));
}

/* --- the object --------------------------------------------------------------------------------- */

TroupeStore *
troupe_office_get_store (TroupeOffice *self)
{
  return self->store;
}

TroupeStore *
troupe_office_get_writer (TroupeOffice *self)
{
  self->writes++;
  return self->store;
}

guint
troupe_office_get_writes (TroupeOffice *self)
{
  return self->writes;
}

const char *
troupe_office_get_actor (TroupeOffice *self)
{
  return self->actor;
}

void
troupe_office_set_actor (TroupeOffice *self,
                         const char   *actor)
{
  g_set_str (&self->actor, actor);
}

const char *
troupe_office_get_path (TroupeOffice *self)
{
  return troupe_store_get_path (self->store);
}

gboolean
troupe_office_is_read_only (TroupeOffice *self)
{
  return troupe_store_is_read_only (self->store);
}

TroupeClock *
troupe_office_get_clock (TroupeOffice *self)
{
  return self->clock;
}

TroupeAgency *
troupe_office_get_agency (TroupeOffice *self)
{
  return self->agency;
}

TroupeLang
troupe_office_get_lang (TroupeOffice *self)
{
  return troupe_lang_from_locale (self->agency != NULL ? self->agency->language : NULL);
}

GObject *
troupe_office_get_file (TroupeOffice *self)
{
  return G_OBJECT (self->store);
}

void
troupe_office_set_source (TroupeOffice     *self,
                          TroupeLineSource *source)
{
  g_set_object (&self->source, source);
}

double
troupe_office_get_import_progress (TroupeOffice *self)
{
  return self->source != NULL ? troupe_line_source_get_progress (self->source) : -1;
}

/* An office that is forgotten without being closed is closed all the same: the store's thread still reads
 * the clock. */
static void
troupe_office_finalize (GObject *object)
{
  TroupeOffice *self = TROUPE_OFFICE (object);

  if (self->store != NULL && !self->closed)
    {
      TroupeOffice *ghost = g_object_new (TROUPE_TYPE_OFFICE, NULL);

      ghost->store = g_steal_pointer (&self->store);
      ghost->clock = g_steal_pointer (&self->clock);
      troupe_fiber_disown (troupe_fiber_spawn (close_fiber, ghost, g_object_unref));
    }
  g_clear_object (&self->store);
  g_clear_pointer (&self->clock, troupe_clock_free);
  g_clear_pointer (&self->agency, troupe_record_unref);
  g_clear_object (&self->source);
  g_free (self->actor);

  G_OBJECT_CLASS (troupe_office_parent_class)->finalize (object);
}

static void
troupe_office_class_init (TroupeOfficeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = troupe_office_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
troupe_office_init (TroupeOffice *self)
{
  self->actor = g_strdup (g_get_user_name ());
}
