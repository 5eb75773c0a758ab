import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  decodeSession,
  encodeSession,
  minutesOf,
  mostParts,
  mostWords,
  movePart,
  type OwnPart,
  type PartKind,
  wholeMinutes,
} from '../domain/own-session.ts';
import { hasThing, type OwnThings } from '../domain/own-slides.ts';
import Choose, { type Choice } from './Choose.tsx';
import QrCode from './QrCode.tsx';

/** What the page hands over. What can be chosen comes from a file of its own. */
export interface Props {
  /** Where `parts.json` is, and `make/show/`. */
  parts: string;
  show: string;
  countries: readonly Choice[];
  /** What a part is called, where its title does not say it: a story can be told and read aloud. */
  kinds: Readonly<Partial<Record<PartKind, string>>>;
  words: Readonly<
    Record<
      | 'yours'
      | 'empty'
      | 'add'
      | 'minutes'
      | 'total'
      | 'up'
      | 'down'
      | 'remove'
      | 'stories'
      | 'claims'
      | 'questions'
      | 'aloud'
      | 'survey'
      | 'words'
      | 'wordsHint'
      | 'country'
      | 'anyCountry'
      | 'choose'
      | 'show'
      | 'print'
      | 'copy'
      | 'copied'
      | 'clear'
      | 'unknown'
      | 'full'
      | 'loading'
      | 'failed'
      | 'again'
      | 'address'
      | 'moved'
      | 'added'
      | 'taken'
      | 'before'
      | 'after'
      | 'colon',
      string
    >
  >;
}

/** How long a part usually takes. */
const usual: Readonly<Record<PartKind, number>> = { story: 10, claim: 5, question: 3, aloud: 5, survey: 7, text: 2 };

/** Makes a session out of stories, claims and questions. The choice stands in the address and nowhere else. */
export default function Make({ parts: file, show, countries, kinds, words }: Props) {
  const [things, setThings] = useState<OwnThings | undefined>();
  const [failed, setFailed] = useState(false);
  const [parts, setParts] = useState<readonly OwnPart[]>([]);
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const [country, setCountry] = useState('');
  const [picked, setPicked] = useState<Partial<Record<PartKind, string>>>({});
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef('');

  const load = () => {
    setFailed(false);
    fetch(file)
      .then((answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json() as Promise<OwnThings>;
      })
      .then(setThings, () => setFailed(true));
  };
  const read = (all: OwnThings) => {
    const asked = decodeSession(location.hash, hasThing(all));
    setParts(asked.parts);
    setUnknown(asked.unknown);
  };
  useEffect(load, []);
  useEffect(() => {
    if (!things) return undefined;
    read(things);
    const again = () => read(things);
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, [things]);
  // A part that was moved keeps the button that moved it under the finger, before the next key comes.
  useLayoutEffect(() => {
    if (!focus.current) return;
    list.current?.querySelector<HTMLElement>(focus.current)?.focus();
    focus.current = '';
  }, [parts]);

  const set = (next: readonly OwnPart[], what: string) => {
    setParts(next);
    setUnknown([]);
    setSaid(what);
    history.replaceState(history.state, '', `#${encodeSession(next)}`);
  };
  const titleOf = ({ kind, id }: OwnPart) => {
    if (kind === 'text') return id;
    if (kind === 'survey') return `${words.survey}${words.colon}${id === 'before' ? words.before : words.after}`;
    return things?.[kind].find((one) => one.id === id)?.title ?? id;
  };
  const named = (phrase: string, what: string, n = 0) => phrase.split('{what}').join(what).replace('{n}', String(n));
  const add = (kind: PartKind, id: string | undefined) => {
    if (!id) return;
    if (parts.length >= mostParts) return setSaid(words.full);
    const part = { kind, id, minutes: usual[kind] };
    set([...parts, part], named(words.added, titleOf(part)));
  };
  const move = (at: number, by: -1 | 1) => {
    const part = parts[at];
    if (!part || !parts[at + by]) return;
    focus.current = `[data-move="${at + by}.${by}"]`;
    set(movePart(parts, at, by), named(words.moved, titleOf(part), at + by + 1));
  };
  // The same part may stand in a session twice.
  const keyOf = ({ kind, id }: OwnPart, at: number) =>
    `${kind}.${id}.${parts.slice(0, at).filter((one) => one.kind === kind && one.id === id).length}`;
  const remove = (at: number) => {
    const part = parts[at];
    if (part) set([...parts.slice(0, at), ...parts.slice(at + 1)], named(words.taken, titleOf(part)));
  };
  const last = (minutes: number, at: number) =>
    set(
      parts.map((part, index) => (index === at ? { ...part, minutes: wholeMinutes(minutes) } : part)),
      '',
    );

  if (failed)
    return (
      <p class="notice" role="status">
        {words.failed}{' '}
        <button class="btn quiet" type="button" onClick={load}>
          {words.again}
        </button>
      </p>
    );
  if (!things) return <p role="status">{words.loading}</p>;

  const choices = (kind: 'story' | 'claim' | 'question' | 'aloud') =>
    things[kind]
      .filter((one) => kind !== 'story' || !country || one.country === country)
      .map(({ id, title }) => ({ id, name: title }));
  const chooser = (kind: 'story' | 'claim' | 'question' | 'aloud', label: string) => (
    <div class="pick">
      <Choose
        label={label}
        value={picked[kind] ?? ''}
        any={words.choose}
        choices={choices(kind)}
        onChoose={(id) => setPicked({ ...picked, [kind]: id })}
      />
      <button type="button" disabled={!picked[kind]} onClick={() => add(kind, picked[kind])}>
        {words.add}
        <span class="hush"> {label}</span>
      </button>
    </div>
  );
  const told = [...new Set(things.story.map((one) => one.country))];
  const hash = `#${encodeSession(parts)}`;
  const address = `${location.href.split('#')[0]}${hash}`;
  const copy = () =>
    void navigator.clipboard.writeText(address).then(
      () => setSaid(words.copied),
      () => {},
    );

  return (
    <>
      <h2>{words.yours}</h2>
      {unknown.length > 0 && <p class="notice">{named(words.unknown, unknown.join(', '))}</p>}
      {parts.length === 0 && <p>{words.empty}</p>}
      <ol class="own" ref={list}>
        {parts.map((part, at) => {
          const title = titleOf(part);
          return (
            <li key={keyOf(part, at)}>
              {kinds[part.kind] && <small>{kinds[part.kind]}</small>}
              <b>
                <bdi>{title}</bdi>
              </b>
              <span class="tools">
                <label>
                  <span class="hush">
                    {title}
                    {words.colon}
                  </span>
                  <input
                    type="number"
                    min="1"
                    max="120"
                    inputMode="numeric"
                    value={part.minutes}
                    onChange={(event) => last(Number(event.currentTarget.value), at)}
                  />{' '}
                  <small>{words.minutes}</small>
                </label>
                <button
                  type="button"
                  data-move={`${at}.-1`}
                  aria-disabled={at === 0}
                  aria-label={named(words.up, title)}
                  onClick={() => move(at, -1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  data-move={`${at}.1`}
                  aria-disabled={at === parts.length - 1}
                  aria-label={named(words.down, title)}
                  onClick={() => move(at, 1)}
                >
                  ↓
                </button>
                <button type="button" aria-label={named(words.remove, title)} onClick={() => remove(at)}>
                  ×
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      <p>
        <b>{words.total.replace('{n}', String(minutesOf(parts)))}</b>
      </p>
      <p role="status" class="small screen">
        {said}
      </p>
      {parts.length > 0 && (
        <>
          <p class="pass screen">
            <a href={`${show}${hash}`}>{words.show}</a>
            {'clipboard' in navigator && (
              <button type="button" onClick={copy}>
                {words.copy}
              </button>
            )}
            <button type="button" onClick={() => print()}>
              {words.print}
            </button>
            <button type="button" onClick={() => set([], words.empty)}>
              {words.clear}
            </button>
          </p>
          <div class="plan">
            <p class="small">
              {words.address}
              {words.colon}
              <bdi dir="ltr">{address}</bdi>
            </p>
            <QrCode text={address} label={words.address} />
          </div>
        </>
      )}
      <div class="screen">
        <h2>{words.choose}</h2>
        <Choose
          label={words.country}
          value={country}
          any={words.anyCountry}
          choices={countries.filter(({ id }) => told.indexOf(id) >= 0)}
          onChoose={(code) => {
            setCountry(code);
            setPicked({ ...picked, story: '' });
          }}
        />
        {chooser('story', words.stories)}
        {chooser('claim', words.claims)}
        {chooser('question', words.questions)}
        {chooser('aloud', words.aloud)}
        <h3>{words.survey}</h3>
        <p class="pass">
          {(['before', 'after'] as const).map((when) => (
            <button key={when} type="button" onClick={() => add('survey', when)}>
              {words.add}
              {words.colon}
              {words[when]}
            </button>
          ))}
        </p>
        <div class="pick">
          <label class="field">
            {words.words}
            <textarea
              rows={3}
              maxLength={mostWords}
              aria-describedby="own-hint"
              value={picked.text ?? ''}
              onInput={(event) => setPicked({ ...picked, text: event.currentTarget.value })}
            />
          </label>
          <button
            type="button"
            disabled={!picked.text?.trim()}
            onClick={() => {
              add('text', picked.text?.trim().slice(0, mostWords));
              setPicked({ ...picked, text: '' });
            }}
          >
            {words.add}
            <span class="hush"> {words.words}</span>
          </button>
        </div>
        <p class="small" id="own-hint">
          {words.wordsHint}
        </p>
      </div>
    </>
  );
}
