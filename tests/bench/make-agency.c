/* make-agency CREATORS EARNING LINES MONTHS FOLDER: an invented agency to measure with, the same each time.
 *
 * FOLDER/agency.json is its open document: CREATORS creators with an account each, of whom EARNING have a
 * contract. FOLDER/YYYY-MM.csv are MONTHS statements in Troupe's plain table, LINES lines each, up to
 * 2026-09; FOLDER/reordered.csv is the last of them in another order. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LAST_MONTH (2026 * 12 + 8)   /* September, counted from year 0 */

typedef struct
{
  guint64     state;
  guint       n_creators;
  guint       n_earning;
  guint       n_lines;
  guint       n_months;
  const char *folder;
} Maker;

static const char *const surnames[] = {
  "沈", "顾", "陆", "叶", "苏", "江", "白", "温", "许", "林", "秦", "夏", "简", "颜", "洛", "云", "南宫", "司徒",
};
static const char *const given[] = {
  "一", "乐", "予", "伊", "佩", "冉", "凡", "北", "千", "南", "可", "嘉", "夕", "夜", "安", "宁", "小", "屿", "岚", "川",
  "希", "年", "怡", "念", "慕", "晚", "晴", "暖", "月", "朵", "柒", "柠", "桃", "棠", "橙", "沐", "清", "溪", "漫", "澄",
  "灯", "烟", "熙", "特", "瑶", "璃", "眠", "知", "禾", "筱", "糯", "絮", "芷", "若", "茉", "落", "蓝", "诗", "遥", "酥",
  "野", "钰", "阿", "雾", "霜", "青", "鲸", "鹿", "麦", "默",
};
static const char *const sounds[] = { "lu", "mi", "na", "ko", "ra", "shi", "yu", "ten", "bo", "vi", "qi", "zen", "fa", "mo" };
static const char *const teams[] = { "一组", "二组", "三组", "海外组", "电商组" };
static const struct { const char *name; const char *unit; } platforms[] = {
  { "douyin", "CNY" }, { "kuaishou", "CNY" }, { "bilibili", "CNY" },
  { "tiktok", "USD" }, { "youtube", "USD" }, { "twitch", "USD" },
};
static const struct { const char *name; guint percent; guint most; guint fee; } kinds[] = {
  { "gift", 70, 60000, 50 }, { "commission", 20, 250000, 10 }, { "brand", 3, 9000000, 5 }, { "ad", 7, 8000, 30 },
};

/* SplitMix64. */
static guint64
draw (Maker *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static guint
draw_below (Maker *self,
            guint  n)
{
  return draw (self) % n;
}

static FILE *
open_file (Maker      *self,
           const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  FILE *file = fopen (path, "w");

  if (file == NULL)
    g_error ("%s cannot be written", path);
  return file;
}

/* --- the document -------------------------------------------------------------------------------- */

/* Ids: creators from 1000, then accounts, contracts and terms, so that each follows from its creator's. */
static guint
get_id (Maker *self,
        guint  table,
        guint  creator)
{
  return 1000 + table * self->n_creators + creator;
}

static void
write_creator (Maker *self,
               FILE  *file,
               guint  i)
{
  g_autoptr(GString) name = g_string_new (surnames[draw_below (self, G_N_ELEMENTS (surnames))]);
  const char *first = sounds[draw_below (self, G_N_ELEMENTS (sounds))];
  const char *second = sounds[draw_below (self, G_N_ELEMENTS (sounds))];

  for (guint n = 1 + draw_below (self, 3); n > 0; n--)
    g_string_append (name, given[draw_below (self, G_N_ELEMENTS (given))]);
  fprintf (file, ",\n{\"type\":\"creator\",\"id\":%u,\"name\":\"%s\",\"other_names\":\"%s%s%u\","
           "\"team\":\"%s\",\"status\":\"%s\"}", get_id (self, 0, i), name->str, first, second, draw_below (self, 1000),
           teams[draw_below (self, G_N_ELEMENTS (teams))], i < self->n_earning ? "active" : "left");
}

static void
write_accounts (Maker *self,
                FILE  *file)
{
  for (guint i = 0; i < self->n_creators; i++)
    fprintf (file, ",\n{\"type\":\"account\",\"id\":%u,\"platform\":\"%s\",\"handle\":\"%u\",\"creator_id\":%u}",
             get_id (self, 1, i), platforms[i % G_N_ELEMENTS (platforms)].name, 300000000 + i * 41, get_id (self, 0, i));
}

static void
write_contracts (Maker *self,
                 FILE  *file)
{
  for (guint i = 0; i < self->n_earning; i++)
    fprintf (file, ",\n{\"type\":\"contract\",\"id\":%u,\"creator_id\":%u,\"number\":\"C-%u\",\"kind\":\"standard\","
             "\"currency\":\"CNY\",\"residual\":\"agency\",\"start_day\":\"2025-01-01\",\"renews\":true}",
             get_id (self, 2, i), get_id (self, 0, i), i + 1);
  for (guint i = 0; i < self->n_earning; i++)
    fprintf (file, ",\n{\"type\":\"term\",\"id\":%u,\"contract_id\":%u,\"clause\":\"4.1\",\"kind\":\"share\","
             "\"share\":\"%u\",\"basis\":\"net\",\"start_day\":\"2025-01-01\",\"version\":1}",
             get_id (self, 3, i), get_id (self, 2, i), 30 + draw_below (self, 50));
  for (guint i = 0; i < self->n_months; i++)
    fprintf (file, ",\n{\"type\":\"exchange_rate\",\"id\":%u,\"month\":\"%u-%02u\",\"unit\":\"USD\","
             "\"currency\":\"CNY\",\"rate\":\"7.1%u\"}", 2 + i, (LAST_MONTH - i) / 12, (LAST_MONTH - i) % 12 + 1, i + 1);
}

static void
write_document (Maker *self)
{
  FILE *file = open_file (self, "agency.json");

  fputs ("{\"format\":\"troupe\",\"version\":1,\"records\":[\n"
         "{\"type\":\"agency\",\"id\":1,\"name\":\"Bench\",\"currency\":\"CNY\",\"language\":\"zh\",\"prefix\":\"B\"}", file);
  for (guint i = 0; i < self->n_creators; i++)
    write_creator (self, file, i);
  write_accounts (self, file);
  write_contracts (self, file);
  fputs ("\n]}\n", file);
  fclose (file);
}

/* --- the statements ------------------------------------------------------------------------------ */

static guint
draw_kind (Maker *self)
{
  guint percent = draw_below (self, 100), kind = 0;

  while (percent >= kinds[kind].percent)
    percent -= kinds[kind++].percent;
  return kind;
}

/* A few creators have most of the lines, as they do. */
static guint
draw_creator (Maker *self)
{
  guint64 u = draw_below (self, 1 << 20);

  return (u * u >> 20) * self->n_earning >> 20;
}

static void
append_line (Maker   *self,
             GString *text,
             guint    month,
             guint    n)
{
  guint creator = draw_creator (self), kind = draw_kind (self);
  guint platform = creator % G_N_ELEMENTS (platforms);
  guint amount = 1 + draw_below (self, kinds[kind].most);
  guint fee = amount * kinds[kind].fee / 100;
  const char *sign = draw_below (self, 50) == 0 ? "-" : "";

  g_string_append_printf (text, "%u-%02u-%02u,%s,%u,%s,%s%u.%02u,%s,%s%u.%02u,R%u%02u-%08u\n",
                          month / 12, month % 12 + 1, 1 + draw_below (self, 28), platforms[platform].name,
                          300000000 + creator * 41, kinds[kind].name, sign, amount / 100, amount % 100,
                          platforms[platform].unit, sign, fee / 100, fee % 100, month / 12, month % 12 + 1, n);
}

static void
write_text (Maker         *self,
            const char    *name,
            const GString *text)
{
  FILE *file = open_file (self, name);

  fputs ("date,platform,account,kind,amount,unit,fee,reference\n", file);
  fwrite (text->str, 1, text->len, file);
  fclose (file);
}

static void
reorder (Maker   *self,
         GString *text)
{
  g_auto(GStrv) lines = g_strsplit (text->str, "\n", -1);

  for (guint i = self->n_lines - 1; i > 0; i--)
    {
      guint other = draw_below (self, i + 1);
      char *line = lines[i];

      lines[i] = lines[other];
      lines[other] = line;
    }
  g_string_truncate (text, 0);
  for (guint i = 0; i < self->n_lines; i++)
    {
      g_string_append (text, lines[i]);
      g_string_append_c (text, '\n');
    }
}

static void
write_statements (Maker *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint month = LAST_MONTH + 1 - self->n_months; month <= LAST_MONTH; month++)
    {
      g_autofree char *name = g_strdup_printf ("%u-%02u.csv", month / 12, month % 12 + 1);

      g_string_truncate (text, 0);
      for (guint i = 0; i < self->n_lines; i++)
        append_line (self, text, month, i);
      write_text (self, name, text);
    }
  reorder (self, text);
  write_text (self, "reordered.csv", text);
}

int
main (int    argc,
      char **argv)
{
  Maker self = { .state = 8 };

  if (argc != 6)
    return 2;
  self.n_creators = atoi (argv[1]);
  self.n_earning = atoi (argv[2]);
  self.n_lines = atoi (argv[3]);
  self.n_months = atoi (argv[4]);
  self.folder = argv[5];
  write_document (&self);
  write_statements (&self);
  return 0;
}
