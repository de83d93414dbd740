"""A script: who says what to a case and when, with placeholders for what only the day of loading knows."""
import json

STEP_MINUTES = 2
START = '08:00'


def moment(day, time='12:00'):
    """`time` o'clock UTC, `day` days from the day of loading; becomes milliseconds since 1970."""
    return {'$day': day, 'time': time}


def date(day):
    """A calendar date, `day` days from the day of loading; becomes `YYYY-MM-DD`."""
    return {'$date': day}


def version(part):
    """The hash of a part's content, which depends on the dates within it."""
    return {'$version': part}


def computed_discrepancy(subject):
    """The id the reveal gave to the computed discrepancy about this subject."""
    return {'$discrepancy': subject}


OWN_HEAD = {'$own': True}


class Script:
    """Collects steps in the order of their moments; every command is given two minutes after the one before."""

    def __init__(self, case):
        self.case = case
        self.steps = []
        self.clock = (-10_000, 0)

    def on(self, day, time=START):
        """Moves on to a day; a time that has passed on that day already leaves the clock where it is."""
        hours, minutes = map(int, time.split(':'))
        self.clock = max(self.clock, (day, hours * 60 + minutes))

    def say(self, person, command, body, content=None):
        step = {'at': self.now(), 'as': person, 'command': {command: body}}
        if content is not None:
            step['content'] = content
        self.add(step)

    def elapse(self):
        """Lets the clock pass a deadline without anyone saying anything."""
        self.add({'at': self.now(), 'elapse': True})

    def now(self):
        day, minutes = self.clock
        return moment(day, f'{minutes // 60:02}:{minutes % 60:02}')

    def add(self, step):
        self.steps.append(step)
        day, minutes = self.clock
        if minutes + STEP_MINUTES >= 24 * 60:
            raise ValueError(f'{self.case}: too many steps on day {day}')
        self.clock = (day, minutes + STEP_MINUTES)

    def text(self):
        """JSON with one step a line."""
        lines = ',\n'.join(json.dumps(step, ensure_ascii=False) for step in self.steps)
        return f'{{"case": "{self.case}", "steps": [\n{lines}\n]}}\n'
