/** Commands of the preparation that the other stand-in has no use for, with the rules a page must show. */
import { Refusal } from '../mock/board.js';
import { commands } from '../mock/commands.js';

const day = 86_400_000;

const more = {
  amendCase(one, { at, payload }) {
    one.facts.sheet = payload.sheet;
    one.append('dossier', { caseAmended: payload }, at);
  },
  classifyPart: (one, { at, payload }) => one.append('quarantine', { partClassified: payload }, at),
  removeDocument(one, { at, payload }) {
    one.filed = one.filed.filter(({ id }) => id !== payload.document);
    one.append('quarantine', { documentRemoved: payload }, at);
  },
  removeMember(one, { at, payload }) {
    one.members.delete(payload.person);
    one.append('logistics', { memberRemoved: payload }, at);
  },
  remind(one, { person, at, payload }) {
    const last = one.events('logistics').findLast(({ event }) => event.reminded?.person === payload.person);
    if (last && at < last.at + day) throw new Refusal('limit-reached', payload.person);
    one.append('logistics', { reminded: { ...payload, by: person } }, at);
  },
  close(one, { at }) {
    one.facts.phase = 'closed';
    one.append('dossier', { closed: { sheet: { salt: '', members: [], settings: one.facts.settings }, heads: [] } }, at);
    one.append('dossier', { phaseChanged: { to: 'closed' } }, at);
  },
};

/** Before the scenarios are played. Opening a case names its coordinator among the members, as the server does. */
export function addIntakeCommands() {
  Object.assign(commands, more);
  const open = commands.openCase;
  commands.openCase = (one, context) => {
    open(one, context);
    one.append('logistics', { memberInvited: { member: one.members.get(context.person) } }, context.at);
  };
}
