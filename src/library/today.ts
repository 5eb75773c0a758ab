/** The day of the build, `YYYY-MM-DD`: `SOURCE_DATE_EPOCH` (seconds) when it is set, so that any day can be built again. */
export function today(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return new Date(epoch ? Number(epoch) * 1000 : Date.now()).toISOString().slice(0, 10);
}
