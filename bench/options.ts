/** How much is measured. */
export interface BenchOptions {
  /** Only so much that each bench comes to its end within seconds. */
  readonly isQuick: boolean;
  /** Whether `walks` names the files that it counts. */
  readonly listsFiles: boolean;
}
