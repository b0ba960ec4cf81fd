/** Who talks to whom, and starts it: a row a client. Nothing else is reachable. */
export const EDGES: { readonly [client: string]: readonly string[] } = {
  loadgenerator: ['frontend'],
  frontend: [
    'adservice', 'cartservice', 'checkoutservice', 'currencyservice', 'productcatalogservice', 'recommendationservice', 'shippingservice',
  ],
  checkoutservice: ['cartservice', 'currencyservice', 'emailservice', 'paymentservice', 'productcatalogservice', 'shippingservice'],
  recommendationservice: ['productcatalogservice'],
  cartservice: ['redis-cart'],
};
