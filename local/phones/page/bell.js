import { byId } from './dom.js';

let audio;
let isOn = true;

/** Browsers allow sound only after somebody has used the page. */
export function startBell() {
  const button = byId('sound');
  document.addEventListener('pointerdown', open, { once: true });
  document.addEventListener('keydown', open, { once: true });
  button.addEventListener('click', () => {
    isOn = !isOn;
    button.setAttribute('aria-pressed', String(isOn));
    button.textContent = isOn ? 'Sound on' : 'Sound off';
  });
}

function open() {
  audio ??= new AudioContext();
}

/** Two short tones: a message has come. */
export function ring() {
  if (!isOn || audio === undefined) return;
  tone(880, 0);
  tone(1175, 0.16);
}

/** The time between two rings, in real time. */
const ringEveryMs = 2500;

let lastRingAt = Number.NEGATIVE_INFINITY;

/** Rings for a call. Repeated calls of this function keep the rhythm of the ringing. */
export function ringCall() {
  if (!isOn || audio === undefined || performance.now() - lastRingAt < ringEveryMs) return;
  lastRingAt = performance.now();
  for (const start of [0, 0.9]) {
    for (const beat of [0, 1, 2, 3]) tone(beat % 2 === 0 ? 660 : 784, start + beat * 0.12);
  }
}

function tone(frequency, after) {
  const start = audio.currentTime + after;
  const oscillator = new OscillatorNode(audio, { frequency });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.22);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.25);
}
