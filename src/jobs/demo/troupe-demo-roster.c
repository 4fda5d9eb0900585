#include "troupe-demo.h"

#include <stdio.h>
#include <string.h>

#include "troupe-account.h"
#include "troupe-creator.h"
#include "troupe-person.h"
#include "troupe-text.h"

static const char *const agents[] = { "唐睿", "何淼", "林悦", "乔安" };

static int
get_index (const TroupeDemoStar *star)
{
  return star - troupe_demo_stars;
}

/* No county has the code 990101, so nobody has such a number; its check digit is right. */
static char *
make_id_number (const char *born,
                int         serial)
{
  static const int weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  char digits[32];
  int sum = 0;

  g_snprintf (digits, sizeof digits, "990101%.4s%.2s%.2s%03d", born, born + 5, born + 8, serial);
  for (int i = 0; i < 17; i++)
    sum += weights[i] * (digits[i] - '0');
  return g_strdup_printf ("%s%c", digits, "10X98765432"[sum % 11]);
}

static gint64
add_person (TroupeDemo *self,
            const char *name,
            const char *born,
            const char *mail,
            gint64      guardian)
{
  int serial = self->next_id % 1000;
  g_autofree char *id_number = make_id_number (born, serial);
  g_autofree char *phone = g_strdup_printf ("12000%06d", serial * 37);
  g_autofree char *email = g_strdup_printf ("%s@ferrylight.example", mail);
  g_autofree char *account = g_strdup_printf ("999010%013d", serial * 7919);
  TroupePerson fields;

  troupe_record_clear (&TROUPE_PERSON, &fields);
  fields.id = troupe_demo_take_id (self);
  fields.kind = "person";
  fields.name = name;
  fields.birth_day = troupe_demo_day (born);
  fields.id_number = id_number;
  fields.phone = phone;
  fields.email = email;
  fields.bank_name = "渡口银行杭州分行";
  fields.bank_account = account;
  fields.guardian_id = guardian;
  troupe_demo_add (self, &TROUPE_PERSON, &fields);
  return fields.id;
}

static gint64
add_studio (TroupeDemo           *self,
            const TroupeDemoStar *star)
{
  g_autofree char *name = g_strdup_printf ("杭州%s文化工作室", star->name);
  g_autofree char *id_number = g_strdup_printf ("92990101MA%08d", get_index (star) * 10007);
  g_autofree char *account = g_strdup_printf ("999020%013d", get_index (star) * 6007);
  TroupePerson fields;

  troupe_record_clear (&TROUPE_PERSON, &fields);
  fields.id = troupe_demo_take_id (self);
  fields.kind = "company";
  fields.name = name;
  fields.id_number = id_number;
  fields.bank_name = "渡口银行杭州分行";
  fields.bank_account = account;
  fields.note = "个体工商户，付款前须收到发票";
  troupe_demo_add (self, &TROUPE_PERSON, &fields);
  return fields.id;
}

static gint64
add_star_person (TroupeDemo           *self,
                 const TroupeDemoStar *star)
{
  gint64 guardian = 0;

  if (get_index (star) == TROUPE_DEMO_MINOR)
    guardian = add_person (self, "舟慧敏", "1982-11-20", "guardian", 0);
  return add_person (self, star->person, star->born, star->slug, guardian);
}

static const char *
get_team (const TroupeDemoStar *star)
{
  if (strpbrk (star->platforms, "DKB") == NULL)
    return "海外组";
  return get_index (star) % 2 == 0 ? "一组" : "二组";
}

static void
add_creator (TroupeDemo           *self,
             const TroupeDemoStar *star)
{
  int index = get_index (star);
  TroupeCreator fields;

  troupe_record_clear (&TROUPE_CREATOR, &fields);
  fields.person_id = add_star_person (self, star);
  if (index < TROUPE_DEMO_STUDIOS)
    fields.payee_id = add_studio (self, star);
  fields.id = self->creators[index] = troupe_demo_take_id (self);
  fields.name = star->name;
  fields.other_names = star->other_names;
  fields.category = star->category;
  fields.team = get_team (star);
  fields.agent = agents[index % G_N_ELEMENTS (agents)];
  fields.status = "active";
  fields.joined_day = troupe_demo_day (star->joined);
  if (index == TROUPE_DEMO_LEFT)
    {
      fields.status = "left";
      fields.left_day = troupe_demo_day (star->until);
      fields.note = "合同到期未续";
    }
  else if (index == TROUPE_DEMO_PAUSED)
    {
      fields.status = "paused";
      fields.note = "八月起停播休养";
    }
  else if (index == TROUPE_DEMO_MINOR)
    fields.note = "未满十八岁：监护人同意书已存档，22 点后不排班";
  troupe_demo_add (self, &TROUPE_CREATOR, &fields);
}

/* What a platform's files call an account: its own numbers, or the name that was chosen. */
static char *
make_handle (const TroupeDemoStar *star,
             char                  platform)
{
  guint64 hash = troupe_text_hash (star->slug, strlen (star->slug), platform);

  switch (platform)
    {
    case 'D':
      return g_strdup_printf ("%s.live", star->slug);
    case 'K':
      return g_strdup_printf ("30%08" G_GUINT64_FORMAT, hash % 100000000);
    case 'B':
      return g_strdup_printf ("35%07" G_GUINT64_FORMAT, hash % 10000000);
    case 'Y':
      return g_strdup_printf ("UC%016" G_GINT64_MODIFIER "x%06" G_GINT64_MODIFIER "x", hash, (hash >> 7) & 0xffffff);
    case 'T':
      return g_strdup_printf ("7%018" G_GUINT64_FORMAT, hash % G_GUINT64_CONSTANT (1000000000000000000));
    default:
      return g_strdup (star->slug);
    }
}

static const char *
get_grade (const TroupeDemoStar *star)
{
  return star->gross >= 90 ? "A" : star->gross >= 50 ? "B" : star->gross >= 20 ? "C" : "D";
}

static void
add_account (TroupeDemo           *self,
             const TroupeDemoStar *star,
             const char           *platform)
{
  gboolean alone = strlen (star->platforms) == 1, main_one = platform == star->platforms;
  TroupeDemoAccount account = { star, *platform, alone ? 100 : main_one ? 70 : 30, make_handle (star, *platform) };
  TroupeAccount fields;

  troupe_record_clear (&TROUPE_ACCOUNT, &fields);
  fields.id = troupe_demo_take_id (self);
  fields.platform = troupe_demo_platform_name (*platform);
  fields.handle = account.handle;
  fields.name = star->name;
  fields.creator_id = self->creators[get_index (star)];
  fields.grade = *platform == 'D' ? get_grade (star) : NULL;
  troupe_demo_add (self, &TROUPE_ACCOUNT, &fields);
  g_array_append_val (self->accounts, account);
}

void
troupe_demo_add_roster (TroupeDemo *self)
{
  for (int i = 0; i < TROUPE_DEMO_STARS; i++)
    {
      const TroupeDemoStar *star = &troupe_demo_stars[i];

      add_creator (self, star);
      for (const char *platform = star->platforms; *platform != '\0'; platform++)
        add_account (self, star, platform);
    }
}
