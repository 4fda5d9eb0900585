"""A person at Troupe's window: what they see comes over the accessibility bus, what they do goes
through the keyboard, the pointer and the actions of what they see.

A test runs inside tests/support/headless, prints TAP, and reads like a manual:

    with Person() as person, person.step('Search finds one Chinese character'):
        person.keys('ctrl+k')
        person.type('柚')
        person.see('list item', '柚子不加糖')

A name may be a string, a compiled pattern, or a function. A step that fails prints what was on
screen and leaves a picture and the tree in BUILD/tests/app.
"""
import contextlib
import gettext
import json
import os
import re
import subprocess
import sys
import tempfile
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib

PATIENCE = float(os.environ.get('TROUPE_PATIENCE', 30))   # seconds that a person waits for a thing
BUILD = os.environ['TROUPE_UNINSTALLED']
PROGRAM = os.path.join(BUILD, 'src', 'troupe')
NOW = '2026-11-03T09:00:00Z'                                # when the demonstration agency is looked at
ROOT = '/org/a11y/atspi/accessible/root'

language = os.environ.get('LANGUAGE') or 'en'
_catalogue = gettext.translation('troupe', os.path.join(BUILD, 'po'), [language], fallback=True)


def say(text, plural=None, number=1):
    """The words of the window in the language of this run, without the underline of a mnemonic."""
    translated = _catalogue.ngettext(text, plural, number) if plural else _catalogue.gettext(text)
    return translated.replace('_', '')


def pattern(text):
    """Matches a translated format such as "%u lines", whatever its numbers and names."""
    return re.compile('.*?'.join(re.escape(part) for part in re.split(r'%[-0-9$]*l?[a-z]', say(text))) + '$')


def run(*args, code=0):
    """The command line: stdout of `troupe ARGS`, which must exit with this code."""
    done = subprocess.run([PROGRAM, *map(str, args)], capture_output=True, text=True, env=os.environ | {'TROUPE_NOW': NOW})
    assert done.returncode == code, f'troupe {args} exited {done.returncode}: {done.stderr}'
    return done.stdout


def records(file, kind):
    """The records of one type that an agency file holds now; the window may have it open."""
    return [record for record in json.loads(run('dump', file))['records'] if record['type'] == kind]


class Bus:
    """The accessibility bus. Questions are sent in batches: a window answers hundreds as fast as one."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0, -1).unpack()[0]
        self.connection = Gio.DBusConnection.new_for_address_sync(
            self.address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.connection.set_exit_on_close(False)

    def ask(self, questions):
        """Answers of [(name, path, interface, method, arguments)], None where there was none."""
        answers = [None] * len(questions)
        left = len(questions)

        def answered(connection, result, index):
            nonlocal left
            left -= 1
            with contextlib.suppress(GLib.Error):
                answers[index] = connection.call_finish(result).unpack()

        for index, (name, path, interface, method, arguments) in enumerate(questions):
            self.connection.call(name, path, interface, method, arguments, None, 0, 30000, None, answered, index)
        while left > 0:
            GLib.MainContext.default().iteration(True)
        return answers

    def find_application(self, pid):
        children = self.ask([('org.a11y.atspi.Registry', ROOT, 'org.a11y.atspi.Accessible', 'GetChildren', None)])[0]
        for name, _path in children[0] if children else []:
            answer = self.ask([('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID', GLib.Variant('(s)', (name,)))])[0]
            if answer and answer[0] == pid:
                return name
        return None


class Thing:
    """Something on screen, as it was when it was looked at."""

    def __init__(self, person, path, parent):
        self.person, self.path, self.parent = person, path, parent
        self.children, self.role, self.name, self.states = [], '', '', 0

    def __repr__(self):
        return f'{self.role} {self.name!r}'

    def has(self, state):
        return bool(self.states >> getattr(Atspi.StateType, state.upper().replace('-', '_')) & 1)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, role=None, name=None):
        return next(self.find_all(role, name), None)

    def find_all(self, role=None, name=None):
        return (thing for thing in self.walk() if thing.fits(role, name))

    def fits(self, role, name):
        if role is not None and self.role != role:
            return False
        if name is None:
            return True
        if isinstance(name, str):
            return self.name == name
        return bool(name.match(self.name) if isinstance(name, re.Pattern) else name(self.name))

    def ask(self, interface, method, signature=None, *values):
        arguments = GLib.Variant(signature, values) if signature else None
        return self.person.bus.ask([(self.person.name, self.path, 'org.a11y.atspi.' + interface, method, arguments)])[0]

    @property
    def text(self):
        """What stands in an entry."""
        answer = self.ask('Text', 'GetText', '(ii)', 0, 100000)
        return answer[0] if answer else None

    @property
    def description(self):
        """What else is said of it."""
        answer = self.person.bus.ask([(self.person.name, self.path, 'org.freedesktop.DBus.Properties', 'Get',
                                       GLib.Variant('(ss)', ('org.a11y.atspi.Accessible', 'Description')))])[0]
        return answer[0] if answer else ''

    def write(self, text):
        assert self.ask('EditableText', 'SetTextContents', '(s)', text) == (True,), f'cannot write into {self}'

    def press(self):
        """Its own action; a row, which has none, is reached by the keyboard; else it is clicked."""
        for index in range(4):
            name = self.ask('Action', 'GetName', '(i)', index)
            if name in (('click',), ('activate',)):
                self.ask('Action', 'DoAction', '(i)', index)
                return
        if self.role == 'list item':
            self.person.reach(self.role, self.name)
            self.person.keys('Return')
        else:
            self.click()

    def area(self):
        """x, y, width, height in the window; None: it is gone."""
        answer = self.ask('Component', 'GetExtents', '(u)', int(Atspi.CoordType.WINDOW))
        return answer and answer[0]

    def click(self):
        # GTK forgets paddings on the way up: good enough for what is large
        area = self.area()
        if area is None:
            return   # it went meanwhile, as dialogs do; who looks for what comes then will say whether that is right
        x, y, width, height = area
        left, top, _width, _height = self.person.frame().area()
        self.person.point(x - left + width // 2, y - top + height // 2)


class Person:
    """Starts Troupe and sits before it. Leaving asserts that the program said nothing alarming."""

    steps = 0   # of the whole test, whoever takes them

    def __init__(self, *args, size=(1280, 800), environment=None):
        self.args, self.size, self.failed = args, size, False
        self.bus = Bus()
        self.log = tempfile.NamedTemporaryFile('w+')
        self.environment = os.environ | {'TROUPE_NOW': NOW, 'G_DEBUG': 'fatal-criticals'} | (environment or {})

    # --- coming and going ---------------------------------------------------------------------

    def __enter__(self):
        self.process = subprocess.Popen([PROGRAM, *map(str, self.args)], stderr=self.log, env=self.environment)
        self.name = self.wait(lambda: self.bus.find_application(self.process.pid), 'the program on the accessibility bus')
        self.window = self.wait(lambda: self.find_window(), 'the window')
        if self.size:
            self.wait(self.frame, 'the frame')
            self.resize(*self.size)
        return self

    def __exit__(self, kind, error, trace):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.failed = True
        said = self.complaints()
        if error is None and said:
            print(f'not ok {self.count()} - It says nothing alarming')
            for line in said:
                print('#', line)
            self.failed = True
        if error is not None and not self.failed:
            raise error
        return True if self.failed else None

    def complaints(self):
        with open(self.log.name) as log:
            return [line.rstrip() for line in log if re.search(r'CRITICAL|WARNING|ERROR|AddressSanitizer|runtime error', line)
                    and 'ASan doesn\'t fully support makecontext' not in line]   # it says so of every fibre

    def find_window(self):
        found = self.xdotool('search', '--onlyvisible', '--pid', self.process.pid).split()
        return found[0] if found else None

    @contextlib.contextmanager
    def step(self, title):
        try:
            yield
        except Exception as error:
            self.failed = True
            print(f'not ok {self.count()} - {title}', flush=True)
            self.report(error)
            raise
        print(f'ok {self.count()} - {title}', flush=True)

    @classmethod
    def count(cls):
        cls.steps += 1
        return cls.steps

    def report(self, error):
        folder = os.path.join(BUILD, 'tests', 'app')
        name = os.path.join(folder, f'{os.path.basename(sys.argv[0]).removesuffix(".py")}-{language}-{self.steps}')
        line = error.__traceback__
        while line.tb_next and line.tb_next.tb_frame.f_code.co_filename != __file__:
            line = line.tb_next
        print(f'# line {line.tb_lineno}: {type(error).__name__}: {error}')
        for said in self.complaints():
            print('#', said)
        os.makedirs(folder, exist_ok=True)
        subprocess.run(['import', '-window', 'root', name + '.png'], check=False)
        if self.process.poll() is not None:
            print(f'# the program ended with {self.process.returncode}')
            return
        with open(name + '.txt', 'w') as tree:
            self.dump(self.look(), tree)
        print(f'# see {name}.png and {name}.txt')

    def dump(self, thing, file, depth=0):
        states = [state.value_nick for state in Atspi.StateType.__enum_values__.values()
                  if state.value_nick in ('focused', 'selected', 'checked', 'expanded') and thing.has(state.value_nick)]
        if not thing.has('sensitive'):
            states.append('insensitive')
        if thing.role not in ('panel', 'grouping') or thing.name:
            print('  ' * depth, thing, *states, file=file)
        for child in thing.children:
            self.dump(child, file, depth + 1)

    # --- seeing -------------------------------------------------------------------------------

    def wait(self, see, what):
        end = time.monotonic() + PATIENCE
        pause = 0.02
        while True:
            seen = see()
            if seen:
                return seen
            process = getattr(self, 'process', None)
            assert process is None or process.poll() is None, f'the program ended while waiting for {what}'
            assert time.monotonic() < end, f'never saw {what}'
            time.sleep(pause)
            pause = min(pause * 1.5, 0.3)

    def look(self):
        """Everything that shows now."""
        root = Thing(self, ROOT, None)
        root.role, level = 'application', [root]
        while level:
            answers = self.bus.ask([(self.name, thing.path, 'org.a11y.atspi.Accessible', 'GetChildren', None) for thing in level])
            below = [Thing(self, path, thing) for thing, answer in zip(level, answers) if answer for _name, path in answer[0]]
            level = []
            questions = []
            for thing in below:
                questions += [(self.name, thing.path, 'org.a11y.atspi.Accessible', 'GetRole', None),
                              (self.name, thing.path, 'org.a11y.atspi.Accessible', 'GetState', None),
                              (self.name, thing.path, 'org.freedesktop.DBus.Properties', 'Get',
                               GLib.Variant('(ss)', ('org.a11y.atspi.Accessible', 'Name')))]
            answers = self.bus.ask(questions)
            for i, thing in enumerate(below):
                role, states, name = answers[3 * i:3 * i + 3]
                if role is None or states is None or name is None:   # it went while we looked
                    continue
                thing.role = Atspi.Role(role[0]).value_nick.replace('-', ' ')
                thing.states = states[0][0] | states[0][1] << 32
                thing.name = name[0].replace('\u00a0', ' ')
                if thing.has('showing') or thing.role == 'frame':
                    thing.parent.children.append(thing)
                    level.append(thing)
        return root

    def places(self, things):
        """x, y, width, height of each in what holds it, None where it has none."""
        answers = self.bus.ask([(self.name, thing.path, 'org.a11y.atspi.Component', 'GetExtents',
                                 GLib.Variant('(u)', (int(Atspi.CoordType.PARENT),))) for thing in things])
        return [answer and answer[0] for answer in answers]

    def frame(self):
        return self.look().find('frame')

    def see(self, role=None, name=None, inside=None):
        """The first such thing, as soon as it shows; inside is (role, name) of what holds it."""
        def look():
            room = self.look()
            if inside is not None:
                room = room.find(*inside)
            return room and room.find(role, name)
        return self.wait(look, f'{role or "anything"} {getattr(name, "pattern", name)!r}')

    def miss(self, role=None, name=None):
        """Waits until no such thing shows."""
        self.wait(lambda: not self.look().find(role, name), f'{role} {name!r} go away')

    def texts(self, inside=None):
        """What can be read, from top to bottom of the tree."""
        room = self.look().find(*inside) if inside else self.look()
        return [thing.name for thing in room.find_all('label') if thing.name]

    def focused(self):
        return next((thing for thing in self.look().walk() if thing.has('focused')), None)

    # --- doing --------------------------------------------------------------------------------

    def xdotool(self, *args):
        return subprocess.run(['xdotool', *map(str, args)], capture_output=True, text=True).stdout

    def keys(self, *keys):
        for key in keys:
            self.xdotool('key', key)

    def point(self, x, y):
        self.xdotool('mousemove', '--window', self.window, x, y)
        self.xdotool('click', 1)

    def resize(self, width, height):
        """The window without the border that it has where nothing composes the screen."""
        border = -self.frame().area()[0]
        self.xdotool('windowsize', '--sync', self.window, width + 2 * border, height + 2 * border)

    def type(self, text):
        """ASCII by the keyboard; an input method brings anything else."""
        if text.isascii():
            self.xdotool('type', '--delay', '12', text)
        else:
            self.wait(self.focused, 'a focus')
            next(thing for thing in self.look().walk() if thing.has('focused') and thing.text is not None).write(text)

    def press(self, role, name, inside=None):
        """Presses it as soon as it can be pressed."""
        def look():
            thing = self.see(role, name, inside)
            return thing if thing.has('sensitive') else None
        self.wait(look, f'{role} {name!r} that can be pressed').press()

    def reach(self, role, name):
        """Walks there by Tab, as one does without a pointer."""
        seen = []
        while True:
            at = self.focused()
            if at is not None and at.fits(role, name):
                return at
            seen.append(at and at.path)
            assert seen.count(at and at.path) < 3, f'Tab never comes to {role} {name!r}, only round to {at}'
            self.keys('Tab')

    def choose(self, button, position):
        """From the menu of a button, by the keyboard; GTK keeps the names of the items to itself."""
        self.reach('toggle button', button)
        self.keys('Return')
        self.wait(lambda: self.focused() and self.focused().role == 'menu item', f'the menu {button}')
        self.keys(*['Down'] * position, 'Return')

    def do(self, action):
        """An action of the window that takes no argument: "win.import"."""
        frame = self.frame()
        names = [name for name, *_rest in frame.ask('Action', 'GetActions')[0]]
        assert action in names, f'{action} is none of {names}'
        frame.ask('Action', 'DoAction', '(i)', names.index(action))
