/* A finished report as data: what the paper, the window and every file are made from.
 *
 * Build it with the _set and _add functions; once it is sealed (troupe-report-seal.h) it is immutable
 * and may be read from any thread. The structs are public to be walked through, never to be written. */
#pragma once

#include "troupe-phrase.h"
#include "troupe-table.h"

G_BEGIN_DECLS

/* The head of the report: a labelled value; a part: a piece of the bar beside the amount. */
typedef struct { const char *id, *label; TroupeCell value; } TroupeFact;
typedef enum { TROUPE_PART_AGENCY, TROUPE_PART_CREATOR, TROUPE_PART_PLATFORM } TroupePartColor;
typedef struct { TroupeFact fact; TroupePartColor color; } TroupePart;

typedef struct
{
  TroupeLang  lang;
  const char *name;       /* which definition: "statement", "month" */
  const char *number;     /* "S-2026-10-007": names this report among others of its kind */
  const char *title;
  const char *subtitle;
  const char *agency;
  const char *contact;
  const char *period;     /* ISO: "2026-10" */
  const char *currency;
  const char *zone;       /* the time zone of its days */
  const char *rules;      /* names the rule tables that were used, or none */
  const char *filter;     /* what it is limited to, or none */
  gint64      made;       /* Unix seconds */
} TroupeReportTitle;

typedef struct
{
  TroupeReportTitle title;
  GArray           *head;         /* of TroupeFact */
  TroupeFact        highlight;    /* the figure of the page; its id is NULL when there is none */
  GArray           *parts;        /* of TroupePart: what makes up whole */
  TroupeFact        whole;
  GPtrArray        *tables;       /* of TroupeTable */
  GPtrArray        *notes;        /* of char * */
  GPtrArray        *signatures;   /* of char *: who signs */
  char             *checksum;     /* SHA-256 in hexadecimal digits; NULL until sealed */
  GStringChunk     *texts;
} TroupeReport;

TroupeReport *troupe_report_new            (const TroupeReportTitle *title);
TroupeReport *troupe_report_ref            (TroupeReport            *self);
void          troupe_report_unref          (TroupeReport            *self);

void          troupe_report_add_head       (TroupeReport            *self,
                                            const char              *id,
                                            const char              *label,
                                            TroupeCell               value);
void          troupe_report_set_highlight  (TroupeReport            *self,
                                            const char              *label,
                                            TroupeCell               value);
void          troupe_report_set_whole      (TroupeReport            *self,
                                            const char              *label,
                                            TroupeCell               value);
void          troupe_report_add_part       (TroupeReport            *self,
                                            TroupePartColor          color,
                                            const char              *id,
                                            const char              *label,
                                            TroupeCell               value);
void          troupe_report_add_note       (TroupeReport            *self,
                                            const char              *text);
void          troupe_report_add_signature  (TroupeReport            *self,
                                            const char              *label);

/* The table belongs to the report; its first column is text. */
TroupeTable  *troupe_report_add_table      (TroupeReport            *self,
                                            const char              *id,
                                            const char              *heading,
                                            const TroupeColumn      *columns,
                                            guint                    n_columns);
void          troupe_report_set_table_note (TroupeReport            *self,
                                            TroupeTable             *table,
                                            const char              *note);
/* cells: one for each column. */
void          troupe_report_add_row        (TroupeReport            *self,
                                            TroupeTable             *table,
                                            TroupeRowStyle           style,
                                            const TroupeCell        *cells);

/* Whether the parts can be drawn as pieces of the whole: none is negative. */
gboolean      troupe_report_can_show_parts    (const TroupeReport   *self);
/* "41d8 0c2e 97b6": for print. */
char         *troupe_report_get_short_checksum (const TroupeReport  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeReport, troupe_report_unref)

G_END_DECLS
