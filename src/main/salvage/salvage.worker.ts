/** Reads a file of any size, page by page where it is destroyed: away from whoever is on the phone. */
import { answerAsks } from '../core/worker-answers.ts';
import { look } from './look.ts';
import type { Answers, Asks } from './worker-messages.ts';

answerAsks<Asks, Answers, never>(() => (request) => look(request.of));
