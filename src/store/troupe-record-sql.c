#include "troupe-record-sql.h"

/* Names are quoted: a field may be called as a word of SQL is ("column"). */
static GString *
list_fields (const TroupeRecordType *type,
             const char             *format)
{
  GString *list = g_string_new (NULL);

  for (int i = 0; type->fields[i].name != NULL; i++)
    {
      if (i > 0)
        g_string_append (list, ", ");
      g_string_append_printf (list, format, type->fields[i].name, type->fields[i].name);
    }
  return list;
}

static TroupeQuery *
prepare_select (TroupeConnection       *connection,
                const TroupeRecordType *type,
                GString                *columns,
                const char             *clause)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" %s", columns->str, type->name, clause);

  return troupe_connection_prepare (connection, sql);
}

TroupeQuery *
troupe_record_sql_select (TroupeConnection       *connection,
                          const TroupeRecordType *type,
                          const char             *clause)
{
  g_autoptr(GString) columns = list_fields (type, "\"%s\"");

  return prepare_select (connection, type, columns, clause);
}

char *
troupe_record_sql_order (const TroupeRecordType *type)
{
  GString *order = g_string_new (NULL);

  for (const TroupeField *field = type->fields; field->name != NULL; field++)
    if ((field->flags & TROUPE_FIELD_KEY) != 0)
      g_string_append_printf (order, "%s\"%s\"", order->len > 0 ? ", " : "ORDER BY ", field->name);
  return g_string_free_and_steal (order);
}

TroupeQuery *
troupe_record_sql_select_json (TroupeConnection       *connection,
                               const TroupeRecordType *type,
                               const char             *clause)
{
  g_autoptr(GString) columns = list_fields (type, "'%s', \"%s\"");

  g_string_prepend (columns, "json_object (");
  g_string_append_c (columns, ')');
  return prepare_select (connection, type, columns, clause);
}

TroupeQuery *
troupe_record_sql_write_json (TroupeConnection       *connection,
                              const TroupeRecordType *type)
{
  g_autoptr(GString) sql = g_string_new (NULL);

  /* the patch drops members without a value */
  g_string_append_printf (sql, "SELECT json_patch ('{}', json_object ('type', '%s'", type->name);
  for (int i = 0; type->fields[i].name != NULL; i++)
    g_string_append_printf (sql, ", '%s', ?%d", type->fields[i].name, i + 1);
  g_string_append (sql, "))");
  return troupe_connection_prepare (connection, sql->str);
}

TroupeQuery *
troupe_record_sql_parse_json (TroupeConnection       *connection,
                              const TroupeRecordType *type)
{
  g_autoptr(GString) columns = list_fields (type, "?1 ->> '$.%s'");

  g_string_prepend (columns, "SELECT ");
  return troupe_connection_prepare (connection, columns->str);
}

static GString *
write_insert (const TroupeRecordType *type)
{
  g_autoptr(GString) columns = list_fields (type, "\"%s\"");
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (%s) VALUES (", type->name, columns->str);
  for (int i = 0; type->fields[i].name != NULL; i++)
    g_string_append_printf (sql, i > 0 ? ", ?%d" : "?%d", i + 1);
  g_string_append_c (sql, ')');
  return sql;
}

TroupeQuery *
troupe_record_sql_insert (TroupeConnection       *connection,
                          const TroupeRecordType *type)
{
  g_autoptr(GString) sql = write_insert (type);

  return troupe_connection_prepare (connection, sql->str);
}

/* Not REPLACE, which would remove the row first and with it what refers to it. */
TroupeQuery *
troupe_record_sql_replace (TroupeConnection       *connection,
                           const TroupeRecordType *type)
{
  g_autoptr(GString) sql = write_insert (type);
  g_autoptr(GString) columns = list_fields (type, "\"%s\" = excluded.\"%s\"");

  g_string_append_printf (sql, " ON CONFLICT (id) DO UPDATE SET %s", columns->str);
  return troupe_connection_prepare (connection, sql->str);
}
