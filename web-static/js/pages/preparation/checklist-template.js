/** What every case of an indication must have; a coordinator may add to it, never take from it. The server enforces it. */

const templates = {
  oncology: ['histology', 'imaging', 'laboratory'],
  'complex-surgery': ['histology', 'imaging', 'operability'],
  'aggressive-therapy': ['histology', 'imaging', 'laboratory', 'organ-function'],
  'unclear-diagnosis': ['imaging', 'examination'],
  'treatment-failure': ['histology', 'imaging', 'laboratory', 'previous-therapy'],
};

export const template = indication => templates[indication] ?? [];

/** The items of a case: those of the template first, answered or not, then the coordinator's own. */
export function itemsOf(indication, checked) {
  const required = template(indication);
  const byID = new Map(checked.map(item => [item.id, item]));
  return [
    ...required.map(id => ({ title: null, required: true, state: 'missing', ...byID.get(id), id, isTemplate: true })),
    ...checked.filter(({ id }) => !required.includes(id)).map(item => ({ ...item, isTemplate: false })),
  ];
}
