"""What was checked and what failed; every check says what it is about."""
count = 0
failures = []


def check(holds, about):
    global count
    count += 1
    if not holds:
        failures.append(about)
