"""Rules are edited, taken back and made anew; what is wrong is said while one types."""
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))
from person import Person, pattern, records, run, say

CREATOR, CONTRACT = 'Kestrel Plays', 'C-2025-038'
folder = tempfile.TemporaryDirectory()
agency = os.path.join(folder.name, 'agency.troupe')
run('init', agency, '--demo')

ADVICE = pattern('%s: please write a percentage from 0 to 100, such as 52.5')
TERMS = ('list', say('What holds today'))


def read_shares():
    """The creator's shares of everything that no other term is about, the oldest first."""
    contract = next(c['id'] for c in records(agency, 'contract') if c['number'] == CONTRACT)
    return [(t['start_day'], t['share']) for t in records(agency, 'term')
            if t['contract_id'] == contract and t['kind'] == 'share' and not t.get('revenue_kind')]


def fill(person, title, text):
    person.see('text', say(title)).write(text)


def save(person):
    person.press('button', say('Save'))
    person.miss('button', say('Save'))


def add_share(person, share, first_day=None):
    person.choose(say('Add term…'), 0)
    assert not person.see('button', say('Save')).has('sensitive')
    fill(person, 'Percent', share)
    if first_day:
        fill(person, 'First day', first_day)
    save(person)


def open_contract(person):
    person.keys('ctrl+k')
    person.see('list', say('Places'))
    person.type('kestrel')
    person.see('list item', CREATOR)
    person.keys('Return')
    person.press('button', CONTRACT)
    person.see('list', say('What holds today'))


with Person(agency) as person:
    with person.step('Ctrl+Z leaves alone what an earlier session did'):
        person.see('list', say('Needs you'))
        changes = len(records(agency, 'change'))
        person.keys('ctrl+z')
        person.see('label', say('Nothing to undo'))
        assert len(records(agency, 'change')) == changes

    with person.step('A contract reads as sentences'):
        person.see('list', say('Needs you'))
        open_contract(person)
        assert person.see('list item', say('Contracts'), ('list', say('Sections'))).has('selected')
        person.see('list item', re.compile('.*65%'), TERMS)
        person.see('label', say('Where several shares fit, the more specific goes first: one for a platform and a kind of '
                                'revenue, then one for the platform, then one for the kind, then one for all revenue.'))

    with person.step('A wrong share is named at once and cannot be saved'):
        person.press('list item', re.compile('.*65%'))
        decimals = pattern('%s: a percentage has at most two decimals')
        for wrong, advice in [('sixty', ADVICE), ('101', ADVICE), ('65.125', decimals)]:
            fill(person, 'Percent', wrong)
            person.see('alert', advice)
            assert not person.see('button', say('Save')).has('sensitive')
        person.keys('Escape')
        person.miss('button', say('Save'))

    with person.step('A term that closed statements rest on stays as it is'):
        person.press('list item', re.compile('.*65%'))
        fill(person, 'Percent', '70.5')
        person.miss('alert', ADVICE)
        person.press('button', say('Save'))
        person.see('alert', lambda text: '4.1' in text)
        fill(person, 'Percent', '65')

    with person.step('It ends with the last closed month, and another follows'):
        fill(person, 'Last day; empty: open', '2026-09-30')
        save(person)
        add_share(person, '70.5', '2026-10-01')
        person.see('list item', re.compile('.*70.5%'), TERMS)
        assert read_shares() == [('2025-02-01', '65'), ('2026-10-01', '70.5')]

    with person.step('The drafts that rest on it are out of date'):
        person.keys('ctrl+5')
        person.see('list item', say('Settle again'))
        person.press('button', say('Settle'))
        person.miss('list item', say('Settle again'))

    with person.step('A share is edited, Ctrl+Z takes it back, Ctrl+Shift+Z does it again'):
        open_contract(person)
        person.press('list item', re.compile('.*70.5%'))
        fill(person, 'Percent', '72')
        save(person)
        for key, share, back in [(None, '72', None), ('ctrl+z', '70.5', 'Redo'), ('ctrl+shift+z', '72', 'Undo'),
                                 ('ctrl+z', '70.5', 'Redo')]:
            if key:
                person.keys(key)
                person.see('button', say(back))
            person.see('list item', re.compile(f'.*{share}%'), TERMS)
            assert read_shares()[-1] == ('2026-10-01', share)

    with person.step('A creator comes with account, contract and share by the keyboard alone'):
        person.keys('ctrl+2')
        person.see('tree table', say('Creators'))
        person.keys('ctrl+n')
        person.wait(lambda: person.focused() and person.focused().fits('text', say('Stage name')), 'the focus at the first field')
        person.type('试播小鹿')
        person.reach('button', say('Save'))
        person.keys('Return')
        person.miss('button', say('Save'))
        person.keys('ctrl+k')
        person.see('list', say('Places'))
        person.type('试播')
        person.see('list item', '试播小鹿')
        person.keys('Return')
        person.see('list item', say('No contract yet'))
        for position, title, text in [(0, 'Account ID, as the platform’s files write it', 'shibo.live'),
                                      (1, 'Contract number', 'C-2026-900')]:
            person.choose(say('Add…'), position)
            person.see('text', say(title))
            fill(person, title, text)
            save(person)
        person.see('list item', 'shibo.live')
        person.reach('button', 'C-2026-900')
        person.keys('Return')
        add_share(person, '55')
        person.see('list item', re.compile('.*55%'), TERMS)

    with person.step('What a person keeps to themselves is masked; looking at it is logged, without what it says'):
        person.keys('ctrl+k')
        person.see('list', say('Places'))
        person.type('kestrel')
        person.see('list item', CREATOR)
        person.keys('Return')
        person.press('list item', re.compile('.'), ('list', say('Legal person')))
        secret = person.see('list item', lambda name: name.startswith(say('ID or registration number')))
        assert not secret.find('text').text.isdigit()
        secret.find('button').press()
        person.wait(lambda: records(agency, 'change')[-1]['action'] == 'reveal', 'the reveal in the log')
        change = records(agency, 'change')[-1]
        known = next(p for p in records(agency, 'person') if p['id'] == change['object_id'])['id_number']
        assert change['object'] == 'person' and change['after'] == '{"field":"id_number"}' and 'before' not in change
        person.wait(lambda: secret.find('text').text == known, 'the number')
        person.keys('Escape')
        person.miss('button', say('Save'))

    with person.step('An import that closed months rest on is corrected, and then there is nothing to undo'):
        person.keys('ctrl+3')
        person.see('button', say('Import…'))
        person.keys('ctrl+f')
        person.type('抖音公会流水_2026-08.')
        person.miss('table row', re.compile('.*2026-09'))
        person.press('table row', re.compile('抖音公会流水_2026-08'))
        person.press('button', say('Undo this import'))
        person.press('button', pattern('Correct in %s'))
        person.miss('button', say('Undo this import'))
        person.see('label', say('This import was corrected: the reverse of its lines is booked in an open month, so there is '
                                'nothing left to undo.'))

    with person.step('It is in the file, and the file is sound'):
        creator = next(c['id'] for c in records(agency, 'creator') if c['name'] == '试播小鹿')
        assert [a['handle'] for a in records(agency, 'account') if a.get('creator_id') == creator] == ['shibo.live']
        assert [c['number'] for c in records(agency, 'contract') if c['creator_id'] == creator] == ['C-2026-900']
        run('check', agency)
