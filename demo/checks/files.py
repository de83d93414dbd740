"""Every file: UTF-8 in NFC, line feeds, JSON that parses, and nothing of the machine it was written on."""
import json
import re
import unicodedata

from checks.tally import check
from content import CASES, ROOT, load

CASE_FILES = ['case', 'documents', 'labs', 'first-opinion', 'panel', 'findings', 'opinions', 'discrepancies',
              'options', 'ballots', 'expected', 'script']
MACHINE_PATH = re.compile(r'/(?:work|tmp|home|root|Users)/[a-z]')


def verify():
    for path in sorted(ROOT.rglob('*')):
        if path.suffix not in ('.json', '.txt', '.md', '.hl7'):
            continue
        raw = path.read_bytes()
        text = raw.decode('utf-8')
        name = path.relative_to(ROOT)
        check(unicodedata.normalize('NFC', text) == text, f'{name}: NFC')
        check(path.suffix == '.hl7' or b'\r' not in raw, f'{name}: line feeds')
        check(not MACHINE_PATH.search(text), f'{name}: no path of a machine')
        if path.suffix == '.json':
            json.loads(text)
            check(True, f'{name}: JSON')
    for case in CASES:
        for name in CASE_FILES:
            check((ROOT / case / f'{name}.json').exists(), f'{case}/{name}.json')
            check(load(f'{case}/{name}.json') != {}, f'{case}/{name}.json is not empty')
