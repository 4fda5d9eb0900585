#include "troupe-month-button.h"

struct _TroupeMonthButton
{
  GtkBox parent_instance;

  GtkLabel      *label;
  GtkMenuButton *choose;
  GtkPopover    *popover;
  GtkEntry      *entry;

  TroupeMonth    month;
};

typedef enum
{
  PROP_MONTH = 1,
} TroupeMonthButtonProperty;

static GParamSpec *properties[PROP_MONTH + 1];

G_DEFINE_FINAL_TYPE (TroupeMonthButton, troupe_month_button, GTK_TYPE_BOX)

static void
set_month (TroupeMonthButton *self,
           TroupeMonth        month)
{
  g_autofree char *text = NULL;

  if (self->month == month)
    return;
  self->month = month;
  text = troupe_month_to_string (month);
  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choose), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONTH]);
}

static void
previous_cb (TroupeMonthButton *self)
{
  set_month (self, self->month - 1);
}

static void
next_cb (TroupeMonthButton *self)
{
  set_month (self, self->month + 1);
}

static void
show_cb (TroupeMonthButton *self)
{
  g_autofree char *text = troupe_month_to_string (self->month);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
changed_cb (TroupeMonthButton *self)
{
  TroupeMonth month;

  if (troupe_month_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &month, NULL))
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
}

static void
activate_cb (TroupeMonthButton *self)
{
  TroupeMonth month;

  if (!troupe_month_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &month, NULL))
    {
      gtk_widget_error_bell (GTK_WIDGET (self->entry));
      return;
    }
  set_month (self, month);
  gtk_popover_popdown (self->popover);
}

static void
current_cb (TroupeMonthButton *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.this-month", NULL);
  gtk_popover_popdown (self->popover);
}

static void
troupe_month_button_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((TroupeMonthButtonProperty) id)
    {
    case PROP_MONTH:
      set_month (TROUPE_MONTH_BUTTON (object), g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
troupe_month_button_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((TroupeMonthButtonProperty) id)
    {
    case PROP_MONTH:
      g_value_set_int64 (value, TROUPE_MONTH_BUTTON (object)->month);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
troupe_month_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_MONTH_BUTTON);
  G_OBJECT_CLASS (troupe_month_button_parent_class)->dispose (object);
}

static void
troupe_month_button_class_init (TroupeMonthButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = troupe_month_button_set_property;
  object_class->get_property = troupe_month_button_get_property;
  object_class->dispose = troupe_month_button_dispose;

  properties[PROP_MONTH] =
    g_param_spec_int64 ("month", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/month-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeMonthButton, label);
  gtk_widget_class_bind_template_child (widget_class, TroupeMonthButton, choose);
  gtk_widget_class_bind_template_child (widget_class, TroupeMonthButton, popover);
  gtk_widget_class_bind_template_child (widget_class, TroupeMonthButton, entry);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, current_cb);
}

static void
troupe_month_button_init (TroupeMonthButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
