"""What is handed out is seen first: the page that prints, or how the file begins."""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))
from person import Person, pattern, records, run, say

CREATOR = 'Kestrel Plays'
MONTH = '2026-10'

folder = tempfile.TemporaryDirectory()
agency = os.path.join(folder.name, 'agency.troupe')
run('init', agency, '--demo')
creator = next(c['id'] for c in records(agency, 'creator') if c['name'] == CREATOR)
payable = {s['month']: f'{float(s["payable"]):,.2f}' for s in records(agency, 'statement') if s['creator_id'] == creator}


def first_page(person, *texts):
    """The first page, as soon as its text alternative says all that."""
    def look():
        page = person.look().find('image', pattern('Page %u of %u'))
        return page and all(text in page.description for text in texts) and page
    return person.wait(look, f'a page that says {texts}')


def begins(person, *texts):
    def look():
        view = person.look().find('text', say('How the file begins'))
        return view and all(text in view.text for text in texts)
    person.wait(look, f'a text that says {texts}')


def choose_report(person, name):
    person.press('list item', say(name), ('list', say('Reports')))


with Person(agency, '--page', 'reports') as person:
    with person.step('The statements of all creators show as pages'):
        first_page(person, '结算单', '草稿')

    with person.step('One creator’s statement is found by name and says what is paid'):
        person.press('button', say('All creators'))
        person.see('list', say('Whose statement?'))
        person.type('kestrel')
        person.wait(lambda: len(list(person.see('list', say('Whose statement?')).find_all('list item'))) == 1, 'one creator')
        person.keys('Return')
        first_page(person, CREATOR, payable[MONTH])

    with person.step('The page is in the language of the document, not of the window'):
        person.press('radio button', 'English')
        first_page(person, 'Statement, October 2026', payable[MONTH])

    with person.step('However fast the months turn, the page is that of the last one'):
        person.keys(*['ctrl+Page_Up'] * 4, *['ctrl+Page_Down'] * 3)
        first_page(person, 'September 2026', payable['2026-09'])

    with person.step('CSV and JSON show how the file begins'):
        person.press('radio button', 'CSV')
        begins(person, 'report,section,row', CREATOR, payable['2026-09'].replace(',', ''))
        person.press('radio button', 'JSON')
        begins(person, '"troupe-report"', CREATOR)

    with person.step('A month without statements says so and leads to Settlement'):
        person.press('radio button', 'PDF')
        person.keys('ctrl+Page_Down', 'ctrl+Page_Down')
        person.see('button', say('Settlement'))
        person.keys('ctrl+Page_Up')
        first_page(person, 'October 2026')

    with person.step('What is exported is what was shown'):
        choose_report(person, 'Month report')
        page = first_page(person, 'October 2026', 'Gross')
        figure = page.description.rsplit(': ', 2)[1].split(' ')[0]
        person.keys('ctrl+e')
        path = os.path.join(folder.name, 'month.pdf')
        person.see('dialog')
        person.keys('ctrl+a')
        person.type(path)
        person.keys('Return')
        person.wait(lambda: os.path.exists(path), path)
        written = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout
        assert figure in written, f'{figure} of “{page.description}” is not in {written}'
