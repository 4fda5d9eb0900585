#include "troupe-record-store.h"

#include "troupe-change-log.h"
#include "troupe-store-private.h"

/* Text is interned: names of types and fields. */
typedef struct
{
  const char *object;
  gint64      id;
  const char *field;
  char       *actor;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->actor);
  g_free (self);
}

static DexFuture *
log_cb (TroupeConnection *connection,
        gpointer          data)
{
  const Request *request = data;
  g_autofree char *which = g_strdup_printf ("{\"field\":\"%s\"}", request->field);
  TroupeChange change;
  GError *error = NULL;

  troupe_record_clear (&TROUPE_CHANGE, &change);
  change.action = "reveal";
  change.actor = request->actor;
  change.object = request->object;
  change.object_id = request->id;
  change.after = which;
  return troupe_change_log_append (connection, &change, &error) ? dex_future_new_true () : dex_future_new_for_error (error);
}

DexFuture *
troupe_store_log_reveal (TroupeStore       *self,
                         gconstpointer      record,
                         const TroupeField *field,
                         const char        *actor)
{
  Request *request = g_new (Request, 1);

  *request = (Request) { troupe_record_get_type (record)->name, troupe_record_get_id (record), field->name, g_strdup (actor) };
  return troupe_store_write (self, NULL, log_cb, request, request_free);
}
