/** What an edit says of the example that breaks it, and how that differs from the one that keeps it (paths with values). */
export interface EditExampleText {
  readonly message: string;
  readonly location: string;
  readonly remedy: string;
  /** Who makes the change that settles it: the product by itself, or a person; null when the edit proposes none. */
  readonly fix: 'by_itself' | 'proposed' | null;
  readonly fails: readonly string[];
  readonly passes: readonly string[];
}
