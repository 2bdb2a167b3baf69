// The tree of regions as the ledger's index has it: `[key, label, place of the parent or -1]`.

export class Regions {
  constructor(rows) {
    this.rows = rows;
    this.places = new Map(rows.map(([key], place) => [key, place]));
    this.labels = new Map(rows.map(([key, label]) => [key, label]));
  }

  /** A region and all it lies in, upwards. A region unknown to the tree lies in none. */
  upwards(key) {
    const found = [key];
    let place = this.parentPlace(key);
    // A region above itself is refused long before; the bound only keeps the page alive.
    while (place >= 0 && found.length <= this.rows.length) {
      found.push(this.rows[place][0]);
      place = this.rows[place][2];
    }
    return found;
  }

  parentPlace(key) {
    const place = this.places.get(key);
    return place === undefined ? -1 : this.rows[place][2];
  }

  /** The regions directly below one; `null` asks for the topmost. */
  below(key) {
    const parent = key === null ? -1 : this.places.get(key);
    return this.rows.filter((row) => row[2] === parent).map((row) => row[0]);
  }

  /** Whether `key` is `top` or lies below it. */
  within(key, top) {
    return this.upwards(key).includes(top);
  }
}
