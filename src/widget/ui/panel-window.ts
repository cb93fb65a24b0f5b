import { isLowScreen, isSmallScreen } from '../small-screen.ts';

/** Shows and hides the panel's dialog: beside the page, or over the whole of a small screen. */
export class PanelWindow {
  readonly #dialog: HTMLDialogElement;
  /** What had the focus before. */
  #opener: Element | null = null;

  constructor(dialog: HTMLDialogElement) {
    this.#dialog = dialog;
    addEventListener('resize', () => {
      this.#fit();
    });
    // A keyboard on the screen covers the lower part of the window without changing its size.
    visualViewport?.addEventListener('resize', () => {
      this.#fit();
    });
  }

  get isOpen(): boolean {
    return this.#dialog.open;
  }

  /** @param quietly without taking the focus from the page */
  show(quietly: boolean): void {
    if (this.#dialog.open) return;
    this.#opener = document.activeElement;
    this.#place(isSmallScreen(this.#dialog), quietly);
    this.#measure();
  }

  /** @returns what had the focus before the panel, if it can have it again */
  hide(): HTMLElement | undefined {
    this.#dialog.close();
    const opener = this.#opener;
    return opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : undefined;
  }

  #place(small: boolean, quietly: boolean): void {
    this.#dialog.toggleAttribute('data-small', small);
    if (small) this.#dialog.showModal();
    else if (quietly) this.#dialog.open = true;
    else this.#dialog.show();
  }

  #fit(): void {
    if (!this.#dialog.open) return;
    this.#measure();
    const small = isSmallScreen(this.#dialog);
    if (small === this.#dialog.hasAttribute('data-small')) return;
    const root = this.#dialog.getRootNode() as ShadowRoot;
    const focused = root.activeElement;
    this.#dialog.close();
    this.#place(small, focused === null);
    if (focused instanceof HTMLElement) focused.focus();
  }

  #measure(): void {
    this.#dialog.toggleAttribute('data-low', isLowScreen(this.#dialog));
    // Who zooms in with two fingers sees less of the same panel.
    const height = visualViewport === null ? innerHeight : visualViewport.height * visualViewport.scale;
    this.#dialog.style.setProperty('--visible-height', `${height}px`);
  }
}
