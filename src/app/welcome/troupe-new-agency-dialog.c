#include "troupe-new-agency-dialog.h"

#include <glib/gi18n.h>

#include "troupe-agency.h"
#include "troupe-money.h"
#include "troupe-phrase.h"

struct _TroupeNewAgencyDialog
{
  AdwDialog parent_instance;

  GtkButton    *create;
  AdwEntryRow  *name;
  AdwEntryRow  *currency;
  AdwComboRow  *language;
  AdwActionRow *place;
  GtkLabel     *problem;   /* with the currency */

  char         *folder;
  char         *path;      /* NULL until chosen by hand: it follows the name */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TroupeNewAgencyDialog, troupe_new_agency_dialog, ADW_TYPE_DIALOG)

static char *
get_path (TroupeNewAgencyDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *file = NULL;

  if (self->path != NULL)
    return g_strdup (self->path);
  g_strdelimit (name, "/\\:*?\"<>|", '-');
  file = g_strconcat (*name != '\0' ? name : "agency", ".troupe", NULL);
  return g_build_filename (self->folder, file, NULL);
}

static char *
get_currency (TroupeNewAgencyDialog *self)
{
  return troupe_currency_upper (gtk_editable_get_text (GTK_EDITABLE (self->currency)));
}

static gboolean
check_currency (TroupeNewAgencyDialog *self)
{
  g_autofree char *currency = get_currency (self);
  gboolean right = troupe_currency_exponent (currency) >= 0;
  g_autofree char *text = g_strdup_printf (_("“%s” is not a currency code such as CNY or USD"), currency);

  if (right)
    gtk_widget_remove_css_class (GTK_WIDGET (self->currency), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->currency), "error");
  gtk_label_set_label (self->problem, right ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !right);
  return right;
}

static void
changed_cb (TroupeNewAgencyDialog *self)
{
  g_autofree char *path = get_path (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  gboolean currency = check_currency (self);
  gboolean taken = g_file_test (path, G_FILE_TEST_EXISTS);

  adw_action_row_set_subtitle (self->place, taken ? _("There is already a file of this name: choose another") : path);
  gtk_widget_set_sensitive (GTK_WIDGET (self->create), *name != '\0' && currency && !taken);
}

static void
cancel_cb (TroupeNewAgencyDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
create_cb (TroupeNewAgencyDialog *self)
{
  g_autofree char *path = get_path (self);
  g_autofree char *currency = get_currency (self);
  g_autoptr(TroupeAgency) agency = NULL;
  TroupeAgency fields;

  troupe_record_clear (&TROUPE_AGENCY, &fields);
  fields.name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  fields.currency = currency;
  fields.language = adw_combo_row_get_selected (self->language) == 0 ? "zh" : "en";
  agency = troupe_record_new (&TROUPE_AGENCY, &fields, NULL);
  if (agency == NULL)
    return;
  g_signal_emit (self, signals[CHOSEN], 0, path, agency);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
file_chosen_cb (GObject      *dialog,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(TroupeNewAgencyDialog) self = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  if (file == NULL)
    return;
  g_free (self->path);
  self->path = g_file_get_path (file);
  changed_cb (self);
}

static void
choose_cb (TroupeNewAgencyDialog *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *path = get_path (self);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  gtk_file_dialog_set_initial_file (dialog, file);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, file_chosen_cb, g_object_ref (self));
}

AdwDialog *
troupe_new_agency_dialog_new (const char *folder)
{
  TroupeNewAgencyDialog *self = g_object_new (TROUPE_TYPE_NEW_AGENCY_DIALOG, NULL);

  self->folder = g_strdup (folder);
  adw_combo_row_set_selected (self->language, troupe_lang_from_locale (g_get_language_names ()[0]) == TROUPE_LANG_ZH ? 0 : 1);
  changed_cb (self);
  return ADW_DIALOG (self);
}

static void
troupe_new_agency_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_NEW_AGENCY_DIALOG);
  G_OBJECT_CLASS (troupe_new_agency_dialog_parent_class)->dispose (object);
}

static void
troupe_new_agency_dialog_finalize (GObject *object)
{
  TroupeNewAgencyDialog *self = TROUPE_NEW_AGENCY_DIALOG (object);

  g_free (self->folder);
  g_free (self->path);
  G_OBJECT_CLASS (troupe_new_agency_dialog_parent_class)->finalize (object);
}

static void
troupe_new_agency_dialog_class_init (TroupeNewAgencyDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = troupe_new_agency_dialog_dispose;
  object_class->finalize = troupe_new_agency_dialog_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", TROUPE_TYPE_NEW_AGENCY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, TROUPE_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/new-agency-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeNewAgencyDialog, create);
  gtk_widget_class_bind_template_child (widget_class, TroupeNewAgencyDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TroupeNewAgencyDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, TroupeNewAgencyDialog, language);
  gtk_widget_class_bind_template_child (widget_class, TroupeNewAgencyDialog, place);
  gtk_widget_class_bind_template_child (widget_class, TroupeNewAgencyDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
troupe_new_agency_dialog_init (TroupeNewAgencyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
