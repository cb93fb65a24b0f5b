import type { Contact } from '../../conversation/contact.ts';
import type { Citation } from '../../knowledge/knowledge.ts';

/** Who runs the assistant, as far as the settings say. */
export interface Operator {
  organisationName?: string;
  contact?: Contact;
  /** Whether questions that were not answered at once are kept for the editor. */
  keepsQuestions?: boolean;
}

/** The ways to reach the contact, each with its address; none when there is no contact. */
export function contactLinks({ contact = {} }: Operator): Citation[] {
  const { name, phone, mail, url } = contact;
  return [
    ...(name === undefined ? [] : [{ title: name }]),
    ...(phone === undefined ? [] : [{ title: phone, url: `tel:${dialled(phone)}` }]),
    ...(mail === undefined ? [] : [{ title: mail, url: `mailto:${mail}` }]),
    ...(url === undefined ? [] : [{ title: url, url }]),
  ];
}

/** A telephone number as it is dialled: behind the number of a country, the zero in brackets falls away. */
function dialled(phone: string): string {
  const bare = phone.startsWith('+') ? phone.replace('(0)', '') : phone;
  return bare.replaceAll(/[^\d+]/g, '');
}
