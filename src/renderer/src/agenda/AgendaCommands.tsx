import { useCommand } from '../app/shortcuts/registry.ts';
import { findSlots, startCall } from './booking/call.ts';

/** The keys that start a call, from any screen. A panel that knows the person answers them first. */
export const AgendaCommands = () => {
  useCommand('request.new', () => startCall());
  useCommand('slots.find', findSlots);
  return null;
};
