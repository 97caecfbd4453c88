export const statisticsUrl = (login: string) => `/users/${login}/stats`;
export const statisticsCsvUrl = (login: string) => `/users/${login}/stats.csv`;
export const workStatisticsUrl = (work: { readonly id: number }) => `/works/${work.id}/stats`;
export const workStatisticsCsvUrl = (work: { readonly id: number }) =>
  `/works/${work.id}/stats.csv`;
