/** What a patch must leave alone. Each claim becomes a line of the report, with `data-failed` when it does not hold. */
import { h, make, patch } from '../../../web-static/js/core/dom.js';
import { Part, define } from '../../../web-static/js/elements/part.js';

const stage = document.getElementById('stage');
const lines = [];

async function claim(name, check) {
  const where = document.createElement('div');
  stage.replaceChildren(where);
  let failure = null;
  try { await check(where); } catch (error) { failure = error; }
  lines.push(h('li', { key: name, data: { failed: failure !== null } }, name, failure && `: ${failure.message}`));
}

function same(found, expected) {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${left} instead of ${right}`);
}

const list = keys => keys.map(key => h('input', { key, id: `i-${key}`, 'aria-label': key }));
const order = where => [...where.children].map(({ id }) => id.slice(2)).join('');

await claim('keyed nodes are the same nodes in any order', where => {
  patch(where, list(['a', 'b', 'c', 'd']));
  const nodes = new Map([...where.children].map(node => [node.id, node]));
  for (const keys of ['dcba', 'bd', 'abcd', 'cxa']) {
    patch(where, list([...keys]));
    same(order(where), keys);
    if (keys === 'dcba') same([...where.children].every(node => nodes.get(node.id) === node), true);
  }
});

await claim('focus and selection survive a change of order', where => {
  patch(where, list(['a', 'b', 'c']));
  const field = where.querySelector('#i-a');
  field.value = 'Tumour';
  field.focus();
  field.setSelectionRange(2, 4);
  patch(where, list(['c', 'b', 'a']));
  same([document.activeElement.id, field.selectionStart, field.selectionEnd], ['i-a', 2, 4]);
});

await claim('focus follows a link into another list', where => {
  const link = h('li', { key: 'c1' }, h('a', { href: '#c1' }, 'Case'));
  const view = isOver => [h('ul', { key: 'one' }, !isOver && link), h('ul', { key: 'other' }, isOver && link)];
  patch(where, view(false));
  where.querySelector('a').focus();
  patch(where, view(true));
  same([where.children[1].contains(document.activeElement), document.activeElement.getAttribute('href')], [true, '#c1']);
});

await claim('what was typed is not overwritten by an unchanged description', where => {
  const form = text => h('input', { value: text, 'aria-label': 'x' });
  patch(where, form('old'));
  where.firstChild.value = 'typed';
  patch(where, form('old'));
  same(where.firstChild.value, 'typed');
  patch(where, form('new'));
  same(where.firstChild.value, 'new');
});

await claim('an optional sibling does not make the others new', where => {
  const view = isLate => [isLate && h('p', { class: 'warning' }, 'Late'), h('p', { class: 'text' }, 'Text'), h('button', {}, 'Go')];
  patch(where, view(false));
  const [text, button] = where.children;
  patch(where, view(true));
  same([where.children[1] === text, where.children[2] === button, where.children.length], [true, true, 3]);
});

await claim('scrolled boxes stay where they are', where => {
  const view = count => h('div', { class: 'box' }, h('div', { class: 'tall' }, String(count)));
  patch(where, view(1));
  where.firstChild.scrollTop = 120;
  patch(where, view(2));
  same([where.firstChild.scrollTop, where.textContent], [120, '2']);
});

await claim('ranges in unchanged text stay', where => {
  const view = number => [h('span', { class: 'number' }, number), h('p', {}, 'A tumour of 32 mm')];
  patch(where, view(1));
  const range = document.createRange();
  range.setStart(where.lastChild.firstChild, 2);
  range.setEnd(where.lastChild.firstChild, 8);
  patch(where, view(2));
  same(range.toString(), 'tumour');
});

await claim('a listener is replaced, not added', where => {
  const heard = [];
  patch(where, h('button', { onclick: () => heard.push('old') }, 'Go'));
  patch(where, h('button', { onclick: () => heard.push('new') }, 'Go'));
  where.firstChild.click();
  patch(where, h('button', {}, 'Go'));
  where.firstChild.click();
  same(heard, ['new']);
});

await claim('attributes, data and classes go when they are no longer described', where => {
  patch(where, h('p', { class: ['a', 'b'], title: 'x', data: { state: 'on' }, 'aria-current': 'true' }));
  patch(where, h('p', { class: ['a', false], data: { state: null } }));
  same(where.firstChild.outerHTML, '<p class="a"></p>');
});

await claim('what is inside a drawing is drawing too', where => {
  patch(where, h('svg', {}, h('path', { d: 'M0 0' })));
  patch(where, h('svg', {}, h('path', { d: 'M0 0' }), h('circle', { r: 2 })));
  same([...where.querySelectorAll('*')].every(node => node.namespaceURI.endsWith('svg')), true);
});

await claim('a style attribute is refused', () => {
  let refused = false;
  try { make(h('p', { style: 'color:red' })); } catch { refused = true; }
  same(refused, true);
});

class Counter extends Part {
  static properties = { count: 0, label: '' };
  renders = 0;
  host() { return { data: { count: this.count } }; }
  render() { this.renders++; return h('b', {}, `${this.label}${this.count}`); }
}
define('test-counter', Counter);

await claim('a part renders once per turn, however many properties changed', async where => {
  patch(where, h('test-counter', { props: { count: 1, label: 'n' } }));
  const part = where.firstChild;
  same([part.renders, part.textContent], [1, 'n1']);
  part.count = 2;
  part.label = 'm';
  part.count = 3;
  await Promise.resolve();
  same([part.renders, part.textContent, part.dataset.count], [2, 'm3', '3']);
});

await claim('what a part renders is left alone by who describes the part', where => {
  patch(where, h('test-counter', { props: { count: 1 } }));
  patch(where, h('test-counter', { class: 'x', props: { count: 1 } }));
  same([where.firstChild.textContent, where.firstChild.renders], ['1', 1]);
});

class Early extends Part {
  static properties = { text: '' };
  render() { return this.text; }
}

await claim('properties set before an element was defined are not lost', async where => {
  patch(where, h('test-early', { props: { text: 'before' } }));
  define('test-early', Early);
  same(where.textContent, 'before');
  where.firstChild.text = 'after';
  await Promise.resolve();
  same(where.textContent, 'after');
});

stage.replaceChildren();
patch(document.getElementById('report'), lines);
document.body.dataset.ready = '';
