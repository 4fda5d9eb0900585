/* The sections of the window, once: the sidebar, the switcher and win.show-page are made from it. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;       /* of win.show-page and of the command line's --page */
  const char *title;      /* translatable */
  const char *icon;
  const char *heading;    /* translatable; stands above the section in the sidebar, or NULL */
  GType     (*get_type) (void);
} TroupeSection;

/* Ends with a NULL name. */
const TroupeSection *troupe_section_get_all (void);

/* A page about one thing, pushed above a section by the action "win.show-NAME" with its id. */
typedef struct
{
  const char *name;
  const char *section;    /* that it belongs to */
  GType     (*get_type) (void);
} TroupeDetail;

/* Ends with a NULL name. */
const TroupeDetail *troupe_detail_get_all (void);

/* Name of the section that pages of this type belong to. */
const char *troupe_section_find (GType page);

G_END_DECLS
