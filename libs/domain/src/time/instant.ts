import { Instant as JodaInstant, LocalDate, LocalTime, ZonedDateTime, ZoneOffset } from '@js-joda/core';
import { z } from 'zod';
import { Refusal } from '../refusal.js';

const [FIRST, LAST] = ['2000-01-01', '2099-12-31'];

/** A day as people enter it. Beyond the year 9999 text order is no longer time order, and no deadline lies that far. */
export const givenDay = z.iso
  .date()
  .refine((on) => on >= FIRST && on <= LAST, '日期须在 2000 年至 2099 年之间 · a day from 2000 to 2099');

export const givenInstant = z.iso
  .datetime({ offset: true })
  .refine((moment) => moment >= FIRST && moment < '2100', '时间须在 2000 年至 2099 年之间 · from 2000 to 2099');

/** A moment in UTC, `2026-11-26T09:00:00.000Z`: fixed width, so text order is time order. */
export type Instant = string & { readonly __unit: 'instant' };

/** A calendar day in Asia/Shanghai, `2026-11-26`. */
export type Day = string & { readonly __unit: 'day' };

/** China keeps one offset all year; a fixed offset needs no time-zone database. */
const BEIJING = ZoneOffset.ofHours(8);

export function instant(text: string | number | Date): Instant {
  if (typeof text !== 'string') return new Date(text).toISOString() as Instant;
  try {
    return new Date(ZonedDateTime.parse(text).toInstant().toEpochMilli()).toISOString() as Instant;
  } catch {
    // Date.parse would take 30 February for 2 March.
    throw impossibleDate(text);
  }
}

export function day(text: string): Day {
  try {
    return LocalDate.parse(text).toString() as Day;
  } catch {
    throw impossibleDate(text);
  }
}

/** The instant of a local day and time (`17:00`, `23:59:59`) in Asia/Shanghai. */
export function at(on: Day, time: string): Instant {
  const local = LocalDate.parse(on).atTime(LocalTime.parse(time));
  return instant(ZonedDateTime.of(local, BEIJING).toInstant().toEpochMilli());
}

/** A due day without a clock time means the end of that day. */
export const END_OF_DAY = '23:59:59';
export const endOf = (on: Day): Instant => at(on, END_OF_DAY);
export const startOf = (on: Day): Instant => at(on, '00:00:00');

export const dayOf = (moment: Instant): Day => local(moment).toLocalDate().toString() as Day;
export const timeOf = (moment: Instant): string => local(moment).toLocalTime().toString();

export const plusDays = (on: Day, days: number): Day => LocalDate.parse(on).plusDays(days).toString() as Day;
export const plusMonths = (on: Day, months: number): Day => LocalDate.parse(on).plusMonths(months).toString() as Day;
export const plusHours = (moment: Instant, hours: number): Instant => instant(Date.parse(moment) + hours * 3_600_000);

/** Whole local days from one day to another; negative when `to` lies before `from`. */
export const daysBetween = (from: Day, to: Day): number =>
  LocalDate.parse(to).toEpochDay() - LocalDate.parse(from).toEpochDay();

/** 1 Monday … 7 Sunday. */
export const weekday = (on: Day): number => LocalDate.parse(on).dayOfWeek().value();

/** `2026年7月15日`, as official documents write a day. */
export function chineseDay(on: Day): string {
  const [year, month, date] = on.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** `2026-11-26T17:00:00+08:00`: how instants are shown to people and printed. */
export function beijing(moment: Instant): string {
  const zoned = local(moment);
  return `${zoned.toLocalDate().toString()}T${zoned.toLocalTime().withNano(0).toString().padEnd(5, '0').padEnd(8, ':00')}+08:00`;
}

const local = (moment: Instant) => ZonedDateTime.ofInstant(JodaInstant.parse(moment), BEIJING);

const impossibleDate = (text: string) =>
  new Refusal('invalid', 'date.impossible', { zh: `“${text}”不是有效日期`, en: `"${text}" is not a date` });
