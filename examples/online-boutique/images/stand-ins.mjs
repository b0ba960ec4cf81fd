// What the stand-ins stand for: an image a row, with the versions that the environments run.
const SHOP = 'a service of Google\'s online boutique';

export const STAND_INS = [
  ...['adservice', 'cartservice', 'checkoutservice', 'currencyservice', 'emailservice', 'loadgenerator', 'paymentservice', 'productcatalogservice', 'shippingservice']
    .map(name => ({ name, of: SHOP, versions: ['0.10.3'] })),
  ...['frontend', 'recommendationservice'].map(name => ({ name, of: SHOP, versions: ['0.10.3', '0.10.4'] })),
  { name: 'busybox', of: 'the shell that waits for the frontend before load is made', versions: ['1.38.0'] },
  { name: 'redis', of: 'the store of the carts', versions: ['8.2.1-alpine'] },
  { name: 'restic', of: 'the program that backs the carts up', versions: ['0.14.0'] },
];
