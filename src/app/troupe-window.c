#include "troupe-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "troupe-fiber.h"
#include "troupe-import-actions.h"
#include "troupe-import-drop.h"
#include "troupe-section-row.h"
#include "troupe-settle-job.h"
#include "troupe-welcome-page.h"

struct _TroupeWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay        *toasts;
  GtkStack               *stack;
  AdwNavigationSplitView *split;
  AdwNavigationPage      *sidebar_page;
  AdwNavigationPage      *content_page;
  GtkListBox             *sections;
  GtkMenuButton          *menu_button;
  AdwBanner              *banner;
  AdwNavigationView      *navigation;
  GtkImage               *state_icon;
  GtkLabel               *state_label;

  TroupeOffice           *office;
  TroupeMonth             month;
  char                   *first_page;   /* where to go when the office has been read */
  const char             *section;      /* that the content is in */
  gboolean                counting;     /* the needs of the sidebar */
  gboolean                outdated;     /* while they were counted */
};

typedef enum
{
  PROP_MONTH = 1,
} TroupeWindowProperty;

static GParamSpec *properties[PROP_MONTH + 1];

G_DEFINE_FINAL_TYPE (TroupeWindow, troupe_window, ADW_TYPE_APPLICATION_WINDOW)

TroupeWindow *
troupe_window_new (GtkApplication *application)
{
  return g_object_new (TROUPE_TYPE_WINDOW, "application", application, NULL);
}

TroupeOffice *
troupe_window_get_office (TroupeWindow *self)
{
  return self->office;
}

TroupeMonth
troupe_window_get_month (TroupeWindow *self)
{
  return self->month;
}

void
troupe_window_set_month (TroupeWindow *self,
                         TroupeMonth   month)
{
  if (self->month == month)
    return;
  self->month = month;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONTH]);
}

void
troupe_window_add_toast (TroupeWindow *self,
                         AdwToast     *toast)
{
  /* what was just done comes first; an earlier toast returns when this one goes */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
troupe_window_show_error (TroupeWindow *self,
                          GError       *error)
{
  AdwToast *toast;

  if (self->office == NULL)
    gtk_stack_set_visible_child_name (self->stack, "welcome");
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  toast = adw_toast_new (error->message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 10);   /* long enough to be read, and then no longer over the page */
  troupe_window_add_toast (self, toast);
}

void
troupe_window_show_opening (TroupeWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "opening");
}

void
troupe_window_open_menu (TroupeWindow *self)
{
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_menu_button_popup (self->menu_button);
}

/* --- pages --------------------------------------------------------------------------------------- */

static AdwNavigationPage *
make_page (TroupeWindow *self,
           GType         type,
           gint64        id)
{
  GtkWidget *page = g_object_new (type, "office", self->office, "month", self->month, "id", id, NULL);

  g_object_bind_property (self, "month", page, "month", G_BINDING_BIDIRECTIONAL);
  return ADW_NAVIGATION_PAGE (page);
}

TroupePage *
troupe_window_get_page (TroupeWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return TROUPE_IS_PAGE (page) ? TROUPE_PAGE (page) : NULL;
}

static void
select_row (TroupeWindow *self,
            const char   *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sections, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), name) == 0)
      gtk_list_box_select_row (self->sections, row);
}

void
troupe_window_show_section (TroupeWindow *self,
                            const char   *name)
{
  for (const TroupeSection *section = troupe_section_get_all (); section->name != NULL; section++)
    if (g_str_equal (section->name, name))
      {
        AdwNavigationPage *page = make_page (self, section->get_type (), 0);

        adw_navigation_view_replace (self->navigation, &page, 1);
        adw_navigation_split_view_set_show_content (self->split, TRUE);
      }
}

void
troupe_window_show_detail (TroupeWindow *self,
                           const char   *name,
                           gint64        id)
{
  for (const TroupeDetail *detail = troupe_detail_get_all (); detail->name != NULL; detail++)
    if (g_str_equal (detail->name, name))
      {
        adw_navigation_view_push (self->navigation, make_page (self, detail->get_type (), id));
        adw_navigation_split_view_set_show_content (self->split, TRUE);
      }
}

void
troupe_window_go_back (TroupeWindow *self)
{
  if (!adw_navigation_view_pop (self->navigation))
    adw_navigation_split_view_set_show_content (self->split, FALSE);
}

/* Wherever one comes from, the sidebar says where one is. */
static void
visible_page_cb (TroupeWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (page == NULL)
    return;
  adw_navigation_page_set_title (self->content_page, adw_navigation_page_get_title (page));
  self->section = troupe_section_find (G_OBJECT_TYPE (page));
  select_row (self, self->section);
}

static void
section_activated_cb (TroupeWindow  *self,
                      GtkListBoxRow *row)
{
  troupe_window_show_section (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* Arrows select: the content beside the list follows, one above it waits for Enter. */
static void
section_selected_cb (TroupeWindow  *self,
                     GtkListBoxRow *row)
{
  if (row == NULL || adw_navigation_split_view_get_collapsed (self->split))
    return;
  if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), self->section) != 0)
    troupe_window_show_section (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* --- the sidebar --------------------------------------------------------------------------------- */

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  const TroupeSection *section = troupe_section_row_get_section (TROUPE_SECTION_ROW (row));
  GtkWidget *heading;

  if (section->heading == NULL)
    return;
  heading = gtk_label_new (_(section->heading));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "section-heading");
  gtk_list_box_row_set_header (row, heading);
}

static void
show_counts (TroupeWindow *self,
             GPtrArray    *needs)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sections, i)) != NULL; i++)
    troupe_section_row_show_needs (TROUPE_SECTION_ROW (row), needs);
}

/* Once more when something has changed meanwhile; a window that was closed has no rows any more. */
static DexFuture *
count_fiber (gpointer user_data)
{
  TroupeWindow *self = user_data;

  while (self->outdated && self->office != NULL)
    {
      g_autoptr(TroupeOverview) overview = NULL;

      self->outdated = FALSE;
      overview = dex_await_boxed (troupe_office_look_over (self->office, self->month, 0), NULL);
      if (overview != NULL && self->sections != NULL)
        show_counts (self, overview->needs);
    }
  self->counting = FALSE;
  return dex_future_new_true ();
}

static gboolean
start_counting_cb (gpointer data)
{
  troupe_fiber_disown (troupe_fiber_spawn (count_fiber, g_object_ref (data), g_object_unref));
  return G_SOURCE_REMOVE;
}

/* Behind the first frame, and behind what the page in front asks for. */
static void
count_needs (TroupeWindow *self)
{
  self->outdated = TRUE;
  if (self->counting || self->office == NULL)
    return;
  self->counting = TRUE;
  g_idle_add_full (G_PRIORITY_LOW, start_counting_cb, g_object_ref (self), g_object_unref);
}

static void
show_state (TroupeWindow *self)
{
  TroupeAgency *agency = troupe_office_get_agency (self->office);
  g_autofree char *name = g_path_get_basename (troupe_office_get_path (self->office));
  gboolean read_only = troupe_office_is_read_only (self->office);

  if (agency != NULL)
    {
      adw_navigation_page_set_title (self->sidebar_page, agency->name);
      gtk_window_set_title (GTK_WINDOW (self), agency->name);
    }
  gtk_label_set_label (self->state_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state_label), troupe_office_get_path (self->office));
  gtk_image_set_from_icon_name (self->state_icon, read_only ? "changes-prevent-symbolic" : "object-select-symbolic");
  adw_banner_set_title (self->banner, _("Another window or command holds this file: you can read it, not change it."));
  adw_banner_set_revealed (self->banner, read_only);
  troupe_import_actions_update (GTK_WIDGET (self), self->office);
}

static void
changed_cb (TroupeWindow *self)
{
  show_state (self);
  count_needs (self);
}

/* --- the office ---------------------------------------------------------------------------------- */

static void
show_first_page (TroupeWindow *self)
{
  g_auto(GStrv) parts = g_strsplit (self->first_page != NULL ? self->first_page : "overview", "/", 2);

  troupe_window_show_section (self, parts[0]);
  if (parts[0] != NULL && parts[1] != NULL)
    {
      /* "creators/12" is the creator 12; below settlement lie statements, below revenue imports */
      g_autofree char *detail = g_strndup (parts[0], strlen (parts[0]) - (g_str_has_suffix (parts[0], "s") ? 1 : 0));

      if (g_str_equal (detail, "settlement"))
        g_set_str (&detail, "statement");
      else if (g_str_equal (detail, "revenue"))
        g_set_str (&detail, "import");
      troupe_window_show_detail (self, detail, g_ascii_strtoll (parts[1], NULL, 10));
    }
}

static DexFuture *
open_last_month_fiber (gpointer user_data)
{
  TroupeWindow *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) months = dex_await_boxed (troupe_office_list_months (self->office), &error);
  TroupeMonth month = troupe_day_get_month (troupe_clock_get_day (troupe_office_get_clock (self->office)));

  troupe_window_show_error (self, error);
  if (months != NULL && months->len > 0)
    month = g_array_index (months, TroupeMonthState, months->len - 1).month;
  troupe_window_set_month (self, month);
  show_first_page (self);
  gtk_stack_set_visible_child_name (self->stack, "office");
  return dex_future_new_true ();
}

void
troupe_window_set_office (TroupeWindow *self,
                          TroupeOffice *office,
                          const char   *page)
{
  g_set_object (&self->office, office);
  g_set_str (&self->first_page, page);
  g_signal_connect_object (office, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_state (self);
  troupe_fiber_disown (troupe_fiber_spawn (open_last_month_fiber, g_object_ref (self), g_object_unref));
}

/* --- the class ----------------------------------------------------------------------------------- */

static void
troupe_window_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((TroupeWindowProperty) id)
    {
    case PROP_MONTH:
      troupe_window_set_month (TROUPE_WINDOW (object), g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
troupe_window_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((TroupeWindowProperty) id)
    {
    case PROP_MONTH:
      g_value_set_int64 (value, TROUPE_WINDOW (object)->month);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
troupe_window_dispose (GObject *object)
{
  TroupeWindow *self = TROUPE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_WINDOW);
  g_clear_object (&self->office);
  g_clear_pointer (&self->first_page, g_free);
  G_OBJECT_CLASS (troupe_window_parent_class)->dispose (object);
}

static void
troupe_window_class_init (TroupeWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = troupe_window_set_property;
  object_class->get_property = troupe_window_get_property;
  object_class->dispose = troupe_window_dispose;
  properties[PROP_MONTH] =
    g_param_spec_int64 ("month", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TROUPE_TYPE_IMPORT_DROP);
  g_type_ensure (TROUPE_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TroupeWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TroupeWindow, split);
  gtk_widget_class_bind_template_child (widget_class, TroupeWindow, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, TroupeWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, TroupeWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, TroupeWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TroupeWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, TroupeWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, TroupeWindow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, TroupeWindow, state_label);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);
  troupe_window_install_actions (widget_class);
}

static void
troupe_window_init (TroupeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  troupe_import_actions_update (GTK_WIDGET (self), NULL);
  g_signal_connect (self, "notify::month", G_CALLBACK (count_needs), NULL);
  for (const TroupeSection *section = troupe_section_get_all (); section->name != NULL; section++)
    gtk_list_box_append (self->sections, troupe_section_row_new (section));
  gtk_list_box_set_header_func (self->sections, header_cb, NULL, NULL);
}
