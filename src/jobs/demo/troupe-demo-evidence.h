/* Private to the demonstration agency: what the platforms say, month by month. */
#pragma once

#include "troupe-demo-source.h"
#include "troupe-demo.h"

G_BEGIN_DECLS

typedef enum
{
  TROUPE_DEMO_WHOLE,     /* the month's file */
  TROUPE_DEMO_HALF,      /* the file that was fetched in the middle of the month: its first 15 days */
  TROUPE_DEMO_RESTATED,  /* some rows once more, with other amounts */
  TROUPE_DEMO_RETURNS,   /* goods of the month that were returned after it */
  TROUPE_DEMO_FOREIGN,   /* another agency's file, taken by mistake */
} TroupeDemoFile;

/* The file that a platform (a letter of TroupeDemoStar) gives for a month. */
TroupeDemoSource *troupe_demo_make_file (TroupeDemo     *self,
                                         char            platform,
                                         TroupeMonth     month,
                                         TroupeDemoFile  file);

G_END_DECLS
