"""The people of the board, with a sign-in name each; passwords are drawn when the demonstration is loaded."""
from content import load

RIGHTS = {'coordinator': ['coordinator'], 'administrator': ['administrator']}


def everyone():
    board = load('board.json')
    offices = [board[role] for role in ('coordinator', 'translator', 'observer', 'recipient', 'administrator')]
    return board['members'] + board['guests'] + offices


def person(name):
    return next(someone for someone in everyone() if someone['id'] == name)


def institutions():
    """Names of institutions by id."""
    return {institution['id']: institution['name'] for institution in load('board.json')['institutions']}


def accounts():
    """What an account is made of."""
    names = institutions()
    return [
        {'id': someone['id'], 'name': someone['name'], 'login': someone['login']}
        | ({'discipline': someone['discipline']} if 'discipline' in someone else {})
        | {'institution': names[someone['institution']], 'languages': someone['languages'],
           'rights': RIGHTS.get(someone.get('role'), [])}
        for someone in everyone()
    ]
