/** Why the command ends without doing what it was asked, in words and as an exit code. */

/** 0 done, 1 bad input, 2 usage, 3 held by another, 130 stopped by Ctrl+C. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

export class CommandRefused extends Error {
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, sentence: string) {
    super(sentence);
    this.exitCode = exitCode;
  }
}
