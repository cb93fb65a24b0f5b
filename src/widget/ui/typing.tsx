import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSurroundings } from './context.ts';

/** Sooner than this an answer needs no announcement. Milliseconds. */
const PATIENCE = 1000;

/** Shows that an answer is coming, when it takes a while. */
export function Typing() {
  const { words } = useSurroundings();
  const [shown, show] = useState(false);
  const element = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      show(true);
    }, PATIENCE);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  useLayoutEffect(() => {
    element.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return shown ? (
    <p class="typing" ref={element}>
      {words.typing}
    </p>
  ) : null;
}
