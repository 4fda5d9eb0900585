/* One XML part of a workbook through expat, with what must never happen refused: DOCTYPEs (and so
 * entities) and parts that are no XML. */
#pragma once

#include <expat.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Each gets the parser, whose XML_GetUserData() is the caller's data. */
typedef struct
{
  XML_StartElementHandler start;   /* names still have their namespace prefix: troupe_xml_local_name() */
  XML_EndElementHandler   end;
  XML_CharacterDataHandler text;
} TroupeXmlHandlers;

/* A parser with these handlers and data. (transfer full): XML_ParserFree() */
XML_Parser  troupe_xml_parser_new   (const TroupeXmlHandlers  *handlers,
                                     gpointer                  data);
/* Reads on until the part ends or a handler stops the parser; ret_done tells which. */
gboolean    troupe_xml_parser_pump  (XML_Parser                parser,
                                     GInputStream             *stream,
                                     gboolean                 *ret_done,
                                     GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
/* The whole of a part of an archive; one that is missing is an error only when it is required. */
gboolean    troupe_xml_part_parse   (const char               *archive,
                                     const char               *part,
                                     const TroupeXmlHandlers  *handlers,
                                     gpointer                  data,
                                     GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/* Without its prefix: "row" of "x:row". */
const char *troupe_xml_local_name   (const char               *name);
/* The value of the attribute of that local name, or NULL. */
const char *troupe_xml_attribute    (const char              **attributes,
                                     const char               *name);

G_END_DECLS
