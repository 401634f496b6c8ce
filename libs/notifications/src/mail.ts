import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Parcel } from '@fundguard/persistence';
import { createTransport } from 'nodemailer';
import { type MailChannel, Uncertain, Undeliverable } from './channel.js';

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
        throw judge(error as SmtpError);
      }
    },
  };
}

type SmtpError = Error & { readonly responseCode?: number; readonly code?: string; readonly syscall?: string };

/** Failures before anything of the message was handed over. */
const BEFORE_SENDING = new Set(['EDNS', 'EAUTH', 'ETLS', 'EENVELOPE']);

/** What a failed attempt means: refused for good, worth another try, or lost sight of, so that it may have arrived. */
function judge(error: SmtpError): Error {
  if ((error.responseCode ?? 0) >= 500) return new Undeliverable(error.message);
  const notHandedOver =
    error.responseCode !== undefined || error.syscall === 'connect' || BEFORE_SENDING.has(error.code ?? '');
  return notHandedOver ? error : new Uncertain(error.message);
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
