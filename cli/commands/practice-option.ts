import { Option } from 'commander';

/** Names the practice of a command; needed only when there are several. */
export function practiceOption(): Option {
  return new Option('--practice <submitter id>', 'which practice, when there are several').env('TELECLAIM_PRACTICE');
}

/** Options that every reading command has. */
export interface ReadingOptions {
  readonly practice?: string;
  readonly json?: true;
}
