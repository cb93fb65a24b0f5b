/** The person behind the assistant, as configured. At least one field is set. */
export interface Contact {
  name?: string;
  phone?: string;
  mail?: string;
  url?: string;
}

/** The contact in one line, in the order in which a tired person would use it. */
export function contactLine({ name, phone, mail, url }: Contact): string {
  return [name, phone, mail, url].filter((part) => part !== undefined).join(', ');
}
