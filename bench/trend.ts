/** A line through points, by least squares. */
export interface Trend {
  /** How much y grows when x grows by one. */
  slope: number;
  /** How uncertain the slope is: its standard error. */
  error: number;
}

/** The line that fits points best. @param points x and y of each; at least three */
export function trendOf(points: readonly (readonly [number, number])[]): Trend {
  const count = points.length;
  const mean = (place: 0 | 1) => points.reduce((sum, point) => sum + point[place], 0) / count;
  const [meanX, meanY] = [mean(0), mean(1)];
  const sum = (part: (x: number, y: number) => number) =>
    points.reduce((total, [x, y]) => total + part(x - meanX, y - meanY), 0);
  const spread = sum((x) => x * x);
  const slope = sum((x, y) => x * y) / spread;
  const rest = sum((x, y) => (y - slope * x) ** 2);
  return { slope, error: Math.sqrt(rest / (count - 2) / spread) };
}
