"""The screens of the program: who sees them, where they are, and what one presses to come there."""
from dataclasses import dataclass

from support.story import CHAIR, COORDINATOR, RECIPIENT


@dataclass(frozen=True)
class Screen:
    name: str
    person: str | None
    place: str
    # The view of a desk to press.
    tab: str | None = None
    # A desk has three panes, of which a narrow window shows one.
    is_desk: bool = False


def tabs(name, person, case, *names):
    return [Screen(f"{name}-{tab}", person, f"/cases/{case}", tab, True) for tab in names]


SECTIONS = ["sheet", "documents", "documents/d-imaging", "documents/new", "laboratory", "first-opinion", "checklist", "panel", "freeze"]

SCREENS = [
    Screen("sign-in", None, "/"),
    Screen("boards", "m2", "/"),
    Screen("boards-coordinator", COORDINATOR, "/"),
    Screen("new-case", COORDINATOR, "/cases/new"),
    *[Screen(f"preparation-{section.replace('/', '-')}", COORDINATOR, f"/cases/s-intake/preparation?{section}") for section in SECTIONS],
    Screen("preparation-course", COORDINATOR, "/cases/case-1/preparation?course"),
    *[Screen(f"succession-{section}", COORDINATOR, f"/cases/s-succession/preparation?{section}") for section in ("course", "panel")],
    Screen("invitation", "m2", "/cases/s-intake"),
    *tabs("deputy", "m6", "s-ready", "watch"),
    *tabs("deputy-seated", "m6", "s-succession", "ballot"),
    *tabs("review", "m2", "case-1", "findings", "opinion"),
    *tabs("review-watched", COORDINATOR, "case-1", "watch"),
    *tabs("discussion", "m2", "case-2", "differences", "opinions", "options", "findings"),
    *tabs("voting", "m2", "case-3", "ballot"),
    *tabs("voting-chair", CHAIR, "case-3", "ballot"),
    *tabs("drafting", CHAIR, "s-drafting", "draft", "results"),
    *tabs("sign-off", "m2", "s-sign-off", "signOff"),
    *tabs("delivered", "m2", "s-delivered", "record"),
    Screen("recommendation", "m2", "/cases/s-delivered/recommendation"),
    Screen("recommendation-recipient", RECIPIENT, "/cases/s-delivered/recommendation"),
    Screen("conference", "m2", "/conferences/conf-1"),
    Screen("schedule", COORDINATOR, "/schedule"),
    Screen("settings", "m2", "/settings"),
    Screen("not-found", "m2", "/nowhere"),
]
