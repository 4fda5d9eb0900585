/* A fuzz target: the function that libFuzzer calls, and texts to begin with. */
#pragma once

#include <glib.h>

/* NULL-ended. */
extern const char *const fuzz_seeds[];

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);
