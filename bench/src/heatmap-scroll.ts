import { setTimeout as wait } from 'node:timers/promises';
import { planTemplate } from '@fundguard/domain';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, visit } from './browser.js';
import { ALL, addUnits, launchCampaign } from './campaign-of-units.js';
import { startApi } from './programs.js';
import { alternate, median, report } from './rounds.js';
import { type Stage, openStage } from './stage.js';

const UNITS = 3_000;
const WEEKS = 26;
const ROUNDS = 5;
/** 6,000 pixels a second over the units, 1,200 over the weeks: fast, and still what a hand does. */
const WAYS = [
  [0, 100],
  [20, 0],
  [-20, 0],
  [0, -100],
] as const;
const TURNS = 90;
const FRAME = 1_000 / 60;
/** Half a frame late is not yet seen. */
const IN_TIME = 1.5 * FRAME;

const WEEKLY = planTemplate.parse({
  ...{ id: 'weekly', version: 1, level: 'city', source: '测速' },
  name: { zh: '半年行动', en: 'Half a year' },
  kind: { zh: '专项', en: 'Campaign' },
  end: { day: WEEKS * 7 },
  participants: ALL,
  phases: [],
  deliverables: [],
  reports: [
    {
      ...{ id: 'progress', name: { zh: '工作进展', en: 'Progress' }, by: ALL, to: '医保局' },
      cadence: { weekday: 5, time: '17:00', asGiven: '每周五' },
    },
  ],
  escalation: [{ id: 'overdue', name: { zh: '逾期通知', en: 'Overdue' }, when: { atDue: true }, to: ['contact'] }],
});

/**
 * The map of three thousand units by twenty-six weeks while a wheel turns without rest, down, right, left and up: frames a
 * second, the share of them that come in time, the median frame and the longest. The limit is an empty page of the same
 * size under the same wheel in the same browser: what this machine can show at all. ratio = ours / limit.
 */
export async function run(server: string): Promise<void> {
  const stage = await openStage(server);
  const api = await startApi(stage.appUrl, { DEMO: 'true' });
  const browser = await openBrowser();
  try {
    const campaign = await fill(stage);
    const map = await openMap(browser, api.port, campaign);
    const empty = await emptyLike(browser, map);
    const rounds = await alternate(ROUNDS, { ours: () => scrolled(map), limit: () => scrolled(empty) });
    const told = (name: string, unit: string, figure: (frames: readonly number[]) => number) =>
      report(
        name,
        unit,
        rounds.map(({ ours, limit }) => ({ ours: figure(ours), limit: figure(limit) })),
      );
    told('web.heatmap-scroll', 'frames/s', (frames) => (1_000 * frames.length) / sum(frames));
    told(
      'web.heatmap-scroll.in-time',
      'share',
      (frames) => frames.filter((each) => each <= IN_TIME).length / frames.length,
    );
    told('web.heatmap-scroll.median', 'ms', median);
    told('web.heatmap-scroll.longest', 'ms', (frames) => Math.max(...frames));
  } finally {
    await browser.close();
    await api.stop();
    await stage.close();
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

/** Every kind of cell, evenly; the coordinator is the city's. */
async function fill(stage: Stage): Promise<string> {
  await addUnits(stage, UNITS);
  const { id } = await launchCampaign(stage, WEEKLY);
  await stage.bare.query(
    `update obligation set late = hashtext(id::text) % 2 = 0,
       status = (array['accepted', 'submitted', 'overdue', 'open', 'returned', 'waived'])[1 + abs(hashtext(id::text)) % 6]`,
  );
  await stage.bare.query('vacuum analyze obligation');
  await stage.bare.query(`update account set region = $1 where login = 'coordinator'`, [
    stage.installed.region('990000'),
  ]);
  return id;
}

async function openMap(browser: Browser, port: number, campaign: string): Promise<Page> {
  const page = await visit(browser, port, 'coordinator');
  await page.goto(`/campaigns/${campaign}/units`);
  await page.locator('.heat-frame [role="gridcell"]').first().waitFor();
  const columns = await page.getByRole('grid').getAttribute('aria-colcount');
  if (Number(columns) !== WEEKS + 1) throw new Error(`${columns} columns instead of ${WEEKS + 1}`);
  return page;
}

async function emptyLike(browser: Browser, map: Page): Promise<Page> {
  const [place, inner] = await map.locator('.heat-frame').evaluate((frame) => {
    const { left, top } = frame.getBoundingClientRect();
    const size = (width: number, height: number) => `width: ${width}px; height: ${height}px;`;
    return [
      `position: absolute; overflow: auto; left: ${left}px; top: ${top}px; ${size(frame.clientWidth, frame.clientHeight)}`,
      size(frame.scrollWidth, frame.scrollHeight),
    ];
  });
  const page = await browser.newPage({ viewport: map.viewportSize() });
  await page.setContent(`<div class="heat-frame" style="${place}"><div style="${inner}"></div></div>`);
  return page;
}

/** Milliseconds of each frame while the wheel turned. */
async function scrolled(page: Page): Promise<readonly number[]> {
  await page.bringToFront();
  const frame = page.locator('.heat-frame');
  await frame.hover();
  const counting = await page.evaluateHandle(() => {
    const state = { frames: [] as number[], isOver: false };
    const next = (before: number) =>
      requestAnimationFrame((now) => {
        state.frames.push(now - before);
        if (!state.isOver) next(now);
      });
    requestAnimationFrame(next);
    return state;
  });
  for (const [x, y] of WAYS) await turn(page, x, y);
  return counting.evaluate((state) => {
    state.isOver = true;
    return state.frames;
  });
}

/** At the wheel's own pace: a page that is slow to answer is not spared the next turn. */
async function turn(page: Page, x: number, y: number): Promise<void> {
  const turns: Promise<void>[] = [];
  for (const began = performance.now(); turns.length < TURNS;) {
    turns.push(page.mouse.wheel(x, y));
    await wait(Math.max(0, began + turns.length * FRAME - performance.now()));
  }
  await Promise.all(turns);
}
