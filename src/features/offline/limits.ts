/** Works in one question for news; a device asks for more in turns. */
export const newsWorksMax = 100;
