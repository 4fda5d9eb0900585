#include "troupe-roster-item-private.h"

struct _TroupeRosterItem
{
  GObject parent_instance;

  TroupeRoster            *roster;
  const TroupeRosterEntry *entry;   /* in roster */
};

G_DEFINE_FINAL_TYPE (TroupeRosterItem, troupe_roster_item, G_TYPE_OBJECT)

TroupeRosterItem *
troupe_roster_item_new (TroupeRoster *roster,
                        guint         index)
{
  TroupeRosterItem *self = g_object_new (TROUPE_TYPE_ROSTER_ITEM, NULL);

  self->roster = g_object_ref (roster);
  self->entry = troupe_roster_get_entry (roster, index);
  return self;
}

gint64
troupe_roster_item_get_id (TroupeRosterItem *self)
{
  return self->entry->id;
}

const char *
troupe_roster_item_get_name (TroupeRosterItem *self)
{
  return self->entry->name;
}

const char *
troupe_roster_item_get_team (TroupeRosterItem *self)
{
  return self->entry->team;
}

const char *
troupe_roster_item_get_category (TroupeRosterItem *self)
{
  return self->entry->category;
}

const char *
troupe_roster_item_get_status (TroupeRosterItem *self)
{
  return self->entry->status;
}

guint32
troupe_roster_item_get_platforms (TroupeRosterItem *self)
{
  return self->entry->platforms;
}

TroupeDay
troupe_roster_item_get_contract_end (TroupeRosterItem *self)
{
  return self->entry->contract_end;
}

gboolean
troupe_roster_item_renews (TroupeRosterItem *self)
{
  return self->entry->renews;
}

gint64
troupe_roster_item_get_share (TroupeRosterItem *self)
{
  return self->entry->share;
}

gint64
troupe_roster_item_get_gross (TroupeRosterItem *self)
{
  return self->entry->gross;
}

gint64
troupe_roster_item_get_earned (TroupeRosterItem *self)
{
  return self->entry->earned;
}

gint64
troupe_roster_item_get_agency (TroupeRosterItem *self)
{
  return self->entry->agency;
}

gint64
troupe_roster_item_get_before (TroupeRosterItem *self)
{
  return self->entry->before;
}

static void
troupe_roster_item_finalize (GObject *object)
{
  g_object_unref (TROUPE_ROSTER_ITEM (object)->roster);
  G_OBJECT_CLASS (troupe_roster_item_parent_class)->finalize (object);
}

static void
troupe_roster_item_class_init (TroupeRosterItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = troupe_roster_item_finalize;
}

static void
troupe_roster_item_init (TroupeRosterItem *self)
{
}
