import { appendFileSync } from 'node:fs';

// A child as the product's own: says when it is ready, notes a clean end in the journal, obeys SIGTERM.
const { DUMMY_NAME: name = 'dummy', DUMMY_JOURNAL: journal, DUMMY_BROKEN: broken } = process.env;

if (broken) {
  console.error('the dummy is broken');
  process.exit(3);
}
process.on('SIGTERM', () => {
  if (journal) appendFileSync(journal, `${name} ended in good order\n`);
  process.exit(0);
});
setInterval(() => undefined, 60_000);
process.send?.('ready');
