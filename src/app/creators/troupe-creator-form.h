/* The dialogs that add and edit a creator and an account. */
#pragma once

#include <adwaita.h>

#include "troupe-account.h"
#include "troupe-creator.h"
#include "troupe-office.h"
#include "troupe-person.h"

G_BEGIN_DECLS

/* creator NULL: a new one, who joins today. */
AdwDialog *troupe_creator_form_new (TroupeOffice  *office,
                                    TroupeCreator *creator);

/* account NULL: a new one of this creator. */
AdwDialog *troupe_account_form_new (TroupeOffice  *office,
                                    TroupeAccount *account,
                                    gint64         creator_id);

/* The legal person: all of it is sensitive and masked until one looks. */
AdwDialog *troupe_person_form_new  (TroupeOffice  *office,
                                    TroupePerson  *person);

G_END_DECLS
