"""Which acts make up each case, up to the phase it is shown in."""
import json

from content import CASES, day, has, load
from script.discussion import begin_discussion, comments, settle
from script.intake import intake
from script.people import accounts
from script.review import review
from script.steps import Script, moment
from script.voting import propose, state_minority, vote


def script_of(case):
    sheet = load(f'{case}/case.json')
    script = Script(sheet['id'])
    intake(script, case)
    review(script, case)
    if has(f'{case}/discussion.json'):
        rounds = [vote for vote in load(f'{case}/ballots.json')['rounds'] if vote['state'] != 'script']
        discuss(script, case, rounds)
    return script


def discuss(script, case, rounds):
    """Before the first round, and after it: what belongs to a vote is said once that vote is open to all."""
    begin_discussion(script, case)
    comments(script, case, lambda comment: not is_about_vote(comment))
    settle(script, case)
    propose(script, case)
    for ballots in rounds:
        vote(script, case, ballots)
        if ballots['state'] == 'closed':
            state_minority(script, case)
            comments(script, case, is_about_vote)


def is_about_vote(comment):
    return 'minority' in comment or 'safetyConcern' in comment


def conference():
    """The body of a scheduling request, and who sends it."""
    board = load('board.json')
    planned = board['conference']
    names = {case: load(f'{case}/case.json')['id'] for case in CASES}
    return {
        'at': moment(-2, '16:00'),
        'as': board['coordinator']['id'],
        'id': planned['id'],
        'schedule': {
            'title': planned['title']['de'],
            'starts': moment(day(planned['date']), '14:00'),
            'timeZone': planned['timeZone'],
            'durationMinutes': planned['durationMinutes'],
            'chair': planned['chair'],
            'participants': planned['participants'],
            'agenda': [{'case': names[slot['case']], 'minutes': slot['minutes']} for slot in planned['agenda']],
        },
    }


def generated():
    """Every generated file with its text."""
    yield 'people.json', as_json(accounts())
    yield 'conference.json', as_json(conference())
    for case in CASES:
        yield f'{case}/script.json', script_of(case).text()


def as_json(value):
    return json.dumps(value, ensure_ascii=False, indent=1) + '\n'
