import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/zh-cn';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { currentLanguage } from '../locales';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Deadlines are the bureau's, not the traveller's. */
const ZONE = 'Asia/Shanghai';

export const inZone = (instant: string): Dayjs => dayjs(instant).tz(ZONE);
export const today = (): string => dayjs().tz(ZONE).format('YYYY-MM-DD');
/** A day and time picked on a page, as the instant it is in the bureau. */
export const instantOf = (picked: Dayjs): string => `${picked.format('YYYY-MM-DDTHH:mm:ss')}+08:00`;

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
