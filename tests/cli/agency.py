"""What the tests of the command line share: the real program, agencies in temporary folders, files as
platforms write them."""
import atexit
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop(1))
ENVIRONMENT = dict(os.environ, TROUPE_NOW="2026-11-03T09:00:00Z", LC_ALL="C.UTF-8", LANGUAGE="", TZ="UTC")

CHINESE = {"TROUPE_UNINSTALLED": os.path.dirname(os.path.dirname(PROGRAM)), "LANGUAGE": "zh_CN", "LC_ALL": "zh_CN.UTF-8"}

TWITCH_COLUMNS = ["Date", "Average Viewers", "Minutes Streamed", "Sub Revenue", "Prime Revenue", "Gifted Subs Revenue",
                  "Multi-Month Gifted Subs Revenue", "Bits Revenue", "Ad Revenue", "Turbo Revenue", "Game Sales Revenue",
                  "Extensions Revenue", "Bounties Revenue", "Other Bits Interactions Revenue"]
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def twitch_day(day):
    return "%s %s %02d %d" % (WEEKDAYS[day.weekday()], MONTHS[day.month - 1], day.day, day.year)


def twitch_row(day, subscriptions="0", bits="0"):
    """A day of the dashboard's export; day is a date, or a text to be written as it is."""
    when = day if isinstance(day, str) else twitch_day(day)
    return [when, "12", "240", subscriptions, "0", "0", "0", bits, "0", "0", "0", "0", "0", "0"]


def write_csv(path, columns, rows):
    with open(path, "w", encoding="utf-8") as file:
        for row in [columns] + rows:
            file.write(",".join(row) + "\n")


def books(**more):
    """An open document with one creator on Twitch, 60 percent of the net, paid in dollars."""
    records = [
        {"type": "agency", "id": 1, "name": "Ferrylight Media", "currency": "USD", "language": "en", "prefix": "FM"},
        {"type": "creator", "id": 2, "name": "Mizu Live", "other_names": "水音", "status": "active"},
        {"type": "creator", "id": 9, "name": "南枝", "status": "active"},
        {"type": "account", "id": 3, "platform": "twitch", "handle": "mizu_live", "creator_id": 2},
        {"type": "contract", "id": 4, "creator_id": 2, "number": "C-1", "kind": "standard", "currency": "USD",
         "residual": "agency", "start_day": "2026-01-01", "renews": True},
        {"type": "term", "id": 5, "contract_id": 4, "clause": "4.1", "kind": "share", "share": "60", "basis": "net",
         "start_day": "2026-01-01", "version": 1},
    ]
    return {"format": "troupe", "version": 1, "records": records + more.get("records", [])}


class Commands(unittest.TestCase):
    def refused(self, call, status, *words):
        """It failed with this status and said why, on standard error only."""
        self.assertEqual(call.returncode, status, call.stderr)
        self.assertEqual(call.stdout, "")
        for word in words:
            self.assertIn(word, call.stderr)


class Agency:
    """A temporary folder with an agency file in it."""

    def __init__(self, document=None):
        self.folder = tempfile.mkdtemp(prefix="troupe-cli-")
        atexit.register(shutil.rmtree, self.folder, True)
        self.file = self.path("studio.troupe")
        if document is not None:
            self.done("load", self.file, "-", stdin=json.dumps(document))

    def path(self, name):
        return os.path.join(self.folder, name)

    def twitch(self, name, rows):
        write_csv(self.path(name), TWITCH_COLUMNS, rows)
        return self.path(name)

    def run(self, *words, stdin=None, limit=None, env=None):
        """The finished call. limit: bytes that a file may have (as on a full disk)."""
        command = [PROGRAM, *words]
        if limit is not None:
            command = ["bash", "-c", "ulimit -f %d; exec \"$@\"" % (limit // 1024), "-", *command]
        call = subprocess.run(command, input=stdin, capture_output=True, text=True, errors="replace", timeout=120, cwd=self.folder,
                              env=dict(ENVIRONMENT, **(env or {})))
        call.stderr = re.sub(r"(?m)^==\d+==WARNING: ASan doesn't fully support.*\n", "", call.stderr)   # of fibres
        return call

    def done(self, *words, **more):
        """Standard output of a call that must succeed."""
        call = self.run(*words, **more)
        if call.returncode != 0:
            raise AssertionError("troupe %s: %d\n%s" % (" ".join(words), call.returncode, call.stderr))
        return call.stdout

    def start(self, *words, **more):
        return subprocess.Popen([PROGRAM, *words], cwd=self.folder, env=ENVIRONMENT, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, **more)

    def take(self, *words):
        """The files of an import, as JSON."""
        return json.loads(self.done("import", self.file, *words, "--json"))["files"]

    def settle(self, month, *words):
        return json.loads(self.done("settle", self.file, month, *words, "--json"))

    def dump(self):
        return self.done("dump", self.file)
