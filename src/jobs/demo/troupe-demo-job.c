#include "troupe-file-job.h"


#include "troupe-demo.h"
#include "troupe-fiber.h"
#include "troupe-office-private.h"

#define IDS 1000   /* more than the books need before the first month */

typedef struct
{
  char        *path;
  TroupeClock *clock;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_pointer (&self->clock, troupe_clock_free);
  g_free (self->path);
  g_free (self);
}

/* --- what the parts share ----------------------------------------------------------------------- */

gint64
troupe_demo_take_id (TroupeDemo *self)
{
  return self->next_id++;
}

void
troupe_demo_add (TroupeDemo             *self,
                 const TroupeRecordType *type,
                 gconstpointer           fields)
{
  g_autoptr(GError) error = NULL;
  gpointer record = troupe_record_new (type, fields, &error);

  if (record == NULL)
    g_error ("%s", error->message);
  g_ptr_array_add (self->edits, troupe_edit_new_save (record));
  troupe_record_unref (record);
}

gboolean
troupe_demo_save (TroupeDemo  *self,
                  GError     **error)
{
  g_autoptr(GPtrArray) edits = g_steal_pointer (&self->edits);

  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_edit_free);
  return edits->len == 0 || dex_await (troupe_office_edit (self->office, edits), error);
}

static void
clear_account (gpointer data)
{
  g_free (((TroupeDemoAccount *) data)->handle);
}

static TroupeDemo *
demo_new (TroupeOffice *office)
{
  TroupeDemo *self = g_new0 (TroupeDemo, 1);

  self->office = g_object_ref (office);
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_edit_free);
  self->accounts = g_array_new (FALSE, FALSE, sizeof (TroupeDemoAccount));
  g_array_set_clear_func (self->accounts, clear_account);
  return self;
}

static void
demo_free (TroupeDemo *self)
{
  g_object_unref (self->office);
  g_ptr_array_unref (self->edits);
  g_array_unref (self->accounts);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeDemo, demo_free)

/* --- building ----------------------------------------------------------------------------------- */

static TroupeAgency *
make_agency (GError **error)
{
  TroupeAgency fields;

  troupe_record_clear (&TROUPE_AGENCY, &fields);
  fields.id = 1;
  fields.name = "渡灯 Ferrylight";
  fields.legal_name = "杭州渡灯文化传媒有限公司";
  fields.tax_id = "91990101MA00000000";
  fields.currency = "CNY";
  fields.language = "zh";
  fields.address = "杭州市渡口区灯塔路 8 号";
  fields.contact = "accounts@ferrylight.example";
  fields.prefix = "S";
  fields.note = "演示机构：人物、账号与金额均为虚构。";
  return troupe_record_new (&TROUPE_AGENCY, &fields, error);
}

/* The books as they stood before the first month. */
static gboolean
open_books (TroupeDemo  *self,
            GError     **error)
{
  GError *failure = NULL;

  self->next_id = dex_await_int64 (troupe_office_reserve (self->office, IDS), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  troupe_demo_add_rates (self);
  if (!troupe_demo_save (self, error))
    return FALSE;
  troupe_demo_add_roster (self);
  if (!troupe_demo_save (self, error))
    return FALSE;
  troupe_demo_add_contracts (self);
  return troupe_demo_save (self, error);
}

static gboolean
build (TroupeOffice  *office,
       GError       **error)
{
  g_autoptr(TroupeDemo) self = demo_new (office);
  TroupeMonth last = troupe_demo_month (TROUPE_DEMO_LAST);

  /* the log must not name whoever makes it, so that it is the same everywhere */
  troupe_office_set_actor (office, "林悦");
  if (!open_books (self, error))
    return FALSE;
  for (TroupeMonth month = troupe_demo_month (TROUPE_DEMO_FIRST); month <= last; month++)
    if (!troupe_demo_run_month (self, month, error))
      return FALSE;
  return TRUE;
}

/* A clock of its own walks through the year; whoever asked gets the file by their own clock. */
static gboolean
create (const char  *path,
        GError     **error)
{
  gint64 start = troupe_demo_day ("2025-11-01") * 86400 + 9 * 3600;
  g_autoptr(TroupeAgency) agency = make_agency (error);
  g_autoptr(TroupeOffice) office = NULL;
  gboolean built;

  if (agency == NULL)
    return FALSE;
  office = dex_await_object (troupe_office_create (path, agency, troupe_clock_new_fixed (start)), error);
  if (office == NULL)
    return FALSE;
  built = build (office, error);
  return dex_await (built ? troupe_office_close (office) : troupe_office_discard (office), built ? error : NULL) && built;
}

static DexFuture *
create_demo_fiber (gpointer data)
{
  Job *job = data;
  GError *error = NULL;

  if (!create (job->path, &error))
    return dex_future_new_for_error (error);
  return troupe_office_open (job->path, TROUPE_OFFICE_WRITE, g_steal_pointer (&job->clock));
}

DexFuture *
troupe_office_create_demo (const char  *path,
                           TroupeClock *clock)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->clock = clock;
  return troupe_fiber_spawn (create_demo_fiber, job, job_free);
}
