import { Option } from 'commander';

/** What the view and the report of a file hold of patients is masked unless somebody asks for it. */
export function unmaskOption(): Option {
  return new Option('--unmask', 'show patient data: names, ids, dates of birth, addresses, account numbers, free text');
}
