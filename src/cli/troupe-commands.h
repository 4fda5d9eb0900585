/* Every command, in the order of `troupe help`. */
#pragma once

#include "troupe-command.h"

G_BEGIN_DECLS

extern const TroupeCommand TROUPE_COMMAND_INIT;
extern const TroupeCommand TROUPE_COMMAND_LOAD;
extern const TroupeCommand TROUPE_COMMAND_DUMP;
extern const TroupeCommand TROUPE_COMMAND_CHECK;

extern const TroupeCommand TROUPE_COMMAND_IMPORT;
extern const TroupeCommand TROUPE_COMMAND_IMPORTS;
extern const TroupeCommand TROUPE_COMMAND_WITHDRAW;
extern const TroupeCommand TROUPE_COMMAND_PROFILES;
extern const TroupeCommand TROUPE_COMMAND_WAITING;
extern const TroupeCommand TROUPE_COMMAND_ASSIGN;

extern const TroupeCommand TROUPE_COMMAND_MONTHS;
extern const TroupeCommand TROUPE_COMMAND_SETTLE;
extern const TroupeCommand TROUPE_COMMAND_WHY;
extern const TroupeCommand TROUPE_COMMAND_VERIFY;
extern const TroupeCommand TROUPE_COMMAND_PAY;
extern const TroupeCommand TROUPE_COMMAND_REPORT;

G_END_DECLS
