#include "troupe-choice.h"

#include "troupe-text.h"

struct _TroupeChoice
{
  GObject parent_instance;

  char *key;
  char *title;
  char *subtitle;
  char *folded;
};

G_DEFINE_FINAL_TYPE (TroupeChoice, troupe_choice, G_TYPE_OBJECT)

TroupeChoice *
troupe_choice_new (const char *key,
                   const char *title,
                   const char *subtitle)
{
  TroupeChoice *self = g_object_new (TROUPE_TYPE_CHOICE, NULL);
  g_autofree char *all = g_strjoin (" ", title, subtitle, NULL);

  self->key = g_strdup (key);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->folded = troupe_text_fold (all);
  return self;
}

const char *
troupe_choice_get_key (TroupeChoice *self)
{
  return self->key;
}

const char *
troupe_choice_get_title (TroupeChoice *self)
{
  return self->title;
}

const char *
troupe_choice_get_subtitle (TroupeChoice *self)
{
  return self->subtitle;
}

const char *
troupe_choice_get_folded (TroupeChoice *self)
{
  return self->folded;
}

static void
troupe_choice_finalize (GObject *object)
{
  TroupeChoice *self = TROUPE_CHOICE (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->folded);
  G_OBJECT_CLASS (troupe_choice_parent_class)->finalize (object);
}

static void
troupe_choice_class_init (TroupeChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = troupe_choice_finalize;
}

static void
troupe_choice_init (TroupeChoice *self)
{
}
