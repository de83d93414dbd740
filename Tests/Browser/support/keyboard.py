"""Somebody who has keys only, and looks where the focus is."""
FAR_ENOUGH = 120  # presses of Tab after which something is out of reach


class Keyboard:
    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text):
        self.page.keyboard.insert_text(text)

    def is_on(self, selector):
        return self.page.evaluate("selector => document.activeElement.matches(selector)", selector)

    def tab_to(self, selector, key="Tab"):
        """Tabs on until the focus is there, and sees that it is shown and nothing covers it."""
        for _ in range(FAR_ENOUGH):
            if self.is_on(selector):
                self._sees_the_focus(selector)
                return
            self.press(key)
        raise AssertionError(f"{selector} is out of the keyboard's reach")

    def _sees_the_focus(self, selector):
        assert self.page.evaluate("""() => {
            const node = document.activeElement, box = node.getBoundingClientRect();
            const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + box.height / 2);
            const shown = getComputedStyle(node).outlineStyle !== 'none' || getComputedStyle(node.parentElement).outlineStyle !== 'none'
                || node.nextElementSibling && getComputedStyle(node.nextElementSibling).outlineStyle !== 'none';
            return shown && (node.contains(at) || at?.contains(node) || node.parentElement.contains(at));
        }"""), f"the focus on {selector} cannot be seen"

    def has_lost_the_focus(self):
        """On the body it is nowhere: the next Tab would begin at the top of the page."""
        return self.is_on("body")
