/**
 * As much of a browser's page as `patch` and the frame of the program use, so that what a person keeps or loses (focus above
 * all) can be tested without one. As in a browser, a node that is taken out loses the focus to the body.
 */
class Node {
  parentNode = null;
  childNodes = [];

  constructor(document) { this.ownerDocument = document; }

  get firstChild() { return this.childNodes[0] ?? null; }
  get nextSibling() { return this.parentNode?.childNodes[this.parentNode.childNodes.indexOf(this) + 1] ?? null; }
  get isConnected() { return this.ownerDocument.documentElement.contains(this); }
  get textContent() { return this.childNodes.map(node => node.textContent).join(''); }

  contains(other) { return other === this || this.childNodes.some(node => node.contains(other)); }

  remove() {
    const { activeElement, body } = this.ownerDocument;
    if (this.contains(activeElement)) this.ownerDocument.activeElement = body;
    this.parentNode.childNodes = this.parentNode.childNodes.filter(node => node !== this);
    this.parentNode = null;
  }

  insertBefore(node, before) {
    if (node.parentNode) node.remove();
    const at = before ? this.childNodes.indexOf(before) : this.childNodes.length;
    this.childNodes.splice(at, 0, node);
    node.parentNode = this;
  }
}

class Text extends Node {
  nodeType = 3;

  constructor(document, data) { super(document); this.data = data; }

  get textContent() { return this.data; }
}

class Element extends Node {
  nodeType = 1;
  dataset = {};
  style = { setProperty() {} };
  open = false;
  #attributes = new Map();

  constructor(document, tag, namespaceURI) { super(document); Object.assign(this, { tag, namespaceURI }); }

  getAttribute(name) { return this.#attributes.get(name) ?? null; }
  setAttribute(name, value) { this.#attributes.set(name, value); }
  removeAttribute(name) { this.#attributes.delete(name); }
  addEventListener() {}
  focus() { if (this.isConnected && !this.#isHidden) this.ownerDocument.activeElement = this; }

  /** Tags alone are looked for here. */
  querySelectorAll(tag) {
    return this.childNodes.filter(node => node instanceof Element)
      .flatMap(node => [...(node.tag === tag ? [node] : []), ...node.querySelectorAll(tag)]);
  }

  querySelector(tag) { return this.querySelectorAll(tag)[0] ?? null; }

  closest(selector) {
    const fits = this.tag === selector || (selector === 'details:not([open])' && this.tag === 'details' && !this.open);
    return fits ? this : this.parentNode?.closest?.(selector) ?? null;
  }

  get #isHidden() { return this.tag !== 'summary' && this.closest('details:not([open])') !== null; }
}

/** A document with the frame of `index.html`; it becomes the global one, in which `dom.js` makes its nodes. */
export function newPage() {
  const document = {
    hidden: false, title: '', listeners: {},
    createElement: tag => new Element(document, tag, 'http://www.w3.org/1999/xhtml'),
    createElementNS: (namespace, tag) => new Element(document, tag, namespace),
    createTextNode: data => new Text(document, data),
    addEventListener: (type, listener) => { document.listeners[type] = listener; },
    removeEventListener: type => { delete document.listeners[type]; },
  };
  document.documentElement = document.createElement('html');
  document.body = document.createElement('body');
  document.documentElement.insertBefore(document.body, null);
  document.activeElement = document.body;
  const parts = Object.fromEntries(['skip', 'top', 'main', 'foot', 'live'].map(id => [id, document.createElement('div')]));
  for (const part of Object.values(parts)) document.body.insertBefore(part, null);
  document.getElementById = id => parts[id] ?? null;
  globalThis.document = document;
  return document;
}
