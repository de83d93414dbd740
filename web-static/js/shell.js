/**
 * The frame of the page: what stands above, the content, what stands below. A page gives one function that describes all
 * three; it is asked again whenever something changed, and what is there already keeps its focus and its scroll position.
 */
import { h, patch } from './core/dom.js';
import { onLanguage, t } from './core/i18n.js';

export class Shell {
  #document;
  #banner = null;
  #describe = () => ({});

  constructor(document) {
    this.#document = document;
    onLanguage(() => this.update());
  }

  /**
   * `describe()` gives `{title, layout, top, main, foot}`: the document's title, `page` (scrolls as a whole) or `desk` (panes
   * that scroll on their own), and the descriptions of the three parts.
   */
  show(describe) {
    this.#describe = describe;
    this.update();
  }

  /** What is said about the connection, on whatever page. */
  set banner(props) {
    this.#banner = props;
    this.update();
  }

  /** Describes the page again, at once. */
  update() {
    const { title, layout = 'page', top, main, foot } = this.#describe();
    const part = id => this.#document.getElementById(id);
    this.#document.title = title ? `${title} – ${t('common.product')}` : t('common.product');
    this.#document.body.dataset.layout = layout;
    patch(part('skip'), t('common.skip'));
    patch(part('top'), top, this.#banner && h('tb-connection-banner', { props: this.#banner }));
    patch(part('main'), main);
    patch(part('foot'), foot);
  }

  /** After a change of page: the reader starts at its beginning. */
  focusStart() {
    const main = this.#document.getElementById('main');
    (main.querySelector('h1') ?? main).focus({ preventScroll: true });
    this.#document.defaultView.scrollTo(0, 0);
  }
}

/**
 * A page's hold on the frame: it describes itself once per turn, however often something of it changed. `describe()` gives
 * what `Shell.show` wants. After `close()` an update is nothing: another page stands there.
 */
export function screen(app, describe) {
  let isOpen = true;
  let isScheduled = false;
  app.shell.show(describe);
  return {
    get isOpen() { return isOpen; },
    update() {
      if (isScheduled || !isOpen) return;
      isScheduled = true;
      queueMicrotask(() => {
        isScheduled = false;
        if (isOpen) app.shell.update();
      });
    },
    close() { isOpen = false; },
  };
}
