"""The blind review: what each member notes, states and seals, and the deadline that one of them misses."""
from content import day, load
from script.steps import OWN_HEAD
from script.values import LANGUAGE, dimension_value, finding, quote_target, region_target

# The review deadline falls on 18:00 of its day.
AFTER_DEADLINE = '18:02'


def review(script, case):
    opinions = load(f'{case}/opinions.json')['opinions']
    sealed = sorted((o for o in opinions if o['state'] == 'sealed'), key=lambda o: (day(o['sealed']), o['id']))
    deadline = load(f'{case}/panel.json')['reviewDeadline']
    late = [opinion for opinion in opinions if opinion['state'] == 'late']
    for opinion in sealed:
        script.on(day(opinion['sealed']))
        annotate(script, case, opinion['reviewer'])
        for dimension, said in opinion['dimensions'].items():
            body = {'dimension': dimension, 'answer': answer(said), 'revision': 0}
            script.say(opinion['reviewer'], 'stateOpinion', body)
        script.say(opinion['reviewer'], 'seal', {'own': OWN_HEAD})
    for opinion in late:
        script.on(day(deadline))
        annotate(script, case, opinion['reviewer'])
        script.on(day(deadline), AFTER_DEADLINE)
        script.elapse()


def answer(said):
    if said.get('cannotJudge'):
        return {'rationale': said['reason'][LANGUAGE], 'citations': []}
    return {'value': dimension_value(said['value']), 'confidence': said['confidence'],
            'rationale': said['rationale'][LANGUAGE], 'citations': [quote_target(quote) for quote in said['citations']]}


def annotate(script, case, reviewer):
    for note in load(f'{case}/annotations.json')['annotations']:
        if note['reviewer'] == reviewer:
            script.say(reviewer, 'annotate', {'annotation': annotation(note, load(f'{case}/findings.json'))})


def annotation(note, findings):
    """A note targets a finding's place, a quote of its own, a laboratory series or a region of an image."""
    stated = next((f for f in findings['findings'] if f['id'] == note.get('finding')), note.get('states'))
    if 'series' in note:
        target = {'series': note['series']}
    elif 'region' in note:
        target = region_target(note['region'])
    else:
        target = quote_target(note['anchor'] if 'anchor' in note else stated['anchor'])
    said = {'id': note['id'], 'target': target,
            'statement': note['statement'][LANGUAGE], 'certainty': note['certainty']}
    if 'category' in note:
        said['category'] = note['category']
    if stated:
        said['finding'] = finding(stated, findings['primaries'])
    return said
