import type { Settings } from './settings.ts';
import type { LauncherWords } from './words.ts';

/** What the page's button gives the panel. */
export interface PanelPlace {
  /** Element in the shadow root that the panel is drawn in. */
  frame: HTMLElement;
  settings: Settings;
  /** Address of the server before its paths, without a slash at its end. */
  server: string;
  opened: () => void;
  /** @param opener what had the focus before the panel, if it can have it again */
  closed: (opener: HTMLElement | undefined) => void;
  /** @param count messages that came while the panel was closed */
  unread: (count: number) => void;
  /** The visitor reads another language than before. */
  words: (words: LauncherWords, lang: string) => void;
}

/** What the page's button asks of the panel. */
export interface PanelControl {
  /** @param options quietly: without taking the focus from the page */
  open: (options?: { quietly: boolean }) => void;
  close: () => void;
  /** Opens and says something in the visitor's name. */
  ask: (text: string) => void;
}

export interface PanelModule {
  mountPanel: (place: PanelPlace) => PanelControl;
}
