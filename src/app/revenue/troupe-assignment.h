/* Says whose accounts these are: somebody of the roster, or somebody new. One undo step; the lines
 * that waited for it settle. */
#pragma once

#include <adwaita.h>

#include "troupe-office.h"

G_BEGIN_DECLS

/* How it went: the creator's name, or error. Not called when nobody was chosen. */
typedef void (*TroupeAssignmentDone) (gpointer    owner,
                                      const char *name,
                                      GError     *error);

/* accounts are TroupeAccount; those with id 0 are made. parent is the widget to present on and owns
 * the call: done gets it. */
void troupe_assignment_start (GtkWidget            *parent,
                              TroupeOffice         *office,
                              GPtrArray            *accounts,
                              TroupeAssignmentDone  done);

G_END_DECLS
