/* Errors that a clerk can read: every message says what is wrong, where, and what to do. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TROUPE_ERROR (troupe_error_quark ())

typedef enum
{
  TROUPE_ERROR_FAILED,
  TROUPE_ERROR_NUMBER,      /* a text is not the number, day or duration it should be */
  TROUPE_ERROR_INVALID,     /* a record breaks a rule */
  TROUPE_ERROR_NOT_FOUND,
  TROUPE_ERROR_FORMAT,      /* a file is not what it should be */
  TROUPE_ERROR_ASK,         /* something must be chosen first: currency, month, account, profile */
  TROUPE_ERROR_IN_USE,      /* another process holds the agency file */
  TROUPE_ERROR_NEWER,       /* the agency file was written by a newer Troupe */
  TROUPE_ERROR_DAMAGED,     /* the agency file is truncated or not an agency file */
  TROUPE_ERROR_READ_ONLY,
  TROUPE_ERROR_CLOSED,      /* something rests on a closed month */
  TROUPE_ERROR_CANCELLED,
} TroupeErrorCode;

GQuark   troupe_error_quark (void);

/* Sets error and returns FALSE, so that a check is one line. */
gboolean troupe_fail        (GError         **error,
                             TroupeErrorCode  code,
                             const char      *format,
                             ...) G_GNUC_PRINTF (3, 4);

/* Puts what GIO said about a file that could not be opened into our words, with its name and a remedy.
 * Takes cause and returns FALSE. */
gboolean troupe_fail_file   (GError         **error,
                             const char      *path,
                             GError          *cause);

G_END_DECLS
