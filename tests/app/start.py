"""The first minutes: no file yet, the example agency, and everything by the keyboard."""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))
from person import Person, pattern, say

SECTIONS = ['Overview', 'Creators', 'Revenue', 'Contracts', 'Settlement', 'Reports']


def titled(section):
    """A section in the sidebar, whatever waits there."""
    count = pattern('%s, %s to do')
    return lambda name: name == say(section) or name.startswith(say(section)) and count.match(name)


with Person() as person:
    with person.step('The first run offers three ways to begin'):
        for way in ['Try with an example agency', 'Create your agency', 'Open a file']:
            person.see('list item', say(way))

    with person.step('A new agency needs a name and a currency that exists'):
        person.press('list item', say('Create your agency'))
        create = person.see('button', say('Create'))
        assert not create.has('sensitive')
        person.type('渡灯')
        person.wait(lambda: person.see('button', say('Create')).has('sensitive'), 'Create become sensitive')
        person.see('text', say('Name of the agency')).write('渡灯 & co')
        person.see('label', lambda text: text.endswith('渡灯 & co.troupe'))
        person.see('text', say('Currency of its books')).write('XX')
        person.see('alert', say('“%s” is not a currency code such as CNY or USD') % 'XX')
        person.wait(lambda: not person.see('button', say('Create')).has('sensitive'), 'Create refuse the currency')
        person.see('text', say('Currency of its books')).write('usd')
        person.wait(lambda: person.see('button', say('Create')).has('sensitive'), 'Create take usd')
        person.keys('Escape')
        person.miss('button', say('Create'))

    with person.step('The example agency opens on its overview'):
        person.press('list item', say('Try with an example agency'))
        person.see('frame', '渡灯 Ferrylight')
        person.see('list', say('Needs you'))
        for section, count in [('Revenue', '24'), ('Settlement', '4')]:   # as the list says
            person.see('list item', say('%s, %s to do') % (say(section), count), ('list', say('Sections')))

    with person.step('Ctrl+1 to Ctrl+6 reach every section'):
        for key, section in reversed(list(enumerate(SECTIONS, 1))):
            person.keys(f'ctrl+{key}')
            person.wait(lambda: person.see('list item', titled(section), ('list', say('Sections'))).has('selected'), section)
            person.see('toggle button', '2026-10')

    with person.step('Ctrl+F searches as one types, Escape ends it'):
        person.keys('ctrl+2', 'ctrl+f')
        person.type('pixel')
        person.wait(lambda: len([row for row in person.look().find_all('table row')]) == 2, 'one row below the header')
        person.see('table row', 'Pixel Harrow')
        person.keys('Escape')
        person.see('table row', '南枝')

    with person.step('Every table is searched alike: Escape ends it and goes to the table, typing there begins it'):
        for key, section, text in [(3, 'Revenue', 'tiktok'), (4, 'Contracts', 'pixel'), (5, 'Settlement', 'pixel'), (2, 'Creators', 'pixel')]:
            person.keys(f'ctrl+{key}')
            person.wait(lambda: person.see('list item', titled(section), ('list', say('Sections'))).has('selected'), section)
            person.wait(lambda: len(list(person.look().find_all('table row'))) > 3, f'the rows of {section}')
            person.keys('ctrl+f')
            for _ in range(2):
                person.type(text)
                person.wait(lambda: (person.focused() or person.frame()).text == text, f'{section} search for {text}')
                person.keys('Escape')
                person.wait(lambda: person.focused() and person.focused().text is None, f'the focus leave the search of {section}')

    with person.step('Ctrl+K finds a creator by one Chinese character'):
        person.keys('ctrl+k')
        person.see('entry', say('A creator, account or page'))
        person.type('柚')
        person.see('list item', '柚子不加糖')
        person.keys('Return')
        person.see('label', say('Contract today'))
        assert '柚子不加糖' in person.texts()

    with person.step('A contract that has renewed by itself is not over'):
        person.keys('ctrl+k')
        person.see('entry', say('A creator, account or page'))
        person.type('大壮')
        person.see('list item', '大壮修机器')
        person.keys('Return')
        person.wait(lambda: any(re.search('^(Ran until 31 October 2026 and has renewed|2026-10-31 到期后已自动续约)', text)
                                for text in person.texts()), 'the contract say that it has renewed')
        person.keys('alt+Left')
        person.wait(lambda: '柚子不加糖' in person.texts(), 'the creator before')

    with person.step('Alt+Left goes back'):
        person.keys('alt+Left')
        person.see('tree table', say('Creators'))

    with person.step('Escape closes a dialog and the focus returns'):
        person.keys('ctrl+6')
        person.see('radio button', 'XLSX')
        person.keys('Tab')
        before = person.wait(person.focused, 'a focus')
        person.keys('ctrl+question')
        person.see('label', say('Go to a creator, contract or page'))
        person.keys('Escape')
        person.miss('label', say('Go to a creator, contract or page'))
        person.wait(lambda: person.focused() and person.focused().path == before.path, f'the focus return to {before}')

    with person.step('Months are stepped by Ctrl+Page Up'):
        person.keys('ctrl+Prior')
        person.see('toggle button', '2026-09')
        person.keys('ctrl+Next')
        person.see('toggle button', '2026-10')
