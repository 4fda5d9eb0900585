#include "troupe-record-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "troupe-error.h"
#include "troupe-fiber.h"

/* A field on screen. */
typedef struct
{
  const TroupeFormRow *form;
  const TroupeField   *field;
  GtkWidget           *widget;
  const char         **words;   /* of a choice, in the order shown; NULL first for "any" */
  gboolean             revealed;   /* the log knows that it is looked at */
} Row;

struct _TroupeRecordDialog
{
  AdwDialog parent_instance;

  AdwPreferencesPage     *page;
  GtkButton              *save;
  GtkRevealer            *revealer;
  GtkLabel               *problem;

  TroupeOffice           *office;
  const TroupeRecordType *type;
  gpointer                draft;    /* a struct of type; its text lives in texts */
  GPtrArray              *texts;
  GArray                 *rows;
  gboolean                touched;
  TroupeRecordCheck       check;    /* or NULL */
  gpointer                check_data;
  GDestroyNotify          free_check_data;
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TroupeRecordDialog, troupe_record_dialog, ADW_TYPE_DIALOG)

/* --- reading the rows ---------------------------------------------------------------------------- */

static gboolean
read_row (TroupeRecordDialog *self,
          Row                *row,
          GError            **error)
{
  const char *text;

  if (row->words != NULL)
    {
      guint at = adw_combo_row_get_selected (ADW_COMBO_ROW (row->widget));

      troupe_field_set_text (row->field, self->draft, at != GTK_INVALID_LIST_POSITION ? row->words[at] : NULL);
      return TRUE;
    }
  if (row->field->kind == TROUPE_FIELD_BOOL)
    {
      troupe_field_set_int (row->field, self->draft, adw_switch_row_get_active (ADW_SWITCH_ROW (row->widget)));
      return TRUE;
    }
  text = gtk_editable_get_text (GTK_EDITABLE (row->widget));
  return troupe_form_parse (row->field, text, self->draft, self->texts) ||
         troupe_fail (error, TROUPE_ERROR_NUMBER, troupe_form_get_advice (row->field, text), _(row->form->title));
}

static void
mark_row (Row      *row,
          gboolean  wrong)
{
  if (wrong)
    gtk_widget_add_css_class (row->widget, "error");
  else
    gtk_widget_remove_css_class (row->widget, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row->widget), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
read_rows (TroupeRecordDialog *self,
           GError            **error)
{
  gboolean right = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);
      g_autoptr(GError) wrong = NULL;

      mark_row (row, !read_row (self, row, &wrong));
      if (wrong != NULL && right)
        {
          right = FALSE;
          g_propagate_error (error, g_steal_pointer (&wrong));
        }
    }
  return right && troupe_record_check (self->type, self->draft, error);
}

static void
show_problem (TroupeRecordDialog *self,
              const char         *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_revealer_set_reveal_child (self->revealer, text != NULL);
}

static void
check_cb (TroupeRecordDialog *self)
{
  g_autoptr(GError) error = NULL;
  gboolean right = read_rows (self, &error);

  gtk_widget_set_sensitive (GTK_WIDGET (self->save), right);
  /* what is still empty is no mistake while the dialog is fresh */
  show_problem (self, !right && self->touched ? error->message : NULL);
}

static void
changed_cb (TroupeRecordDialog *self)
{
  self->touched = TRUE;
  check_cb (self);
}

/* --- what is masked ------------------------------------------------------------------------------ */

typedef struct
{
  TroupeRecordDialog *dialog;
  guint               at;       /* of the row */
} Reveal;

static void
reveal_free (gpointer data)
{
  g_object_unref (((Reveal *) data)->dialog);
  g_free (data);
}

/* First into the log, then on the screen. */
static DexFuture *
reveal_fiber (gpointer user_data)
{
  Reveal *reveal = user_data;
  TroupeRecordDialog *self = reveal->dialog;
  Row *row = &g_array_index (self->rows, Row, reveal->at);
  g_autoptr(GError) error = NULL;

  row->revealed = dex_await (troupe_office_reveal (self->office, self->draft, row->field), &error);
  show_problem (self, error != NULL ? error->message : NULL);
  if (row->revealed && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_text_set_visibility (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row->widget))), TRUE);
  return dex_future_new_true ();
}

static void
visibility_cb (TroupeRecordDialog *self,
               GParamSpec         *pspec,
               GtkText            *text)
{
  for (guint i = 0; gtk_text_get_visibility (text) && i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);
      Reveal *reveal;

      if (row->revealed || !gtk_widget_is_ancestor (GTK_WIDGET (text), row->widget))
        continue;
      gtk_text_set_visibility (text, FALSE);
      reveal = g_new (Reveal, 1);
      *reveal = (Reveal) { g_object_ref (self), i };
      troupe_fiber_disown (troupe_fiber_spawn (reveal_fiber, reveal, reveal_free));
    }
}

/* What is not yet on record may be looked at while one writes it. */
static GtkWidget *
make_masked_entry (TroupeRecordDialog *self,
                   Row                *row,
                   const char         *text)
{
  GtkWidget *entry = adw_password_entry_row_new ();

  row->revealed = text == NULL || troupe_record_get_id (self->draft) == 0;
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "notify::visibility",
                           G_CALLBACK (visibility_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

/* --- making the rows ----------------------------------------------------------------------------- */

static void
make_choice (TroupeRecordDialog *self,
             Row                *row)
{
  const char *const *words = row->form->get_words != NULL ? row->form->get_words () : row->field->choices;
  const char *value = troupe_record_get_text (self->draft, row->field);
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  guint n = g_strv_length ((char **) words);
  guint at = 0;
  guint selected = 0;

  row->words = g_new0 (const char *, n + 2);
  if (row->form->any != NULL)
    {
      gtk_string_list_append (labels, _(row->form->any));
      at++;
    }
  for (guint i = 0; i < n; i++, at++)
    {
      row->words[at] = words[i];
      gtk_string_list_append (labels, row->form->get_label != NULL ? row->form->get_label (lang, words[i]) : words[i]);
      if (g_strcmp0 (words[i], value) == 0)
        selected = at;
    }
  row->widget = adw_combo_row_new ();
  adw_combo_row_set_model (ADW_COMBO_ROW (row->widget), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row->widget), selected);
  g_signal_connect_swapped (row->widget, "notify::selected", G_CALLBACK (changed_cb), self);
}

static void
make_entry (TroupeRecordDialog *self,
            Row                *row)
{
  const TroupeField *currency = troupe_record_find_field (self->type, "currency");
  g_autofree char *text =
    troupe_form_format (row->field, self->draft, currency != NULL ? troupe_record_get_text (self->draft, currency) : NULL);

  row->widget = (row->field->flags & TROUPE_FIELD_SENSITIVE) != 0 ? make_masked_entry (self, row, text) : adw_entry_row_new ();
  gtk_editable_set_text (GTK_EDITABLE (row->widget), text != NULL ? text : "");
  g_signal_connect_swapped (row->widget, "changed", G_CALLBACK (changed_cb), self);
}

static void
make_row (TroupeRecordDialog  *self,
          const TroupeFormRow *form,
          AdwPreferencesGroup *group)
{
  Row row = { .form = form, .field = troupe_record_find_field (self->type, form->field) };

  g_assert (row.field != NULL);
  if (form->get_words != NULL || row.field->choices != NULL)
    make_choice (self, &row);
  else if (row.field->kind == TROUPE_FIELD_BOOL)
    {
      row.widget = adw_switch_row_new ();
      adw_switch_row_set_active (ADW_SWITCH_ROW (row.widget), troupe_record_get_int (self->draft, row.field) == 1);
      g_signal_connect_swapped (row.widget, "notify::active", G_CALLBACK (changed_cb), self);
    }
  else
    make_entry (self, &row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row.widget), _(form->title));
  adw_preferences_group_add (group, row.widget);
  g_array_append_val (self->rows, row);
}

static void
make_rows (TroupeRecordDialog  *self,
           const TroupeFormRow *rows)
{
  AdwPreferencesGroup *group = NULL;
  const char *title = NULL;

  for (const TroupeFormRow *form = rows; form->field != NULL; form++)
    {
      if (group == NULL || g_strcmp0 (title, form->group) != 0)
        {
          title = form->group;
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          if (title != NULL)
            adw_preferences_group_set_title (group, _(title));
          adw_preferences_page_add (self->page, group);
        }
      make_row (self, form, group);
    }
}

/* --- saving -------------------------------------------------------------------------------------- */

static void
cancel_cb (TroupeRecordDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static DexFuture *
save_fiber (gpointer user_data)
{
  TroupeRecordDialog *self = user_data;
  g_autoptr(GError) error = NULL;
  gpointer record = troupe_record_new (self->type, self->draft, &error);
  gint64 id = 0;

  if (record != NULL && (self->check == NULL || self->check (self->office, record, self->check_data, &error)))
    id = dex_await_int64 (troupe_office_save (self->office, record), &error);
  g_clear_pointer (&record, troupe_record_unref);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), TRUE);
  if (error != NULL)
    {
      show_problem (self, error->message);
      return dex_future_new_true ();
    }
  g_signal_emit (self, signals[SAVED], 0, id);
  adw_dialog_force_close (ADW_DIALOG (self));
  return dex_future_new_true ();
}

static void
save_cb (TroupeRecordDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), FALSE);
  troupe_fiber_disown (troupe_fiber_spawn (save_fiber, g_object_ref (self), g_object_unref));
}

AdwDialog *
troupe_record_dialog_new (TroupeOffice        *office,
                          const char          *title,
                          gconstpointer        fields,
                          const TroupeFormRow *rows)
{
  TroupeRecordDialog *self = g_object_new (TROUPE_TYPE_RECORD_DIALOG, "title", title, NULL);

  self->office = g_object_ref (office);
  self->type = troupe_record_get_type (fields);
  self->draft = g_memdup2 (fields, self->type->size);
  for (const TroupeField *field = self->type->fields; field->name != NULL; field++)
    if (field->kind == TROUPE_FIELD_TEXT)
      {
        char *text = g_strdup (troupe_record_get_text (fields, field));

        g_ptr_array_add (self->texts, text);
        troupe_field_set_text (field, self->draft, text);
      }
  make_rows (self, rows);
  adw_dialog_set_focus (ADW_DIALOG (self), g_array_index (self->rows, Row, 0).widget);
  check_cb (self);
  return ADW_DIALOG (self);
}

void
troupe_record_dialog_set_check (TroupeRecordDialog *self,
                                TroupeRecordCheck   check,
                                gpointer            data,
                                GDestroyNotify      destroy)
{
  g_return_if_fail (self->check == NULL);

  self->check = check;
  self->check_data = data;
  self->free_check_data = destroy;
}

static void
clear_row (gpointer data)
{
  g_free (((Row *) data)->words);
}

static void
troupe_record_dialog_dispose (GObject *object)
{
  TroupeRecordDialog *self = TROUPE_RECORD_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_RECORD_DIALOG);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (troupe_record_dialog_parent_class)->dispose (object);
}

static void
troupe_record_dialog_finalize (GObject *object)
{
  TroupeRecordDialog *self = TROUPE_RECORD_DIALOG (object);

  if (self->free_check_data != NULL)
    self->free_check_data (self->check_data);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->draft, g_free);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  G_OBJECT_CLASS (troupe_record_dialog_parent_class)->finalize (object);
}

static void
troupe_record_dialog_class_init (TroupeRecordDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = troupe_record_dialog_dispose;
  object_class->finalize = troupe_record_dialog_finalize;
  signals[SAVED] = g_signal_new ("saved", TROUPE_TYPE_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeRecordDialog, page);
  gtk_widget_class_bind_template_child (widget_class, TroupeRecordDialog, save);
  gtk_widget_class_bind_template_child (widget_class, TroupeRecordDialog, revealer);
  gtk_widget_class_bind_template_child (widget_class, TroupeRecordDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
troupe_record_dialog_init (TroupeRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
}
