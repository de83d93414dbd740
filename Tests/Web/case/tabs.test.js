import assert from 'node:assert/strict';
import { test } from 'node:test';
import { may } from '../../../web-static/js/model/permissions.js';
import { tabsOf } from '../../../web-static/js/pages/case/tabs.js';

function desk(role, phase, { rounds = [], phaseSince = 0, recused = null } = {}) {
  const state = { dossier: { phase, phaseSince }, board: { rounds }, own: { recused } };
  return { role, phase, state, isPanel: role === 'reviewer' || role === 'chair', may: command => may(command, role, state) };
}

test('in a vote the ballot comes first for whoever has one', () => {
  for (const role of ['reviewer', 'chair']) assert.deepEqual(tabsOf(desk(role, 'voting')).slice(0, 2), ['ballot', 'differences']);
});

test('whoever has no ballot in a vote reads the options, and is offered no ballot', () => {
  for (const one of [desk('coordinator', 'voting'), desk('observer', 'voting'), desk('reviewer', 'voting', { recused: { reason: '' } })]) {
    assert.deepEqual(tabsOf(one), ['options', 'differences', 'opinions', 'findings']);
  }
});

test('right after a vote its result comes first, later the differences do', () => {
  const rounds = [{ opened: {}, closedAt: 5 }];
  assert.equal(tabsOf(desk('coordinator', 'discussion', { rounds, phaseSince: 5 }))[0], 'results');
  assert.equal(tabsOf(desk('reviewer', 'discussion', { rounds, phaseSince: 9 }))[0], 'differences');
  assert.equal(tabsOf(desk('reviewer', 'discussion'))[0], 'differences');
});

test('who stays blind to the board has no views of it', () => {
  assert.deepEqual(tabsOf(desk('adjudicator', 'voting')), ['watch']);
  assert.deepEqual(tabsOf(desk('reviewer', 'review')), ['findings', 'opinion']);
});
