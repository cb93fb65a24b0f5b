/** Below this the panel takes the whole screen. In em of the panel. */
const LEAST_SIDE = 30;
/** Below this height its header and field leave too little between them. In em of the panel. */
const LEAST_HEIGHT = 26;

/** Whether the window is too small for a panel beside the page. @param element its font size is the measure */
export function isSmallScreen(element: Element): boolean {
  return Math.min(innerWidth, innerHeight) < LEAST_SIDE * emOf(element);
}

/** Whether the window is too low for a part that scrolls between two that do not. */
export function isLowScreen(element: Element): boolean {
  return innerHeight < LEAST_HEIGHT * emOf(element);
}

function emOf(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).fontSize);
}
