import { useEffect, useRef, useState } from 'preact/hooks';
import type { HelperAnswer as Answer, HelperLink as Link, HelperNode as Node } from '../domain/helper.ts';
import Choose, { type Choice } from './Choose.tsx';
import Icon from './Icon.tsx';

/** What the page hands over. The rest of the tree comes with the first answer. */
export interface Props {
  node: Node;
  start: string;
  /** Where the whole tree is. */
  tree: string;
  /** Where the first question and the lists of help are. */
  first: string;
  help: string;
  countries: readonly Choice[];
  words: Readonly<
    Record<
      'lead' | 'back' | 'again' | 'country' | 'noCountry' | 'check' | 'remember' | 'read' | 'who' | 'near' | 'next',
      string
    >
  >;
}

/**
 * The decision helper: the same tree as its pages, answered in place. Nothing is kept and no answer stands in the address;
 * the browser's Back goes one question back.
 */
export default function Helper(props: Props) {
  const { words, countries } = props;
  const [awake, setAwake] = useState(false);
  const [node, setNode] = useState<Node>(props.node);
  const [country, setCountry] = useState('');
  const tree = useRef<Promise<Record<string, Node>>>();
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);

  const load = () => {
    tree.current ??= fetch(props.tree).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json() as Promise<Record<string, Node>>;
    });
    tree.current.catch(() => {
      tree.current = undefined;
    });
    return tree.current;
  };

  const show = async (id: string): Promise<boolean> => {
    try {
      const next = id === props.node.id ? props.node : (await load())[id];
      if (!next) return false;
      moved.current = true;
      setNode(next);
      return true;
    } catch {
      return false;
    }
  };

  useEffect(() => {
    setAwake(true);
    history.replaceState({ helper: props.node.id }, '');
    const back = (event: PopStateEvent) => {
      const id = (event.state as { helper?: string } | null)?.helper;
      if (id) void show(id);
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);

  // A new question is read out from its heading.
  useEffect(() => {
    if (!moved.current) return;
    heading.current?.focus();
    heading.current?.scrollIntoView();
  }, [node]);

  const go = (event: MouseEvent, { to, href }: { to: string; href: string }) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void show(to).then((shown) => {
      if (shown) history.pushState({ helper: to }, '');
      // Without the tree (no network, say) the link leads to the page of the question.
      else location.assign(href);
    });
  };

  const fits = (answer: Answer) => Number(answer.first?.includes(country) ?? false);
  const ordered = (answers: readonly Answer[]) => [...answers].sort((a, b) => fits(b) - fits(a));
  const list = (answers: readonly Answer[]) => (
    <ul class="answers">
      {ordered(answers).map((answer) => (
        <li key={answer.text}>
          <a class="card pathways" href={answer.href} lang={answer.lang} onClick={(event) => go(event, answer)}>
            <Icon of={answer.icon} />
            <span>
              <b>{answer.text}</b>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
  const links = (title: string, all: readonly Link[] | undefined) =>
    all &&
    all.length > 0 && (
      <>
        <h2>{title}</h2>
        <ul>
          {all.map(({ text, href, lang, mark }) => (
            <li key={href}>
              <a href={href} lang={lang}>
                {text}
              </a>
              {mark && (
                <small>
                  {' '}
                  <bdi>{mark}</bdi>
                </small>
              )}
            </li>
          ))}
        </ul>
      </>
    );

  return (
    <div class="helper">
      <h1 tabIndex={-1} ref={heading} lang={node.lang}>
        {node.text}
      </h1>
      {node.hint && (
        <p class="lead" lang={node.lang}>
          {node.hint}
        </p>
      )}
      {node.ticks && (
        <>
          <p>
            <b>{words.check}</b>
          </p>
          <ul>
            {node.ticks.map((tick) => (
              <li key={tick} lang={node.lang}>
                {tick}
              </li>
            ))}
          </ul>
        </>
      )}
      {node.answers && list(node.answers)}
      {node.say && (
        <p class="lead" lang={node.lang}>
          {node.say}
        </p>
      )}
      {node.warning && (
        <p class="notice">
          <b>{words.remember}</b> <span lang={node.lang}>{node.warning}</span>
        </p>
      )}
      {links(words.read, node.pages)}
      {links(words.who, node.help)}
      {node.near && node.near.length > 0 && (
        <p>
          {words.near}{' '}
          {node.near.map(({ need, text }, index) => (
            <span key={need}>
              {index > 0 && ' · '}
              <a href={country ? `${props.help}?country=${country}&need=${need}` : `${props.help}?need=${need}`}>
                {text}
              </a>
            </span>
          ))}
        </p>
      )}
      {node.next && (
        <>
          <h2>{words.next}</h2>
          {list(node.next)}
        </>
      )}
      {awake && node.answers && (
        <Choose label={words.country} value={country} any={words.noCountry} choices={countries} onChoose={setCountry} />
      )}
      {node.id !== props.start && (
        <p class="pass">
          {awake && (
            <button type="button" onClick={() => history.back()}>
              {words.back}
            </button>
          )}
          <a href={props.first} onClick={(event) => go(event, { to: props.start, href: props.first })}>
            {words.again}
          </a>
        </p>
      )}
      {node.id === props.start && <p class="small">{words.lead}</p>}
    </div>
  );
}
