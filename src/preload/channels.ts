/** The two channels between the page and the main process. Everything else is told apart by names from the contract. */
export const requestChannel = 'offramp:request';
export const eventChannel = 'offramp:event';
