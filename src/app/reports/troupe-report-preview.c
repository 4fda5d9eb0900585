#include "troupe-report-preview.h"

#include <glib/gi18n.h>

#include "troupe-error.h"
#include "troupe-fiber.h"
#include "troupe-page-picture.h"

struct _TroupeReportPreview
{
  AdwBin parent_instance;

  GtkStack          *stack;
  GtkScrolledWindow *desk;
  GtkBox            *pages;
  GtkTextView       *text;
  AdwStatusPage     *nothing;

  gboolean           full;          /* pages as large as paper is */
  guint              near_source;
  GCancellable      *cancellable;   /* of what is being read */
};

/* What was asked, while it is being answered. */
typedef struct
{
  TroupeReportPreview *preview;
  TroupeOffice        *office;
  TroupeReportRequest  request;      /* its texts are ours */
  GCancellable        *cancellable;  /* cancelled: something else has been asked since */
} Question;

G_DEFINE_FINAL_TYPE (TroupeReportPreview, troupe_report_preview, ADW_TYPE_BIN)

static void
question_free (gpointer data)
{
  Question *self = data;

  g_object_unref (self->preview);
  g_object_unref (self->office);
  g_free ((char *) self->request.name);
  g_free ((char *) self->request.format);
  g_object_unref (self->cancellable);
  g_free (self);
}

/* --- pages --------------------------------------------------------------------------------------- */

static GtkWidget *
first_page (TroupeReportPreview *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->pages));
}

/* A window's height above and below what is seen, so that scrolling finds its pages painted. */
static void
find_near_cb (gpointer user_data)
{
  TroupeReportPreview *self = user_data;
  float height = gtk_widget_get_height (GTK_WIDGET (self->desk));

  self->near_source = 0;
  for (GtkWidget *page = first_page (self); page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      graphene_rect_t area;
      gboolean near = gtk_widget_compute_bounds (page, GTK_WIDGET (self->desk), &area)
                      && area.origin.y < 2 * height && area.origin.y + area.size.height > -height;

      troupe_page_picture_set_near (TROUPE_PAGE_PICTURE (page), near);
    }
}

/* Not at once: the scrollbar knows the new place before the pages stand there. */
static void
scrolled_cb (TroupeReportPreview *self)
{
  if (self->near_source == 0)
    self->near_source = g_idle_add_once (find_near_cb, self);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  TroupeReportPreview *self = TROUPE_REPORT_PREVIEW (widget);

  self->full = !self->full;
  gtk_scrolled_window_set_policy (self->desk, self->full ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  for (GtkWidget *page = first_page (self); page != NULL; page = gtk_widget_get_next_sibling (page))
    troupe_page_picture_set_full (TROUPE_PAGE_PICTURE (page), self->full);
}

static void
pressed_cb (TroupeReportPreview *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "preview.zoom", NULL);
}

static void
show_pages (TroupeReportPreview *self,
            TroupePreview       *preview)
{
  GtkWidget *old;

  while ((old = first_page (self)) != NULL)
    gtk_box_remove (self->pages, old);
  for (guint i = 0; i < troupe_preview_get_n_pages (preview); i++)
    {
      GtkWidget *page = troupe_page_picture_new (preview, i);

      troupe_page_picture_set_full (TROUPE_PAGE_PICTURE (page), self->full);
      gtk_box_append (self->pages, page);
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->desk), 0);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  scrolled_cb (self);
}

/* --- asking -------------------------------------------------------------------------------------- */

static gboolean
is_text (const char *format)
{
  return g_str_equal (format, "csv") || g_str_equal (format, "json");
}

static void
show_nothing (TroupeReportPreview *self,
              const GError        *error)
{
  gboolean missing = g_error_matches (error, TROUPE_ERROR, TROUPE_ERROR_NOT_FOUND);

  adw_status_page_set_title (self->nothing, missing ? _("Nothing to report") : _("The report could not be made"));
  adw_status_page_set_description (self->nothing, error->message);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static gboolean
answer_text (Question   *question,
             GPtrArray  *reports,
             GError    **error)
{
  g_autofree char *text = dex_await_string (troupe_reports_excerpt (reports, question->request.format), error);

  if (text == NULL || g_cancellable_set_error_if_cancelled (question->cancellable, error))
    return FALSE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (question->preview->text), text, -1);
  gtk_stack_set_visible_child_name (question->preview->stack, "text");
  return TRUE;
}

static gboolean
answer_pages (Question   *question,
              GPtrArray  *reports,
              GError    **error)
{
  g_autoptr(TroupePreview) preview = dex_await_boxed (troupe_preview_new (reports), error);

  if (preview == NULL || g_cancellable_set_error_if_cancelled (question->cancellable, error))
    return FALSE;
  show_pages (question->preview, preview);
  return TRUE;
}

static DexFuture *
answer_fiber (gpointer user_data)
{
  Question *question = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) reports =
    dex_await_boxed (troupe_office_read_reports (question->office, &question->request, question->cancellable), &error);
  gboolean shown = reports != NULL && (is_text (question->request.format) ? answer_text (question, reports, &error)
                                                                          : answer_pages (question, reports, &error));

  if (!shown && !g_cancellable_is_cancelled (question->cancellable))
    show_nothing (question->preview, error);
  return dex_future_new_true ();
}

void
troupe_report_preview_show (TroupeReportPreview       *self,
                            TroupeOffice              *office,
                            const TroupeReportRequest *request)
{
  Question *question = g_new0 (Question, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  question->preview = g_object_ref (self);
  question->office = g_object_ref (office);
  question->request = *request;
  question->request.name = g_strdup (request->name);
  question->request.format = g_strdup (request->format);
  question->cancellable = g_object_ref (self->cancellable);
  troupe_fiber_disown (troupe_fiber_spawn (answer_fiber, question, question_free));
}

/* --- the class ----------------------------------------------------------------------------------- */

static void
troupe_report_preview_dispose (GObject *object)
{
  TroupeReportPreview *self = TROUPE_REPORT_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);   /* GTK would unparent it behind the bin's back */
  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_REPORT_PREVIEW);
  g_clear_handle_id (&self->near_source, g_source_remove);   /* only now: what goes away moves */
  G_OBJECT_CLASS (troupe_report_preview_parent_class)->dispose (object);
}

static void
troupe_report_preview_class_init (TroupeReportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_report_preview_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/report-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeReportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportPreview, desk);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportPreview, text);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportPreview, nothing);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom", NULL, zoom_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "preview.zoom", NULL);
}

static void
troupe_report_preview_init (TroupeReportPreview *self)
{
  GtkAdjustment *place;

  gtk_widget_init_template (GTK_WIDGET (self));
  place = gtk_scrolled_window_get_vadjustment (self->desk);
  g_signal_connect_object (place, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (place, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}
