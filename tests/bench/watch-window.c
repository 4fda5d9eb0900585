/* watch-window COMMAND...: starts COMMAND and looks at its window from outside, as a person would.
 *
 * Prints first_ms: from the start until something is drawn in the window; first_work_ms: the
 * processor time of its main thread in that; settled_ms: until the last change
 * of its picture, after which it stood still for a second; rss_kib: its memory then, with its libraries,
 * whoever else has them. COMMAND is ended. Run it on a screen that has no other window. */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE (30 * G_USEC_PER_SEC)
#define STILL    (1 * G_USEC_PER_SEC)

typedef struct
{
  Display *display;
  Atom     clients;   /* the property that lists what the window manager manages */
  Window   window;
  GPid     pid;
  gint64   start;
  gint64   first;     /* since start, µs */
  gint64   settled;
  double   work;      /* of the main thread until the first, ms */
} Watch;

/* A window may go between two looks. */
static int
ignore_error_cb (Display     *display,
                 XErrorEvent *event)
{
  return 0;
}

static Window
find_window (Watch *self)
{
  Atom type;
  int format;
  unsigned long n = 0, left;
  unsigned char *data = NULL;
  Window window = None;

  XGetWindowProperty (self->display, DefaultRootWindow (self->display), self->clients, 0, 1, False, XA_WINDOW,
                      &type, &format, &n, &left, &data);
  if (data != NULL && n > 0)
    window = *(Window *) data;
  if (data != NULL)
    XFree (data);
  return window;
}

/* 0 while nothing is drawn: what lies below the window is black. */
static guint
hash_picture (Watch *self,
              int    step)
{
  XWindowAttributes attributes;
  XImage *image = NULL;
  guint hash = 0;

  if (!XGetWindowAttributes (self->display, self->window, &attributes) || attributes.map_state != IsViewable)
    return 0;
  image = XGetImage (self->display, self->window, 0, 0, attributes.width, attributes.height, AllPlanes, ZPixmap);
  if (image == NULL)
    return 0;
  for (int y = attributes.height / 4; y < attributes.height; y += step)
    for (int x = attributes.width / 4; x < attributes.width; x += step)
      {
        guint32 pixel = *(guint32 *) (image->data + y * image->bytes_per_line + x * 4) & 0xffffff;

        hash = pixel != 0 || hash != 0 ? hash * 31 + pixel : 0;
      }
  XDestroyImage (image);
  return hash;
}

static gint64
get_time (Watch *self)
{
  return g_get_monotonic_time () - self->start;
}

static char *
read_proc (Watch      *self,
           const char *name)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", self->pid, name);
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : g_strdup ("0");
}

static double
read_work (Watch *self)
{
  g_autofree char *text = read_proc (self, "schedstat");

  return g_ascii_strtod (text, NULL) / 1e6;
}

static long
read_rss (Watch *self)
{
  g_autofree char *text = read_proc (self, "status");
  const char *line = strstr (text, "\nVmRSS:");

  return line != NULL ? atol (line + 7) : 0;
}

static gboolean
wait_for_first (Watch *self)
{
  while (get_time (self) < PATIENCE)
    {
      if (self->window == None)
        self->window = find_window (self);
      if (self->window != None && hash_picture (self, 16) != 0)
        {
          self->first = self->settled = get_time (self);
          self->work = read_work (self);
          return TRUE;
        }
      g_usleep (1000);
    }
  return FALSE;
}

static void
wait_for_rest (Watch *self)
{
  guint before = 0;

  while (get_time (self) - self->settled < STILL && get_time (self) < PATIENCE)
    {
      guint now = hash_picture (self, 1);

      if (now != before)
        self->settled = get_time (self);
      before = now;
      g_usleep (10000);
    }
}

int
main (int    argc,
      char **argv)
{
  Watch self = { .display = XOpenDisplay (NULL) };
  g_autoptr(GError) error = NULL;
  const GSpawnFlags flags = G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL;
  gboolean seen;

  if (self.display == NULL || argc < 2)
    return 2;
  XSetErrorHandler (ignore_error_cb);
  self.clients = XInternAtom (self.display, "_NET_CLIENT_LIST", False);
  self.start = g_get_monotonic_time ();
  if (!g_spawn_async (NULL, argv + 1, NULL, flags, NULL, NULL, &self.pid, &error))
    g_error ("%s", error->message);
  seen = wait_for_first (&self);
  wait_for_rest (&self);
  printf ("first_ms %.1f\nfirst_work_ms %.1f\nsettled_ms %.1f\nrss_kib %ld\n",
          self.first / 1e3, self.work, self.settled / 1e3, read_rss (&self));
  kill (self.pid, SIGTERM);
  waitpid (self.pid, NULL, 0);
  XCloseDisplay (self.display);
  return seen ? 0 : 1;
}
