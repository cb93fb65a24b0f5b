import { readFileSync } from 'node:fs';
import { composeAssistant } from './src/compose.ts';
import { crossValidate } from './src/matching/cross-validation.ts';
const a = composeAssistant();
const cases = crossValidate(a.knowledge, () => {});
const n = a.knowledge.topics.reduce((s, t) => s + t.questions.length, 0);
console.log('cv right', (cases.filter(c => c.right).length / n).toFixed(3));
const dev = readFileSync('/work/shared/knowledge/dev-questions.jsonl','utf8').trim().split('\n').map(l=>JSON.parse(l));
const pos = dev.filter(d => d.topics.some((x:string)=>a.topic(x)) && d.set!=='chat');
let d1=0,d3=0; for (const d of pos){const t=a.match(d.q).explanation.ranked; if(d.topics.includes(t[0]!.topic))d1++; if(t.slice(0,3).some(x=>d.topics.includes(x.topic)))d3++;}
console.log('dev',pos.length,d1,d3);
