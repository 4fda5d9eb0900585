#include "troupe-figure-card.h"

#include <glib/gi18n.h>

#include "troupe-amount.h"
#include "troupe-money.h"

struct _TroupeFigureCard
{
  GtkBox parent_instance;

  GtkLabel *note;
  GtkLabel *value;
  GtkImage *arrow;
  GtkLabel *change;
  GtkLabel *than;

  char     *title;
};

typedef enum
{
  PROP_TITLE = 1,
} TroupeFigureCardProperty;

static GParamSpec *properties[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (TroupeFigureCard, troupe_figure_card, GTK_TYPE_BOX)

static void
show_change (TroupeFigureCard *self,
             gint64            amount,
             gint64            before,
             TroupeMonth       before_month)
{
  g_autofree char *change = troupe_amount_keep_order (troupe_amount_format_change (amount, before));
  g_autofree char *month = troupe_amount_format_month (before_month);
  g_autofree char *than = g_strdup_printf (_("against %s"), month);
  gboolean known = change != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->arrow), known && amount != before);
  gtk_image_set_from_icon_name (self->arrow, amount >= before ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_label_set_label (self->change, known ? change : "");
  gtk_label_set_label (self->than, known ? than : _("nothing to compare with"));
  if (known && amount < before)
    gtk_widget_add_css_class (GTK_WIDGET (self), "falling");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "falling");
}

void
troupe_figure_card_set_amount (TroupeFigureCard *self,
                               gint64            amount,
                               gint64            before,
                               TroupeMonth       before_month,
                               const char       *currency)
{
  g_autofree char *text = troupe_amount_keep_order (troupe_money_format (amount, currency));

  gtk_label_set_label (self->value, text);
  show_change (self, amount, before, before_month);
}

void
troupe_figure_card_set_note (TroupeFigureCard *self,
                             const char       *note)
{
  gtk_label_set_label (self->note, note);
}

static void
troupe_figure_card_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch ((TroupeFigureCardProperty) id)
    {
    case PROP_TITLE:
      if (g_set_str (&TROUPE_FIGURE_CARD (object)->title, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
troupe_figure_card_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((TroupeFigureCardProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, TROUPE_FIGURE_CARD (object)->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
troupe_figure_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_FIGURE_CARD);
  g_clear_pointer (&TROUPE_FIGURE_CARD (object)->title, g_free);
  G_OBJECT_CLASS (troupe_figure_card_parent_class)->dispose (object);
}

static void
troupe_figure_card_class_init (TroupeFigureCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = troupe_figure_card_set_property;
  object_class->get_property = troupe_figure_card_get_property;
  object_class->dispose = troupe_figure_card_dispose;
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeFigureCard, note);
  gtk_widget_class_bind_template_child (widget_class, TroupeFigureCard, value);
  gtk_widget_class_bind_template_child (widget_class, TroupeFigureCard, arrow);
  gtk_widget_class_bind_template_child (widget_class, TroupeFigureCard, change);
  gtk_widget_class_bind_template_child (widget_class, TroupeFigureCard, than);
}

static void
troupe_figure_card_init (TroupeFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
