/** One line of the view of a file. */
export type ViewLine = {
  /** How far it is indented, from 0. */
  readonly depth: number;
  /** Position of the segment in its transaction set, as findings name it; absent for lines that are no segment. */
  readonly position?: number;
  readonly text: string;
};
