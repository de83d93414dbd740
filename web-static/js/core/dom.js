/**
 * The only place that creates elements. `h` describes, `patch` makes the page agree with the description while the nodes
 * that stay keep their focus, their selection and their scroll position. Descriptions are plain objects, so views can be
 * tested without a browser. There is no way to write markup: Trusted Types 'none' stays enforceable.
 */

const SVG = 'http://www.w3.org/2000/svg';
const live = new Set(['value', 'checked', 'open', 'selected', 'indeterminate']);
const descriptions = new WeakMap();
const handlers = new WeakMap();

/**
 * Describes an element. Props: `key` (identity among siblings), `class` (text or list), `data` (object), `css` (custom
 * properties), `props` (properties of a custom element), `on<type>` (listener), `ref` (called once with the node); anything
 * else is an attribute, where `true` is an empty one and `null` or `false` none.
 * `value`, `checked`, `open` and `selected` are written when the description changes, so typing is never overwritten.
 */
export function h(tag, props, ...children) {
  return { tag, props: props ?? {}, children: flatten(children) };
}

/** Makes the children of `parent` agree with the descriptions and texts given. */
export function patch(parent, ...content) {
  const focused = parent.ownerDocument.activeElement;
  reconcile(parent, flatten(content), parent.namespaceURI === SVG);
  if (!focused || focused === parent.ownerDocument.activeElement) return;
  const heir = parent.contains(focused) ? focused : sameLink(parent, focused);
  heir?.focus({ preventScroll: true });
}

/**
 * A row that is in another list now is another node: focus goes to the link that leads where the one led that had it, or to
 * what opens the list it is hidden in.
 */
function sameLink(parent, link) {
  const target = link.isConnected ? null : link.getAttribute('href');
  if (!target) return null;
  const same = [...parent.querySelectorAll('a')].find(one => one.getAttribute('href') === target
    && nameOf(descriptions.get(one)) === nameOf(descriptions.get(link)));
  return same?.closest('details:not([open])')?.querySelector('summary') ?? same;
}

/** A new node for one description, for the rare thing that lives outside a patched parent. */
export function make(description, inSVG = false) {
  if (typeof description === 'string') return document.createTextNode(description);
  const isSVG = inSVG || description.tag === 'svg';
  const node = isSVG ? document.createElementNS(SVG, description.tag) : document.createElement(description.tag);
  update(node, description, isSVG);
  description.props.ref?.(node);
  return node;
}

function flatten(children) {
  return children.flat(Infinity)
    .filter(child => child !== null && child !== undefined && child !== false && child !== true && child !== '')
    .map(child => (typeof child === 'object' ? child : String(child)));
}

function reconcile(parent, wanted, inSVG) {
  const kept = byIdentity([...parent.childNodes], node => descriptions.get(node) ?? (node.nodeType === 3 ? '' : null));
  const nodes = [...byIdentity(wanted, description => description)].map(([identity, description]) => {
    const node = kept.get(identity);
    if (!node) return make(description, inSVG);
    kept.delete(identity);
    if (typeof description !== 'string') update(node, description, inSVG || description.tag === 'svg');
    else if (node.data !== description) node.data = description;
    return node;
  });
  for (const node of kept.values()) node.remove();
  place(parent, nodes);
}

/** Identity is the key, or the tag with its first class; twins are told apart by their order. */
function byIdentity(items, describe) {
  const twins = new Map();
  const result = new Map();
  for (const item of items) {
    const description = describe(item);
    const name = description === null ? 'foreign' : nameOf(description);
    const order = twins.get(name) ?? 0;
    twins.set(name, order + 1);
    result.set(`${name} ${order}`, item);
  }
  return result;
}

function nameOf(description) {
  if (typeof description === 'string') return '#text';
  const { key } = description.props;
  if (key !== undefined && key !== null) return `${description.tag} key ${key}`;
  return `${description.tag}.${classText(description.props.class).split(' ')[0]}`;
}

function place(parent, nodes) {
  let cursor = parent.firstChild;
  for (const node of nodes) {
    if (node === cursor) cursor = cursor.nextSibling;
    else if (node.isConnected && parent.isConnected && parent.moveBefore) parent.moveBefore(node, cursor);
    else parent.insertBefore(node, cursor);
  }
}

function update(node, description, isSVG) {
  const before = descriptions.get(node)?.props ?? {};
  descriptions.set(node, description);
  dress(node, description.props, before);
  // A custom element owns what is inside it.
  if (!description.tag.includes('-')) reconcile(node, description.children, isSVG && description.tag !== 'foreignObject');
}

/** Writes props to a node that is there already, against those written `before`. */
export function dress(node, props, before = {}) {
  for (const name of Object.keys(before)) if (!(name in props)) assign(node, name, undefined, before[name]);
  for (const name of Object.keys(props)) assign(node, name, props[name], before[name]);
}

function assign(node, name, value, before) {
  if (name === 'key' || name === 'ref') return;
  if (name === 'style') throw new TypeError('style attributes are refused by the content security policy: use classes');
  if (name === 'props') assignProperties(node, value ?? {});
  else if (name === 'data') assignData(node, value ?? {}, before ?? {});
  else if (name === 'css') for (const [property, text] of Object.entries(value ?? {})) node.style.setProperty(property, text);
  else if (name.startsWith('on')) listen(node, name.slice(2), value);
  else if (live.has(name)) { if (!Object.is(value, before)) node[name] = value ?? (name === 'value' ? '' : false); }
  else assignAttribute(node, name, name === 'class' ? classText(value) || null : value);
}

function assignProperties(node, values) {
  for (const [name, value] of Object.entries(values)) if (!Object.is(node[name], value)) node[name] = value;
}

function assignData(node, values, before) {
  for (const name of Object.keys(before)) if (!present(values[name])) delete node.dataset[name];
  for (const [name, value] of Object.entries(values)) {
    const text = value === true ? '' : String(value);
    if (present(value) && node.dataset[name] !== text) node.dataset[name] = text;
  }
}

function assignAttribute(node, name, value) {
  if (!present(value)) { node.removeAttribute(name); return; }
  const text = value === true ? '' : String(value);
  if (node.getAttribute(name) !== text) node.setAttribute(name, text);
}

const present = value => value !== null && value !== undefined && value !== false;
const classText = value => (Array.isArray(value) ? value.filter(Boolean).join(' ') : value || '');

function listen(node, type, handler) {
  let table = handlers.get(node);
  if (!table) handlers.set(node, table = new Map());
  if (!table.has(type)) node.addEventListener(type, event => table.get(type)?.(event));
  table.set(type, present(handler) ? handler : null);
}
