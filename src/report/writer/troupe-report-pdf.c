#include "troupe-report-writer.h"

#include "troupe-layout.h"
#include "troupe-pdf-pack.h"

#include <cairo-pdf.h>

static cairo_status_t
write_cb (void                *bytes,
          const unsigned char *data,
          unsigned             length)
{
  g_string_append_len (bytes, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* cairo would write the hour of the day into the file; the report says when it was made. */
static void
set_metadata (cairo_surface_t    *surface,
              const TroupeReport *report)
{
  const TroupeReportTitle *title = &report->title;
  g_autofree char *made = troupe_time_to_string (title->made);
  g_autofree char *name = g_strdup_printf ("%s %s", title->title, title->number != NULL ? title->number : title->period);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, name);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, title->agency);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Troupe");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, made);
}

static void
add_outline (cairo_surface_t    *surface,
             const TroupeReport *report,
             guint               page)
{
  const TroupeFact *first = report->head->len > 0 ? &g_array_index (report->head, TroupeFact, 0) : NULL;
  const char *name = first != NULL && first->value.text != NULL ? first->value.text : report->title.title;
  g_autofree char *target = g_strdup_printf ("page=%u pos=[0 0]", page);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, name, target, 0);
}

static guint
draw_report (cairo_t       *cr,
             TroupeReport  *report,
             TroupeFontSet *fonts)
{
  g_autoptr(TroupeLayout) layout = troupe_layout_new (report, fonts);
  guint n_pages = troupe_layout_get_n_pages (layout);

  for (guint i = 0; i < n_pages; i++)
    {
      troupe_layout_draw_page (layout, i, cr);
      cairo_show_page (cr);
    }
  return n_pages;
}

static void
draw_reports (cairo_surface_t *surface,
              GPtrArray       *reports,
              TroupeFontSet   *fonts)
{
  cairo_t *cr = cairo_create (surface);
  guint page = 1;

  if (reports->len > 0)
    set_metadata (surface, reports->pdata[0]);
  for (guint i = 0; i < reports->len; i++)
    {
      if (reports->len > 1)
        add_outline (surface, reports->pdata[i], page);
      page += draw_report (cr, reports->pdata[i], fonts);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
}

gboolean
troupe_report_write_pdf (GPtrArray      *reports,
                         TroupeFontSet  *fonts,
                         TroupeOutput   *output,
                         GError        **error)
{
  g_autoptr(GString) bytes = g_string_new (NULL);
  g_autoptr(GString) packed = NULL;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, TROUPE_PAPER_WIDTH, TROUPE_PAPER_HEIGHT);
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  draw_reports (surface, reports, fonts);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    return troupe_output_fail (output, cairo_status_to_string (status), error);
  packed = troupe_pdf_pack (bytes);
  troupe_output_write (output, packed != NULL ? packed->str : bytes->str, packed != NULL ? packed->len : bytes->len);
  return troupe_output_commit (output, error);
}
