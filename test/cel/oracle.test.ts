import { notRun } from '../not-run';
import { askEvaluator } from './oracle/evaluator';
import { EXPRESSIONS, OBJECT } from './oracle/expressions';
import { Answer, askKubernetes, hasGo, Question } from './oracle/kubernetes';

const outcome = ({ value, failed }: Answer) => failed ?? value;

function disagreements(questions: readonly Question[]): string[] {
  const theirs = askKubernetes(questions);
  return questions.flatMap((question, index) => {
    const ours = askEvaluator(question);
    return outcome(ours) === outcome(theirs[index]) ? []
      : [`${question.expression} at 1.${question.minor}: ${outcome(ours)} (${ours.message}), not ${outcome(theirs[index])} (${theirs[index].message})`];
  });
}

test.each(Object.keys(EXPRESSIONS))('%s', topic => {
  const found = disagreements(EXPRESSIONS[topic].map(expression => ({ expression, object: OBJECT, minor: 35 })));
  require('fs').writeFileSync(`/tmp/oracle/dis-${topic}.txt`, found.join('\n'));
  expect(found.length).toBe(0);
});

void notRun; void hasGo;
