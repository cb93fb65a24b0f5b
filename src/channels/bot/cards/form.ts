import type { Form, FormField, Reply } from '../../../conversation/reply.ts';
import { small, type Element } from './elements.ts';
import { buttonData, fieldInput } from './press-data.ts';

/** So many options stand open below each other; more fold into a list. */
const MOST_OPEN = 4;

/** A button that opens all questions of a dialog in one form, in the same card. */
export function formAction(form: Form, reply: Reply): Element {
  return {
    type: 'Action.ShowCard',
    title: form.title,
    card: {
      type: 'AdaptiveCard',
      body: [small(form.hint), ...form.fields.flatMap((field) => [input(field), ...hint(field)])],
      actions: [{ type: 'Action.Submit', title: form.submit, data: buttonData(reply, {}, { form: form.dialog }) }],
    },
  };
}

function hint({ hint: words }: FormField): Element[] {
  return words === undefined ? [] : [small(words)];
}

function input({ name, label, kind, options = [], min, max, value }: FormField): Element {
  const base = { id: fieldInput(name), label, ...(value !== undefined && { value }) };
  switch (kind) {
    case 'date':
      return { type: 'Input.Date', ...base };
    case 'number':
      return { type: 'Input.Number', ...base, ...(value !== undefined && { value: Number(value) }), min, max };
    case 'choice':
    case 'several':
      return {
        type: 'Input.ChoiceSet',
        ...base,
        wrap: true,
        style: kind === 'several' || options.length <= MOST_OPEN ? 'expanded' : 'compact',
        ...(kind === 'several' && { isMultiSelect: true }),
        choices: options.map((option) => ({ title: option.label, value: option.value })),
      };
  }
}
