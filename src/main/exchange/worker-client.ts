import type { ImportProgress } from '../../contract/exchange.ts';
import { startWorker, type WorkerClient } from '../core/worker-client.ts';
import type { Answers, Asks } from './worker-messages.ts';

export type ExchangeWorker = WorkerClient<Asks, Answers>;

const FILE = import.meta.url.endsWith('.ts') ? './exchange.worker.ts' : './exchange.worker.js';

export const startExchangeWorker = (onProgress: (progress: ImportProgress) => void): ExchangeWorker =>
  startWorker(new URL(FILE, import.meta.url), onProgress);
