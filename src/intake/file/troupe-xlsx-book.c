#include "troupe-xlsx-book.h"

#include "troupe-error.h"
#include "troupe-xlsx-number.h"
#include "troupe-xml-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All shared texts together, so that no workbook takes more memory than the program may. */
#define MAX_TEXTS (60 * 1024 * 1024)

typedef struct
{
  char *name;
  char *relation;
  char *part;
  gboolean hidden;
} Sheet;

struct _TroupeXlsxBook
{
  char *path;
  GPtrArray *sheets;
  gboolean from_1904;
  GHashTable *date_formats;   /* ids of the workbook's own formats that show dates */
  GArray *date_styles;        /* gboolean of each cell style */
  GString *texts;             /* one after another, each with its NUL */
  GArray *offsets;            /* guint32: where each begins */

  /* while a part is parsed */
  gboolean in_cell_styles;
  gboolean in_text;
  gboolean in_phonetic;
  gboolean too_large;
};

static void
free_sheet (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->relation);
  g_free (sheet->part);
  g_free (sheet);
}

static void XMLCALL
workbook_start_cb (void        *parser,
                   const char  *element,
                   const char **attributes)
{
  TroupeXlsxBook *self = XML_GetUserData (parser);
  const char *name = troupe_xml_local_name (element), *value, *state;
  Sheet *sheet;

  if (g_str_equal (name, "workbookPr"))
    {
      value = troupe_xml_attribute (attributes, "date1904");
      self->from_1904 = value != NULL && (g_str_equal (value, "1") || g_str_equal (value, "true"));
    }
  if (!g_str_equal (name, "sheet"))
    return;
  sheet = g_new0 (Sheet, 1);
  state = troupe_xml_attribute (attributes, "state");
  sheet->name = g_strdup (troupe_xml_attribute (attributes, "name"));
  sheet->relation = g_strdup (troupe_xml_attribute (attributes, "id"));
  sheet->hidden = state != NULL && !g_str_equal (state, "visible");
  g_ptr_array_add (self->sheets, sheet);
}

static void XMLCALL
relations_start_cb (void        *parser,
                    const char  *element,
                    const char **attributes)
{
  TroupeXlsxBook *self = XML_GetUserData (parser);
  const char *id = troupe_xml_attribute (attributes, "Id"), *target = troupe_xml_attribute (attributes, "Target");

  for (guint i = 0; id != NULL && target != NULL && i < self->sheets->len; i++)
    {
      Sheet *sheet = g_ptr_array_index (self->sheets, i);

      if (g_strcmp0 (sheet->relation, id) != 0 || sheet->part != NULL)
        continue;
      sheet->part = *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
    }
}

static void XMLCALL
styles_start_cb (void        *parser,
                 const char  *element,
                 const char **attributes)
{
  TroupeXlsxBook *self = XML_GetUserData (parser);
  const char *name = troupe_xml_local_name (element);
  const char *id = troupe_xml_attribute (attributes, "numFmtId"), *code = troupe_xml_attribute (attributes, "formatCode");
  int number = id ? atoi (id) : 0;
  gboolean is_date;

  if (g_str_equal (name, "cellXfs"))
    self->in_cell_styles = TRUE;
  if (g_str_equal (name, "numFmt") && code != NULL && troupe_xlsx_is_date_format (code))
    g_hash_table_add (self->date_formats, GINT_TO_POINTER (number));
  if (!g_str_equal (name, "xf") || !self->in_cell_styles)
    return;
  is_date = troupe_xlsx_is_date_id (number) || g_hash_table_contains (self->date_formats, GINT_TO_POINTER (number));
  g_array_append_val (self->date_styles, is_date);
}

static void XMLCALL
styles_end_cb (void       *parser,
               const char *element)
{
  TroupeXlsxBook *self = XML_GetUserData (parser);

  if (g_str_equal (troupe_xml_local_name (element), "cellXfs"))
    self->in_cell_styles = FALSE;
}

static void XMLCALL
texts_start_cb (void        *parser,
                const char  *element,
                const char **attributes)
{
  TroupeXlsxBook *self = XML_GetUserData (parser);
  const char *name = troupe_xml_local_name (element);
  guint32 offset = self->texts->len;

  if (g_str_equal (name, "si"))
    g_array_append_val (self->offsets, offset);
  self->in_phonetic |= g_str_equal (name, "rPh");
  self->in_text = g_str_equal (name, "t") && !self->in_phonetic;
}

static void XMLCALL
texts_end_cb (void       *parser,
              const char *element)
{
  TroupeXlsxBook *self = XML_GetUserData (parser);
  const char *name = troupe_xml_local_name (element);

  self->in_text = FALSE;
  if (g_str_equal (name, "rPh"))
    self->in_phonetic = FALSE;
  if (g_str_equal (name, "si"))
    g_string_append_c (self->texts, '\0');
  if (self->texts->len > MAX_TEXTS || self->offsets->len > MAX_TEXTS / 8)
    {
      self->too_large = TRUE;
      XML_StopParser (parser, XML_FALSE);
    }
}

static void XMLCALL
texts_text_cb (void       *parser,
               const char *text,
               int         length)
{
  TroupeXlsxBook *self = XML_GetUserData (parser);

  if (self->in_text)
    g_string_append_len (self->texts, text, length);
}

/* Parses a part that a workbook may do without. */
static gboolean
parse_optional (TroupeXlsxBook           *self,
                const char               *part,
                const TroupeXmlHandlers  *handlers,
                GError                  **error)
{
  g_autoptr(GError) local = NULL;

  if (troupe_xml_part_parse (self->path, part, handlers, self, &local) ||
      g_error_matches (local, TROUPE_ERROR, TROUPE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

static gboolean
parse_texts (TroupeXlsxBook  *self,
             GError         **error)
{
  static const TroupeXmlHandlers handlers = { texts_start_cb, texts_end_cb, texts_text_cb };

  if (parse_optional (self, "xl/sharedStrings.xml", &handlers, error))
    return TRUE;
  if (!self->too_large)
    return FALSE;
  g_clear_error (error);

  return troupe_fail (error, TROUPE_ERROR_FORMAT,
                      _("the workbook holds more text than there is room for; save the sheet as CSV and import that"));
}

static gboolean
load (TroupeXlsxBook  *self,
      GError         **error)
{
  static const TroupeXmlHandlers workbook = { workbook_start_cb, NULL, NULL };
  static const TroupeXmlHandlers relations = { relations_start_cb, NULL, NULL };
  static const TroupeXmlHandlers styles = { styles_start_cb, styles_end_cb, NULL };

  if (!troupe_xml_part_parse (self->path, "xl/workbook.xml", &workbook, self, error) ||
      !troupe_xml_part_parse (self->path, "xl/_rels/workbook.xml.rels", &relations, self, error) ||
      !parse_optional (self, "xl/styles.xml", &styles, error) || !parse_texts (self, error))
    return FALSE;
  for (guint i = self->sheets->len; i-- > 0;)
    {
      Sheet *sheet = g_ptr_array_index (self->sheets, i);

      if (sheet->part == NULL || sheet->name == NULL)
        g_ptr_array_remove_index (self->sheets, i);
    }
  if (self->sheets->len == 0)
    return troupe_fail (error, TROUPE_ERROR_FORMAT,
                        _("the workbook has no sheet; open it in a spreadsheet and save it again"));

  return TRUE;
}

TroupeXlsxBook *
troupe_xlsx_book_open (const char  *path,
                       GError     **error)
{
  g_autoptr(TroupeXlsxBook) self = g_atomic_rc_box_new0 (TroupeXlsxBook);

  self->path = g_strdup (path);
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->date_formats = g_hash_table_new (NULL, NULL);
  self->date_styles = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->texts = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));

  return load (self, error) ? g_steal_pointer (&self) : NULL;
}

TroupeXlsxBook *
troupe_xlsx_book_ref (TroupeXlsxBook *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  TroupeXlsxBook *self = data;

  g_free (self->path);
  g_ptr_array_unref (self->sheets);
  g_hash_table_unref (self->date_formats);
  g_array_unref (self->date_styles);
  g_string_free (self->texts, TRUE);
  g_array_unref (self->offsets);
}

void
troupe_xlsx_book_unref (TroupeXlsxBook *self)
{
  g_atomic_rc_box_release_full (self, finalize);
}

const char *
troupe_xlsx_book_get_path (const TroupeXlsxBook *self)
{
  return self->path;
}

guint
troupe_xlsx_book_get_n_sheets (const TroupeXlsxBook *self)
{
  return self->sheets->len;
}

const char *
troupe_xlsx_book_get_sheet_name (const TroupeXlsxBook *self,
                                 guint                 sheet)
{
  return ((Sheet *) g_ptr_array_index (self->sheets, sheet))->name;
}

gboolean
troupe_xlsx_book_is_sheet_hidden (const TroupeXlsxBook *self,
                                  guint                 sheet)
{
  return ((Sheet *) g_ptr_array_index (self->sheets, sheet))->hidden;
}

const char *
troupe_xlsx_book_get_sheet_part (const TroupeXlsxBook *self,
                                 guint                 sheet)
{
  return ((Sheet *) g_ptr_array_index (self->sheets, sheet))->part;
}

gboolean
troupe_xlsx_book_is_from_1904 (const TroupeXlsxBook *self)
{
  return self->from_1904;
}

gboolean
troupe_xlsx_book_is_date_style (const TroupeXlsxBook *self,
                                guint                 style)
{
  return style < self->date_styles->len && g_array_index (self->date_styles, gboolean, style);
}

const char *
troupe_xlsx_book_get_text (const TroupeXlsxBook *self,
                           guint                 i)
{
  return i < self->offsets->len ? self->texts->str + g_array_index (self->offsets, guint32, i) : NULL;
}
