import { Workload } from './workload';

const SMALL = { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } };
const QUICK = { period: 5 };
const NO_PROFILER = { DISABLE_PROFILER: '1' };
const BEHIND_ISTIO = { 'sidecar.istio.io/rewriteAppHTTPProbers': 'true' };
const server = 'server';

/** What runs: a row a workload, as the makers of the shop deploy it. */
export const WORKLOADS: readonly Workload[] = [
  {
    name: 'adservice', container: server, port: { number: 9555 }, graceSeconds: 5,
    environment: { PORT: '9555' },
    probes: { by: 'grpc', ready: { delay: 20, period: 15 }, alive: { delay: 20, period: 15 } },
    requests: { cpu: '200m', memory: '180Mi' }, limits: { cpu: '300m', memory: '300Mi' },
  },
  {
    name: 'cartservice', container: server, port: { number: 7070 }, graceSeconds: 5,
    environment: { REDIS_ADDR: 'redis-cart:6379' },
    probes: { by: 'grpc', ready: { delay: 15 }, alive: { delay: 15, period: 10 } },
    requests: { cpu: '200m', memory: '64Mi' }, limits: { cpu: '300m', memory: '128Mi' },
  },
  {
    name: 'redis-cart', container: 'redis', image: 'redis:alpine', port: { number: 6379 }, serviceAccount: false,
    environment: {}, scratch: { name: 'redis-data', path: '/data' },
    probes: { by: 'tcp', ready: QUICK, alive: QUICK },
    requests: { cpu: '70m', memory: '200Mi' }, limits: { cpu: '125m', memory: '256Mi' },
  },
  {
    name: 'checkoutservice', container: server, port: { number: 5050 }, ...SMALL,
    environment: {
      PORT: '5050',
      PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550',
      SHIPPING_SERVICE_ADDR: 'shippingservice:50051',
      PAYMENT_SERVICE_ADDR: 'paymentservice:50051',
      EMAIL_SERVICE_ADDR: 'emailservice:5000',
      CURRENCY_SERVICE_ADDR: 'currencyservice:7000',
      CART_SERVICE_ADDR: 'cartservice:7070',
    },
    probes: { by: 'grpc', ready: {}, alive: {} },
  },
  {
    name: 'currencyservice', container: server, port: { number: 7000, name: 'grpc' }, graceSeconds: 5, ...SMALL,
    environment: { PORT: '7000', ...NO_PROFILER },
    probes: { by: 'grpc', ready: {}, alive: {} },
  },
  {
    name: 'emailservice', container: server, port: { number: 8080 }, graceSeconds: 5, ...SMALL,
    environment: { PORT: '8080', ...NO_PROFILER },
    probes: { by: 'grpc', ready: QUICK, alive: QUICK },
  },
  {
    name: 'frontend', container: server, port: { number: 8080 }, annotations: BEHIND_ISTIO, ...SMALL,
    environment: {
      PORT: '8080',
      PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550',
      CURRENCY_SERVICE_ADDR: 'currencyservice:7000',
      CART_SERVICE_ADDR: 'cartservice:7070',
      RECOMMENDATION_SERVICE_ADDR: 'recommendationservice:8080',
      SHIPPING_SERVICE_ADDR: 'shippingservice:50051',
      CHECKOUT_SERVICE_ADDR: 'checkoutservice:5050',
      AD_SERVICE_ADDR: 'adservice:9555',
      SHOPPING_ASSISTANT_SERVICE_ADDR: 'shoppingassistantservice:80',
      ENABLE_PROFILER: '0',
    },
    probes: { by: 'http', ready: { delay: 10 }, alive: { delay: 10 } },
  },
  {
    name: 'loadgenerator', container: 'main', replicas: 1, graceSeconds: 5, annotations: BEHIND_ISTIO, startsAfter: 'frontend:80',
    environment: { FRONTEND_ADDR: 'frontend:80', USERS: '10', RATE: '1' },
    requests: { cpu: '300m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' },
  },
  {
    name: 'paymentservice', container: server, port: { number: 50051 }, graceSeconds: 5, ...SMALL,
    environment: { PORT: '50051', ...NO_PROFILER },
    probes: { by: 'grpc', ready: {}, alive: {} },
  },
  {
    name: 'productcatalogservice', container: server, port: { number: 3550 }, graceSeconds: 5, ...SMALL,
    environment: { PORT: '3550', ...NO_PROFILER },
    probes: { by: 'grpc', ready: {}, alive: {} },
  },
  {
    name: 'recommendationservice', container: server, port: { number: 8080 }, graceSeconds: 5,
    environment: { PORT: '8080', PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550', ...NO_PROFILER },
    probes: { by: 'grpc', ready: QUICK, alive: QUICK },
    requests: { cpu: '100m', memory: '220Mi' }, limits: { cpu: '200m', memory: '450Mi' },
  },
  {
    name: 'shippingservice', container: server, port: { number: 50051 }, ...SMALL,
    environment: { PORT: '50051', ...NO_PROFILER },
    probes: { by: 'grpc', ready: QUICK, alive: {} },
  },
];
