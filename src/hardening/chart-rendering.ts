import { ApiObject, Chart, DependencyGraph } from 'cdk8s';
import { Synthesis } from './synthesis';

Synthesis.rendersItsOwnWay = construct => Chart.isChart(construct) && construct.toJson !== Chart.prototype.toJson;
Synthesis.renderChart = construct => Chart.isChart(construct) ? () => objectsOf(construct) : undefined;

/** The objects of a chart in the order of their dependencies, as `Chart.toJson` has them. */
function objectsOf(chart: Chart): any[] {
  return new DependencyGraph(chart.node).topology()
    .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct) && Chart.of(construct) === chart)
    .map(apiObject => apiObject.toJson());
}
