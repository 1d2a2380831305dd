import { Command } from 'commander';
import { addClaimsCommand } from './commands/claims.js';
import { addCodesCommand } from './commands/codes.js';
import { addContractsCommand } from './commands/contracts.js';
import { addCredentialsCommand } from './commands/credentials.js';
import { addDatabaseCommand } from './commands/database.js';
import { addDecideCommand } from './commands/decide.js';
import { addDemonstrationCommand } from './commands/demonstration.js';
import { addExplainCommand } from './commands/explain.js';
import { addEditsCommand } from './commands/edits.js';
import { addFindingsCommand } from './commands/findings.js';
import { addImportCommand } from './commands/import.js';
import { addKeyCommand } from './commands/key.js';
import { addPayersCommand } from './commands/payers.js';
import { addPracticeCommand } from './commands/practice.js';
import { addRulesCommand } from './commands/rules.js';
import { addRescrubCommand } from './commands/rescrub.js';
import { addStartCommand } from './commands/start.js';
import { addStatusCommand } from './commands/status.js';
import { addSubmissionsCommand } from './commands/submissions.js';
import { addWorkItemsCommand } from './commands/work-items.js';
import { addX12Command } from './commands/x12.js';
import { explainError } from './text/explain-error.js';

const program = new Command('teleclaim')
  .description('The billing engine of telemedicine practices: a visit goes in, the right money comes out.')
  .exitOverride()
  .showHelpAfterError('(teleclaim --help shows all commands)');

let exitCode = 0;
const finish = (code: number) => {
  exitCode = code;
};
addStartCommand(program, finish);
addImportCommand(program, finish);
addFindingsCommand(program);
addClaimsCommand(program);
addExplainCommand(program);
addDecideCommand(program, finish);
addWorkItemsCommand(program);
addSubmissionsCommand(program);
addCodesCommand(program, finish);
addEditsCommand(program);
addContractsCommand(program, finish);
addCredentialsCommand(program, finish);
addRescrubCommand(program, finish);
addKeyCommand(program);
addPracticeCommand(program);
addRulesCommand(program, finish);
addPayersCommand(program, finish);
addStatusCommand(program);
addDatabaseCommand(program);
addDemonstrationCommand(program);
addX12Command(program, finish);

try {
  await program.parseAsync(process.argv.slice(2), { from: 'user' });
} catch (error) {
  const failure = explainError(error);
  exitCode = failure.exitCode;
  if (failure.message !== undefined) process.stderr.write(`teleclaim: ${failure.message}\n`);
  if (process.env['TELECLAIM_LOG_LEVEL'] === 'debug' && error instanceof Error) {
    process.stderr.write(`${error.stack ?? ''}\n`);
  }
}
// Pipes take what was written before the process ends; sockets of finished requests would hold it up otherwise.
process.stdout.write('', () => process.exit(exitCode));
