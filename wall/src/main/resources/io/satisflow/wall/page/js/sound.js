// Two notes, when somebody has asked for sound: falling for something critical, rising when all of it is over.
import {choices} from './choices.js';
import {on} from './live.js';
import {t, number} from './words.js';

const WAIT_MS = 1_500;
let critical = null;

function play(notes) {
  try {
    const audio = new AudioContext();
    notes.forEach((frequency, place) => {
      const tone = audio.createOscillator(), volume = audio.createGain();
      const at = audio.currentTime + place * 0.22;
      tone.frequency.value = frequency;
      tone.type = 'sine';
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(0.25, at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.001, at + 0.5);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.55);
    });
    setTimeout(() => audio.close(), 2_000);
  } catch { /* A browser without sound, or one that wants a touch first. */ }
}

export function sounds() {
  let waiting = null;
  on('alerts', counts => {
    const before = critical;
    critical = counts.critical;
    if (before === null || before === critical) return;
    if (choices().sound && critical > before) play([660, 440]);
    if (choices().sound && critical === 0) play([440, 660]);
    clearTimeout(waiting);
    // One sentence for a burst.
    waiting = setTimeout(() => {
      document.getElementById('polite').textContent = critical ? t('loud.critical', number(critical)) : t('alerts.quiet');
    }, WAIT_MS);
  });
}
