/** Work that can be put down between two slices. */
export const toTheEnd = <Result>(work: Generator<void, Result>): Result => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};
