#include "troupe-file-magic.h"

#include "troupe-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PICTURE N_("this is a picture; download the statement as CSV or Excel instead")
#define WEB_PAGE N_("this is a web page; open it in a spreadsheet and save it as .xlsx or .csv")

static const struct { const char *magic; const char *what; } known[] = {
  { "\320\317\021\340", N_("this is an old Excel file (.xls) or one with a password; open it and save it as .xlsx or .csv "
                           "without a password") },
  { "%PDF", N_("this is a PDF; download the statement as CSV or Excel instead") },
  { "SQLite format 3", N_("this is a database, not a statement; open an agency file with Open") },
  { "Rar!", N_("this is a RAR archive; unpack it and import what is inside") },
  { "7z\274\257", N_("this is a 7z archive; unpack it and import what is inside") },
  { "\211PNG", PICTURE },
  { "\377\330\377", PICTURE },
  { "GIF8", PICTURE },
  { "<?xml", N_("this is an XML file; open it in a spreadsheet and save it as .xlsx or .csv") },
  { "<html", WEB_PAGE },
  { "<head", WEB_PAGE },
  { "<meta", WEB_PAGE },
  { "<style", WEB_PAGE },
  { "<body", WEB_PAGE },
  { "<div", WEB_PAGE },
  { "<!doctype", WEB_PAGE },
  { "<table", WEB_PAGE },
  { "mime-version:", WEB_PAGE },
};

/* What stands before the first tag of a page. */
static gsize
skip_blank (const char *head,
            gsize       length)
{
  gsize n = length >= 3 && memcmp (head, "\357\273\277", 3) == 0 ? 3 : 0;

  while (n < length && g_ascii_isspace (head[n]))
    n++;

  return n;
}

gboolean
troupe_file_magic_check (const char  *head,
                         gsize        length,
                         GError     **error)
{
  gsize blank;

  if (length == 0)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("the file is empty; download it again"));
  blank = skip_blank (head, length);
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      gsize n = strlen (known[i].magic);

      if (length - blank >= n && g_ascii_strncasecmp (head + blank, known[i].magic, n) == 0)
        return troupe_fail (error, TROUPE_ERROR_FORMAT, "%s", _(known[i].what));
    }

  return TRUE;
}
