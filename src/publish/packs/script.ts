/**
 * The search of a file, as it stands in it: plain script that the Chromium of 2018 runs. It reads the text once, at the first letter
 * typed, and compares without accents, Arabic vowel signs and letters that people write in two ways.
 */
export const script = `(function(){
var form=document.getElementById('find'),main=document.getElementById('text'),hits=document.getElementById('hits'),list,timer;
function fold(s){return s.toLowerCase().normalize('NFD').replace(/[\\u0300-\\u036f\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670]/g,'').replace(/\\u0671/g,'\\u0627').replace(/\\u0649/g,'\\u064a').replace(/\\u0629/g,'\\u0647').replace(/[\\u2018\\u2019\\u02bc]/g,"'").replace(/\\u0253/g,'b').replace(/\\u0257/g,'d').replace(/\\u0199/g,'k').replace(/\\u01b4/g,'y')}
function read(){list=[];for(var e=main.firstElementChild,one;e;e=e.nextElementSibling){
if(/^H[2-5]$/.test(e.tagName)&&e.id){one={id:e.id,title:e.textContent,text:''};list.push(one)}else if(one)one.text+=' '+(/^[UOD]L$/.test(e.tagName)?[].map.call(e.children,function(c){return c.textContent}).join(' '):e.textContent)}
list.forEach(function(o){o.head=fold(o.title);o.body=fold(o.text)})}
function show(){var words=fold(form.q.value).split(/\\s+/).filter(Boolean);hits.textContent='';
if(!words.length||words.join('').length<2)return;if(!list)read();
function all(text){return words.every(function(w){return text.indexOf(w)>=0})}
var found=list.filter(function(o){return all(o.head+' '+o.body)});
found.sort(function(a,b){return all(b.head)-all(a.head)});
found.slice(0,40).forEach(function(o){var li=document.createElement('li'),a=document.createElement('a'),at=o.body.indexOf(words[0]);
a.href='#'+o.id;a.textContent=o.title;li.appendChild(a);
if(at>=0){var s=document.createElement('small');s.textContent=' … '+o.text.substr(Math.max(0,at-30),110).trim()+' …';li.appendChild(s)}
hits.appendChild(li)});
if(!found.length){var li=document.createElement('li');li.textContent=form.dataset.nothing;hits.appendChild(li)}}
form.hidden=false;form.onsubmit=function(e){e.preventDefault();show()};
form.q.oninput=function(){clearTimeout(timer);timer=setTimeout(show,200)}})()`;
