/** The search command of the message extension, and its one parameter: as the app's manifest names them. */
export const SEARCH_COMMAND = 'zoek';
export const SEARCH_PARAMETER = 'vraag';

/** Set in place of the parameter when the command is opened and nothing is typed yet. */
export const INITIAL_RUN = 'initialRun';
