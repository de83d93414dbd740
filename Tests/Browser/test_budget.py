"""What a first visit costs: few requests, few bytes."""
from playwright.sync_api import expect

REQUESTS = 30
BYTES = 350_000  # of code, style and one language, as they are read


def visit(seat, heading):
    """Everything a browser that was never here asks for until the screen stands."""
    asked = []
    seat.page.on("response", lambda answer: asked.append(answer))
    seat.open("/")
    expect(seat.page.get_by_role("heading", name=heading)).to_be_visible()
    seat.page.wait_for_load_state("networkidle")
    return asked


def check(asked):
    kinds = ("script", "stylesheet")
    size = sum(len(answer.body()) for answer in asked if answer.request.resource_type in kinds)
    assert len(asked) <= REQUESTS, [answer.url for answer in asked]
    assert size <= BYTES
    assert sum(answer.request.resource_type == "stylesheet" for answer in asked) == 1


def test_signing_in_costs_few_requests(seat):
    check(visit(seat(), "Consilium"))


def test_the_list_of_boards_costs_few_requests(seat):
    check(visit(seat("m2"), "My boards"))
