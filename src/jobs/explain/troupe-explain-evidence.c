#include "troupe-explain-evidence.h"

#include <gio/gio.h>

#include "troupe-evidence-store.h"
#include "troupe-explanation-evidence.h"
#include "troupe-import.h"
#include "troupe-office-private.h"
#include "troupe-record-index.h"

/* Of a line's evidence this many are shown; the rest is counted. */
#define EVIDENCE_LINES 50
#define EVIDENCE_PAGE 500

typedef struct
{
  TroupeOffice              *office;
  const TroupeExplanation   *explanation;
  const TroupeStatementLine *line;
  GHashTable                *files;         /* id → TroupeImport, as far as they were asked for */
} Search;

/* The first lines that the statement line settled. The store knows its days; the rules know which of
 * them another term or card has taken. */
static GPtrArray *
list_evidence (const Search  *self,
               GError       **error)
{
  TroupeStore *store = troupe_office_get_store (self->office);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (troupe_record_unref);
  guint offset = 0, read;

  do
    {
      g_autoptr(GPtrArray) page = dex_await_boxed (troupe_store_list_evidence (store, self->line->id, offset, EVIDENCE_PAGE),
                                                   error);

      if (page == NULL)
        return NULL;
      read = page->len;
      offset += read;
      g_ptr_array_extend_and_steal (found, troupe_explanation_select_evidence (self->explanation, self->line, page));
    }
  while (read == EVIDENCE_PAGE && found->len < EVIDENCE_LINES);
  g_ptr_array_set_size (found, MIN (found->len, EVIDENCE_LINES));
  return g_steal_pointer (&found);
}

static const char *
find_file (Search  *self,
           gint64   import_id,
           GError **error)
{
  TroupeImport *import = troupe_record_index_find (self->files, import_id);

  if (import == NULL)
    {
      import = dex_await_boxed (troupe_office_get (self->office, &TROUPE_IMPORT, import_id), error);
      if (import == NULL)
        return NULL;
      g_hash_table_insert (self->files, &import->id, import);
    }
  return import->file_name;
}

/* The revision before the evidence's, and the fee that all before it come to. */
static gboolean
find_before (Search          *self,
             TroupeEvidence  *evidence,
             GPtrArray       *revisions,
             GError         **error)
{
  for (guint i = 0; i < revisions->len; i++)
    {
      const TroupeLine *before = revisions->pdata[i];

      if (before->revision >= evidence->line->revision)
        break;
      evidence->before = before;
      if (before->fee != TROUPE_NONE)
        evidence->fee_before = (evidence->fee_before != TROUPE_NONE ? evidence->fee_before : 0) + before->fee;
    }
  if (evidence->before != NULL)
    evidence->file_before = find_file (self, evidence->before->import_id, error);
  return evidence->before == NULL || evidence->file_before != NULL;
}

static TroupeDerivation *
derive_evidence (Search      *self,
                 TroupeLine  *line,
                 GError     **error)
{
  TroupeEvidence evidence = { .line = line, .file = find_file (self, line->import_id, error), .fee_before = TROUPE_NONE };
  g_autoptr(GPtrArray) revisions = NULL;

  if (evidence.file == NULL)
    return NULL;
  if (line->revision > 0)
    {
      revisions = dex_await_boxed (troupe_store_list_revisions (troupe_office_get_store (self->office), line), error);
      if (revisions == NULL || !find_before (self, &evidence, revisions, error))
        return NULL;
    }
  return troupe_explanation_derive_evidence (self->explanation, self->line, &evidence);
}

gboolean
troupe_explain_evidence (TroupeOffice               *office,
                         const TroupeExplanation    *explanation,
                         const TroupeStatementLine  *line,
                         TroupeDerivation           *node,
                         GError                    **error)
{
  g_autoptr(GHashTable) files = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, troupe_record_unref);
  Search self = { office, explanation, line, files };
  g_autoptr(GPtrArray) lines = list_evidence (&self, error);
  TroupeDerivation *rest;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      TroupeDerivation *part = derive_evidence (&self, lines->pdata[i], error);

      if (part == NULL)
        return FALSE;
      troupe_derivation_add (node, part);
    }
  rest = lines != NULL ? troupe_explanation_derive_rest (explanation, line, lines) : NULL;
  if (rest != NULL)
    troupe_derivation_add (node, rest);
  return lines != NULL;
}
