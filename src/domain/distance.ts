/** A place on the globe, in degrees. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

const radian = Math.PI / 180;

/** Kilometres between two places as the crow flies (haversine, mean radius of the Earth 6371 km). */
export function kilometres(a: Position, b: Position): number {
  const half =
    Math.sin(((b.latitude - a.latitude) * radian) / 2) ** 2 +
    Math.cos(a.latitude * radian) *
      Math.cos(b.latitude * radian) *
      Math.sin(((b.longitude - a.longitude) * radian) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(Math.min(1, half)));
}
