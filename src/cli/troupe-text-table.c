#include "troupe-text-table.h"

#include <string.h>

#define GAP 2

struct _TroupeTextTable
{
  char      *columns;
  GPtrArray *cells;
};

TroupeTextTable *
troupe_text_table_new (const char *columns)
{
  TroupeTextTable *self = g_new0 (TroupeTextTable, 1);

  self->columns = g_strdup (columns);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
troupe_text_table_free (TroupeTextTable *self)
{
  g_free (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
troupe_text_table_take (TroupeTextTable *self,
                        char            *text)
{
  g_ptr_array_add (self->cells, text);
}

void
troupe_text_table_add (TroupeTextTable *self,
                       const char      *text)
{
  troupe_text_table_take (self, g_strdup (text != NULL ? text : ""));
}

int
troupe_text_get_width (const char *text)
{
  int width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c < 0x80)
        width++;
      else if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
append_space (GString *out,
              int      width)
{
  for (; width > 0; width--)
    g_string_append_c (out, ' ');
}

static void
append_cell (GString    *out,
             const char *text,
             int         width,
             char        align)
{
  int space = width - troupe_text_get_width (text);

  if (align == 'r')
    append_space (out, space);
  g_string_append (out, text);
  if (align != 'r')
    append_space (out, space);
}

static void
trim_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

char *
troupe_text_table_to_string (TroupeTextTable *self)
{
  guint n = strlen (self->columns);
  g_autofree int *widths = g_new0 (int, n);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->cells->len; i++)
    widths[i % n] = MAX (widths[i % n], troupe_text_get_width (g_ptr_array_index (self->cells, i)));
  for (guint i = 0; i < self->cells->len; i++)
    {
      append_cell (out, g_ptr_array_index (self->cells, i), widths[i % n], self->columns[i % n]);
      if (i % n < n - 1)
        {
          append_space (out, GAP);
          continue;
        }
      trim_line (out);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
