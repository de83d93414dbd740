"""After the reveal: discrepancies are raised and assessed, discussed and settled."""
from content import day, load
from script.steps import computed_discrepancy
from script.values import LANGUAGE, quote_target


def begin_discussion(script, case):
    """On the day of the reveal the chair puts every discrepancy on the table."""
    chair = load(f'{case}/panel.json')['chair']
    script.on(day(load(f'{case}/case.json')['revealed']), '19:00')
    for one in load(f'{case}/discrepancies.json')['discrepancies']:
        if 'raisedBy' in one:
            said = {'id': one['id'], 'subject': subject(case, one), 'positions': [],
                    'statement': one['statement'][LANGUAGE]}
            script.say(one['raisedBy'], 'raiseDiscrepancy', {'discrepancy': said})
    for one in assessed(case):
        body = {'id': name_of(case, one), 'kind': one['kind'], 'severity': one['severity']}
        script.say(chair, 'assessDiscrepancy', body)


def comments(script, case, choose=lambda comment: True):
    """The comments that `choose` picks, in their order."""
    known = {one['id']: one for one in load(f'{case}/discrepancies.json')['discrepancies']}
    for comment in filter(choose, load(f'{case}/discussion.json')['comments']):
        script.on(day(comment['day']))
        said = {'id': comment['id'], 'discrepancy': name_of(case, known[comment['discrepancy']]),
                'text': comment['text'][LANGUAGE]}
        if 'replyTo' in comment:
            said['replyTo'] = comment['replyTo']
        if 'anchor' in comment:
            said['target'] = quote_target(comment['anchor'])
        script.say(comment['by'], 'postComment', {'comment': said})


def settle(script, case):
    chair = load(f'{case}/panel.json')['chair']
    for one in load(f'{case}/discrepancies.json')['discrepancies']:
        if one['status'] != 'open':
            body = {'id': name_of(case, one), 'status': one['status'], 'conclusion': one['conclusion'][LANGUAGE]}
            script.say(chair, 'settleDiscrepancy', body)


def subject(case, one):
    if one['on'] == 'dimension':
        return {'dimension': one['key']}
    (primary,) = load(f'{case}/findings.json')['primaries'].values()
    return {'field': one['key'], 'primary': primary}


def name_of(case, one):
    """A raised discrepancy has the id its author gave it; a computed one is found by its subject, one thread each."""
    return one['id'] if 'raisedBy' in one else computed_discrepancy(subject(case, one))


def assessed(case):
    """One entry a thread: where two entries share a computed discrepancy, the first names its kind and severity."""
    threads = {}
    for one in load(f'{case}/discrepancies.json')['discrepancies']:
        threads.setdefault(str(name_of(case, one)), one)
    return threads.values()
