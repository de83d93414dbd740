"""Options, rounds and ballots. Of a ballot only choices, reasons and nonce are said; the server draws the pseudonym."""
import json

from content import day, load
from script.steps import moment
from script.values import LANGUAGE

VOTING_TIME = '10:00'


def propose(script, case):
    for option in load(f'{case}/options.json')['options']:
        said = {'id': option['id'], 'therapies': option['therapyCodes'], 'text': option['text'][LANGUAGE],
                'isFirstProposal': option['firstProposal']}
        script.say(option['proposedBy'], 'proposeOption', {'option': said})


def vote(script, case, ballots):
    """Opens the round, casts what was sealed or opened of it, and closes it if it is closed."""
    chair, options = load(f'{case}/panel.json')['chair'], load(f'{case}/options.json')
    script.on(day(ballots['opened']), VOTING_TIME)
    opening = {'number': ballots['number'], 'method': ballots['method'], 'optionSet': options['optionSet'],
               'options': [option['id'] for option in options['options']]}
    if 'closes' in ballots:
        opening['closes'] = moment(day(ballots['closes']))
    script.say(chair, 'openVoting', {'round': opening})
    for ballot in ballots['ballots']:
        if ballot['state'] != 'script':
            said = {'round': ballots['number'], 'optionSet': options['optionSet'], 'choices': ballot['choices'],
                    'nonce': json.loads(ballot['verbatim'])[-1]}
            if ballot['reasons']:
                said['reasons'] = {option: reason[LANGUAGE] for option, reason in ballot['reasons'].items()}
            script.say(ballot['person'], 'castBallot', said)
    if ballots['state'] == 'closed':
        script.on(day(ballots['closed']), VOTING_TIME)
        script.say(chair, 'closeRound', {'round': ballots['number']})


def state_minority(script, case):
    for one in load(f'{case}/ballots.json')['minorityStatements']:
        body = {'round': one['afterRound'], 'text': one['text'][LANGUAGE]}
        script.say(one['parties'][0], 'stateMinority', body)
