/** A Uint32Array that grows as values are pushed: builds hold millions of numbers without boxing them. */
export class GrowableUint32 {
  #values = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  increment(index: number): void {
    this.#values[index] = (this.#values[index] ?? 0) + 1;
  }

  toArray(): Uint32Array {
    return this.#values.slice(0, this.#length);
  }
}
