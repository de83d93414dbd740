import assert from 'node:assert/strict';
import { test } from 'node:test';
import { App } from '../../web-static/js/app.js';
import { newPage } from './support/page.js';

/** The program in a window of its own, and the sockets it has opened; the first `refusals` attempts to open one fail. */
function program(context, { refusals = 0 } = {}) {
  const sockets = [];
  const { WebSocket } = globalThis;
  globalThis.WebSocket = class {
    constructor(url) {
      if (refusals-- > 0) throw new Error('refused');
      sockets.push(String(url));
    }

    close() {}
  };
  context.after(() => { globalThis.WebSocket = WebSocket; });
  const win = {
    document: newPage(), navigator: {}, localStorage: null, location: new URL('https://board.example/'), addEventListener() {},
  };
  return { app: new App([], win), sockets };
}

test('whoever asks while the connection is being opened gets the same one', async context => {
  const { app, sockets } = program(context);
  const [one, other] = await Promise.all([app.connect(), app.connect()]);
  assert.equal(one, other);
  assert.equal(await app.connect(), one);
  assert.deepEqual(sockets, ['wss://board.example/ws']);
  one.wire.stop();
});

test('a connection that could not be had is opened anew for who asks next', async context => {
  const { app, sockets } = program(context, { refusals: 1 });
  await assert.rejects(app.connect());
  const { wire } = await app.connect();
  assert.equal(sockets.length, 1);
  wire.stop();
});
