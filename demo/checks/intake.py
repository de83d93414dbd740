"""What a case starts with: its dates, checklist and laboratory series."""
from checks.tally import check
from content import CASES, OFFSET, day, documents_of, load

# What the product asks of every case of an indication.
TEMPLATES = {
    'oncology': {'histology', 'imaging', 'laboratory'},
    'complex-surgery': {'histology', 'imaging', 'operability'},
    'aggressive-therapy': {'histology', 'imaging', 'laboratory', 'organ-function'},
    'unclear-diagnosis': {'imaging', 'examination'},
    'treatment-failure': {'histology', 'imaging', 'laboratory', 'previous-therapy'},
}


def verify(seen):
    for case in CASES:
        sheet = load(f'{case}/case.json')
        days = ('opened', 'frozen', 'reviewDeadline', 'clinicalDeadline')
        check(all(OFFSET.match(sheet[key]) for key in days + ('birthDateOffset',)), f'{case}: dates')
        check([day(sheet[key]) for key in days] == sorted(day(sheet[key]) for key in days), f'{case}: dates in order')
        check(sheet['conferenceType'] in ('praeth', 'postop', 'postth', 'ther'), f'{case}: kind of conference')
        verify_checklist(case, sheet, seen)
        series = load(f'{case}/labs.json')['series']
        check(len(series) >= 8, f'{case}: analytes')
        for one in series:
            verify_series(one, day(sheet['frozen']))


def verify_checklist(case, sheet, seen):
    documents, _ = documents_of(case)
    for item in sheet['checklist']:
        name, document = item['id'], item['documentId']
        check(name not in seen and item['state'] in ('present', 'missing', 'not-obtainable'), f'{name}: unique, state')
        check(document is None or document in documents, f'{name}: document')
        check(item['state'] != 'present' or document is not None, f'{name}: present has a document')
        check(item['state'] != 'not-obtainable' or item['reason']['de'], f'{name}: not obtainable has a reason')
        check(not (item['required'] and item['state'] == 'missing'), f'{name}: required but missing')
        seen.add(name)
    answered = {item.get('template') for item in sheet['checklist'] if item['required']} - {None}
    check(answered == TEMPLATES[sheet['indication']], f'{case}: the checklist answers its template')


def verify_series(series, frozen):
    name, values = series['id'], series['values']
    check(5 <= len(values) <= 8, f'{name}: {len(values)} values')
    check(loinc_digit(series['loinc'].split('-')[0]) == series['loinc'].split('-')[1], f'{name}: LOINC check digit')
    days = [day(value['date']) for value in values]
    check(days == sorted(set(days)) and days[-1] < frozen, f'{name}: dates in order, before the freeze')
    low, high = series['reference']['low'], series['reference']['high']
    for value in values:
        is_high, is_low = high is not None and value['value'] > high, low is not None and value['value'] < low
        check(value['flag'] == ('H' if is_high else 'L' if is_low else 'N'), f"{name} {value['date']}: flag")


def loinc_digit(body):
    """The check digit of a LOINC code: modulus 10, doubling every other digit from the right."""
    total = 0
    for index, character in enumerate(reversed(body)):
        digit = int(character) * (2 if index % 2 == 0 else 1)
        total += digit - 9 if digit > 9 else digit
    return str(-total % 10)
