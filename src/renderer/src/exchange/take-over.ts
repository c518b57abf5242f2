/** What the person can do in the assistant, one after the other. Whatever fails leaves the house as it was. */
import type { FileRole, ImportProgress } from '../../../contract/exchange.ts';
import { client } from '../api/client.ts';
import { showError, showSuccess } from '../app/notify.ts';
import { saveText } from '../app/save-file.ts';
import { fileFailureText, isLostSession, isStop, stepFailure } from './failure.ts';
import { sendFile } from './send.ts';
import { type ChosenFile, changeFile, forget, now, type Step, set } from './state.ts';

/** One after the other: files may be dropped while others are on their way. */
let turn: Promise<unknown> = Promise.resolve();
const inTurn = (work: () => Promise<void>): Promise<void> => {
  const mine = turn.then(work);
  turn = mine.catch(() => {});
  return mine;
};

const openSession = async (): Promise<string> => {
  const known = now().session;
  if (known !== null) return known;
  const { session } = await client.exchange.begin();
  set({ session });
  return session;
};

const fresh = (file: File): ChosenFile => ({ file, state: 'waiting', sent: 0, failure: null });

const sendOne = async (session: string, file: File): Promise<void> => {
  changeFile(file.name, { state: 'sending', sent: 0, failure: null });
  try {
    await sendFile(session, file, (sent) => changeFile(file.name, { sent }));
    changeFile(file.name, { state: 'read' });
  } catch (error) {
    if (isLostSession(error)) throw error;
    changeFile(file.name, { state: 'failed', failure: fileFailureText(file.name, error) });
  }
};

/** Sends what is still waiting, then asks what was recognised. */
const sendWaiting = (): Promise<void> =>
  inTurn(async () => {
    set({ work: 'sending', failure: null, report: null, stopped: false });
    try {
      const session = await openSession();
      for (;;) {
        const next = now().files.find(({ state }) => state === 'waiting');
        if (next === undefined) break;
        await sendOne(session, next.file);
      }
      if (now().files.some(({ state }) => state === 'read'))
        set({ inspections: await client.exchange.inspect({ session }) });
    } catch (error) {
      set({ failure: stepFailure(error) });
    } finally {
      set({ work: null });
    }
  });

export const addFiles = (chosen: readonly File[]): Promise<void> => {
  const names = new Set(chosen.map(({ name }) => name));
  set({ files: [...now().files.filter(({ file }) => !names.has(file.name)), ...chosen.map(fresh)] });
  return sendWaiting();
};

/** A new session with the files that stay: the desk keeps nothing of the one that was taken away. */
const sendAgain = async (files: readonly File[]): Promise<void> => {
  await endSession();
  set({
    session: null,
    files: files.map(fresh),
    inspections: [],
    report: null,
    step: 'files',
    failure: null,
  });
  if (files.length > 0) await sendWaiting();
};

export const removeFile = (name: string): Promise<void> => {
  const staying = now().files.filter(({ file }) => file.name !== name);
  const leaving = now().files.find(({ file }) => file.name === name);
  if (leaving?.state !== 'failed') return sendAgain(staying.map(({ file }) => file));
  set({ files: staying });
  return Promise.resolve();
};

export const resendAll = (): Promise<void> => sendAgain(now().files.map(({ file }) => file));

export const goTo = (step: Step): void => set({ step, failure: null });

export const correct = async (
  name: string,
  role: FileRole,
  mapping: Readonly<Record<string, string>>,
): Promise<void> => {
  const { session } = now();
  if (session === null) return;
  // Shown at once; the desk's own answer, with what is then missing, follows.
  set({
    work: 'correcting',
    report: null,
    inspections: now().inspections.map((one) => (one.name === name ? { ...one, role, mapping } : one)),
  });
  try {
    set({ inspections: await client.exchange.correct({ session, name, role, mapping }), failure: null });
  } catch (error) {
    set({ failure: stepFailure(error) });
  } finally {
    set({ work: null });
  }
};

/** Follows the desk's progress while `work` lasts. The feed is a hint: losing it changes nothing. */
const whileFollowing = async <T>(session: string, work: () => Promise<T>): Promise<T> => {
  const over = new AbortController();
  const follow = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const feed = await client.exchange.progress({ session }, { signal: over.signal });
      for await (const progress of feed) if (!over.signal.aborted) set({ progress: seen(progress) });
      // It ends with what came before (a check that was stopped): the one that was just asked for follows.
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  };
  follow().catch(() => {});
  try {
    return await work();
  } finally {
    over.abort();
  }
};

/** The end of an earlier work is not the progress of this one. */
const seen = (progress: ImportProgress): ImportProgress | null =>
  progress.step === 'stopped' || progress.step === 'failed' ? now().progress : progress;

export const check = async (): Promise<void> => {
  const { session } = now();
  if (session === null) return;
  set({ step: 'check', work: 'checking', progress: null, report: null, stopped: false, failure: null });
  try {
    set({ report: await whileFollowing(session, () => client.exchange.dryRun({ session })) });
  } catch (error) {
    if (isStop(error)) set({ stopped: true });
    else set({ failure: stepFailure(error) });
  } finally {
    set({ work: null, progress: null });
  }
};

export const stop = async (): Promise<void> => {
  const { session } = now();
  if (session !== null) await client.exchange.stop({ session }).catch(showError);
};

export const apply = async (): Promise<void> => {
  const { session, work } = now();
  if (session === null || work !== null) return;
  set({ work: 'applying', progress: null, failure: null, stopped: false });
  try {
    const { report, outcome } = await whileFollowing(session, () => client.exchange.apply({ session }));
    set({ report, outcome, step: 'outcome' });
  } catch (error) {
    if (isStop(error)) set({ stopped: true });
    else set({ failure: stepFailure(error) });
  } finally {
    set({ work: null, progress: null });
  }
};

export const saveRefused = async (role: FileRole): Promise<void> => {
  const { session } = now();
  if (session === null) return;
  try {
    const { fileName, csv } = await client.exchange.refusedLines({ session, role });
    const outcome = await saveText(fileName.replace(/\.csv$/, ''), 'csv', csv);
    if (outcome === 'saved') showSuccess(`Lignes refusées enregistrées dans « ${fileName} ».`);
    if (outcome === 'failed') showError(new Error('the file could not be saved'));
  } catch (error) {
    showError(error);
  }
};

const endSession = async (): Promise<void> => {
  const { session } = now();
  // A desk that went away has already forgotten it.
  if (session !== null) await client.exchange.end({ session }).catch(() => {});
};

/** The desk forgets the files, and so does the screen. */
export const leave = (): void => {
  void endSession();
  forget();
};
