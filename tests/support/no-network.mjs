/**
 * Loaded before a desk and each of its workers (`--import`): writes down every attempt to reach another machine, and every
 * address that is listened on, in `PARVIS_NETWORK_SEEN`. It stops nothing: what is attempted must show.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { threadId } from 'node:worker_threads';

const file = process.env['PARVIS_NETWORK_SEEN'];
const say = (what, where) => {
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ thread: threadId, what, where })}\n`);
};
const text = (where) =>
  typeof where === 'string' || typeof where === 'number' ? String(where) : JSON.stringify(where);

/** Replaces a function by one that says so first. */
const watch = (owner, name, what) => {
  const real = owner[name];
  if (typeof real !== 'function') return;
  owner[name] = function watched(...args) {
    // An address written out is not asked of anybody: `listen` passes through here too.
    if (what !== 'dns' || net.isIP(String(args[0])) === 0) say(what, text(args[0]));
    return Reflect.apply(real, this, args);
  };
};

watch(net.Socket.prototype, 'connect', 'connect');
for (const name of ['bind', 'connect', 'send']) watch(dgram.Socket.prototype, name, 'dgram');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt', 'reverse']) {
  watch(dns, name, 'dns');
  watch(dns.promises, name, 'dns');
}
if (typeof globalThis.fetch === 'function') watch(globalThis, 'fetch', 'fetch');
if (typeof globalThis.WebSocket === 'function')
  globalThis.WebSocket = class extends globalThis.WebSocket {
    constructor(...args) {
      say('websocket', String(args[0]));
      super(...args);
    }
  };
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function watched(...args) {
  this.once('listening', () => say('listening', text(this.address())));
  return Reflect.apply(listen, this, args);
};
syncBuiltinESMExports();
say('watching', null);
