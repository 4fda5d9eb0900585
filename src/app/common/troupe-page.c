#include "troupe-page.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "troupe-fiber.h"
#include "troupe-save-dialog.h"

typedef struct
{
  TroupeOffice *office;
  gint64        id;
  TroupeMonth   month;
  guint         refresh_source;
  gboolean      outdated;   /* something changed while it was hidden */
} TroupePagePrivate;

enum
{
  PROP_OFFICE = 1,
  PROP_ID,
  PROP_MONTH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TroupePage, troupe_page, ADW_TYPE_NAVIGATION_PAGE)

#define GET_PRIVATE(self) ((TroupePagePrivate *) troupe_page_get_instance_private (self))

static void
refresh_cb (gpointer user_data)
{
  TroupePage *self = user_data;
  TroupePagePrivate *priv = GET_PRIVATE (self);

  priv->refresh_source = 0;
  priv->outdated = FALSE;
  if (TROUPE_PAGE_GET_CLASS (self)->refresh != NULL)
    TROUPE_PAGE_GET_CLASS (self)->refresh (self);
}

void
troupe_page_queue_refresh (TroupePage *self)
{
  TroupePagePrivate *priv = GET_PRIVATE (self);

  priv->outdated = TRUE;
  if (priv->refresh_source == 0 && priv->office != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->refresh_source = g_idle_add_once (refresh_cb, self);
}

static void
troupe_page_map (GtkWidget *widget)
{
  TroupePage *self = TROUPE_PAGE (widget);

  GTK_WIDGET_CLASS (troupe_page_parent_class)->map (widget);
  if (GET_PRIVATE (self)->outdated)
    troupe_page_queue_refresh (self);
}

TroupeOffice *
troupe_page_get_office (TroupePage *self)
{
  return GET_PRIVATE (self)->office;
}

gint64
troupe_page_get_id (TroupePage *self)
{
  return GET_PRIVATE (self)->id;
}

TroupeMonth
troupe_page_get_month (TroupePage *self)
{
  return GET_PRIVATE (self)->month;
}

void
troupe_page_set_month (TroupePage  *self,
                       TroupeMonth  month)
{
  TroupePagePrivate *priv = GET_PRIVATE (self);

  if (priv->month == month)
    return;
  priv->month = month;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONTH]);
  troupe_page_queue_refresh (self);
}

void
troupe_page_show_toast (TroupePage *self,
                        AdwToast   *toast)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  g_object_ref_sink (toast);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), g_object_ref (toast));
  g_object_unref (toast);
}

void
troupe_page_show_saved (TroupePage *self,
                        const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  AdwToast *toast = adw_toast_new_format (_("Saved as %s"), name);

  adw_toast_set_use_markup (toast, FALSE);
  troupe_page_show_toast (self, toast);
}

void
troupe_page_show_error (TroupePage *self,
                        GError     *error)
{
  AdwToast *toast;

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  toast = adw_toast_new (error->message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 10);   /* long enough to be read, and then no longer over the page */
  troupe_page_show_toast (self, toast);
}

/* --- printing ------------------------------------------------------------------------------------ */

typedef struct
{
  TroupePage          *page;
  TroupeReportRequest  request;
  char                *folder;   /* only ours, as long as it is printed from */
} Printing;

static void
printing_free (gpointer data)
{
  Printing *self = data;

  if (self->request.output != NULL)
    g_unlink (self->request.output);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_free ((char *) self->request.output);
  g_free (self->folder);
  g_object_unref (self->page);
  g_free (self);
}

static gboolean
print (Printing  *self,
       GError   **error)
{
  g_auto(GStrv) files = NULL;

  self->folder = g_dir_make_tmp ("troupe-print-XXXXXX", error);
  if (self->folder == NULL)
    return FALSE;
  self->request.output = g_strdup_printf ("%s/%s.pdf", self->folder, self->request.name);
  files = dex_await_boxed (troupe_office_report (troupe_page_get_office (self->page), &self->request, NULL, NULL, NULL),
                           error);
  return files != NULL && dex_await (troupe_save_dialog_print (GTK_WIDGET (self->page), self->request.output), error);
}

static DexFuture *
print_fiber (gpointer data)
{
  Printing *self = data;
  g_autoptr(GError) error = NULL;

  if (!print (self, &error) && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    troupe_page_show_error (self->page, error);
  return dex_future_new_true ();
}

/* What is printed is the PDF that is handed out. */
void
troupe_page_print_report (TroupePage                *self,
                          const TroupeReportRequest *request)
{
  Printing *printing = g_new0 (Printing, 1);

  printing->page = g_object_ref (self);
  printing->request = *request;
  printing->request.format = "pdf";
  printing->request.output = NULL;
  printing->request.combined = TRUE;
  troupe_fiber_disown (troupe_fiber_spawn (print_fiber, printing, printing_free));
}

/* --- the class ----------------------------------------------------------------------------------- */

static void
set_office (TroupePage   *self,
            TroupeOffice *office)
{
  TroupePagePrivate *priv = GET_PRIVATE (self);

  priv->office = g_object_ref (office);
  priv->outdated = TRUE;
  g_signal_connect_object (office, "changed", G_CALLBACK (troupe_page_queue_refresh), self, G_CONNECT_SWAPPED);
}

static void
troupe_page_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TroupePage *self = TROUPE_PAGE (object);

  switch (id)
    {
    case PROP_OFFICE:
      if (g_value_get_object (value) != NULL)
        set_office (self, g_value_get_object (value));
      break;
    case PROP_ID:
      GET_PRIVATE (self)->id = g_value_get_int64 (value);
      break;
    case PROP_MONTH:
      troupe_page_set_month (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
troupe_page_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TroupePagePrivate *priv = GET_PRIVATE (TROUPE_PAGE (object));

  switch (id)
    {
    case PROP_OFFICE:
      g_value_set_object (value, priv->office);
      break;
    case PROP_ID:
      g_value_set_int64 (value, priv->id);
      break;
    case PROP_MONTH:
      g_value_set_int64 (value, priv->month);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
troupe_page_dispose (GObject *object)
{
  TroupePagePrivate *priv = GET_PRIVATE (TROUPE_PAGE (object));

  g_clear_handle_id (&priv->refresh_source, g_source_remove);
  g_clear_object (&priv->office);
  G_OBJECT_CLASS (troupe_page_parent_class)->dispose (object);
}

static void
troupe_page_class_init (TroupePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = troupe_page_set_property;
  object_class->get_property = troupe_page_get_property;
  object_class->dispose = troupe_page_dispose;
  widget_class->map = troupe_page_map;

  properties[PROP_OFFICE] =
    g_param_spec_object ("office", NULL, NULL, TROUPE_TYPE_OFFICE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ID] =
    g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MONTH] =
    g_param_spec_int64 ("month", NULL, NULL, G_MININT64, G_MAXINT64, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
troupe_page_init (TroupePage *self)
{
}
