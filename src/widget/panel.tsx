import { createRef, render } from 'preact';
import { DEFAULT_LEVEL, languageOf, type Level } from '../shared/level.ts';
import { Api } from './client/api.ts';
import { Conversation, type ConversationState } from './client/conversation.ts';
import { TabStorage } from './client/tab-storage.ts';
import type { Message } from './client/view.ts';
import panelCss from './panel.css?inline';
import type { PanelControl, PanelPlace } from './panel-control.ts';
import { spokenMessage } from './spoken.ts';
import type { Actions } from './ui/actions.ts';
import { latest, scrollToLatest } from './ui/latest.ts';
import { PanelWindow } from './ui/panel-window.ts';
import { Panel, type PanelElements } from './ui/panel.tsx';
import { LAUNCHER_WORDS, WORDS } from './words.ts';

/** So long does an announcement stay to be said. Milliseconds. */
const SPEAKING_TIME = 20_000;
/** After so long out of sight the connection is made anew. Milliseconds. */
const LONG_HIDDEN = 30_000;

/** Draws the panel, closed. Nothing is sent before it is opened. */
export function mountPanel(place: PanelPlace): PanelControl {
  return new WidgetPanel(place);
}

class WidgetPanel implements PanelControl {
  readonly #place: PanelPlace;
  readonly #storage: TabStorage;
  readonly #conversation: Conversation;
  readonly #container = document.createElement('div');
  readonly #elements: PanelElements = {
    dialog: createRef(),
    heading: createRef(),
    log: createRef(),
    field: createRef(),
  };
  readonly #actions: Actions;
  readonly #window: PanelWindow;
  #spoken: readonly { key: number; text: string }[] = [];
  #announcements = 0;
  #unread = 0;
  #level: Level;
  #connection: ConversationState['connection'] = 'up';

  constructor(place: PanelPlace) {
    this.#place = place;
    this.#storage = new TabStorage(place.server, () => sessionStorage);
    this.#conversation = new Conversation(
      new Api(place.server, fetch.bind(globalThis)),
      this.#storage,
      place.settings.level,
      {
        changed: (state) => {
          this.#changed(state);
        },
        arrived: (messages) => {
          this.#arrived(messages);
        },
        sent: () => {
          this.#announce(this.#words.sent);
        },
      },
    );
    this.#level = this.#conversation.state.level ?? DEFAULT_LEVEL;
    this.#actions = {
      sendTyped: (text) => {
        this.#conversation.send(text);
      },
      sendPressed: (text) => {
        this.#elements.log.current?.focus({ preventScroll: true });
        this.#conversation.send(text);
      },
      keepDraft: (text) => {
        this.#storage.set('draft', text);
      },
      rate: (message, verdict) => {
        this.#conversation.rate(message, verdict);
        this.#announce(this.#words.thanks);
      },
      close: () => {
        this.close();
      },
    };
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(panelCss);
    (place.frame.getRootNode() as ShadowRoot).adoptedStyleSheets.push(sheet);
    place.frame.append(this.#container);
    this.#draw();
    if (this.#elements.dialog.current === null) throw new Error('the panel was not drawn');
    this.#window = new PanelWindow(this.#elements.dialog.current);
    this.#place.words(LAUNCHER_WORDS[this.#level], languageOf(this.#level));
    this.#watchNetwork();
  }

  open({ quietly } = { quietly: false }): void {
    this.#setUnread(0);
    this.#conversation.open();
    if (this.#window.isOpen) return;
    this.#window.show(quietly);
    this.#storage.set('open', true);
    this.#place.opened();
    const { log, field, heading } = this.#elements;
    if (log.current !== null) scrollToLatest(log.current);
    if (quietly) return;
    // On a touch screen the keyboard would jump up.
    const first = matchMedia('(pointer: coarse)').matches ? heading : field;
    first.current?.focus();
  }

  close(): void {
    if (!this.#window.isOpen) return;
    const opener = this.#window.hide();
    this.#storage.set('open', false);
    this.#place.closed(opener);
  }

  ask(text: string): void {
    this.open();
    if (text.trim() !== '') this.#actions.sendPressed(text.trim());
  }

  get #words() {
    return WORDS[this.#level];
  }

  #changed(state: ConversationState): void {
    const level = state.level ?? this.#level;
    if (level !== this.#level) {
      this.#level = level;
      this.#place.words(LAUNCHER_WORDS[level], languageOf(level));
    }
    if (state.connection !== this.#connection) {
      this.#connection = state.connection;
      const { lost, back, closed } = this.#words;
      this.#announce({ lost, up: back, closed }[state.connection]);
    }
    this.#draw();
  }

  #arrived(messages: readonly Message[]): void {
    if (!this.#window.isOpen) {
      this.#setUnread(this.#unread + messages.length);
      return;
    }
    this.#announce(messages.map((message) => spokenMessage(message, this.#words)).join('\n'));
    this.#moveToAnswer();
  }

  /** Who pressed a choice goes on to the answer; who is typing, or went elsewhere, is left alone. */
  #moveToAnswer(): void {
    const log = this.#elements.log.current;
    const { activeElement } = this.#place.frame.getRootNode() as ShadowRoot;
    if (log === null || activeElement === null) return;
    if (activeElement === log || activeElement.matches('article')) latest(log).answer?.focus({ preventScroll: true });
  }

  #announce(text: string): void {
    this.#announcements += 1;
    const key = this.#announcements;
    this.#spoken = [...this.#spoken, { key, text }];
    this.#draw();
    setTimeout(() => {
      this.#spoken = this.#spoken.filter((one) => one.key !== key);
      this.#draw();
    }, SPEAKING_TIME);
  }

  #setUnread(count: number): void {
    this.#unread = count;
    this.#place.unread(count);
  }

  #watchNetwork(): void {
    addEventListener('online', () => {
      this.#conversation.wake();
    });
    addEventListener('offline', () => {
      this.#conversation.offline();
    });
    let hiddenSince = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) hiddenSince = Date.now();
      else if (Date.now() - hiddenSince > LONG_HIDDEN) this.#conversation.wake();
    });
  }

  #draw(): void {
    const { settings, server } = this.#place;
    render(
      <Panel
        surroundings={{ words: this.#words, actions: this.#actions, server }}
        settings={settings}
        level={this.#level}
        conversation={this.#conversation.state}
        keptDraft={this.#storage.get('draft') ?? ''}
        spoken={this.#spoken}
        elements={this.#elements}
      />,
      this.#container,
    );
  }
}
