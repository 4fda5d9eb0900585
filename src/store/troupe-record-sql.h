/* Private to the store: SQL made from a record type's table of fields. */
#pragma once

#include "troupe-connection.h"

G_BEGIN_DECLS

/* Room for the struct of any record. */
typedef union
{
  const TroupeRecordType *type;
  char                    room[512];
} TroupeAnyRecord;

/* "SELECT month, account_id, … FROM line " and clause; columns in the order of the table. */
TroupeQuery *troupe_record_sql_select  (TroupeConnection *connection, const TroupeRecordType *type, const char *clause);
/* "ORDER BY month, account_id, …": the key, in which a table lies. */
char        *troupe_record_sql_order   (const TroupeRecordType *type);
/* "INSERT INTO line (…) VALUES (?1, …)"; replace updates a row that has the same id. */
TroupeQuery *troupe_record_sql_insert  (TroupeConnection *connection, const TroupeRecordType *type);
TroupeQuery *troupe_record_sql_replace (TroupeConnection *connection, const TroupeRecordType *type);

/* "SELECT json_object ('id', id, …) FROM line " and clause: the columns as the file holds them. */
TroupeQuery *troupe_record_sql_select_json (TroupeConnection *connection, const TroupeRecordType *type, const char *clause);
/* The same from the record's parameters ?1, ?2, …, with its type as the first member and
 * without members that have no value. */
TroupeQuery *troupe_record_sql_write_json  (TroupeConnection *connection, const TroupeRecordType *type);
/* A row with the columns of such a JSON, ?1, as select gives it. */
TroupeQuery *troupe_record_sql_parse_json  (TroupeConnection *connection, const TroupeRecordType *type);

G_END_DECLS
