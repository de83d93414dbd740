/** Looking into what a view describes, without a page. */

const flat = content => [content].flat(Infinity).filter(one => one !== null && one !== undefined && one !== false && one !== true);

/** Every description in `content` that `fits`, in the order of the document. */
export const find = (content, fits) => flat(content).filter(one => typeof one === 'object')
  .flatMap(one => [...(fits(one) ? [one] : []), ...find(one.children, fits)]);

/** What would be read, and what custom elements are given to say. */
export const textOf = content => flat(content)
  .map(one => (typeof one === 'object' ? `${textOf(one.children)} ${JSON.stringify(one.props.props ?? '')}` : one)).join(' ');
