#include "troupe-contract-page.h"

#include <glib/gi18n.h>

#include "troupe-contract-form.h"
#include "troupe-creator.h"
#include "troupe-fiber.h"
#include "troupe-rate-rows.h"
#include "troupe-row.h"
#include "troupe-sentence.h"

struct _TroupeContractPage
{
  TroupePage parent_instance;

  GtkLabel       *number;
  GtkLabel       *summary;
  GtkListBox     *creator;
  GtkListBox     *now;
  GtkBox         *other_box;
  GtkWidget      *precedence;
  GtkListBox     *other;

  TroupeContract *contract;
};

G_DEFINE_FINAL_TYPE (TroupeContractPage, troupe_contract_page, TROUPE_TYPE_PAGE)

static TroupeLang
get_lang (void)
{
  return troupe_lang_from_locale (g_get_language_names ()[0]);
}

static GtkWidget *
create_term_row (TroupeTerm *term)
{
  g_autofree char *sentence = troupe_sentence_for_term_alone (term, get_lang ());
  g_autofree char *markup = troupe_sentence_mark_up_term (term, sentence);
  g_autofree char *days = troupe_rate_format_days (term->start_day, term->end_day);
  g_autofree char *subtitle = g_strdup_printf (_("Version %d, %s"), (int) term->version, days);
  GtkWidget *row = troupe_row_new (sentence, subtitle);

  troupe_row_set_markup (row, markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  troupe_row_add_kind (row, term->kind);
  if (term->clause != NULL)
    troupe_row_add_note (row, term->clause);
  troupe_row_set_record (row, term);
  return row;
}

static void
show_terms (TroupeContractPage *self,
            GPtrArray          *terms,
            TroupeDay           today)
{
  guint others = 0;
  guint current = 0;

  gtk_list_box_remove_all (self->now);
  gtk_list_box_remove_all (self->other);
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      TroupeTerm *term = g_ptr_array_index (terms, i);
      gboolean holds = term->start_day <= today && (term->end_day == TROUPE_NONE || term->end_day >= today);

      gtk_list_box_append (holds ? self->now : self->other, create_term_row (term));
      others += !holds;
      current += holds;
    }
  gtk_widget_set_visible (self->precedence, current + others > 1);
  if (current == 0)
    gtk_list_box_append (self->now, troupe_row_new (_("No term holds today"), _("Without a share nothing can be settled")));
  gtk_widget_set_visible (GTK_WIDGET (self->other_box), others > 0);
}

static void
show_creator (TroupeContractPage *self,
              TroupeCreator      *creator)
{
  g_autofree char *action = g_strdup_printf ("win.show-creator(int64 %" G_GINT64_FORMAT ")", creator->id);
  GtkWidget *row = troupe_row_new (creator->name, creator->category);

  troupe_row_add_icon (row, "avatar-default-symbolic");
  troupe_row_set_action (row, action);
  gtk_list_box_remove_all (self->creator);
  gtk_list_box_append (self->creator, row);
}

static DexFuture *
refresh_fiber (gpointer user_data)
{
  TroupeContractPage *self = user_data;
  TroupePage *page = TROUPE_PAGE (self);
  TroupeOffice *office = troupe_page_get_office (page);
  gint64 id = troupe_page_get_id (page);
  TroupeDay today = troupe_clock_get_day (troupe_office_get_clock (office));
  g_autofree char *summary = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeContract) contract = dex_await_boxed (troupe_office_get (office, &TROUPE_CONTRACT, id), &error);
  g_autoptr(GPtrArray) terms = dex_await_boxed (troupe_office_list (office, &TROUPE_TERM, "contract_id", id), NULL);
  g_autoptr(TroupeCreator) creator = NULL;

  troupe_page_show_error (page, error);
  if (contract == NULL)
    {
      /* an undo may have taken it away */
      gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
      return dex_future_new_true ();
    }
  creator = dex_await_boxed (troupe_office_get (office, &TROUPE_CREATOR, contract->creator_id), NULL);
  g_clear_pointer (&self->contract, troupe_record_unref);
  self->contract = g_steal_pointer (&contract);
  summary = troupe_sentence_for_contract (self->contract, today, get_lang ());
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->contract->number);
  gtk_label_set_label (self->number, self->contract->number);
  gtk_label_set_label (self->summary, summary);
  if (creator != NULL)
    show_creator (self, creator);
  show_terms (self, terms, today);
  return dex_future_new_true ();
}

static void
troupe_contract_page_refresh (TroupePage *page)
{
  troupe_fiber_disown (troupe_fiber_spawn (refresh_fiber, g_object_ref (page), g_object_unref));
}

static void
present_term (TroupeContractPage *self,
              TroupeTerm         *term,
              const char         *kind)
{
  if (self->contract != NULL)
    adw_dialog_present (troupe_term_form_new (troupe_page_get_office (TROUPE_PAGE (self)), term, self->contract, kind),
                        GTK_WIDGET (self));
}

static void
term_activated_cb (TroupeContractPage *self,
                   GtkListBoxRow      *row)
{
  TroupeTerm *term = troupe_row_get_record (GTK_WIDGET (row));

  if (term != NULL)
    present_term (self, term, NULL);
}

static void
add_term_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  present_term (TROUPE_CONTRACT_PAGE (widget), NULL, g_str_equal (action, "contract.add-share") ? "share" : "minimum_payout");
}

static void
troupe_contract_page_edit (TroupePage *page)
{
  TroupeContractPage *self = TROUPE_CONTRACT_PAGE (page);

  if (self->contract != NULL)
    adw_dialog_present (troupe_contract_form_new (troupe_page_get_office (page), self->contract, 0), GTK_WIDGET (page));
}

static void
troupe_contract_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_CONTRACT_PAGE);
  g_clear_pointer (&TROUPE_CONTRACT_PAGE (object)->contract, troupe_record_unref);
  G_OBJECT_CLASS (troupe_contract_page_parent_class)->dispose (object);
}

static void
troupe_contract_page_class_init (TroupeContractPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TroupePageClass *page_class = TROUPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_contract_page_dispose;
  page_class->refresh = troupe_contract_page_refresh;
  page_class->edit = troupe_contract_page_edit;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/contract-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeContractPage, number);
  gtk_widget_class_bind_template_child (widget_class, TroupeContractPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TroupeContractPage, creator);
  gtk_widget_class_bind_template_child (widget_class, TroupeContractPage, now);
  gtk_widget_class_bind_template_child (widget_class, TroupeContractPage, other_box);
  gtk_widget_class_bind_template_child (widget_class, TroupeContractPage, precedence);
  gtk_widget_class_bind_template_child (widget_class, TroupeContractPage, other);
  gtk_widget_class_bind_template_callback (widget_class, term_activated_cb);
  gtk_widget_class_install_action (widget_class, "contract.add-share", NULL, add_term_cb);
  gtk_widget_class_install_action (widget_class, "contract.add-minimum", NULL, add_term_cb);
}

static void
troupe_contract_page_init (TroupeContractPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
