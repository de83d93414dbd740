"""People, institutions, the panels and the conference."""
from checks.tally import check
from content import CASES, load

ROLES = ('coordinator', 'recipient', 'observer', 'translator', 'administrator')


def everyone(board):
    return board['members'] + board['guests'] + [board[role] for role in ROLES]


def verify():
    board = load('board.json')
    people = {person['id'] for person in everyone(board)}
    institutions = {institution['id'] for institution in board['institutions']}
    check(len(people) == len(everyone(board)), 'ids of people are unique')
    check(len({person['login'] for person in everyone(board)}) == len(people), 'sign-in names are unique')
    check(len(board['members']) == 7, 'seven members')
    check(len({member['institution'] for member in board['members']}) >= 3, 'three institutions')
    check(sum(member['chair'] for member in board['members']) == 1, 'one chair')
    for person in everyone(board):
        check(person['institution'] in institutions, f"institution of {person['id']}")
    conference = board['conference']
    check(all(slot['case'] in CASES for slot in conference['agenda']) and len(conference['agenda']) == 3, 'agenda')
    check(all(person in people for person in conference['participants']), 'participants')
    for case in CASES:
        verify_panel(case, people)


def verify_panel(case, people):
    panel = load(f'{case}/panel.json')
    members = {member['person'] for member in panel['members']}
    pseudonyms = {member['pseudonym'] for member in panel['members']}
    disciplines = {member['discipline'] for member in panel['members']}
    check(members <= people and len(pseudonyms) == len(members) == 7, f'{case}: panel')
    check(set(panel['requiredDisciplines']) <= disciplines, f'{case}: required disciplines are on the panel')
    check(len({member['institution'] for member in panel['members']}) >= 2, f'{case}: two institutions')
    in_time = {member['discipline'] for member in panel['members'] if member['person'] != panel['late']}
    check(set(panel['requiredDisciplines']) <= in_time, f'{case}: a quorum seals in time')
    check(set(panel['observers']) | {panel['recipient'], panel['coordinator']} <= people, f'{case}: other roles')
