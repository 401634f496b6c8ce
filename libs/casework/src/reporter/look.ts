import { randomUUID } from 'node:crypto';
import {
  type CaseFile,
  type Person,
  Refusal,
  type ReporterIdentity,
  type ReportStanding,
  may,
  requirePerson,
  standingOf,
} from '@fundguard/domain';
import { EVERYWHERE, caseOfReport, lockCase, noteLook, reportersOf } from '@fundguard/persistence';
import { aboutCase, write } from '../case/commands.js';
import { contextOn, fingerprint, notFound, regionOf, transact } from '../command.js';
import type { Platform } from '../platform.js';
import type { ReporterMask } from '../vault.js';
import { reporterWithCode, requireVault } from './keep.js';

/** Whether somebody may open who reported a case: the desk, and whoever verifies it; whoever audits or administers never. */
export function mayOpen(person: Person, { handler, officers }: CaseFile): boolean {
  const { roles, account, actingFor } = person;
  if (!may(person, 'reporter.read')) return false;
  if (roles.includes('auditor') || roles.includes('administrator') || actingFor) return false;
  return roles.includes('leadHandler') || handler === account || officers.some((each) => each === account);
}

/**
 * 查看举报人: for a reason. The look is an event on the case's record and a row for the auditor, and nothing that was seen is in either. Each is
 * one, also what was sent twice.
 */
export async function openReporter(
  platform: Platform,
  id: string,
  { reporter, reason }: { readonly reporter: string; readonly reason: string },
  actor: Person,
): Promise<ReporterIdentity> {
  requirePerson(actor, 'reporter.read');
  const vault = requireVault(platform);
  const command = { id: randomUUID(), actor };
  const print = fingerprint(actor, 'openReporter', id, { reporter, reason });
  return transact(platform, regionOf(actor), async (tx, calendar) => {
    const file = await lockCase(tx, id, command.id);
    if (!file) throw notFound('case');
    const found = (await reportersOf(tx, id)).find((each) => each.id === reporter);
    if (!found?.sealed) throw notFound('reporter');
    if (!mayOpen(actor, file.state)) throw notYours();
    if (!vault.holds(found.sealed)) throw otherKey();
    const identity = vault.open(found.sealed, found.id);
    const context = await contextOn(tx, platform, calendar, command, aboutCase(file.state));
    await noteLook(tx, {
      ...{ id: command.id, reporter, file: file.state, account: actor.account, reason, at: context.now },
    });
    const events = [{ kind: 'reporterOpened', changes: {}, data: { reporter, reason } }];
    await write(tx, { command, print, context, before: file, after: file.state, events });
    return identity;
  });
}

export interface ReporterLine {
  readonly id: string;
  readonly kind: 'named' | 'anonymous';
  /** The lead they reported, where it was merged into this case. */
  readonly case: string;
  readonly masked?: ReporterMask;
}

/** Who reported, masked, for those who may open it; that somebody did, for everybody who reads the case. */
export async function reportersFor(platform: Platform, file: CaseFile, actor: Person): Promise<ReporterLine[]> {
  const kept = await platform.db.within(actor.region, (tx) => reportersOf(tx, file.id));
  const shows = mayOpen(actor, file) ? platform.vault : undefined;
  return kept.map(({ id, kind, caseId, sealed }) => ({
    ...{ id, kind, case: caseId },
    ...(sealed && shows?.holds(sealed) ? { masked: shows.mask(sealed, id) } : {}),
  }));
}

/** 凭码查询: whoever brings a code hears how their report stands, and nothing else. */
export async function standingByCode(platform: Platform, typed: string): Promise<ReportStanding> {
  const vault = requireVault(platform);
  return platform.db.within(EVERYWHERE, async (tx) => {
    const reporter = await reporterWithCode(tx, vault, typed);
    const file = reporter && (await caseOfReport(tx, reporter.caseId));
    if (!reporter || !file) throw noReport();
    return standingOf(file, reporter.id);
  });
}

const notYours = () =>
  new Refusal('forbidden', 'reporter.kept-apart', {
    zh: '仅线索受理人员和本案办案人员可查看举报人，审计、管理人员不得查看',
    en: 'only the leads desk and who verifies the case see who reported; who audits or administers never does',
  });
const otherKey = () =>
  new Refusal('conflict', 'vault.other-key', {
    zh: '封存该举报人的主密钥不在本系统，请联系管理员设置 VAULT_KEY 或 VAULT_KEY_PREVIOUS',
    en: 'the master key that sealed this reporter is not here: an administrator sets VAULT_KEY, or VAULT_KEY_PREVIOUS',
  });
const noReport = () =>
  new Refusal('not-found', 'report.not-found', { zh: '没有此查询码对应的举报', en: 'no report has this code' });
