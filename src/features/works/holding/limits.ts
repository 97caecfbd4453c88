// Bounds of what the host may choose for the first works of new accounts.

/** How many of an account's works wait until moderators have let so many in; 0: none does. */
export const firstWorksChoices = [0, 1, 2, 3, 5] as const;
/** Until somebody chooses: a small archive knows its people, and each that waits is work. */
export const firstWorksUsual = 0;
/** How young an account is whose first works wait. */
export const firstWorksDaysChoices = [3, 7, 14, 30, 90] as const;
/** Longer than whoever comes for mischief tends to wait. */
export const firstWorksDaysUsual = 30;
/** Works that wait, of one page; what is decided makes room for the next. */
export const heldShownMax = 100;
