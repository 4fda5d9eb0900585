#include "troupe-font-face.h"

#include "troupe-error.h"
#include "troupe-print-text.h"

#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

struct _TroupeFontSet
{
  char         *folder;
  GPtrArray    *files;
  GString      *families;   /* as Pango wants them: "Cantarell,Noto Sans CJK SC" */
  FcConfig     *config;
  PangoFontMap *map;
  GPtrArray    *missing;
};

/* Preferred in this order, when the machine has them. */
static const char *const latin[] = { "Cantarell", "Adwaita Sans", "Noto Sans" };
static const char *const chinese[] = { "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN" };

/* A variable font gives its bold a little more, since big figures are set in it too. */
static const struct { int weight; float axis; PangoWeight pango; } weights[TROUPE_N_FONTS] = {
  [TROUPE_FONT_REGULAR] = { FC_WEIGHT_REGULAR, 400, PANGO_WEIGHT_NORMAL },
  [TROUPE_FONT_BOLD] = { FC_WEIGHT_BOLD, 750, PANGO_WEIGHT_BOLD },
};

/* The system's fonts for a weight, best first; what it prefers decides behind our own choice. */
static FcFontSet *
sort_fonts (int weight)
{
  FcPattern *pattern = FcPatternCreate ();
  FcResult result;
  FcFontSet *fonts;

  for (gsize i = 0; i < G_N_ELEMENTS (latin); i++)
    FcPatternAddString (pattern, FC_FAMILY, (const FcChar8 *) latin[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (chinese); i++)
    FcPatternAddString (pattern, FC_FAMILY, (const FcChar8 *) chinese[i]);
  FcPatternAddString (pattern, FC_FAMILY, (const FcChar8 *) "sans-serif");
  FcPatternAddInteger (pattern, FC_WEIGHT, weight);
  FcConfigSubstitute (NULL, pattern, FcMatchPattern);
  FcDefaultSubstitute (pattern);
  fonts = FcFontSort (NULL, pattern, FcTrue, NULL, &result);
  FcPatternDestroy (pattern);
  return fonts;
}

/* Moves the characters that font has from wanted to its own set; NULL when it has none of them. */
static hb_set_t *
take_characters (FcPattern *font,
                 hb_set_t  *wanted)
{
  g_autofree hb_codepoint_t *found = g_new (hb_codepoint_t, hb_set_get_population (wanted) + 1);
  hb_codepoint_t character = HB_SET_VALUE_INVALID;
  FcCharSet *has = NULL;
  hb_set_t *taken;
  guint n = 0;

  if (FcPatternGetCharSet (font, FC_CHARSET, 0, &has) != FcResultMatch)
    return NULL;
  while (hb_set_next (wanted, &character))
    if (FcCharSetHasChar (has, character))
      found[n++] = character;
  if (n == 0)
    return NULL;
  taken = hb_set_create ();
  hb_set_add_sorted_array (taken, found, n);
  hb_set_subtract (wanted, taken);
  return taken;
}

/* A variable font becomes the one weight that is asked for. */
static void
pin_axes (hb_subset_input_t *input,
          hb_face_t         *face,
          TroupeFont         weight)
{
  hb_ot_var_axis_info_t axes[16];
  unsigned n = G_N_ELEMENTS (axes);

  hb_ot_var_get_axis_infos (face, 0, &n, axes);
  for (unsigned i = 0; i < n; i++)
    if (axes[i].tag == HB_OT_TAG_VAR_AXIS_WEIGHT)
      hb_subset_input_pin_axis_location (input, face, axes[i].tag,
                                         CLAMP (weights[weight].axis, axes[i].min_value, axes[i].max_value));
    else
      hb_subset_input_pin_axis_to_default (input, face, axes[i].tag);
}

static hb_blob_t *
cut_font (FcPattern      *font,
          TroupeFont      weight,
          const hb_set_t *characters)
{
  FcChar8 *path = NULL;
  int index = 0;
  hb_blob_t *whole, *cut;
  hb_face_t *face, *subset;
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();

  FcPatternGetString (font, FC_FILE, 0, &path);
  FcPatternGetInteger (font, FC_INDEX, 0, &index);
  whole = hb_blob_create_from_file ((const char *) path);
  face = hb_face_create (whole, index & 0xffff);
  hb_set_union (hb_subset_input_unicode_set (input), characters);
  hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG), HB_TAG ('t', 'n', 'u', 'm'));
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  pin_axes (input, face, weight);
  subset = hb_subset_or_fail (face, input);
  cut = subset != NULL ? hb_face_reference_blob (subset) : hb_blob_get_empty ();
  hb_face_destroy (subset);
  hb_subset_input_destroy (input);
  hb_face_destroy (face);
  hb_blob_destroy (whole);
  return cut;
}

static void
add_family (TroupeFontSet *self,
            FcPattern     *font)
{
  FcChar8 *family = NULL;
  g_autofree char *listed = NULL;

  FcPatternGetString (font, FC_FAMILY, 0, &family);
  listed = g_strdup_printf ("%s,", (const char *) family);
  if (strstr (self->families->str, listed) == NULL)
    g_string_append (self->families, listed);
}

/* fontconfig and FreeType know fonts by their file names, so each cut font becomes a file. */
static gboolean
load_font (TroupeFontSet  *self,
           hb_blob_t      *blob,
           GError        **error)
{
  unsigned length = 0;
  const char *data = hb_blob_get_data (blob, &length);
  char *path = g_strdup_printf ("%s/%u.otf", self->folder, self->files->len);

  g_ptr_array_add (self->files, path);
  if (!g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_NONE, 0600, error))
    {
      g_prefix_error (error, _("The fonts for printing cannot be prepared: "));
      return FALSE;
    }
  if (!FcConfigAppFontAddFile (self->config, (const FcChar8 *) path))
    return troupe_fail (error, TROUPE_ERROR_FAILED, _("A font for printing cannot be read; is fontconfig installed?"));

  return TRUE;
}

static gboolean
add_font (TroupeFontSet  *self,
          FcPattern      *font,
          TroupeFont      weight,
          hb_set_t       *wanted,
          GError        **error)
{
  hb_set_t *taken = take_characters (font, wanted);
  hb_blob_t *blob;
  gboolean ok = TRUE;

  if (taken == NULL)
    return TRUE;
  blob = cut_font (font, weight, taken);
  if (hb_blob_get_length (blob) > 0)
    {
      add_family (self, font);
      ok = load_font (self, blob, error);
    }
  else
    {
      /* A face that cannot be cut is left to the next ones. */
      hb_set_union (wanted, taken);
    }
  hb_blob_destroy (blob);
  hb_set_destroy (taken);
  return ok;
}

/* Pictures of characters only where no font draws them. */
static gboolean
is_colored (FcPattern *font)
{
  FcBool colored = FcFalse;

  return FcPatternGetBool (font, FC_COLOR, 0, &colored) == FcResultMatch && colored;
}

static gboolean
add_weight (TroupeFontSet  *self,
            TroupeFont      weight,
            hb_set_t       *wanted,
            GError        **error)
{
  FcFontSet *fonts = sort_fonts (weights[weight].weight);
  gboolean ok = TRUE;

  for (int colored = 0; colored < 2; colored++)
    for (int i = 0; fonts != NULL && i < fonts->nfont && ok && !hb_set_is_empty (wanted); i++)
      if (is_colored (fonts->fonts[i]) == colored)
        ok = add_font (self, fonts->fonts[i], weight, wanted, error);
  if (fonts != NULL)
    FcFontSetDestroy (fonts);
  return ok;
}

static void
name_missing (TroupeFontSet  *self,
              const hb_set_t *missing)
{
  hb_codepoint_t character = HB_SET_VALUE_INVALID;

  while (hb_set_next (missing, &character))
    {
      char text[7] = { 0 };

      g_unichar_to_utf8 (character, text);
      g_ptr_array_add (self->missing, g_strdup_printf ("U+%04X %s", character, text));
    }
}

static gboolean
add_weights (TroupeFontSet  *self,
             const hb_set_t *characters,
             GError        **error)
{
  for (int i = 0; i < TROUPE_N_FONTS; i++)
    {
      hb_set_t *wanted = hb_set_copy (characters);
      gboolean ok = add_weight (self, i, wanted, error);

      if (i == 0)
        name_missing (self, wanted);
      hb_set_destroy (wanted);
      if (!ok)
        return FALSE;
    }

  return TRUE;
}

static void
open_map (TroupeFontSet *self)
{
  self->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->map), self->config);
}

TroupeFontSet *
troupe_font_set_new (GPtrArray  *reports,
                     GError    **error)
{
  g_autoptr(TroupeFontSet) self = g_new0 (TroupeFontSet, 1);
  hb_set_t *characters;
  gboolean ok;

  self->files = g_ptr_array_new_with_free_func (g_free);
  self->missing = g_ptr_array_new_with_free_func (g_free);
  self->families = g_string_new (NULL);
  self->config = FcConfigCreate ();
  self->folder = g_dir_make_tmp ("troupe-fonts-XXXXXX", error);
  if (self->folder == NULL)
    {
      g_prefix_error (error, _("The fonts for printing cannot be prepared: "));
      return NULL;
    }

  characters = troupe_print_text_collect (reports);
  ok = add_weights (self, characters, error);
  hb_set_destroy (characters);
  if (!ok)
    return NULL;
  open_map (self);
  return g_steal_pointer (&self);
}

void
troupe_font_set_free (TroupeFontSet *self)
{
  g_clear_object (&self->map);
  FcConfigDestroy (self->config);
  for (guint i = 0; i < self->files->len; i++)
    g_unlink (self->files->pdata[i]);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_free (self->folder);
  g_string_free (self->families, TRUE);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->missing);
  g_free (self);
}

GPtrArray *
troupe_font_set_get_missing (const TroupeFontSet *self)
{
  return self->missing;
}

PangoContext *
troupe_font_set_create_context (TroupeFontSet *self,
                                TroupeLang     lang)
{
  PangoContext *context = pango_font_map_create_context (self->map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (lang == TROUPE_LANG_ZH ? "zh-cn" : "en"));
  return context;
}

PangoFontDescription *
troupe_font_set_describe (TroupeFontSet *self,
                          TroupeFont     font,
                          double         size)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, self->families->str);
  /* Figures of one width stand under each other. */
  pango_font_description_set_features_static (description, "tnum");
  pango_font_description_set_weight (description, weights[font].pango);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  return description;
}
