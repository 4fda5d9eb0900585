#include "troupe-cell-text.h"

#include "troupe-text.h"

#include <string.h>

/* Digits that a spreadsheet keeps of a number. */
#define EXACT_DIGITS 15

/* Bytes of the blank at the start of text; 0: it starts with something. */
static gsize
blank_at (const char *text)
{
  static const char *const blanks[] = { "\302\240", "\343\200\200", "\357\273\277", "\342\200\213", NULL };

  if (*text == ' ' || *text == '\t' || *text == '\n' || *text == '\r')
    return 1;
  for (gsize i = 0; (guchar) *text >= 0x80 && blanks[i] != NULL; i++)
    if (g_str_has_prefix (text, blanks[i]))
      return strlen (blanks[i]);

  return 0;
}

static gsize
blank_before (const char *text,
              gsize       length)
{
  for (gsize n = 1; n <= 3 && n <= length; n++)
    if (blank_at (text + length - n) == n)
      return n;

  return 0;
}

/* Whether a byte is neither blank nor part of a character that may be. */
static gboolean
is_solid (guchar c)
{
  return c > ' ' && c < 0x80;
}

void
troupe_cell_trim (TroupeCell *cell)
{
  gsize n;

  if (cell->length == 0 ||
      (is_solid (cell->text[0]) && cell->text[0] != '=' && is_solid (cell->text[cell->length - 1])))
    return;
  while (cell->length > 0 && (n = blank_at (cell->text)) > 0)
    {
      cell->text += n;
      cell->length -= n;
    }
  while ((n = blank_before (cell->text, cell->length)) > 0)
    cell->length -= n;
  if (cell->length >= 3 && cell->text[0] == '=' && cell->text[1] == '"' && cell->text[cell->length - 1] == '"')
    {
      cell->text += 2;
      cell->length -= 3;
    }
  cell->text[cell->length] = '\0';
}

void
troupe_cell_trim_id (TroupeCell *cell)
{
  troupe_cell_trim (cell);
  if (cell->length > 1 && cell->text[0] == '\'' && cell->text[cell->length - 1] != '\'')
    {
      cell->text++;
      cell->length--;
    }
}

/* ASCII without runs of blanks, and the ideographs U+4000 to U+9FFF, have one spelling only. */
static gboolean
is_canonical (const char *text,
              gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar c = text[i];

      if (c >= 0xe4 && c <= 0xe9 && i + 2 < length)
        i += 2;
      else if (c < 0x20 || c >= 0x7f || (c == ' ' && text[i + 1] == ' '))
        return FALSE;
    }

  return TRUE;
}

const char *
troupe_cell_canonical (const TroupeCell *cell,
                       GString          *scratch)
{
  g_autofree char *clean = NULL;

  if (is_canonical (cell->text, cell->length))
    return cell->text;
  clean = troupe_text_clean (cell->text);
  g_string_assign (scratch, clean);

  return scratch->str;
}

gboolean
troupe_cell_is_rounded (const TroupeCell *cell)
{
  gsize digits = strspn (cell->text, "0123456789");
  const char *rest = cell->text + digits;

  if (digits == 0)
    return FALSE;
  if (cell->kind == TROUPE_CELL_NUMBER && digits > EXACT_DIGITS)
    return TRUE;
  if (*rest == '.')
    rest += 1 + strspn (rest + 1, "0123456789");
  if (*rest != 'e' && *rest != 'E')
    return FALSE;

  return rest[1] == '+' && strspn (rest + 2, "0123456789") == strlen (rest + 2) && rest[2] != '\0';
}
