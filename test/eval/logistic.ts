/** One row of features and its class. */
export interface Example<F> {
  features: F;
  positive: boolean;
}

export interface Model {
  bias: number;
  weights: Readonly<Record<string, number>>;
}

// Keeps rare features from running away.
const RIDGE = 0.001;
const ROUNDS = 1500;

/** Logistic regression by gradient descent; both classes weigh the same. */
export function fitLogistic<F extends object>(examples: readonly Example<F>[]): Model {
  const names = Object.keys(examples[0]?.features ?? {});
  const rows = examples.map(({ features, positive }) => ({
    values: names.map((name) => (features as Record<string, number>)[name] ?? 0),
    positive,
  }));
  const positives = rows.filter(({ positive }) => positive).length;
  let bias = 0;
  const weights = names.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const step = 8 / (1 + round / 800);
    let biasSlope = 0;
    const slopes = weights.map((weight) => RIDGE * weight);
    for (const { values, positive } of rows) {
      const share = 0.5 / (positive ? positives : rows.length - positives);
      const sum = values.reduce((total, value, at) => total + value * (weights[at] ?? 0), bias);
      const miss = share * (sigmoid(sum) - (positive ? 1 : 0));
      biasSlope += miss;
      values.forEach((value, at) => {
        slopes[at] = (slopes[at] ?? 0) + miss * value;
      });
    }
    bias -= step * biasSlope;
    slopes.forEach((slope, at) => {
      weights[at] = (weights[at] ?? 0) - step * slope;
    });
  }
  return { bias, weights: Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0])) };
}

export function dot(weights: Model["weights"], features: object): number {
  return Object.entries(features as Record<string, number>).reduce(
    (sum, [name, value]) => sum + value * (weights[name] ?? 0),
    0,
  );
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
