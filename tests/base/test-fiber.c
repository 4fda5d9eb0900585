#include "troupe-fiber.h"

#include "troupe-error.h"

#include <gio/gio.h>

/* What a fibre waits for, and how it went. The promise may outlive whoever asked. */
typedef struct
{
  DexPromise *promise;
  int        *woken;
  int        *freed;
} Wait;

static Wait *
wait_new (DexPromise *promise,
          int        *woken,
          int        *freed)
{
  Wait *self = g_new (Wait, 1);

  *self = (Wait) { dex_ref (promise), woken, freed };
  return self;
}

static void
wait_free (gpointer data)
{
  Wait *self = data;

  (*self->freed)++;
  dex_unref (self->promise);
  g_free (self);
}

static DexFuture *
wait_fiber (gpointer data)
{
  Wait *self = data;
  GError *error = NULL;
  gboolean answer = dex_await_boolean (dex_ref (DEX_FUTURE (self->promise)), &error);

  (*self->woken)++;
  return error ? dex_future_new_for_error (error) : dex_future_new_for_boolean (answer);
}

static void
run_until (const int *count,
           int        expected)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (*count < expected && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (*count, ==, expected);
}

static void
run_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gpointer
resolve_in_thread (gpointer promise)
{
  dex_promise_resolve_boolean (promise, TRUE);
  dex_unref (promise);
  return NULL;
}

static void
test_resolves (void)
{
  g_autoptr(DexPromise) promise = dex_promise_new ();
  int woken = 0, freed = 0;
  g_autoptr(DexFuture) future = troupe_fiber_spawn (wait_fiber, wait_new (promise, &woken, &freed), wait_free);

  run_idle ();
  g_assert_cmpint (woken, ==, 0);
  g_assert_cmpint (freed, ==, 0);
  g_thread_join (g_thread_new ("answer", resolve_in_thread, dex_ref (promise)));
  run_until (&freed, 1);
  g_assert_cmpint (woken, ==, 1);
  g_assert_cmpint (dex_future_get_status (future), ==, DEX_FUTURE_STATUS_RESOLVED);
}

/* libdex 0.10 crashes when a suspended fibre is dropped and its promise then resolves. A page that
 * was closed has lost interest, but its fibre was disowned: it wakes, ends, and frees what it had. */
static void
test_answer_after_interest_is_lost (void)
{
  int woken = 0, freed = 0;

  for (int i = 1; i <= 100; i++)
    {
      g_autoptr(DexPromise) promise = dex_promise_new ();

      troupe_fiber_disown (troupe_fiber_spawn (wait_fiber, wait_new (promise, &woken, &freed), wait_free));
      run_idle ();
      if (i % 2)
        dex_promise_resolve_boolean (promise, TRUE);
      else
        g_thread_join (g_thread_new ("answer", resolve_in_thread, dex_ref (promise)));
      run_until (&freed, i);
      g_assert_cmpint (woken, ==, i);
    }
}

/* One use case inside another: the outer one awaits, nobody awaits the outer one. */
static DexFuture *
outer_fiber (gpointer data)
{
  g_autoptr(GError) error = NULL;
  Wait *self = data;
  DexFuture *inner = troupe_fiber_spawn (wait_fiber, wait_new (self->promise, self->woken, self->freed), wait_free);

  if (!dex_await (inner, &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  (*self->woken)++;
  return dex_future_new_true ();
}

static void
test_nested (void)
{
  int woken = 0, freed = 0;

  for (int i = 1; i <= 20; i++)
    {
      g_autoptr(DexPromise) promise = dex_promise_new ();

      troupe_fiber_disown (troupe_fiber_spawn (outer_fiber, wait_new (promise, &woken, &freed), wait_free));
      run_idle ();
      g_thread_join (g_thread_new ("answer", resolve_in_thread, dex_ref (promise)));
      run_until (&freed, 2 * i);
      g_assert_cmpint (woken, ==, 2 * i);
    }
}

static void
reject_disowned (GError *error)
{
  g_autoptr(DexPromise) promise = dex_promise_new ();
  int woken = 0, freed = 0;

  troupe_fiber_disown (troupe_fiber_spawn (wait_fiber, wait_new (promise, &woken, &freed), wait_free));
  run_idle ();
  dex_promise_reject (promise, error);
  run_until (&freed, 1);
  run_idle ();
}

/* Nobody listens any more, so a failure is logged; that somebody cancelled is none. */
static void
test_failure_is_logged (void)
{
  g_test_expect_message ("troupe-base", G_LOG_LEVEL_WARNING, "*the disk is full*");
  reject_disowned (g_error_new_literal (TROUPE_ERROR, TROUPE_ERROR_FAILED, "the disk is full"));
  g_test_assert_expected_messages ();
  reject_disowned (g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled"));
  reject_disowned (g_error_new_literal (TROUPE_ERROR, TROUPE_ERROR_CANCELLED, "cancelled"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  g_test_add_func ("/fiber/resolves", test_resolves);
  g_test_add_func ("/fiber/answer-after-interest-is-lost", test_answer_after_interest_is_lost);
  g_test_add_func ("/fiber/nested", test_nested);
  g_test_add_func ("/fiber/failure-is-logged", test_failure_is_logged);

  return g_test_run ();
}
