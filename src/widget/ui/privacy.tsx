import { useSurroundings } from './context.ts';
import { Link } from './link.tsx';
import { Text } from './text.tsx';

/** What a visitor must know before the first word (GDPR, article 13). */
export function Privacy({ address }: { address: string | undefined }) {
  const { words } = useSurroundings();
  return (
    <section class="privacy" aria-label={words.privacyTitle}>
      {words.privacy.map((text) => (
        <Text markdown={text} key={text} />
      ))}
      {address !== undefined && (
        <p>
          <Link address={address}>{words.privacyLink}</Link>
        </p>
      )}
    </section>
  );
}
