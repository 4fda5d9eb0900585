/* Rows of boxed lists, which many pages fill: a title, a second line, an amount, where it leads. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Plain text, no markup; subtitle may be NULL. */
GtkWidget *troupe_row_new          (const char *title,
                                    const char *subtitle);

/* The title anew, as Pango markup. */
void       troupe_row_set_markup   (GtkWidget  *row,
                                    const char *markup);

/* At the end, in tabular figures. */
void       troupe_row_add_amount   (GtkWidget  *row,
                                    const char *amount);
void       troupe_row_add_note     (GtkWidget  *row,
                                    const char *note);
GtkWidget *troupe_row_add_button   (GtkWidget  *row,
                                    const char *label);
void       troupe_row_add_icon     (GtkWidget  *row,
                                    const char *icon_name);
/* Of a term of this kind: what is computed, or what is promised. */
void       troupe_row_add_kind     (GtkWidget  *row,
                                    const char *kind);

/* A click or Enter activates this detailed action of the window. */
void       troupe_row_set_action   (GtkWidget  *row,
                                    const char *action);

/* Keeps a record with the row; the list's row-activated asks for it. Refs record. */
void       troupe_row_set_record   (GtkWidget  *row,
                                    gpointer    record);
gpointer   troupe_row_get_record   (GtkWidget  *row);

G_END_DECLS
