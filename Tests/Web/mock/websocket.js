/** The server's side of a WebSocket (RFC 6455), text frames only: what a browser on this machine needs. */
import { createHash } from 'node:crypto';

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Answers the upgrade; gives `{send(object), close(code)}` and calls `receive(text)` and `closed()`. */
export function accept(request, socket, { receive, closed }) {
  const key = createHash('sha1').update(request.headers['sec-websocket-key'] + guid).digest('base64');
  socket.write(['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Accept: ${key}`,
    'Sec-WebSocket-Protocol: consilium.v1', '', ''].join('\r\n'));
  let buffer = Buffer.alloc(0);
  socket.on('data', bytes => {
    buffer = Buffer.concat([buffer, bytes]);
    for (let frame = take(buffer); frame; frame = take(buffer)) {
      buffer = buffer.subarray(frame.size);
      if (frame.opcode === 8) socket.end(frameOf(8, frame.payload));
      else if (frame.opcode === 9) socket.write(frameOf(10, frame.payload));
      else receive(frame.payload.toString('utf8'));
    }
  });
  socket.on('close', closed);
  socket.on('error', () => socket.destroy());
  return {
    send: message => { if (socket.writable) socket.write(frameOf(1, Buffer.from(JSON.stringify(message)))); },
    close: code => socket.end(frameOf(8, Buffer.from([code >> 8, code & 255]))),
    cut: () => socket.resetAndDestroy(),
  };
}

function take(buffer) {
  if (buffer.length < 2) return null;
  const short = buffer[1] & 127;
  const offset = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (buffer.length < offset + 4) return null;
  const length = short === 126 ? buffer.readUInt16BE(2) : short === 127 ? Number(buffer.readBigUInt64BE(2)) : short;
  if (buffer.length < offset + 4 + length) return null;
  const mask = buffer.subarray(offset, offset + 4);
  const payload = Buffer.from(buffer.subarray(offset + 4, offset + 4 + length).map((byte, index) => byte ^ mask[index % 4]));
  return { opcode: buffer[0] & 15, payload, size: offset + 4 + length };
}

function frameOf(opcode, payload) {
  const head = payload.length < 126 ? Buffer.from([128 | opcode, payload.length])
    : payload.length < 65_536 ? Buffer.from([128 | opcode, 126, payload.length >> 8, payload.length & 255])
      : Buffer.concat([Buffer.from([128 | opcode, 127]), (() => { const size = Buffer.alloc(8); size.writeBigUInt64BE(BigInt(payload.length)); return size; })()]);
  return Buffer.concat([head, payload]);
}
