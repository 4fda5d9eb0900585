#include "troupe-rule-set.h"

G_DEFINE_BOXED_TYPE (TroupeRuleSet, troupe_rule_set, troupe_rule_set_ref, troupe_rule_set_unref)

TroupeRuleSet *
troupe_rule_set_new (void)
{
  TroupeRuleSet *self = g_atomic_rc_box_new0 (TroupeRuleSet);

  self->creators = g_ptr_array_new_with_free_func (troupe_record_unref);
  self->accounts = g_ptr_array_new_with_free_func (troupe_record_unref);
  self->contracts = g_ptr_array_new_with_free_func (troupe_record_unref);
  self->terms = g_ptr_array_new_with_free_func (troupe_record_unref);
  self->fee_cards = g_ptr_array_new_with_free_func (troupe_record_unref);
  self->unit_rates = g_ptr_array_new_with_free_func (troupe_record_unref);
  self->exchange_rates = g_ptr_array_new_with_free_func (troupe_record_unref);
  return self;
}

TroupeRuleSet *
troupe_rule_set_ref (TroupeRuleSet *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  TroupeRuleSet *self = data;

  g_ptr_array_unref (self->creators);
  g_ptr_array_unref (self->accounts);
  g_ptr_array_unref (self->contracts);
  g_ptr_array_unref (self->terms);
  g_ptr_array_unref (self->fee_cards);
  g_ptr_array_unref (self->unit_rates);
  g_ptr_array_unref (self->exchange_rates);
}

void
troupe_rule_set_unref (TroupeRuleSet *self)
{
  g_atomic_rc_box_release_full (self, finalize);
}
