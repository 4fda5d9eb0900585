"""The window draws with the renderer that people's windows use."""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))
from person import Person, say

with Person('--demo') as person, person.step('Charts, tables and paper are drawn'):
    person.see('list', say('Needs you'))
    for page in ['ctrl+1', 'ctrl+2', 'ctrl+5']:
        person.keys(page)
        person.see('toggle button', '2026-10')
        with tempfile.NamedTemporaryFile(suffix='.png') as picture:
            colours = ['identify', '-format', '%k', picture.name]
            person.wait(lambda: subprocess.run(['import', '-window', person.window, picture.name]).returncode == 0 and
                        int(subprocess.run(colours, capture_output=True, text=True).stdout) > 200, 'colours')
