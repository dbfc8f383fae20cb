// Draws the racks of one zone on a canvas, and knows which square is under the pointer.

import { go } from './route.js';

const PODS_MAX = 110;
const GAP = 2;

export class Floor {
  #cells = [];
  #racks = [];
  #columns = 1;
  #at = -1;
  #size = 14;
  #mode = 'state';

  constructor(canvas, choose, signal) {
    [this.canvas, this.choose] = [canvas, choose];
    canvas.addEventListener('pointermove', event => this.#point(event));
    canvas.addEventListener('click', event => this.#point(event));
    canvas.addEventListener('dblclick', () => this.#open());
    canvas.addEventListener('keydown', event => this.#key(event));
    const observer = new ResizeObserver(() => this.draw());
    observer.observe(canvas.parentElement ?? canvas);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', () => this.draw(), { signal });
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Racks as the server tells them. */
  show(racks, mode) {
    const chosen = this.#cells[this.#at]?.name;
    this.#racks = racks;
    this.draw(mode);
    this.#at = this.#cells.findIndex(cell => cell.name === chosen);
    if (this.#at >= 0) this.choose(this.#cells[this.#at]);
  }

  draw(mode = this.#mode) {
    this.#mode = mode;
    const width = this.canvas.clientWidth;
    if (width === 0) {
      requestAnimationFrame(() => { if (this.canvas.clientWidth > 0) this.draw(); });
      return;
    }
    const height = this.#layOut(width);
    const scale = devicePixelRatio || 1;
    [this.canvas.width, this.canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
    this.canvas.style.height = `${height}px`;
    const pen = this.canvas.getContext('2d');
    pen.scale(scale, scale);
    const style = getComputedStyle(this.canvas);
    const colours = {};
    for (const name of ['ready', 'silent', 'unknown', 'notready', 'pressed', 'cordoned', 'low', 'high', 'ink']) {
      colours[name] = style.getPropertyValue(`--node-${name}`).trim();
    }
    this.#cells.forEach((cell, index) => this.#drawCell(pen, cell, colours, index === this.#at));
  }

  /** Racks side by side, each a block of five squares a row; the height that they take. */
  #layOut(width) {
    const all = this.#racks.reduce((sum, rack) => sum + rack.nodes.length, 0);
    this.#size = all > 1200 ? 10 : all > 300 ? 13 : all > 60 ? 18 : all > 12 ? 26 : 36;
    const step = this.#size + GAP;
    const block = 5 * step + step / 2;
    this.#columns = Math.max(1, Math.floor(width / block));
    this.#cells = [];
    let [top, tallest] = [0, 0];
    this.#racks.forEach((rack, index) => {
      if (index > 0 && index % this.#columns === 0) [top, tallest] = [top + tallest + step / 2, 0];
      const left = (index % this.#columns) * block;
      rack.nodes.forEach(([name, state, cpu, memory, pods], at) => this.#cells.push({
        name, state, cpu, memory, pods, rack: rack.name, x: left + (at % 5) * step, y: top + Math.floor(at / 5) * step,
      }));
      tallest = Math.max(tallest, Math.ceil(rack.nodes.length / 5) * step);
    });
    return top + tallest + 2;
  }

  #drawCell(pen, cell, colours, isChosen) {
    const size = this.#size;
    if (this.#mode === 'state' || cell.state !== 'ready') pen.fillStyle = colours[cell.state];
    else {
      pen.fillStyle = colours.low;
      pen.fillRect(cell.x, cell.y, size, size);
      const share = this.#mode === 'pods' ? cell.pods / PODS_MAX : cell[this.#mode] / 100;
      pen.globalAlpha = Math.min(1, Math.max(0, share));
      pen.fillStyle = colours.high;
    }
    pen.fillRect(cell.x, cell.y, size, size);
    pen.globalAlpha = 1;
    if (['silent', 'unknown', 'notready'].includes(cell.state)) this.#cross(pen, cell, colours.ink);
    if (!isChosen) return;
    [pen.lineWidth, pen.strokeStyle] = [2, colours.ink];
    pen.strokeRect(cell.x + 1, cell.y + 1, size - 2, size - 2);
  }

  /** Trouble is a shape, too, not a colour alone. */
  #cross(pen, { x, y, state }, ink) {
    const size = this.#size;
    [pen.lineWidth, pen.strokeStyle] = [Math.max(1, size / 10), ink];
    pen.beginPath();
    pen.moveTo(x + size * 0.25, y + size * 0.25);
    pen.lineTo(x + size * 0.75, y + size * 0.75);
    if (state !== 'silent') {
      pen.moveTo(x + size * 0.75, y + size * 0.25);
      pen.lineTo(x + size * 0.25, y + size * 0.75);
    }
    pen.stroke();
  }

  #point(event) {
    const box = this.canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const found = this.#cells.findIndex(cell => x >= cell.x - GAP && x <= cell.x + this.#size && y >= cell.y - GAP && y <= cell.y + this.#size);
    if (found >= 0) this.#take(found);
  }

  #key(event) {
    if (event.key === 'Enter') this.#open();
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 5, ArrowUp: -5, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined || this.#cells.length === 0) return;
    event.preventDefault();
    this.#take(Math.max(0, Math.min(this.#cells.length - 1, this.#at < 0 ? 0 : this.#at + step)));
  }

  #take(index) {
    if (index === this.#at) return;
    this.#at = index;
    this.draw();
    this.choose(this.#cells[index]);
  }

  #open() {
    if (this.#at >= 0) go(['node', this.#cells[this.#at].name]);
  }
}
