/* A workbook: its sheets, what its styles show as dates, and the texts that its cells share. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _TroupeXlsxBook TroupeXlsxBook;

TroupeXlsxBook *troupe_xlsx_book_open            (const char            *path,
                                                  GError               **error) G_GNUC_WARN_UNUSED_RESULT;
TroupeXlsxBook *troupe_xlsx_book_ref             (TroupeXlsxBook        *self);
void            troupe_xlsx_book_unref           (TroupeXlsxBook        *self);

const char     *troupe_xlsx_book_get_path        (const TroupeXlsxBook  *self);
guint           troupe_xlsx_book_get_n_sheets    (const TroupeXlsxBook  *self);
const char     *troupe_xlsx_book_get_sheet_name  (const TroupeXlsxBook  *self,
                                                  guint                  sheet);
gboolean        troupe_xlsx_book_is_sheet_hidden (const TroupeXlsxBook  *self,
                                                  guint                  sheet);
/* The part of the archive that holds the sheet. */
const char     *troupe_xlsx_book_get_sheet_part  (const TroupeXlsxBook  *self,
                                                  guint                  sheet);
/* Whether dates count from 1904, as old Macs did. */
gboolean        troupe_xlsx_book_is_from_1904    (const TroupeXlsxBook  *self);
/* Whether numbers in cells of this style are dates. */
gboolean        troupe_xlsx_book_is_date_style   (const TroupeXlsxBook  *self,
                                                  guint                  style);
/* Shared text number i; NULL when there is none. */
const char     *troupe_xlsx_book_get_text        (const TroupeXlsxBook  *self,
                                                  guint                  i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeXlsxBook, troupe_xlsx_book_unref)

G_END_DECLS
