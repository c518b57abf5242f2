import { describe, expect, it } from 'vitest';
import { CONNECT_DESK } from '../contract/shell.ts';
import { portToForward } from './forward-port.ts';

const page = {};
const own = { window: page, origin: 'app://parvis' };
const asked = { source: page, origin: 'app://parvis', data: CONNECT_DESK, ports: ['port'] };

describe('the page’s way to the desk', () => {
  it('is the one port that it hands over', () => {
    expect(portToForward(asked, own)).toBe('port');
  });

  it.each([
    ['a frame', { ...asked, source: {} }],
    ['nobody', { ...asked, source: null }],
    ['another origin', { ...asked, origin: 'app://other' }],
    ['an unknown origin', { ...asked, origin: 'null' }],
    ['another message', { ...asked, data: 'hello' }],
    ['an object that looks like the message', { ...asked, data: [CONNECT_DESK] }],
    ['no port', { ...asked, ports: [] }],
    ['two ports', { ...asked, ports: ['port', 'other'] }],
  ])('is closed to %s', (_, message) => {
    expect(portToForward(message, own)).toBe(null);
  });
});
