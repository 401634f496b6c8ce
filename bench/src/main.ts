/** `node dist/main.js <measure>`: one measure in a process of its own, on the server that BENCH_DATABASE_URL names. */
const MEASURES: Readonly<Record<string, () => Promise<{ run(server: string): Promise<void> }>>> = {
  'command.execute': () => import('./command-execute.js'),
  'command.http': () => import('./command-http.js'),
  'command.vs-temporal-update': () => import('./command-vs-update.js'),
  reaction: () => import('./reaction.js'),
  'deadline-burst': () => import('./deadline-burst.js'),
  'deadline-burst.vs-timer-per-unit': () => import('./timer-per-unit.js'),
  start: () => import('./start.js'),
  'worker.memory': () => import('./memory.js'),
  'case.history': () => import('./history.js'),
  'case.list': () => import('./case-list.js'),
  rehearsal: () => import('./rehearsals.js'),
  draw: () => import('./draw.js'),
  'roll-up': () => import('./roll-up.js'),
  sheet: () => import('./sheets.js'),
  'case-package': () => import('./case-package.js'),
  'web.first-load': () => import('./first-load.js'),
  'web.cockpit-cold': () => import('./cockpit.js'),
  'web.heatmap-scroll': () => import('./heatmap-scroll.js'),
  'web.list-filter': () => import('./list-filter.js'),
};

const [name = '', ...more] = process.argv.slice(2);
const server = process.env['BENCH_DATABASE_URL'] ?? '';
const measure = MEASURES[name];
if (name === '--list') console.log(Object.keys(MEASURES).join('\n'));
else if (!measure || more.length > 0) throw new Error(`no measure ${name}`);
else {
  await (await measure()).run(server);
  process.exit(0);
}
