import pg from 'pg';

/** Runs statements that stand outside any database's migrations, as the owner role, on a connection of their own. */
async function withConnection<T>(ownerUrl: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Makes a database, empty or as a copy of another one that nobody is connected to; false when it is there already. */
export async function createDatabase(ownerUrl: string, name: string, template?: string): Promise<boolean> {
  return await withConnection(ownerUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 1) return false;
    const from = template === undefined ? '' : ` template ${client.escapeIdentifier(template)}`;
    await client.query(`create database ${client.escapeIdentifier(name)}${from}`);
    return true;
  });
}

/** Removes a database and ends its connections; nothing happens when there is none. */
export async function dropDatabase(ownerUrl: string, name: string): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  });
}

/** Lets a role, which the migrations have made, log in with a password. */
export async function setRolePassword(ownerUrl: string, role: string, password: string): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    await client.query(`alter role ${client.escapeIdentifier(role)} login password ${client.escapeLiteral(password)}`);
  });
}
