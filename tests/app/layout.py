"""Every page at three sizes: it fits, and nothing lies over anything else."""
import itertools
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))
from person import Person, pattern, say

SIZES = [(1280, 800), (800, 600), (360, 720)]
SECTIONS = ['Overview', 'Creators', 'Revenue', 'Contracts', 'Settlement', 'Reports']
SIDEWAYS = {'scroll pane', 'table', 'tree table', 'page tab'}   # whose content may be wider than they are
PHONE = 500
SLACK = 6     # margins may be negative
MOST = 10000    # what was never laid out has no size


def frame_with_all_buttons():
    """Minimise and maximise stand beside close: then a header has the least room."""
    path = os.path.join(os.environ['XDG_CONFIG_HOME'], 'gtk-4.0', 'settings.ini')
    with open(path) as file:
        settings = file.read()
    with open(path, 'w') as file:
        file.write(settings.replace('=:close', '=:minimize,maximize,close'))


def measure(person):
    """Where everything lies in what holds it, once nothing moves any more."""
    before = None
    while True:
        root = person.look()
        things = [thing for thing in root.walk() if thing.parent is not None and thing.role != 'frame']
        places = [place if place and place[2] < MOST else None for place in person.places(things)]
        now = [(thing.path, place) for thing, place in zip(things, places)]
        if now == before:
            return {thing.path: (thing, place) for thing, place in zip(things, places) if place}
        before = now


def find_cut(places):
    """Things that reach over the right edge of what holds them."""
    for thing, (x, _y, width, _height) in places.values():
        holder = places.get(thing.parent.path)
        if holder is None or not says(thing) or any(role in SIDEWAYS for role in roles_above(thing)):
            continue
        if x + width > holder[1][2] + SLACK:
            yield f'{thing} is {width} wide at {x} in {holder[1][2]}'


def roles_above(thing):
    """Roles of the holders up to the page's own scrolling, which is never sideways."""
    thing = thing.parent
    while thing is not None and thing.parent is not None:
        yield thing.role if thing.role != 'scroll pane' or any(c.role == 'scroll bar' and c.has('horizontal') for c in thing.children) else ''
        thing = thing.parent


def says(thing):
    return any(part.name for part in thing.walk())


def overlap(one, other):
    return (min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0]) > SLACK and
            min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1]) > SLACK)


def find_overlaps(places):
    """Neighbours that lie over each other; what lies over its holder as a whole is meant to."""
    for thing, (_x, _y, width, height) in places.values():
        children = [places[child.path] for child in thing.children if child.path in places and says(child)]
        small = [(child, place) for child, place in children if place[2] < width * 0.98 or place[3] < height * 0.98]
        for (one, a), (other, b) in itertools.combinations(small, 2):
            if overlap(a, b):
                yield f'{one} {a} lies over {other} {b}'


def check(person, size):
    places = measure(person)
    faults = [*find_cut(places), *find_overlaps(places)]
    left, _top, width, _height = person.frame().area()
    width += 2 * left   # without its border
    if width > size[0]:
        faults.append(f'it needs {width} of {size[0]} pixels')
    assert not faults, '; '.join(faults)


def go_to_creator(person):
    person.keys('ctrl+k')
    person.see('list', say('Places'))
    person.type('harrow')
    person.see('list item', 'Pixel Harrow')
    person.keys('Return')
    person.see('label', say('Contract today'))


frame_with_all_buttons()
with Person('--demo', size=None) as person:
    person.see('list', say('Needs you'))
    for size in SIZES:
        person.resize(*size)
        for key, section in enumerate(SECTIONS, 1):
            with person.step(f'{section} at {size[0]} × {size[1]}'):
                person.keys(f'ctrl+{key}')
                person.see('grouping', say(section))
                check(person, size)
        with person.step(f'a report’s page at {size[0]} × {size[1]}'):
            if size[0] < PHONE:   # where the list comes first
                person.press('list item', say('Statement'), ('list', say('Reports')))
            person.see('image', pattern('Page %u of %u'))
            check(person, size)
        with person.step(f'an import at {size[0]} × {size[1]}, whose amounts have a unit'):
            person.keys('ctrl+3')
            person.press('table row', re.compile('TikTok主播钻石_2026-10'))
            table = person.see('tree table', say('Lines of this import'))
            titles = person.wait(lambda: next(table.find_all('table row'), None), 'its titles').name
            assert say('Amount') in titles and say('Unit') in titles, titles
            assert not list(find_cut(measure(person)))   # the number of a switcher's badge is meant to lie over it
        with person.step(f'a creator at {size[0]} × {size[1]}'):
            go_to_creator(person)
            check(person, size)
        with person.step(f'a contract at {size[0]} × {size[1]}'):
            person.see('button', lambda name: name.startswith('C-20')).press()
            person.see('list', say('What holds today'))
            check(person, size)
        with person.step(f'a statement at {size[0]} × {size[1]}'):
            go_to_creator(person)
            person.see('list', say('Statements')).find('list item').press()
            person.see('list', say('State'))
            check(person, size)
