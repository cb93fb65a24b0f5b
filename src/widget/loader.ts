import { TabStorage } from './client/tab-storage.ts';
import { createLauncher } from './launcher.ts';
import launcherCss from './launcher.css?inline';
import type { PanelControl, PanelModule } from './panel-control.ts';
import { readSettings } from './settings.ts';
import { isSmallScreen } from './small-screen.ts';
import { applyAccent } from './theme.ts';
import { LAUNCHER_WORDS } from './words.ts';
import { DEFAULT_LEVEL, languageOf } from '../shared/level.ts';

declare global {
  interface Window {
    /** What a page may ask of the widget. */
    spoor2?: {
      open: () => void;
      close: () => void;
      /** Opens the panel and asks a question. */
      ask: (question: string) => void;
      element: HTMLElement;
    };
  }
}

/** Hash of the panel's content, put in by the build: a new panel has a new address. */
declare const PANEL_HASH: string;

const QUESTION_ATTRIBUTE = 'data-spoor2-question';

const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]');

if (window.spoor2 !== undefined) attach(window.spoor2.element);
else if (script !== null) start(script);

/** A page that draws itself anew may have dropped the widget. */
function attach(element: HTMLElement): void {
  if (!element.isConnected) document.documentElement.append(element);
}

function start({ src, dataset }: HTMLScriptElement): void {
  const server = new URL('.', src).href.slice(0, -1);
  const { settings, warnings } = readSettings(onThisPage(dataset), (text) => CSS.supports('color', text));
  for (const warning of warnings) console.warn(warning);

  const element = document.createElement('spoor2-assistent');
  if (settings.theme !== undefined) element.dataset['theme'] = settings.theme;
  const frame = document.createElement('div');
  frame.className = 'frame';
  frame.dataset['position'] = settings.position;
  const level = settings.level ?? DEFAULT_LEVEL;
  const launcher = createLauncher(LAUNCHER_WORDS[level], languageOf(level));
  frame.append(launcher.button);
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherCss);
  root.adoptedStyleSheets.push(sheet);
  root.append(frame);

  let tries = 0;
  let panel: Promise<PanelControl> | undefined;
  const load = () => {
    attach(element);
    return (panel ??= loadPanel());
  };
  async function loadPanel(): Promise<PanelControl> {
    launcher.button.ariaBusy = 'true';
    try {
      // Browsers remember that a module failed to load: another try has another address.
      const again = tries === 0 ? '' : `&try=${tries}`;
      tries += 1;
      const module = (await import(
        /* @vite-ignore */ `${server}/widget/panel.js?v=${PANEL_HASH}${again}`
      )) as PanelModule;
      return module.mountPanel({
        frame,
        settings,
        server,
        opened: () => {
          applyAccent(frame, settings.colour);
          launcher.button.hidden = true;
        },
        closed: (opener) => {
          launcher.button.hidden = false;
          // The button itself is not what the page sees as focused, but its host.
          (opener === undefined || opener === element ? launcher.button : opener).focus();
        },
        unread: launcher.unread,
        words: launcher.say,
      });
    } catch (error) {
      panel = undefined;
      launcher.failed();
      throw error;
    } finally {
      launcher.button.ariaBusy = null;
    }
  }

  const open = (quietly = false) => {
    // A failure is told on the button.
    load().then(
      (control) => {
        control.open({ quietly });
      },
      () => undefined,
    );
  };
  const ask = (question: string, otherwise?: string) => {
    load().then(
      (control) => {
        control.ask(question);
      },
      () => {
        if (otherwise !== undefined) location.assign(otherwise);
      },
    );
  };

  launcher.button.addEventListener('click', () => {
    open();
  });
  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const asking = event
      .composedPath()
      .find((node): node is Element => node instanceof Element && node.hasAttribute(QUESTION_ATTRIBUTE));
    const question = asking?.getAttribute(QUESTION_ATTRIBUTE)?.trim() ?? '';
    if (question === '') return;
    event.preventDefault();
    ask(question, asking instanceof HTMLAnchorElement ? asking.href : undefined);
  });
  window.spoor2 = {
    open: () => {
      open();
    },
    close: () =>
      void panel?.then((control) => {
        control.close();
      }),
    ask,
    element,
  };

  const show = () => {
    attach(element);
    applyAccent(frame, settings.colour);
    const wasOpen = new TabStorage(server, () => sessionStorage).get('open');
    // A page over a whole small screen is not shown again unasked.
    if (wasOpen === undefined ? settings.open : wasOpen && !isSmallScreen(launcher.button)) open(true);
  };
  // A script in the head runs before there is a body.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
  else show();
}

/** What a tag says, read as on the page it stands on: its addresses may be relative, and a page in English has a widget in English. */
function onThisPage(data: DOMStringMap): Partial<Record<string, string>> {
  const privacyUrl = data['privacyUrl'];
  const isAddress = privacyUrl !== undefined && URL.canParse(privacyUrl, document.baseURI);
  const isEnglish =
    data['language'] === undefined && data['level'] === undefined && /^en\b/i.test(document.documentElement.lang);
  return {
    ...Object.fromEntries(Object.entries(data)),
    ...(isAddress && { privacyUrl: new URL(privacyUrl, document.baseURI).href }),
    ...(isEnglish && { language: 'en' }),
  };
}
