#include "troupe-need-row.h"

#include <glib/gi18n.h>

#include "troupe-amount.h"
#include "troupe-money.h"
#include "troupe-vocabulary.h"

/* How a need reads and where its button goes; {…} of the pictures are filled by the functions below. */
typedef struct
{
  gboolean    blocks;      /* money waits for it */
  const char *button;
  const char *action;      /* detailed; NULL: the creator's page */
} NeedStyle;

static const NeedStyle styles[] = {
  [TROUPE_NEED_WAITING] = { TRUE, N_("Assign…"), "win.show-page('revenue')" },
  [TROUPE_NEED_PROBLEM] = { TRUE, N_("Look"), "win.show-page('settlement')" },
  [TROUPE_NEED_FEE] = { FALSE, N_("Look"), "win.show-page('contracts')" },
  [TROUPE_NEED_STALE] = { TRUE, N_("Settle"), "win.show-page('settlement')" },
  [TROUPE_NEED_CLOSE] = { FALSE, N_("Close…"), "win.show-page('settlement')" },
  [TROUPE_NEED_PAY] = { FALSE, N_("Pay"), "win.show-page('settlement')" },
  [TROUPE_NEED_CONTRACT] = { FALSE, N_("Decide"), NULL },
  [TROUPE_NEED_GUARDIAN] = { TRUE, N_("Complete"), NULL },
  [TROUPE_NEED_NOTHING_IN] = { TRUE, N_("Import…"), "win.import" },
};

static char *
describe (const TroupeNeed *need,
          const char       *month)
{
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);
  int count = (int) need->count;

  switch (need->kind)
    {
    case TROUPE_NEED_WAITING:
      return g_strdup_printf (ngettext ("%d line waits: its account is unknown",
                                        "%d lines wait: their accounts are unknown", count), count);
    case TROUPE_NEED_PROBLEM:
      return g_strdup_printf (_("%s cannot be settled yet"), need->subject);
    case TROUPE_NEED_FEE:
      /* Translators: platform and kind of revenue */
      return g_strdup_printf (_("No fee card covers %s, %s"), troupe_platform_get_label (lang, need->subject),
                              troupe_kind_get_label (lang, need->revenue_kind));
    case TROUPE_NEED_STALE:
      return g_strdup_printf (_("%s must be settled again"), month);
    case TROUPE_NEED_CLOSE:
      return g_strdup_printf (_("%s is settled but still open"), month);
    case TROUPE_NEED_PAY:
      return g_strdup_printf (ngettext ("%d statement of %s is not paid", "%d statements of %s are not paid", count),
                              count, month);
    case TROUPE_NEED_CONTRACT:
      return g_strdup_printf (_("%s: the contract needs a decision"), need->subject);
    case TROUPE_NEED_GUARDIAN:
      return g_strdup_printf (_("%s is under 18 and has no guardian on record"), need->subject);
    default:
      return g_strdup_printf (_("Nothing from %s in %s yet"), troupe_platform_get_label (lang, need->subject), month);
    }
}

static char *
explain (const TroupeNeed *need,
         const char       *currency)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (need->kind == TROUPE_NEED_WAITING)
    g_ptr_array_add (parts, g_strdup (_("Say whose they are and they settle")));
  if (need->kind == TROUPE_NEED_FEE)
    g_ptr_array_add (parts, g_strdup (_("Settled as if the platform kept nothing")));
  if (need->kind == TROUPE_NEED_STALE)
    g_ptr_array_add (parts, g_strdup (_("Evidence or rules have changed since")));
  if (need->kind == TROUPE_NEED_NOTHING_IN)
    g_ptr_array_add (parts, g_strdup (_("It paid last month")));
  if (need->amount != TROUPE_NONE)
    {
      g_autofree char *amount = troupe_money_format (need->amount, currency);

      g_ptr_array_add (parts, g_strdup_printf ("%s %s", amount, currency));
    }
  if (need->due != TROUPE_NONE)
    {
      g_autofree char *day = troupe_amount_format_day (need->due);

      g_ptr_array_add (parts, g_strdup_printf (_("by %s"), day));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
create_button (const TroupeNeed *need,
               const NeedStyle  *style)
{
  GtkWidget *button = gtk_button_new_with_label (_(style->button));
  g_autofree char *action = NULL;

  if (style->action == NULL)
    action = g_strdup_printf ("win.show-creator(int64 %" G_GINT64_FORMAT ")", need->creator_id);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), style->action != NULL ? style->action : action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (button, 96, -1);
  return button;
}

GtkWidget *
troupe_need_row_new (const TroupeNeed *need,
                     const char       *currency)
{
  const NeedStyle *style = &styles[need->kind];
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (style->blocks ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  g_autofree char *month = need->month != TROUPE_NONE ? troupe_amount_format_month (need->month) : NULL;
  g_autofree char *title = describe (need, month);
  g_autofree char *subtitle = explain (need, currency);

  gtk_widget_add_css_class (icon, style->blocks ? "error" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  style->blocks ? _("Blocks money") : _("To decide"), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (need, style));
  return row;
}
