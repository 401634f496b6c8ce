import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { actOnCase, openCase } from '@fundguard/casework';
import { CLOCK, CONDUCTOR, type CaseActName, type CaseFile, type Instant, dayOf, daysBetween } from '@fundguard/domain';
import { type BlobStore, EVERYWHERE } from '@fundguard/persistence';
import type { Scene } from './scene.js';

interface Plot {
  readonly title: string;
  readonly hospital: { readonly key: string; readonly name: string };
  readonly opened: number;
  readonly source: 'screening' | 'hotline' | 'self-check';
  readonly amount: string;
  readonly multiple: number;
  /** How far the case came. */
  readonly until: 'verification' | 'filing' | 'investigation' | 'approval' | 'execution';
}

/** Amounts in the style of the plans the demonstration follows. */
const PLOTS: readonly Plot[] = [
  {
    title: '虚构门诊大病病情套取医保基金',
    hospital: { key: 'a-peoples', name: '甲县人民医院' },
    opened: 34,
    source: 'screening',
    amount: '3864050',
    multiple: 3,
    until: 'execution',
  },
  {
    title: '伪造检验结果办理门诊大病',
    hospital: { key: 'a-private-1', name: '甲县第一民营医院' },
    opened: 28,
    source: 'hotline',
    amount: '12750000',
    multiple: 4,
    until: 'approval',
  },
  {
    title: '超量、叠加开药',
    hospital: { key: 'a-township-2', name: '甲县二乡卫生院' },
    opened: 20,
    source: 'self-check',
    amount: '982300',
    multiple: 2,
    until: 'investigation',
  },
  {
    title: '处方本转借他人使用',
    hospital: { key: 'a-clinic-1', name: '甲县第一诊所' },
    opened: 9,
    source: 'hotline',
    amount: '156000',
    multiple: 2,
    until: 'filing',
  },
  {
    title: '开具检查后退费套现',
    hospital: { key: 'a-private-2', name: '甲县第二民营医院' },
    opened: 3,
    source: 'screening',
    amount: '421800',
    multiple: 2,
    until: 'verification',
  },
];

export async function seedCases(scene: Scene, campaign: string, blobs: BlobStore): Promise<void> {
  for (const plot of PLOTS) await seedCase(scene, campaign, blobs, plot);
}

async function seedCase(scene: Scene, campaign: string, blobs: BlobStore, plot: Plot): Promise<void> {
  const { platform, cast, installed } = scene;
  const handler = cast.investigator.account;
  let day = plot.opened;
  scene.setTime(scene.daysAgo(day));
  const subject = { kind: 'institution' as const, name: plot.hospital.name, unit: installed.unit(plot.hospital.key) };
  const lead = {
    title: `${plot.hospital.name}${plot.title}`,
    region: installed.region('990001'),
    source: plot.source,
    subject,
    summary: plot.title,
    campaign,
    handler,
  };
  const { id } = await openCase(platform, lead, scene.command(cast.hotline));
  const act = async (who: keyof typeof cast, name: CaseActName, payload: object = {}) => {
    day -= 1;
    scene.setTime(scene.daysAgo(Math.max(day, 0)), day > 0 ? '10:00' : '00:01');
    await actOnCase(platform, id, name, payload, scene.command(cast[who]));
  };
  if (plot.until === 'verification') return;
  await act('investigator', 'requestFiling', { grounds: '筛查结果与病历不符' });
  if (plot.until === 'filing') return;
  await act('leader', 'approveFiling');
  if (plot.until === 'investigation') return;

  const officers = [handler, cast.officer.account];
  await act('investigator', 'assignOfficers', { officers });
  await act('investigator', 'recordInquiry', {
    person: '医保办负责人',
    place: plot.hospital.name,
    heldAt: scene.time,
    officers,
    record: '问：门诊大病病种如何认定？答：由经治医师认定。',
  });
  const sheet = await blobs.put(Readable.from([Buffer.from(PRESCRIPTION)]), () => Promise.resolve());
  await act('investigator', 'addEvidence', {
    ...sheet,
    name: '门诊大病处方.txt',
    mediaType: 'text/plain',
    kind: 'documentary',
  });
  await act('investigator', 'proposePenalty', {
    breach: 'fraud',
    fraudulentPurpose: true,
    amount: plot.amount,
    multiple: plot.multiple,
    grounds: '虚构病情，伪造病历',
  });
  await actOnCase(platform, id, 'recordPenalty', {}, { id: randomUUID(), actor: CONDUCTOR });
  await act('reviewer', 'passReview', { opinion: '事实清楚，证据充分，适用法律正确' });
  if (plot.until === 'approval') return;

  await act('leader', 'approvePenalty');
  await act('investigator', 'serveNotice', { servedOn: dayOf(scene.time), method: 'direct' });
  const heard = await passDefence(scene, id);
  if (!heard) return; // a long holiday: the window is still open
  day = daysBetween(dayOf(heard), scene.daysAgo(0));
  await act('leader', 'issueDecision', { rectifyBy: scene.daysAgo(-30) });
  await act('investigator', 'recordService', { servedOn: dayOf(scene.time), method: 'direct' });
  await act('agency', 'recordPayment', {
    ledger: 'refund',
    amount: plot.amount,
    paidOn: dayOf(scene.time),
    voucher: '缴款书〔示范〕001号',
  });
}

const PRESCRIPTION = '门诊大病处方（示范材料，内容虚构）\n诊断：高血压三级\n用药：硝苯地平控释片 30mg×90 片\n';

/** Lets the defence window end. Returns its last instant. */
async function passDefence(scene: Scene, id: string): Promise<Instant | undefined> {
  const [row] = await scene.db.within(EVERYWHERE, (tx) =>
    tx.query<{ state: CaseFile }>({ text: 'select state from case_file where id = $1', values: [id] }),
  );
  const clock = row?.state.clocks.find((each) => each.clock === 'defence');
  if (!clock || clock.due > scene.today) return undefined;
  scene.setInstant(clock.due);
  const command = { id: randomUUID(), actor: CLOCK, timer: { at: clock.due, due: clock.due } };
  await actOnCase(scene.platform, id, 'elapse', { clock: 'defence', due: clock.due }, command);
  return clock.due;
}
