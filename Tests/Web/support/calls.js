/** Who calls what: imports and declarations read from the source, for the modules cannot be run without a browser. */

/** Those of `names` that the source calls though it has neither imported nor declared them. */
export function unknownCalls(source, names) {
  const code = withoutWords(source);
  const known = new Set([...imported(code), ...declared(code)]);
  const called = name => [...code.matchAll(new RegExp(`(?<![\\w.#])${name}\\(`, 'g'))].some(({ index }) => !isMethod(code, index));
  return names.filter(name => !known.has(name) && called(name));
}

const words = /\/\*[^]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|(?<=[(,=:[!&|?{;]\s*)\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;
const template = /(?:[^`\\$]|\\[^]|\$(?!\{))*(`|\$\{)/y;
const next = (pattern, source, at) => { pattern.lastIndex = at; return pattern.exec(source); };

/** Comments, texts and patterns go; of a template what is computed in it stays. */
function withoutWords(source) {
  const open = [];
  let code = '';
  for (let at = 0; at < source.length;) {
    const isText = open.at(-1) === '`';
    const found = next(isText ? template : words, source, at);
    const character = found?.[1] ?? source[at];
    at += found?.[0].length ?? 1;
    if (found && !isText) continue;
    if (character === '`') { if (isText) open.pop(); else open.push(character); }
    else if (character.endsWith('{')) open.push('{');
    else if (character === '}') open.pop();
    if (character !== '`') code += character.at(-1);
  }
  return code;
}

/** The names an import binds: of `date as day` it is `day`. */
const imported = code => [...code.matchAll(/^import\s+\{([^}]*)\}/gm)]
  .flatMap(([, list]) => list.split(',').map(one => one.trim().split(/\s+as\s+/).at(-1)));

/** Functions and constants of the module or of a function in it, also those taken out of an object. */
const declared = code => [
  ...[...code.matchAll(/\bfunction\*? (\w+)/g)].map(([, name]) => name),
  ...[...code.matchAll(/\b(?:const|let) (?:(\w+)|[{[]([^=;]*?)[}\]]) =/g)]
    .flatMap(([, name, list]) => (name ? [name] : list.match(/\w+/g) ?? [])),
];

/** A method is declared where it seems to be called: at the start of its line, with a body. */
function isMethod(code, index) {
  const start = code.lastIndexOf('\n', index) + 1;
  return /^\s*(?:static |async |get )*$/.test(code.slice(start, index)) && /^\w+\([^\n]*\) \{/.test(code.slice(index));
}
