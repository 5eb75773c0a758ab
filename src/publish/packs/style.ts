/** The looks of a file: the colours of the site, readable by the Chromium of 2018, on paper too. */
export const style = [
  ':root{color-scheme:light dark;--g:#fbf6ec;--i:#1b1b1f;--a:#1d3f8f;--l:#dccfb6;--s:#4f4b43}',
  '@media(prefers-color-scheme:dark){:root{--g:#14151b;--i:#f2ede2;--a:#b7c3ff;--l:#3a3d49;--s:#c2bcae}}',
  'html{font-size:112.5%;-webkit-text-size-adjust:100%}',
  'body{max-width:42rem;margin:auto;padding:1rem;background:var(--g);color:var(--i);font:1rem/1.6 system-ui,Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}',
  'body:lang(ar){line-height:1.85}',
  'a{color:var(--a)}a[href^="tel:"],.n{display:inline-block;padding:.35rem 0;font-size:1.2rem;font-weight:700}small,.s{font-size:.85rem;color:var(--s)}p,ul,ol,dl,table{margin:0 0 .8rem}',
  'h1,h2,h3,h4,h5,h6{line-height:1.4;margin:1.4rem 0 .4rem}h2{border-top:4px double;padding-top:1rem;font-size:1.6rem}h3{border-top:1px solid var(--l);padding-top:.8rem;font-size:1.25rem}h4{font-size:1.1rem}h5,h6{font-size:1rem}',
  'dt{font-weight:700}dd{margin:0 0 .4rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.2rem .4rem;border-bottom:1px solid var(--l)}*+td:empty{border:1px solid}blockquote{margin:0 0 .8rem;padding-inline-start:.8rem;border-inline-start:4px solid var(--l)}',
  'nav li a,#hits a{display:inline-block;padding:.5rem 0}summary{padding:.6rem 0;font-weight:700;cursor:pointer}',
  'input{box-sizing:border-box;width:100%;min-height:3rem;padding:.4rem;font:inherit;color:inherit;background:var(--g);border:2px solid var(--a);border-radius:8px}',
  ':focus{outline:3px solid #f2a900}[hidden]{display:none}',
  '#up{position:fixed;bottom:.5rem;right:.5rem;padding:.6rem .9rem;background:var(--i);color:var(--g);border-radius:2rem;text-decoration:none}[dir=rtl] #up{right:auto;left:.5rem}',
  '@media print{:root{--g:#fff;--i:#000;--a:#000;--s:#222}#find,#up{display:none}h2{page-break-before:always}h3,h4{page-break-after:avoid}}',
].join('');
