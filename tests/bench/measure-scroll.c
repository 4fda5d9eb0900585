/* measure-scroll FILE PAGE MOVES: opens Troupe's window on PAGE (creators, revenue/12) and moves through its long list: to a
 * random place, as who drags the bar does, and from there by some pages. Takes the processor time that the frame of
 * each move costs the main thread: rows, layout, drawing.
 *
 * Prints rows, page_ms and far_ms, both at the 95th percentile. */
#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "troupe-fiber.h"
#include "troupe-window.h"

#define FAR     4      /* every so many moves go far */
#define WARM_UP 8
#define SETTLE  1000   /* ms from when the list is there */
#define LOOK    200    /* ms between looks whether it is … */
#define LOOKS   150    /* … and how many */
#define PAUSE   150    /* ms between moves, in which what is read lazily comes */

typedef struct
{
  const char    *path;
  const char    *page;
  TroupeClock   *clock;
  GtkWindow     *window;
  GtkAdjustment *scroll;
  GRand         *rand;
  GArray        *pages;    /* double, ms */
  GArray        *fars;
  guint          n_looks;
  guint          n_rows;
  guint          n_moves;
  guint          most_moves;
  gboolean       moving;
  gint64         move;     /* µs: moving the list itself */
  gint64         start;    /* of the frame */
} Ride;

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_COLUMN_VIEW (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

/* µs of this thread's work, so that other programs' does not count. */
static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static double
get_percentile (GArray *times,
                guint   percent)
{
  g_array_sort (times, compare_cb);
  return g_array_index (times, double, times->len * percent / 100);
}

static void
finish (Ride *self)
{
  printf ("rows %u\npage_ms %.2f\nfar_ms %.2f\n", self->n_rows,
          get_percentile (self->pages, 95), get_percentile (self->fars, 95));
  gtk_window_destroy (self->window);
}

static gboolean
move_cb (gpointer user_data)
{
  Ride *self = user_data;
  double page = gtk_adjustment_get_page_size (self->scroll);
  double upper = gtk_adjustment_get_upper (self->scroll) - FAR * page;
  gint64 start = get_work ();

  if (self->n_moves == self->most_moves + WARM_UP)
    {
      finish (self);
      return G_SOURCE_REMOVE;
    }
  if (self->n_moves % FAR == 0)
    gtk_adjustment_set_value (self->scroll, upper * g_rand_double (self->rand));
  else
    gtk_adjustment_set_value (self->scroll, gtk_adjustment_get_value (self->scroll) + page);
  /* where a short list stands at its end already, nothing else asks for the frame */
  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), GDK_FRAME_CLOCK_PHASE_PAINT);
  self->move = get_work () - start;
  self->moving = TRUE;
  return G_SOURCE_REMOVE;
}

static void
frame_begins_cb (Ride *self)
{
  self->start = get_work ();
}

static void
frame_ends_cb (Ride *self)
{
  double time = (get_work () - self->start + self->move) / 1e3;

  if (!self->moving)
    return;
  if (self->n_moves >= WARM_UP)
    g_array_append_val (self->n_moves % FAR == 0 ? self->fars : self->pages, time);
  self->n_moves++;
  self->moving = FALSE;
  g_timeout_add (PAUSE, move_cb, self);
}

static gboolean
begin_cb (gpointer user_data)
{
  Ride *self = user_data;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));

  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (frame_begins_cb), self);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (frame_ends_cb), self);
  move_cb (self);
  return G_SOURCE_REMOVE;
}

static gboolean
look_cb (gpointer user_data)
{
  Ride *self = user_data;
  GtkWidget *list = find_list (GTK_WIDGET (self->window));

  if (list != NULL && gtk_column_view_get_model (GTK_COLUMN_VIEW (list)) != NULL)
    {
      self->scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
      self->n_rows = g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (list))));
    }
  if (++self->n_looks == LOOKS)
    g_error ("%s shows no list", self->page);
  if (self->n_rows == 0)
    return G_SOURCE_CONTINUE;
  g_timeout_add (SETTLE, begin_cb, self);
  return G_SOURCE_REMOVE;
}

static DexFuture *
open_fiber (gpointer user_data)
{
  Ride *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeOffice) office = dex_await_object (troupe_office_open (self->path, TROUPE_OFFICE_READ,
                                                                         troupe_clock_copy (self->clock)), &error);

  g_assert_no_error (error);
  troupe_window_set_office (TROUPE_WINDOW (self->window), office, self->page);
  g_timeout_add (LOOK, look_cb, self);
  return dex_future_new_true ();
}

static void
activate_cb (Ride           *self,
             GtkApplication *application)
{
  self->window = GTK_WINDOW (troupe_window_new (application));
  gtk_window_present (self->window);
  troupe_fiber_disown (troupe_fiber_spawn (open_fiber, self, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(AdwApplication) application = adw_application_new ("io.github.troupe.Ride", G_APPLICATION_DEFAULT_FLAGS);
  g_autoptr(TroupeClock) clock = troupe_clock_new ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (8);
  g_autoptr(GArray) pages = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) fars = g_array_new (FALSE, FALSE, sizeof (double));
  Ride self = { .clock = clock, .rand = rand, .pages = pages, .fars = fars };

  if (argc != 4)
    return 2;
  self.path = argv[1];
  self.page = argv[2];
  self.most_moves = atoi (argv[3]);
  dex_init ();
  g_object_set (application, "resource-base-path", "/io/github/troupe/Troupe", NULL);
  g_signal_connect_swapped (application, "activate", G_CALLBACK (activate_cb), &self);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
