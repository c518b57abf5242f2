/** The lines that wait in the page, with a desk at the other end of the wire that the tests can hold up. */
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { PractitionerId, RequestId, StaffId, UrgencyEventId } from '../../../contract/ids.ts';
import { contract } from '../../../contract/index.ts';
import type { UrgencyEvent, UrgencyLine } from '../../../contract/urgency.ts';

const AT = 1_795_000_000_000;
const REAL = 'the real house';
const DEMO = 'the fictitious house';

const keyOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const line = (n: number, more: Partial<UrgencyLine> = {}): UrgencyLine => ({
  key: keyOf(n),
  at: AT + n,
  what: 'doubt',
  requestId: null,
  requestOpenedAt: null,
  practitionerId: null,
  staffId: null,
  cardId: null,
  followsKey: null,
  ...more,
});
const eventOf = ({ staffId: _, ...rest }: UrgencyLine): UrgencyEvent => ({
  ...rest,
  id: UrgencyEventId.parse(1),
  writtenAt: AT,
  by: StaffId.parse(1),
  acknowledged: null,
  waiting: true,
});

type Answer = 'written' | 'gone' | 'no-room';
/** What the desk was sent, and how it answers each. */
let sent: UrgencyLine[];
let answer: (line: UrgencyLine) => Answer;
/** The answer is lost on its way back. */
let cut: boolean;

const os = implement(contract);
const desk = new RPCHandler({
  urgency: {
    record: os.urgency.record.handler(({ input, errors }) => {
      sent.push(input);
      const said = answer(input);
      if (said === 'gone') throw errors.NOT_FOUND({ data: { what: 'practitioner' } });
      if (said === 'no-room') throw errors.STORAGE_FULL({ data: {} });
      return eventOf(input);
    }),
  },
});

/** The page as a reload finds it: nothing but its storage. */
const load = async (house: string | null = REAL) => {
  vi.resetModules();
  const { noteHouse } = await import('./house.ts');
  const { useStation } = await import('../app/station.ts');
  const kept = await import('./kept.ts');
  if (house !== null) noteHouse(house);
  useStation.getState().sit(StaffId.parse(1));
  return {
    ...kept,
    noteHouse,
    sit: (id: number | null) => useStation.getState().sit(id === null ? null : StaffId.parse(id)),
    waiting: () => kept.useKept.getState().lines.map(({ at }) => at - AT),
  };
};
const numbers = () => sent.map(({ at }) => at - AT);

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  sent = [];
  answer = () => 'written';
  cut = false;
  vi.stubGlobal('fetch', async (request: Request) => {
    const { response } = await desk.handle(request, { prefix: '/rpc', context: {} });
    if (response === undefined || cut) throw new TypeError('the wire was cut');
    return response;
  });
});

describe('A line', () => {
  test('is kept before the desk has answered, and leaves the page once it is written', async () => {
    const page = await load();
    const heard: (UrgencyEvent | null)[] = [];
    page.keepLine(line(1), (event) => heard.push(event));
    expect(page.waiting()).toEqual([1]);
    expect(localStorage.getItem('parvis.urgency.lines')).toContain(keyOf(1));
    await vi.waitFor(() => expect(page.waiting()).toEqual([]));
    expect(heard).toEqual([eventOf(line(1))]);
    expect(localStorage.getItem('parvis.urgency.lines')).toBe('[]');
    expect(numbers()).toEqual([1]);
  });

  test('said with nobody at the desk waits over a reload, and is written when somebody sits down', async () => {
    const before = await load();
    before.sit(null);
    before.keepLine(line(1));
    await before.writeKept();
    const after = await load();
    expect(after.waiting()).toEqual([1]);
    after.sit(null);
    await after.writeKept();
    expect(numbers()).toEqual([]);
    after.sit(2);
    await after.writeKept();
    expect([numbers(), after.waiting()]).toEqual([[1], []]);
  });

  test('that the desk cannot write holds back those after it, and all are written in their order', async () => {
    const page = await load();
    answer = () => 'no-room';
    page.keepLine(line(1));
    page.keepLine(line(2, { what: 'we-call-15', followsKey: keyOf(1) }));
    await page.writeKept();
    expect(page.waiting()).toEqual([1, 2]);
    expect(new Set(numbers())).toEqual(new Set([1]));
    sent = [];
    answer = () => 'written';
    await page.writeKept();
    expect([numbers(), page.waiting()]).toEqual([[1, 2], []]);
  });

  test('whose answer was lost on the way is sent again under its own key', async () => {
    const page = await load();
    cut = true;
    page.keepLine(line(1));
    await page.writeKept();
    expect(page.waiting()).toEqual([1]);
    cut = false;
    await page.writeKept();
    expect(new Set(sent.map(({ key }) => key))).toEqual(new Set([keyOf(1)]));
    expect(page.waiting()).toEqual([]);
  });

  test('about a practitioner whom an earlier copy does not know becomes a doubt', async () => {
    const page = await load();
    answer = ({ what }) => (what === 'practitioner-told' ? 'gone' : 'written');
    page.keepLine(line(1, { what: 'practitioner-told', practitionerId: PractitionerId.parse(9) }));
    await vi.waitFor(() => expect(page.waiting()).toEqual([]));
    expect(sent.map(({ what, practitionerId }) => [what, practitionerId])).toEqual([
      ['practitioner-told', 9],
      ['doubt', null],
    ]);
  });

  test('« aucun signe » about a request that is gone means nothing: it is dropped, and said so', async () => {
    const page = await load();
    answer = () => 'gone';
    const heard: (UrgencyEvent | null)[] = [];
    const about = { requestId: RequestId.parse(7), requestOpenedAt: AT };
    page.keepLine(line(1, { what: 'ruled-out', ...about }), (event) => heard.push(event));
    await vi.waitFor(() => expect(heard).toEqual([null]));
    expect([numbers(), page.waiting()]).toEqual([[1], []]);
  });

  test('that the desk refuses in every form stays kept, and holds nobody back', async () => {
    const page = await load();
    answer = ({ at }) => (at === AT + 1 ? 'gone' : 'written');
    page.keepLine(line(1));
    page.keepLine(line(2));
    await vi.waitFor(() => expect(page.waiting()).toEqual([1]));
    expect((await load()).waiting()).toEqual([1]);
  });

  test('that waits for its request is kept over a reload, and not sent before', async () => {
    const page = await load();
    page.holdLine(line(1));
    await page.writeKept();
    expect([numbers(), page.waiting()]).toEqual([[], [1]]);
    page.keepLine(line(1, { requestId: RequestId.parse(7), requestOpenedAt: AT }));
    await vi.waitFor(() => expect(page.waiting()).toEqual([]));
    expect(sent.map(({ requestId }) => requestId)).toEqual([7]);

    page.holdLine(line(2));
    const after = await load();
    await after.writeKept();
    expect(numbers()).toEqual([1, 2]);
    after.holdLine(line(3));
    after.dropLine(keyOf(3));
    expect(after.waiting()).toEqual([]);
  });

  test('stays in its window when the page’s storage is full', async () => {
    const page = await load();
    answer = () => 'no-room';
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    page.keepLine(line(1));
    expect(page.waiting()).toEqual([1]);
    full.mockRestore();
  });

  test('of another window of this PC is not lost by ours', async () => {
    const page = await load();
    page.sit(null);
    page.keepLine(line(1));
    localStorage.setItem(
      'parvis.urgency.lines',
      JSON.stringify([
        { house: REAL, line: line(1) },
        { house: REAL, line: line(2) },
        { house: REAL, line: 'nonsense' },
      ]),
    );
    page.keepLine(line(3));
    expect(page.waiting()).toEqual([1, 2, 3]);
  });
});

describe('Two houses at one address', () => {
  test('what is kept for the one neither shows nor is written in the other, and waits for its own', async () => {
    const real = await load();
    real.sit(null);
    real.keepLine(line(1));
    const demo = await load(DEMO);
    expect(demo.waiting()).toEqual([]);
    demo.keepLine(line(2));
    await demo.writeKept();
    expect(numbers()).toEqual([2]);
    const again = await load();
    expect(again.waiting()).toEqual([1]);
    await again.writeKept();
    expect(numbers()).toEqual([2, 1]);
  });

  test('what was said before the desk told whose file it holds is that file’s, and not sent before', async () => {
    await load(DEMO);
    const page = await load(null);
    page.keepLine(line(1));
    await page.writeKept();
    expect([numbers(), page.waiting()]).toEqual([[], [1]]);
    page.noteHouse(REAL);
    expect(page.waiting()).toEqual([1]);
    page.sit(null);
    expect((await load(DEMO)).waiting()).toEqual([]);
    expect((await load(REAL)).waiting()).toEqual([1]);
  });
});
