import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Parcel } from '@fundguard/persistence';
import { createTransport } from 'nodemailer';
import { type MailChannel, Undeliverable } from './channel.js';

export interface MailSettings {
  readonly from: string;
  /** `smtp://user:pass@host:port`; absent on a laptop, where mail goes to a maildir. */
  readonly smtpUrl?: string | undefined;
  readonly mailDir: string;
  /** Where links in messages lead. */
  readonly publicUrl: string;
}

export function createMailChannel(settings: MailSettings): MailChannel {
  return settings.smtpUrl ? smtp(settings, settings.smtpUrl) : maildir(settings);
}

const message = ({ id, target, notification }: Parcel, { from, publicUrl }: MailSettings) => ({
  from,
  to: target,
  subject: notification.subject_zh,
  messageId: `<${id}@fundguard>`,
  text: `${notification.subject_zh}\n${notification.subject_en}\n\n${publicUrl}/files/${notification.file_id}\n`,
});

function smtp(settings: MailSettings, url: string): MailChannel {
  const transport = createTransport(url);
  return {
    repeatable: false,
    async send(parcel) {
      try {
        await transport.sendMail(message(parcel, settings));
      } catch (error) {
        const code = (error as { responseCode?: number }).responseCode ?? 0;
        // 5xx: the server will not take it, now or later.
        throw code >= 500 ? new Undeliverable((error as Error).message) : error;
      }
    },
  };
}

/** One file a message, named after the delivery: writing it again changes nothing. */
function maildir(settings: MailSettings): MailChannel {
  const composer = createTransport({ streamTransport: true, buffer: true });
  return {
    repeatable: true,
    async send(parcel) {
      const composed = await composer.sendMail(message(parcel, settings));
      await mkdir(join(settings.mailDir, 'new'), { recursive: true });
      await mkdir(join(settings.mailDir, 'tmp'), { recursive: true });
      const draft = join(settings.mailDir, 'tmp', `${parcel.id}.eml`);
      await writeFile(draft, composed.message as Buffer);
      await rename(draft, join(settings.mailDir, 'new', `${parcel.id}.eml`));
    },
  };
}
