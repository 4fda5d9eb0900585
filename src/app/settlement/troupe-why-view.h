/* Why: a derivation as a tree that opens down to the evidence, and can be copied as text. */
#pragma once

#include <gtk/gtk.h>

#include "troupe-derivation.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_WHY_VIEW (troupe_why_view_get_type ())
G_DECLARE_FINAL_TYPE (TroupeWhyView, troupe_why_view, TROUPE, WHY_VIEW, GtkBox)

GtkWidget *troupe_why_view_new (TroupeDerivation *derivation);

G_END_DECLS
