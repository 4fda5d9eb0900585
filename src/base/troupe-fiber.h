/* One way to start a use case: a fibre on the main scheduler.
 *
 * libdex 0.10 must never see a suspended fibre discarded (its promise then resolves into freed
 * memory): await what is returned, or hand it to troupe_fiber_disown(). */
#pragma once

#include <libdex.h>

G_BEGIN_DECLS

/* Resolves to what func's future resolves to; data is freed with destroy after func has ended. */
DexFuture *troupe_fiber_spawn  (DexFiberFunc    func,
                                gpointer        data,
                                GDestroyNotify  destroy) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps future alive until it is done, whoever else forgets it; its error, unless it is that
 * somebody cancelled, is logged. Takes ownership. */
void       troupe_fiber_disown (DexFuture      *future);

G_END_DECLS
