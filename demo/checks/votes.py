"""Options, ballots, results and the outcome that is expected of them."""
import hashlib
import json

from checks.appropriateness import rand_ucla
from checks.tally import check
from content import CASES, THERAPIES, load

# Ratings with median, P30, P70 and index, from the literature the rules quote.
KNOWN_ANSWERS = [([7, 7, 8, 8, 8, 9, 7, 9, 8], 8, 7, 8, .1639), ([2, 2, 2, 5, 8, 8, 8, 9, 9], 8, 2, 8, 2.5532),
                 ([3, 4, 5, 7, 8], 5, 3.8, 7.2, 1.0968)]
FUNDAMENTAL = ('diagnosis', 'stage', 'intent', 'primaryModality')
TOLERANCE = 6e-5


def close(one, other):
    return one == other if isinstance(other, (str, bool)) else abs(one - other) < TOLERANCE


def verify():
    for ratings, *answers in KNOWN_ANSWERS:
        got = rand_ucla(ratings)
        check(all(map(close, (got[key] for key in ('median', 'p30', 'p70', 'di')), answers)), f'known answer {ratings}')
    for case in CASES:
        options = load(f'{case}/options.json')
        names = [option['id'] for option in options['options']]
        check(len(set(names)) == len(names) == 4, f'{case}: options')
        check(all(set(option['therapyCodes']) <= THERAPIES for option in options['options']), f'{case}: therapy codes')
        verify_rounds(case, options['optionSet'], names)
        verify_adoption(case)
        verify_outcome(case)
    check(load('case-2-mamma/expected.json')['outcomeClass'] == 'adjust', 'case 2 is an adjustment')
    first_round = load('case-3-leber/expected.json')['rounds'][0]['options'].values()
    check(sorted((result['class'], result['disagreement']) for result in first_round) ==
          [('appropriate', False), ('inappropriate', False), ('uncertain', False), ('uncertain', True)],
          'case 3 shows four kinds of result')


def verify_rounds(case, option_set, options):
    name = load(f'{case}/case.json')['id']
    members = {member['person'] for member in load(f'{case}/panel.json')['members']}
    rounds, expected = load(f'{case}/ballots.json')['rounds'], load(f'{case}/expected.json')['rounds']
    for vote, result in zip(rounds, expected, strict=True):
        ballots = vote['ballots']
        voters = {ballot['voter'] for ballot in ballots}
        check(vote['number'] == result['round'] and len(voters) == len(ballots) == 7, vote['id'])
        for ballot in ballots:
            where, choices = f"{vote['id']} {ballot['voter']}", ballot['choices']
            check(ballot['person'] in members and set(choices) == set(options), f'{where}: person, options')
            check(all(1 <= rating <= 9 for rating in choices.values()), f'{where}: scale')
            told = ['consilium.ballot.1', name, vote['number'], option_set, ballot['voter'], choices]
            check(json.loads(ballot['verbatim'])[:6] == told, f'{where}: verbatim')
            digest = hashlib.sha256(ballot['verbatim'].encode()).hexdigest()
            check(digest == ballot['commitment'], f'{where}: commitment')
            check(all(o in ballot['reasons'] for o, rating in choices.items() if rating <= 3), f'{where}: reasons')
        opened = sorted(ballot['commitment'] for ballot in ballots if ballot['state'] == 'opened')
        check(vote['commitmentsSorted'] == opened, f"{vote['id']}: list")
        for option in options:
            got, wanted = rand_ucla([ballot['choices'][option] for ballot in ballots]), result['options'][option]
            check(all(close(wanted[key], value) for key, value in got.items()), f"{vote['id']} {option}: {got}")


def verify_adoption(case):
    ballots, expected = load(f'{case}/ballots.json')['adoption']['ballots'], load(f'{case}/expected.json')['adoption']
    votes = [ballot['vote'] for ballot in ballots]
    yes, no = votes.count('yes'), votes.count('no')
    counts = (yes, no, votes.count('abstain'))
    check(counts == tuple(expected[key] for key in ('yes', 'no', 'abstain')), f'{case}: adoption')
    check(all(ballot['vote'] != 'no' or ballot.get('reason') for ballot in ballots), f'{case}: a no carries a reason')
    percent = 100 * yes / (yes + no)
    strength = next((name for limit, name in ((95, 'strong consensus'), (75, 'consensus'), (50, 'majority'))
                     if percent > limit), 'none')
    check(expected['strength'] == strength, f'{case}: strength')


def verify_outcome(case):
    first, expected = load(f'{case}/first-opinion.json')['values'], load(f'{case}/expected.json')
    for dimension, verdict in expected['comparison'].items():
        before = first.get(dimension, {}).get('coded')
        after = expected['recommendation']['values'][dimension].get('coded')
        if dimension not in first:
            wanted = 'not-compared'
        elif not (before and after):
            wanted = 'chair-different'
        else:
            wanted = 'same' if set(before['codes']) == set(after['codes']) else 'different'
        check(verdict == wanted, f'{case}: comparison of {dimension}')
    verdicts = expected['comparison']
    if any(verdicts[dimension] == 'different' for dimension in FUNDAMENTAL):
        outcome = 'fundamentally different'
    else:
        outcome = 'adjust' if any('different' in verdict for verdict in verdicts.values()) else 'confirm'
    check(expected['outcomeClass'] == outcome, f'{case}: outcome')
