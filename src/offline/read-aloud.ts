/** Reads a text aloud with a voice that this phone has for its language; without one nothing shows. */

const box = document.querySelector<HTMLElement>('[data-aloud]');
const text = document.querySelector<HTMLElement>('[data-aloud-text]');
if (box && text && 'speechSynthesis' in window) {
  const [play, stop] = Array.from(box.querySelectorAll('button')) as [HTMLButtonElement, HTMLButtonElement];
  const label = play.querySelector('span') as HTMLElement;
  const start = label.textContent;
  const { pause = '', on = '' } = box.dataset;
  const languageOf = (element: Element | null) => (element?.closest<HTMLElement>('[lang]')?.lang || '').split('-')[0];
  const language = languageOf(text);
  // Only a voice that is on the phone: another would send the text elsewhere.
  const findVoice = () =>
    speechSynthesis
      .getVoices()
      .find((voice) => voice.localService && voice.lang.split(/[-_]/)[0]?.toLowerCase() === language);

  const sentences: { text: string; parts: HTMLElement[] }[] = [];
  /** Puts every sentence into spans, one in each piece of running text, so that links and bold words stay whole. */
  const cut = () => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    let block: Element | null = null;
    let open = false;
    for (const node of nodes) {
      const parent = node.parentElement;
      const here = parent?.closest('p,li,h2,h3');
      if (!here || languageOf(parent) !== language) continue;
      if (here !== block) open = false;
      block = here;
      for (const piece of node.data.match(/[\s\S]*?(?:[.!?؟؛…።፧]+[»”"’)\]\u00a0\u202f]*(?:\s+|$)|$)/g) || []) {
        if (!piece) continue;
        const part = document.createElement('span');
        part.textContent = piece;
        node.before(part);
        if (!open && !piece.trim()) continue;
        if (!open) sentences.push({ text: '', parts: [] });
        const sentence = sentences[sentences.length - 1] as (typeof sentences)[0];
        sentence.text += piece;
        sentence.parts.push(part);
        open = !/[.!?؟؛…።፧][»”"’)\]\s]*$/.test(sentence.text);
      }
      node.remove();
    }
  };

  let at = 0;
  let speaking: SpeechSynthesisUtterance | undefined;
  const mark = (now: boolean) => {
    for (const part of sentences[at]?.parts ?? []) part.classList.toggle('said', now);
  };
  // Phones forget how to go on after their own pause; so it is ended, and the sentence begun anew.
  const hush = () => {
    speaking = undefined;
    speechSynthesis.cancel();
  };
  const showStop = (reading: boolean) => {
    stop.hidden = !reading;
    box.classList.toggle('reading', reading);
  };
  const end = () => {
    hush();
    mark(false);
    at = 0;
    showStop(false);
    label.textContent = start;
  };
  const speak = () => {
    mark(false);
    while (sentences[at]?.parts[0]?.closest('details:not([open])')) at += 1;
    const sentence = sentences[at];
    const voice = findVoice();
    if (!sentence || !voice) return end();
    const utterance = new SpeechSynthesisUtterance(sentence.text.trim());
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => {
      if (utterance !== speaking) return;
      mark(false);
      at += 1;
      speak();
    };
    utterance.onerror = () => {
      if (utterance === speaking) end();
    };
    speaking = utterance;
    mark(true);
    speechSynthesis.speak(utterance);
  };

  play.addEventListener('click', () => {
    if (speaking) {
      hush();
      label.textContent = on;
      return;
    }
    if (sentences.length === 0) cut();
    showStop(true);
    label.textContent = pause;
    speak();
  });
  stop.addEventListener('click', () => {
    end();
    play.focus();
  });
  addEventListener('pagehide', end);
  document.querySelector('[data-leave]')?.addEventListener('click', end);

  const show = () => {
    box.hidden = !findVoice();
  };
  speechSynthesis.onvoiceschanged = show;
  show();
}
