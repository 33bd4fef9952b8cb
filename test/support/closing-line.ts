import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one line that counts its tests, for people and scripts that read only that. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
    }
    const line = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
    // After the summary of the reporter before it, which prints when this turn of the loop is over.
    process.once('exit', () => console.log(line));
  }
}
