/* The window's side of the program. */
#pragma once

#include <adwaita.h>

#include "troupe-clock.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_APPLICATION (troupe_application_get_type ())
G_DECLARE_FINAL_TYPE (TroupeApplication, troupe_application, TROUPE, APPLICATION, AdwApplication)

/* troupe [--demo] [--page PAGE] [FILE]. clock is borrowed. Returns the exit code. */
int troupe_app_run (int                 argc,
                    char              **argv,
                    const TroupeClock  *clock);

G_END_DECLS
