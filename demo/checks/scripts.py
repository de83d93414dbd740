"""The scripts: written from the content as it stands, in order, naming only what exists when it is named."""
import json

from checks.tally import check
from content import CASES, OFFSET, ROOT, walk
from script.cases import generated



def verify():
    for name, text in generated():
        path = ROOT / name
        check(path.exists() and path.read_text(encoding='utf-8') == text, f'{name} is current: run make-script.py')
    accounts = {account['id'] for account in json.loads((ROOT / 'people.json').read_text(encoding='utf-8'))}
    for case in CASES:
        script = json.loads((ROOT / case / 'script.json').read_text(encoding='utf-8'))
        verify_order(case, script['steps'])
        verify_names(case, script['steps'], accounts)
        verify_discrepancies(case, script['steps'])


def minutes(at):
    hours, rest = at['time'].split(':')
    return at['$day'] * 1440 + int(hours) * 60 + int(rest)


def verify_order(case, steps):
    times = [minutes(step['at']) for step in steps]
    check(times == sorted(set(times)) and times[-1] < 0, f'{case}: steps in order, all before today')
    check('openCase' in steps[0]['command'], f'{case}: begins by opening the case')
    frozen = next(step for step in steps if 'freezePanel' in step.get('command', {}))
    deadline = frozen['command']['freezePanel']['settings']['reviewDeadline']
    check(minutes(deadline) > minutes(frozen['at']), f'{case}: the review deadline lies ahead at the freeze')
    seals = [minutes(step['at']) for step in steps if 'seal' in step.get('command', {})]
    check(all(time < minutes(deadline) for time in seals), f'{case}: sealed before the deadline')
    elapsed = [minutes(step['at']) for step in steps if 'elapse' in step]
    check(all(time > minutes(deadline) for time in elapsed), f'{case}: elapses at the deadline')


def verify_names(case, steps, accounts):
    """Every person has an account, every file exists, every source that is spoken of was filed before."""
    filed = set()
    for index, step in enumerate(steps):
        where = f'{case} step {index}'
        check('elapse' in step or step['as'] in accounts, f'{where}: person')
        if 'content' in step:
            check((ROOT / case / step['content']['file']).exists(), f'{where}: file')
        for name, body in step.get('command', {}).items():
            if name in ('fileDocument', 'fileTranslation'):
                filed |= {body['id']} | {segment['id'] for segment in body.get('segments', [])}
            for _, inner in walk(body):
                for key in ('$version', 'document', 'source', 'part'):
                    check(not isinstance(inner.get(key), str) or inner[key] in filed, f'{where}: {inner.get(key)}')
                for text in filter(lambda value: isinstance(value, str), inner.values()):
                    check(not OFFSET.match(text), f'{where}: an offset left in {text!r}')


def verify_discrepancies(case, steps):
    """A discrepancy that is spoken of was computed of values that differ, or raised where none was computed."""
    computed = {subject for subject, values in held_values(steps).items() if len(values) > 1}
    for step in steps:
        for _, inner in walk(step):
            if '$discrepancy' in inner:
                check(key_of(inner['$discrepancy']) in computed, f"{case}: {inner['$discrepancy']} will be computed")
        raised = step.get('command', {}).get('raiseDiscrepancy')
        if raised:
            subject = raised['discrepancy']['subject']
            check(key_of(subject) not in computed, f'{case}: {subject} has its thread already')


def key_of(subject):
    return (subject.get('dimension') or subject['field'], subject.get('primary'))


def held_values(steps):
    """The values held of each (dimension or field, primary) by the first opinion and in sealed work."""
    sealed = {step['as'] for step in steps if 'seal' in step.get('command', {})}
    values = {}

    def hold(key, value):
        values.setdefault(key, set()).add(value)

    def hold_dimension(dimension, value):
        if value.get('system'):
            is_ordered = value['system'].endswith('-ordered')
            codes = tuple(value['codes']) if is_ordered else frozenset(value['codes'])
            hold((dimension, None), (value['system'], codes))

    def hold_finding(finding):
        hold((finding['field'], finding.get('primary')), finding['value'])

    for step in steps:
        for name, body in step.get('command', {}).items():
            if name == 'transcribeFirstOpinion':
                for dimension, value in body['opinion']['values'].items():
                    hold_dimension(dimension, value)
                for finding in body['opinion']['findings']:
                    hold_finding(finding)
            elif name == 'stateOpinion' and step['as'] in sealed and 'value' in body['answer']:
                hold_dimension(body['dimension'], body['answer']['value'])
            elif name == 'annotate' and step['as'] in sealed and 'finding' in body['annotation']:
                hold_finding(body['annotation']['finding'])
    return values
