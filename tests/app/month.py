"""The main job: a platform's file in, a settled month out, every amount explained, statements as files."""
import csv
import os
import re
import subprocess
import sys
import tempfile
from decimal import Decimal

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))
from person import Person, pattern, records, run, say

FILE = ('Channel Analytics and Revenue by day from Wed Oct 28 2026 to Sat Oct 31 2026.csv')
STATEMENT = os.path.join(os.environ['TROUPE_SOURCE'], 'tests', 'fixtures', 'demo', FILE)
CREATOR = 'Kestrel Plays'


def read_total():
    """What the file says came in: every column that is revenue."""
    with open(STATEMENT, newline='') as file:
        rows = list(csv.DictReader(file))
    return sum(Decimal(text) for row in rows for column, text in row.items() if column.endswith('Revenue'))


def figures(texts):
    return {text for text in texts if re.fullmatch(r'−?[\d,]+\.\d\d', text)}


def read_pdf(path):
    return subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout


folder = tempfile.TemporaryDirectory()
agency = os.path.join(folder.name, 'agency.troupe')
run('init', agency, '--demo')


def read_statement():
    """The creator's statement of October and its lines, as the file has them now."""
    creator = next(c['id'] for c in records(agency, 'creator') if c['name'] == CREATOR)
    statement = next(s for s in records(agency, 'statement') if s['month'] == '2026-10' and s['creator_id'] == creator)
    return statement, [line for line in records(agency, 'statement_line') if line['statement_id'] == statement['id']]


def show(amount):
    """As people read it: "−1,234.50"."""
    return f'{Decimal(amount):,}'.replace('-', '−')


def save_as(person, name):
    """In GTK's own file dialog: the whole path, then Enter."""
    path = os.path.join(folder.name, name)
    person.see('dialog')
    person.keys('ctrl+a')
    person.type(path)
    person.keys('Return')
    person.wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0, path)
    person.miss('dialog')
    return path


def choose_file(person, path):
    """In GTK's own file dialog: Ctrl+L, the whole path, Enter, which takes the file at once if GTK has looked at its
    folder by then; else its button does."""
    person.keys('ctrl+l')
    entry = person.wait(lambda: next((t for t in person.look().find('dialog').walk() if t.has('focused') and t.text is not None), None),
                        'an entry for the path')
    entry.write(path)
    person.keys('Return')

    def is_gone():
        dialog = person.look().find('dialog', say('Import platforms’ files'))
        button = dialog and dialog.find('button', say('Look at them'))
        if button and button.has('sensitive'):
            button.press()
        return dialog is None
    person.wait(is_gone, 'the file dialog going')


with Person(agency) as person:
    with person.step('Ctrl+I asks for a file'):
        person.see('list', say('Needs you'))
        person.keys('ctrl+i')
        person.see('dialog', say('Import platforms’ files'))
        choose_file(person, STATEMENT)

    with person.step('The sheet knows whose file it is and asks what the file does not say'):
        person.see('list item', pattern('Recognised as “%s”'))
        person.press('list item', say('Account'))
        person.see('list', say('Whose file is it?'))
        person.type('kestrelplays')
        person.wait(lambda: len(list(person.see('list', say('Whose file is it?')).find_all('list item'))) == 1, 'one account')
        person.keys('Return')
        person.miss('dialog', say('Whose file is it?'))

    with person.step('The preview names the amount that the file comes to'):
        total = f'{read_total():,} USD'
        person.see('label', total)

    with person.step('It shows the lines that the first rows are read as'):
        with open(STATEMENT, newline='') as file:
            first = next(csv.DictReader(file))
        revenue = {Decimal(text) for column, text in first.items() if column.endswith('Revenue')} - {0}
        lines = [row.name for row in person.see('tree table', say('First rows as read')).find_all('table row')][1:]
        assert len(lines) == min(len(revenue), 8), lines   # all of one row: it has a column for each kind
        assert all(CREATOR in line and Decimal(re.search(r'[\d.]+(?= USD)', line)[0]) in revenue for line in lines), lines

    with person.step('One button imports it'):
        person.press('button', say('Import %s row', 'Import %s rows', 4).replace('%s', '4'))
        person.miss('dialog', say('Import'))

    with person.step('What is done next is said at once; then the import can still be undone'):
        person.see('label', pattern('%s imported: %s'))
        person.keys('ctrl+z')
        person.see('label', say('Nothing to undo'))
        person.miss('label', say('Nothing to undo'))
        person.see('label', pattern('%s imported: %s'))

    with person.step('Whose the unknown accounts are is said once, then their lines settle'):
        person.keys('ctrl+1')
        person.press('button', say('Assign…'))
        unknown = ('list', say('Unknown accounts'))
        for left in [1, 0]:
            person.press('button', say('Assign…'), unknown)
            person.see('list', pattern('Whose account is “%s”?'))
            person.type('harrow')
            person.see('list item', lambda name: name == 'Pixel Harrow')
            person.wait(lambda: len(list(person.see('list', pattern('Whose account is “%s”?')).find_all('list item'))) == 1, 'one creator')
            person.keys('Return')
            person.wait(lambda: len(list((person.look().find(*unknown) or person.look()).find_all('button', say('Assign…')))) == left,
                        f'{left} unknown accounts')

    with person.step('The drafts are out of date until the month is settled again'):
        person.keys('ctrl+5')
        person.see('list item', say('Settle again'))
        person.press('button', say('Settle'))
        person.miss('list item', say('Settle again'))

    with person.step('A statement opens as paper'):
        person.keys('ctrl+f')
        person.type('kestrel')
        person.press('table row', CREATOR)
        person.see('label', say('State'))
        statement, lines = read_statement()
        for key in ['gross', 'earned', 'closing']:
            person.see('button', lambda name: show(statement[key]) in name)

    with person.step('A total leads to the amounts that it is the sum of'):
        person.reach('button', lambda name: show(statement['gross']) in name)
        person.keys('Return')
        tree = ('list', say('How the amount comes about'))
        for line in lines[:3]:   # the popover shows no more of so many
            person.see('list item', lambda name: show(line['gross']) in name, tree)
        person.keys('Escape')
        person.miss(*tree)

    with person.step('Why leads from the amount over the clause to the evidence'):
        line = max((line for line in lines if line['first_day'] >= '2026-10-28'), key=lambda line: Decimal(line['creator']))
        button = person.reach('button', lambda name: show(line['creator']) in name)
        person.keys('Return')
        tree = ('list', say('How the amount comes about'))
        person.see('list item', lambda name: show(line['creator']) in name and line['clause'] in name, tree)
        person.see('list item', lambda name: show(line['gross']) in name, tree)
        person.see('list item', lambda name: FILE in name, tree)

    with person.step('Escape closes Why and the focus returns to the amount'):
        person.keys('Escape')
        person.miss(*tree)
        person.wait(lambda: person.focused() and person.focused().path == button.path, 'the focus return')

    with person.step('The PDF says what the page says'):
        page = figures(person.texts())
        assert show(statement['closing']) in page
        person.keys('ctrl+e')
        written = read_pdf(save_as(person, 'statement.pdf'))
        missing = [text for text in page if text not in written]
        assert not missing, f'{missing} do not stand in the PDF: {written}'
        assert CREATOR in written and statement['number'] in written

    with person.step('XLSX holds numbers, CSV the same ones'):
        person.keys('ctrl+e')
        sheet = openpyxl.load_workbook(save_as(person, 'statement.xlsx')).active
        numbers = {cell.value for row in sheet for cell in row if isinstance(cell.value, (int, float))}
        person.keys('ctrl+e')
        with open(save_as(person, 'statement.csv'), newline='', encoding='utf-8-sig') as file:
            texts = {text for row in csv.reader(file) for text in row}
        for key in ['gross', 'earned', 'closing']:
            assert float(statement[key]) in numbers, f'{key} {statement[key]} is not in {numbers}'
            assert statement[key] in texts, f'{key} {statement[key]} is not in {texts}'

    with person.step('Closing the month asks once'):
        person.keys('ctrl+5')
        person.press('button', pattern('Close %s…'))
        person.press('button', say('Cancel'))
        assert read_statement()[0]['state'] == 'draft'
        person.miss('button', say('Close the month'))
        person.press('button', pattern('Close %s…'))
        person.press('button', say('Close the month'))
        person.see('label', say('This month is closed'))
        assert read_statement()[0]['state'] == 'closed'

    with person.step('A payment makes it paid'):
        person.keys('ctrl+f')
        person.type('kestrel')
        person.press('table row', CREATOR)
        person.press('button', say('Pay…'))
        amount = person.see('text', say('Amount'))
        assert amount.text == statement['payable']
        for wrong, text in [('0', 'A payment of nothing is none'),
                            ('1,2', '%s: a comma only parts thousands, decimals begin with a point, as in 1,200.50')]:
            amount.write(wrong)
            person.see('alert', pattern(text))
            assert not person.see('button', say('Save')).has('sensitive')
        for wrong, text in [('1' + statement['payable'], '%s %s is owed on statement %s; %s would be too much'),
                            ('-5', '%s %s of statement %s has been paid, so no more can come back')]:
            amount.write(wrong)
            person.press('button', say('Save'))
            person.see('alert', pattern(text))
            assert not any(p['statement_id'] == statement['id'] for p in records(agency, 'payment'))
        amount.write(show(statement['payable']))
        person.press('button', say('Save'))
        paid = person.see('list item', say('Paid'), ('list', say('State')))
        person.wait(lambda: person.see('list item', say('Paid'), ('list', say('State'))).find('image', say('Done')), 'Paid be done')
        assert any(p['statement_id'] == statement['id'] for p in records(agency, 'payment'))

    with person.step('A payment is edited within what is owed without it'):
        person.press('list item', re.compile('.'), ('list', say('Payments')))
        amount = person.see('text', say('Amount'))
        amount.write('1' + statement['payable'])
        person.press('button', say('Save'))
        person.see('alert', pattern('%s %s is owed on statement %s; %s would be too much'))
        amount.write('1')
        person.press('button', say('Save'))
        person.miss('button', say('Save'))
        assert [p['amount'] for p in records(agency, 'payment') if p['statement_id'] == statement['id']] == ['1.00']

    with person.step('The file is sound'):
        run('check', agency)
