"""Two at once: one writes, the others read and say so."""
import hashlib
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))
from person import Bus, Person, run, say

STATEMENT = os.path.join(os.environ['TROUPE_SOURCE'], 'tests', 'fixtures', 'demo',
                         'Channel Analytics and Revenue by day from Wed Oct 28 2026 to Sat Oct 31 2026.csv')
IN_USE = 4
BANNER = 'Another window or command holds this file: you can read it, not change it.'
folder = tempfile.TemporaryDirectory()
agency = os.path.join(folder.name, 'agency.troupe')
run('init', agency, '--demo')


def fingerprint():
    return hashlib.sha256(run('dump', agency).encode()).hexdigest()


before = fingerprint()
with Person(agency) as person:
    with person.step('While the window holds the file, a command that would write says so and changes nothing'):
        person.see('list', say('Needs you'))
        assert not person.look().find('grouping', say(BANNER)), 'a banner is read out that does not show'
        run('import', agency, STATEMENT, '--account', 'twitch:kestrelplays', code=IN_USE)
        run('settle', agency, '2026-10', code=IN_USE)
        assert fingerprint() == before

    with person.step('A command that reads may'):
        assert '2026-10' in run('months', agency)

    # another session has a bus of its own, so that this is a second process and not a second window
    alone = {'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/nonexistent', 'AT_SPI_BUS_ADDRESS': Bus().address}
    with Person(agency, environment=alone) as other:
        with other.step('A second process opens it for reading, with a banner'):
            other.wait(lambda: other.see('grouping', say(BANNER)).area()[3] > 0, 'the banner')
            other.keys('ctrl+2')
            other.see('table row', '南枝')

        with other.step('There an edit is refused in words'):
            other.keys('ctrl+n')
            other.see('text', say('Stage name')).write('Nobody')
            other.press('button', say('Save'))
            other.see('alert', lambda text: agency in text)
            other.keys('Escape')

        with other.step('What is masked stays masked there, for nobody could log it'):
            other.miss('button', say('Save'))
            other.press('table row', '南枝')
            other.press('list item', re.compile('.'), ('list', say('Legal person')))
            secret = other.see('list item', lambda name: name.startswith(say('ID or registration number')))
            secret.find('button').press()
            other.see('alert', lambda text: agency in text)
            assert not secret.find('text').text.isdigit()
            other.keys('Escape')
    assert fingerprint() == before
