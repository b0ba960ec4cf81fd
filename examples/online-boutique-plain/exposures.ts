import { Exposure } from './workload';

const GRPC = { portName: 'grpc' };

/** How workloads are reached: a row a Service. */
export const EXPOSURES: readonly Exposure[] = [
  { name: 'adservice', ...GRPC, port: 9555, targetPort: 9555 },
  { name: 'cartservice', ...GRPC, port: 7070, targetPort: 7070 },
  { name: 'redis-cart', portName: 'tcp-redis', port: 6379, targetPort: 6379 },
  { name: 'checkoutservice', ...GRPC, port: 5050, targetPort: 5050 },
  { name: 'currencyservice', ...GRPC, port: 7000, targetPort: 7000 },
  { name: 'emailservice', ...GRPC, port: 5000, targetPort: 8080 },
  { name: 'frontend', portName: 'http', port: 80, targetPort: 8080 },
  { name: 'frontend-external', to: 'frontend', portName: 'http', port: 80, targetPort: 8080, type: 'LoadBalancer' },
  { name: 'paymentservice', ...GRPC, port: 50051, targetPort: 50051 },
  { name: 'productcatalogservice', ...GRPC, port: 3550, targetPort: 3550 },
  { name: 'recommendationservice', ...GRPC, port: 8080, targetPort: 8080 },
  { name: 'shippingservice', ...GRPC, port: 50051, targetPort: 50051 },
];
