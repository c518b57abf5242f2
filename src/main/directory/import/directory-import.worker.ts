/** Reads and stages an extraction away from the desk: whoever is on the phone meanwhile goes on working. */
import type { DirectoryImportProgress } from '../../../contract/directory-import.ts';
import { answerAsks } from '../../core/worker-answers.ts';
import type { Answers, Asks } from './asks.ts';
import { createImportJob } from './job.ts';

answerAsks<Asks, Answers, DirectoryImportProgress>(createImportJob);
