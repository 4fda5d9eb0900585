/* Private to the demonstration agency: whom it looks after. Everybody is invented. */
#pragma once

#include "troupe-day.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;        /* on stage */
  const char *other_names;
  const char *category;
  const char *person;      /* the legal name */
  const char *born;
  const char *slug;        /* what handles and mail addresses are made of */
  const char *platforms;   /* Douyin, Kuaishou, Bilibili, YouTube, tWitch, Tiktok; the main one first */
  int         gross;       /* of a usual month, in thousand CNY */
  int         share;       /* percent of the pool */
  const char *joined;
  const char *until;       /* the contract's last day; NULL: open */
} TroupeDemoStar;

#define TROUPE_DEMO_STARS 60

/* A few that do more than broadcast: indices into the table. */
#define TROUPE_DEMO_STUDIOS  9    /* the first are paid through their own studios */
#define TROUPE_DEMO_MINOR    31
#define TROUPE_DEMO_LEFT     27
#define TROUPE_DEMO_PAUSED   35

extern const TroupeDemoStar troupe_demo_stars[TROUPE_DEMO_STARS];

/* A day of the tables of this folder; TROUPE_NONE for NULL. */
TroupeDay   troupe_demo_day           (const char *text);
TroupeMonth troupe_demo_month         (const char *text);

/* "douyin" of 'D'. */
const char *troupe_demo_platform_name (char        letter);

G_END_DECLS
