import { loadOwnerConfig } from '@fundguard/config';
import { migrate } from '@fundguard/persistence';

export const help = `fundguard migrate

  更新数据库结构 · brings the schema of a server's database up to date. \`fundguard start\` does it by itself.

  OWNER_DATABASE_URL   as the schema's owner
  DATABASE_URL         as the application's role, whose password is set to the one in it`;

export async function run(): Promise<number> {
  const { ownerDatabaseUrl, appPassword } = loadOwnerConfig();
  await migrate(ownerDatabaseUrl, appPassword);
  console.log('数据库结构已是最新 ✓ · the schema is up to date');
  return 0;
}
