"""What the members note and seal: annotations, opinions, discrepancies, the discussion."""
from checks.tally import check
from content import CASES, DIMENSIONS, THERAPIES, day, documents_of, has, load

KINDS = ('detection', 'interpretation', 'missing-data', 'translation', 'guideline-choice')
STATES = ('open', 'explained', 'resolved', 'needs-examination', 'accepted-as-open')
SEVERITIES = ('1', '2a', '2b', '3a', '3b')


def verify(seen):
    for case in CASES:
        panel = load(f'{case}/panel.json')
        members = {member['person'] for member in panel['members']}
        verify_opinions(case, panel)
        verify_discrepancies(case, panel, members, seen)
        if has(f'{case}/annotations.json'):
            verify_annotations(case, members, seen)
        if has(f'{case}/discussion.json'):
            verify_discussion(case, members, seen)


def verify_opinions(case, panel):
    sheet = load(f'{case}/case.json')
    opinions = [o for o in load(f'{case}/opinions.json')['opinions'] if o['state'] != 'late']
    check(len(opinions) == (6 if panel['late'] else 7), f'{case}: opinions')
    for opinion in opinions:
        name = opinion['id']
        if opinion['sealed'] is not None:
            is_in_time = day(sheet['frozen']) <= day(opinion['sealed']) <= day(sheet['reviewDeadline'])
            check(is_in_time, f'{name}: day of sealing')
        check(list(opinion['dimensions']) == DIMENSIONS, f'{name}: all dimensions')
        for dimension, answer in opinion['dimensions'].items():
            verify_answer(f'{name} {dimension}', answer)


def verify_answer(name, answer):
    if answer.get('cannotJudge'):
        check(answer['reason']['de'] and answer['reason']['en'], f'{name}: says why not')
        return
    check(1 <= answer['confidence'] <= 9, f'{name}: confidence')
    check(answer['rationale']['de'] and answer['rationale']['en'], f'{name}: rationale')
    citations = answer['citations']
    check(citations and all(quote.get('nature') == 'primary' for quote in citations), f'{name}: primary citation')
    coded = answer['value'].get('coded')
    if coded and coded['system'].startswith('obds'):
        check(set(coded['codes']) <= THERAPIES, f'{name}: therapy codes')


def verify_discrepancies(case, panel, members, seen):
    listing = load(f'{case}/discrepancies.json')
    pseudonyms = {member['pseudonym'] for member in panel['members']}
    for one in listing['discrepancies']:
        name = one['id']
        check(name not in seen and one['severity'] in SEVERITIES and one['kind'] in KINDS, f'{name}: severity, kind')
        check(one['status'] in STATES, f'{name}: status')
        check(set(one['parties']) <= pseudonyms | {'first-opinion'}, f'{name}: parties')
        check(one['on'] == 'field' or one['key'] in DIMENSIONS, f'{name}: key')
        check(one.get('raisedBy', panel['chair']) in members, f'{name}: raised by a member')
        seen.add(name)
    for request in listing['examinationRequests']:
        check(request['resolves'] in seen, f"{request['id']}: resolves")


def verify_annotations(case, members, seen):
    findings = {finding['id']: finding for finding in load(f'{case}/findings.json')['findings']}
    series = {one['id'] for one in load(f'{case}/labs.json')['series']}
    documents, _ = documents_of(case)
    for one in load(f'{case}/annotations.json')['annotations']:
        name = one['id']
        check(name not in seen and one['reviewer'] in members, f'{name}: unique, reviewer')
        check(one['statement']['de'] and one['statement']['en'], f'{name}: statement')
        check(one['certainty'] in ('certain', 'probable', 'uncertain'), f'{name}: certainty')
        check(sum(key in one for key in ('finding', 'anchor', 'series', 'region')) == 1, f'{name}: one target')
        if 'finding' in one:
            finding = findings.get(one['finding'])
            check(finding is not None and finding['source'] == 'demo', f'{name}: finding')
            check(finding is not None and finding['anchor']['nature'] == 'primary', f'{name}: readable while blind')
        check('anchor' not in one or one['anchor']['nature'] == 'primary', f'{name}: readable while blind')
        check(one.get('series') is None or one['series'] in series, f'{name}: series')
        check('region' not in one or one['region']['documentId'] in documents, f'{name}: image')
        seen.add(name)


def verify_discussion(case, members, seen):
    known = {one['id'] for one in load(f'{case}/discrepancies.json')['discrepancies']}
    revealed = day(load(f'{case}/case.json')['revealed'])
    said = set()
    for comment in load(f'{case}/discussion.json')['comments']:
        name = comment['id']
        check(name not in seen and comment['by'] in members and comment['discrepancy'] in known, name)
        check(revealed <= day(comment['day']) < 0, f'{name}: after the reveal, before today')
        check(comment.get('replyTo') is None or comment['replyTo'] in said, f'{name}: answers an earlier one')
        check(comment['text']['de'] and comment['text']['en'], f'{name}: text')
        said.add(name)
    seen |= said
