import {
  type Note,
  type Person,
  type UnitId,
  isAddressed,
  issueNote,
  noteSubject,
  type notePayload,
  dayOf,
  within,
  requirePerson,
  toRole,
  toUnit,
} from '@fundguard/domain';
import {
  EVERYWHERE,
  type NoteRow,
  type Tx,
  addAcknowledgement,
  addNote,
  editionsOf,
  lockCampaign,
  noteById,
  notify,
  participating,
} from '@fundguard/persistence';
import type { z } from 'zod';
import { type Answer, notFound } from '../command.js';
import type { Platform } from '../platform.js';
import { unknown } from '../unknown.js';
import { type ByPerson, actBeside, lockForNew } from './beside.js';

/** 印发: the command's id becomes the note's; the units hear of it at once, and who inspects where it is a manual. */
export const issueGuidance = (
  platform: Platform,
  payload: z.output<typeof notePayload>,
  command: ByPerson,
): Promise<Answer> =>
  actBeside(platform, command, {
    ...{ act: 'issueNote', id: command.id, payload, region: command.actor.region, whileOpen: true },
    lock: (tx) => lockForNew(tx, command, payload.campaign),
    async work({ tx, file: { state }, context }) {
      const note = issueNote(command.id, payload, await editionsOf(tx, state.id, payload), context);
      const known = new Set((await participating(tx, state.id)).map(({ id }) => id));
      if (note.units.some((unit) => !known.has(unit))) throw unknown('units');
      await addNote(tx, note, { campaign: state.id, region: state.region, by: command.actor.account, at: context.now });
      const roles = note.kind === 'manual' ? (['investigator', 'agencyAuditor'] as const) : [];
      const about = {
        fileId: state.id,
        cause: `note:${note.id}`,
        subject: noteSubject(state.name, note),
        at: context.now,
      };
      await notify(tx, [
        ...note.units.map((unit) => ({ ...about, to: toUnit(unit as UnitId), region: state.region })),
        ...roles.map((role) => ({ ...about, to: toRole(role, state.region), region: state.region })),
      ]);
      const { id, kind, title, edition, units } = note;
      return {
        version: 1,
        status: 'issued',
        kind: 'noteIssued',
        data: { note: id, kind, title, edition, units: units.length },
      };
    },
  });

const aboutNote = (id: string, command: ByPerson, name: string) => ({
  ...{ act: name, id, payload: {}, region: EVERYWHERE, whileOpen: true },
  async lock(tx: Tx) {
    const note = await noteById(tx, id, command.actor.account);
    const file = note && (await lockCampaign(tx, note.campaign, command.id));
    if (!file || !mayRead(note, file.state.region, command.actor)) throw notFound('note');
    return { file, row: note };
  },
});

/** A unit reads what was issued to it, everybody else what lies in their charge. */
export const mayRead = (note: Pick<Note, 'units'>, region: string, me: Person): boolean =>
  (me.unit !== undefined && note.units.includes(me.unit)) ||
  ((region.startsWith(me.region) || me.region.startsWith(region)) && isAddressed(note, me));

/** 阅知. */
export const acknowledgeNote = (platform: Platform, id: string, command: ByPerson): Promise<Answer> =>
  actBeside<NoteRow>(platform, command, {
    ...aboutNote(id, command, 'acknowledgeNote'),
    async work({ tx, file: { state }, row, context }) {
      requirePerson(context.actor, 'note.acknowledge');
      const { account, unit } = command.actor;
      await addAcknowledgement(tx, { campaign: state.id, region: state.region, document: id, account }, context.now);
      const data = { note: id, title: row.title, edition: row.edition, ...(unit ? { unit } : {}) };
      return { version: 1, status: 'acknowledged', kind: 'noteAcknowledged', data };
    },
  });

/** 催阅: units that have not acknowledged it, once a day. */
export const remindOfNote = (platform: Platform, id: string, command: ByPerson): Promise<Answer> =>
  actBeside<NoteRow>(platform, command, {
    ...aboutNote(id, command, 'remindOfNote'),
    async work({ tx, file: { state }, row, context }) {
      requirePerson(context.actor, 'campaign.coordinate');
      if (!within(state.region, command.actor.region)) throw notFound('note');
      // Nobody is reminded of the same twice a day.
      const cause = `note:${id}:${dayOf(context.now)}`;
      const subject = noteSubject(state.name, row);
      const told = await notify(
        tx,
        row.notYet.map((unit) => ({
          ...{ fileId: state.id, cause, to: toUnit(unit.id as UnitId), region: state.region, subject, at: context.now },
        })),
      );
      return {
        version: 1,
        status: 'reminded',
        kind: 'noteReminded',
        data: { note: id, title: row.title, units: told },
      };
    },
  });
