#include "troupe-derivation.h"

G_DEFINE_BOXED_TYPE (TroupeDerivation, troupe_derivation, troupe_derivation_ref, troupe_derivation_unref)

TroupeDerivation *
troupe_derivation_new (const char *label,
                       char       *value)
{
  TroupeDerivation *self = g_atomic_rc_box_new0 (TroupeDerivation);

  self->label = g_strdup (label);
  self->value = value;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_derivation_unref);
  return self;
}

TroupeDerivation *
troupe_derivation_ref (TroupeDerivation *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  TroupeDerivation *self = data;

  g_free (self->label);
  g_free (self->value);
  g_free (self->formula);
  g_free (self->detail);
  g_ptr_array_unref (self->children);
}

void
troupe_derivation_unref (TroupeDerivation *self)
{
  g_atomic_rc_box_release_full (self, finalize);
}

void
troupe_derivation_add (TroupeDerivation *self,
                       TroupeDerivation *child)
{
  g_ptr_array_add (self->children, child);
}

void
troupe_derivation_explain (TroupeDerivation *self,
                           char             *formula,
                           char             *detail)
{
  g_free (self->formula);
  g_free (self->detail);
  self->formula = formula;
  self->detail = detail;
}

void
troupe_derivation_refer (TroupeDerivation *self,
                         TroupeReference   reference,
                         gint64            id)
{
  self->reference = reference;
  self->reference_id = id;
}

const char *
troupe_reference_to_string (TroupeReference reference)
{
  static const char *const words[] = {
    NULL, "term", "fee_card", "unit_rate", "exchange_rate", "statement", "statement_line", "evidence", "payments",
  };

  return words[reference];
}

static void
append_node (GString                *text,
             const TroupeDerivation *self,
             int                     depth)
{
  g_string_append_printf (text, "%*s%s", depth * 2, "", self->label);
  if (*self->value != '\0')
    g_string_append_printf (text, ": %s", self->value);
  if (self->formula != NULL)
    g_string_append_printf (text, " = %s", self->formula);
  g_string_append_c (text, '\n');
  if (self->detail != NULL)
    g_string_append_printf (text, "%*s%s\n", depth * 2 + 4, "", self->detail);
  for (guint i = 0; i < self->children->len; i++)
    append_node (text, self->children->pdata[i], depth + 1);
}

char *
troupe_derivation_to_text (const TroupeDerivation *self)
{
  GString *text = g_string_new (NULL);

  append_node (text, self, 0);
  return g_string_free (text, FALSE);
}
