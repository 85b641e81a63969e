/**
 * A diagram within a link, so that it can be handed on without a server: the diagram file, compressed, in the part of the
 * address behind `#`, which browsers keep to themselves.
 *
 *     #d=1.<length>.<checksum>.<payload>
 *
 * `1` is the version of this form. The payload is the file's text in UTF-8, as raw DEFLATE, as base64url; the length is
 * the number of its characters in base 36, by which a link that was cut is told from one that was changed, and its end is
 * found where more text follows; the checksum is the CRC-32 of its characters, as six of base64url.
 */
import { fromBase64url, toBase64url } from '../../lib/base64url';
import { crc32 } from '../../lib/checksum';
import { deflated, inflated } from '../../lib/deflate';
import type { Catalog } from '../catalog/catalog';
import type { Document } from '../model/document';
import { maxTextLength } from './diagramFile';
import { writeDiagram } from './writeDiagram';

/**
 * The longest link that is given out, in characters with the address of the page. Slack cuts a message off at 40,000
 * (https://api.slack.com/changelog/2018-04-truncating-really-long-messages), and every browser of today takes twice as much in an address. Mail
 * programs and notes take it as well.
 */
export const maxLinkLength = 32_000;

/** Above it, chats that take less (Discord 2,000, Slack in one piece 4,000 characters) are worth a word. */
export const shortLinkLength = 2_000;

/** Longer ones are refused unread; Chromium itself takes addresses of up to 2 MB. */
export const maxPayloadLength = 2_000_000;

const version = '1';

/** The part of the address from `#` on. */
export async function linkFragment(catalog: Catalog, document: Document): Promise<string> {
  // The layout of the file is for people and for comparing; without it the link is some 8 % shorter.
  const text = JSON.stringify(JSON.parse(writeDiagram(catalog, document)));
  const payload = toBase64url(await deflated(text));
  return `#d=${version}.${payload.length.toString(36)}.${checksum(payload)}.${payload}`;
}

export type LinkFault = 'no-link' | 'cut' | 'damaged' | 'other-version' | 'too-large';

/**
 * The text of the diagram file in a link. What is given may be the whole address, the part behind `#` alone, or a text with
 * it somewhere in it, broken into lines and quoted as mail programs do. The text is as strange as its sender: it
 * is still to be read like an opened file.
 */
export async function textOfLink(
  given: string,
): Promise<{ readonly text: string } | { readonly fault: LinkFault }> {
  const found = startOfLink(unwrapped(given));
  if (found === undefined) return { fault: 'no-link' };
  if (found.version !== version) return { fault: 'other-version' };
  const head = /^([\da-z]{1,8})\.([\w-]{6})\./.exec(found.rest);
  if (head === null) return { fault: isHeadCut(found.rest) ? 'cut' : 'damaged' };
  const [{ length: from }, inBase36 = '', expected] = head;
  const length = Number.parseInt(inBase36, 36);
  if (length > maxPayloadLength) return { fault: 'too-large' };
  const payload = /^[\w-]*/.exec(found.rest.slice(from, from + length))?.[0] ?? '';
  if (payload.length < length) return { fault: 'cut' };
  if (checksum(payload) !== expected) return { fault: 'damaged' };
  const bytes = fromBase64url(payload);
  if (bytes === undefined) return { fault: 'damaged' };
  const out = await inflated(bytes, maxTextLength - 1);
  if ('text' in out) return out;
  return { fault: out.fault === 'too-large' ? 'too-large' : 'damaged' };
}

/** Behind a `#`, wherever that stands; without one only at the beginning, since `d=1` may be part of any text. */
function startOfLink(text: string): { readonly version: string; readonly rest: string } | undefined {
  const found = /#d=(\d{1,6})\.?/.exec(text) ?? /^\W*d=(\d{1,6})\.?/.exec(text);
  return found === null
    ? undefined
    : { version: found[1] ?? '', rest: text.slice(found.index + found[0].length) };
}

/** Without what was put into it on its way: line breaks with the quoting of mail, spaces, invisible characters. */
function unwrapped(given: string): string {
  // Mail in quoted-printable (RFC 2045, section 6.7) that was not decoded.
  const plain = /d=3D\d/i.test(given) ? given.replace(/=\r?\n/g, '').replace(/=3D/gi, '=') : given;
  return (
    plain
      // Some programs write the marks of an address as their codes.
      .replace(/%(23|2d|2e|3d|5f)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/[\r\n][ \t]*(?:>[ \t]?)+/g, '')
      .replace(/[\s\u00ad\u200b-\u200d\u2060]+/g, '')
  );
}

function isHeadCut(rest: string): boolean {
  return /^(?:[\da-z]{0,8}|[\da-z]{1,8}\.[\w-]{0,6})$/.test(rest);
}

function checksum(payload: string): string {
  const value = crc32(new TextEncoder().encode(payload));
  return toBase64url(Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value));
}
