/** What every service of the local cloud is told at its start. */
export interface ServiceOptions {
  /** The service's own folder; what it holds there survives a restart. */
  stateDir: string;
  region: string;
  account: string;
  /** Tells the runner of a child process, so that one left behind by a crash can be ended at the next start. */
  onChild?: ((processId: number) => void) | undefined;
}
