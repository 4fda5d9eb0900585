#include "troupe-shortcut-table.h"

#include <glib/gi18n.h>

static const TroupeShortcut shortcuts[] = {
  { N_("Everywhere"), N_("Go to a creator, contract or page"), "win.switch", { "<Ctrl>k" } },
  { N_("Everywhere"), N_("Search in this page"), "win.search", { "<Ctrl>f" } },
  { N_("Everywhere"), N_("New here"), "win.create", { "<Ctrl>n" } },
  { N_("Everywhere"), N_("Import a platform’s file"), "win.import", { "<Ctrl>i" } },
  { N_("Everywhere"), N_("Export"), "win.export", { "<Ctrl>e" } },
  { N_("Everywhere"), N_("Print"), "win.print", { "<Ctrl>p" } },
  { N_("Everywhere"), N_("Undo"), "win.undo", { "<Ctrl>z" } },
  { N_("Everywhere"), N_("Redo"), "win.redo", { "<Ctrl><Shift>z" } },
  { N_("Everywhere"), N_("Edit"), "win.edit", { "F2" } },
  { N_("Months"), N_("Month before"), "win.previous-month", { "<Ctrl>Page_Up" } },
  { N_("Months"), N_("Month after"), "win.next-month", { "<Ctrl>Page_Down" } },
  { N_("Months"), N_("This month"), "win.this-month", { "<Ctrl>m" } },
  { N_("Pages"), N_("Overview"), "win.show-page('overview')", { "<Ctrl>1" } },
  { N_("Pages"), N_("Creators"), "win.show-page('creators')", { "<Ctrl>2" } },
  { N_("Pages"), N_("Revenue"), "win.show-page('revenue')", { "<Ctrl>3" } },
  { N_("Pages"), N_("Contracts"), "win.show-page('contracts')", { "<Ctrl>4" } },
  { N_("Pages"), N_("Settlement"), "win.show-page('settlement')", { "<Ctrl>5" } },
  { N_("Pages"), N_("Reports"), "win.show-page('reports')", { "<Ctrl>6" } },
  { N_("Pages"), N_("Back"), "win.back", { "<Alt>Left" } },
  { N_("Window"), N_("Open an agency"), "app.open", { "<Ctrl>o" } },
  { N_("Window"), N_("New window"), "app.new-window", { "<Ctrl><Shift>n" } },
  { N_("Window"), N_("Menu"), "win.menu", { "F10" } },
  { N_("Window"), N_("Keyboard shortcuts"), "win.shortcuts", { "<Ctrl>question", "F1" } },
  { N_("Window"), N_("Close the window"), "window.close", { "<Ctrl>w" } },
  { N_("Window"), N_("Quit"), "app.quit", { "<Ctrl>q" } },
  { NULL },
};

const TroupeShortcut *
troupe_shortcut_table_get (void)
{
  return shortcuts;
}
