import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/zh-cn';
import utc from 'dayjs/plugin/utc';
import { currentLanguage } from '../locales';

dayjs.extend(utc);

/** What China's clocks have been ahead since 1992, without summer time. */
const AHEAD = { text: '+08:00', milliseconds: 8 * 3_600_000 };

/**
 * The bureau's clock as it reads at an instant: deadlines are the bureau's, not the traveller's. To be shown, not
 * reckoned with. To ask the browser for the zone by name takes half a millisecond a date, and a page shows hundreds.
 */
export const inZone = (instant: string): Dayjs => dayjs.utc(Date.parse(instant) + AHEAD.milliseconds);
export const today = (): string => inZone(new Date().toISOString()).format('YYYY-MM-DD');
const PICKED = 'YYYY-MM-DDTHH:mm:ss';
/** An instant as a page offers it to be picked, and a day and time picked there as the instant it is in the bureau. */
export const pickedAt = (instant: string): Dayjs => dayjs(inZone(instant).format(PICKED));
export const instantOf = (picked: Dayjs): string => `${picked.format(PICKED)}${AHEAD.text}`;

/** `2026年7月15日 周三` / `Wed 15 Jul 2026`. */
export const dayText = (day: string): string => words(day.length === 10 ? dayjs(day) : inZone(day));
/** The same with the time of day. */
export const instantText = (instant: string): string => `${dayText(instant)} ${inZone(instant).format('HH:mm')}`;
/** `07-15 17:00`, for dense tables. */
export const shortText = (instant: string): string => inZone(instant).format('MM-DD HH:mm');

const words = (at: Dayjs): string =>
  currentLanguage() === 'en' ? at.locale('en').format('ddd D MMM YYYY') : at.locale('zh-cn').format('YYYY年M月D日 ddd');

export interface Span {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly past: boolean;
}

/** Whole minutes, and none before it: clocks of two machines differ a little. */
export const minutesSince = (instant: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000));

/** How far an instant lies away. */
export function spanTo(instant: string, now = Date.now()): Span {
  const away = Date.parse(instant) - now;
  const minutes = Math.floor(Math.abs(away) / 60_000);
  return {
    days: Math.floor(minutes / 1440),
    hours: Math.floor(minutes / 60) % 24,
    minutes: minutes % 60,
    past: away < 0,
  };
}
