#include "troupe-place.h"

struct _TroupePlace
{
  GObject parent_instance;

  char *icon;
  char *title;
  char *subtitle;
  char *action;
};

G_DEFINE_FINAL_TYPE (TroupePlace, troupe_place, G_TYPE_OBJECT)

TroupePlace *
troupe_place_new (const char *icon,
                  const char *title,
                  const char *subtitle,
                  const char *action)
{
  TroupePlace *self = g_object_new (TROUPE_TYPE_PLACE, NULL);

  self->icon = g_strdup (icon);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->action = g_strdup (action);
  return self;
}

const char *
troupe_place_get_icon (TroupePlace *self)
{
  return self->icon;
}

const char *
troupe_place_get_title (TroupePlace *self)
{
  return self->title;
}

const char *
troupe_place_get_subtitle (TroupePlace *self)
{
  return self->subtitle;
}

const char *
troupe_place_get_action (TroupePlace *self)
{
  return self->action;
}

static void
troupe_place_finalize (GObject *object)
{
  TroupePlace *self = TROUPE_PLACE (object);

  g_free (self->icon);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->action);
  G_OBJECT_CLASS (troupe_place_parent_class)->finalize (object);
}

static void
troupe_place_class_init (TroupePlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = troupe_place_finalize;
}

static void
troupe_place_init (TroupePlace *self)
{
}
