#include "troupe-xml-part.h"

#include "troupe-error.h"
#include "troupe-zip-stream.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (64 * 1024)

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (XML_Parser, XML_ParserFree, NULL)

static void XMLCALL
doctype_cb (void           *parser,
            const XML_Char *name,
            const XML_Char *system_id,
            const XML_Char *public_id,
            int             has_internal_subset)
{
  XML_StopParser (parser, XML_FALSE);
}

XML_Parser
troupe_xml_parser_new (const TroupeXmlHandlers *handlers,
                       gpointer                 data)
{
  XML_Parser parser = XML_ParserCreate (NULL);

  XML_SetUserData (parser, data);
  XML_UseParserAsHandlerArg (parser);
  XML_SetElementHandler (parser, handlers->start, handlers->end);
  XML_SetCharacterDataHandler (parser, handlers->text);
  XML_SetStartDoctypeDeclHandler (parser, doctype_cb);

  return parser;
}

static gboolean
fail_parser (XML_Parser   parser,
             GError     **error)
{
  if (XML_GetErrorCode (parser) == XML_ERROR_ABORTED)
    return troupe_fail (error, TROUPE_ERROR_FORMAT,
                        _("the workbook holds what no spreadsheet program writes; save it again as .xlsx or .csv"));

  return troupe_fail (error, TROUPE_ERROR_FORMAT,
                      _("the workbook is damaged (%s); open it in a spreadsheet and save it again"),
                      XML_ErrorString (XML_GetErrorCode (parser)));
}

gboolean
troupe_xml_parser_pump (XML_Parser     parser,
                        GInputStream  *stream,
                        gboolean      *ret_done,
                        GError       **error)
{
  enum XML_Status status = XML_STATUS_OK;
  XML_ParsingStatus state;

  *ret_done = FALSE;
  XML_GetParsingStatus (parser, &state);
  if (state.parsing == XML_SUSPENDED)
    status = XML_ResumeParser (parser);
  while (status == XML_STATUS_OK)
    {
      void *buffer;
      gssize n;

      XML_GetParsingStatus (parser, &state);
      *ret_done = state.parsing == XML_FINISHED;
      if (*ret_done)
        return TRUE;
      buffer = XML_GetBuffer (parser, CHUNK);
      n = g_input_stream_read (stream, buffer, CHUNK, NULL, error);
      if (n < 0)
        return FALSE;
      status = XML_ParseBuffer (parser, n, n == 0);
    }
  if (status == XML_STATUS_ERROR)
    return fail_parser (parser, error);

  return TRUE;
}

gboolean
troupe_xml_part_parse (const char               *archive,
                       const char               *part,
                       const TroupeXmlHandlers  *handlers,
                       gpointer                  data,
                       GError                  **error)
{
  g_autoptr(GInputStream) stream = troupe_zip_stream_open (archive, part, error);
  g_auto(XML_Parser) parser = NULL;
  gboolean done;

  if (stream == NULL)
    return FALSE;
  parser = troupe_xml_parser_new (handlers, data);

  return troupe_xml_parser_pump (parser, stream, &done, error);
}

const char *
troupe_xml_local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon ? colon + 1 : name;
}

const char *
troupe_xml_attribute (const char **attributes,
                      const char  *name)
{
  for (; *attributes != NULL; attributes += 2)
    if (g_str_equal (troupe_xml_local_name (attributes[0]), name))
      return attributes[1];

  return NULL;
}
