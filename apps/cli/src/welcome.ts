import { roleName, type DemoAccount } from './accounts.js';
import { box, columns } from './box.js';

export interface Started {
  readonly url: string;
  readonly temporalUi: string;
  readonly dataDir: string;
  readonly databaseDir: string;
  readonly demo: boolean;
  readonly accounts: readonly DemoAccount[];
  /** The database knows open files, and Temporal's own store is gone. */
  readonly workflowsLost: boolean;
}

const NO_ACCOUNTS = [
  '没有演示账户:演示数据只在第一次启动时生成,清空后可重新开始',
  'No demo accounts: the demo is made by the first start only; wipe, and begin anew',
];
const LOST = [
  'Temporal 的数据不在了,请运行 npx fundguard rehydrate',
  "Temporal's store is gone: npx fundguard rehydrate brings every open campaign and case back",
];

/** What a person needs to know after a start, once, in both languages. */
export function welcome({ url, temporalUi, dataDir, databaseDir, demo, accounts, workflowsLost }: Started): string {
  const moved = !databaseDir.startsWith(dataDir);
  const folders = [
    ['数据 data', dataDir],
    ...(moved
      ? [['数据库 database', `${databaseDir} (the account PostgreSQL runs as cannot enter the checkout)`]]
      : []),
    ['停止 stop', 'Ctrl-C'],
    ['清空 wipe', `rm -rf ${[dataDir, ...(moved ? [databaseDir] : [])].join(' ')}`],
  ];
  const addresses = [
    ['应用 app', `${url}/`],
    ['接口文档 API docs', `${url}/api/v1/docs`],
    ['健康检查 health', `${url}/api/v1/health`],
    ['Temporal', temporalUi],
  ];
  const people = accounts.map(({ role, login, password }) => [roleName(role), login, password]);
  return `\n${box([
    ['基金卫士 Fundguard 已就绪 · is ready'],
    columns(addresses),
    ...(people.length > 0 ? [columns([['演示账户 demo account', '登录名 login', '密码 password'], ...people])] : []),
    ...(demo && people.length === 0 ? [NO_ACCOUNTS] : []),
    columns(folders),
    ...(workflowsLost ? [LOST] : []),
  ])}\n`;
}
