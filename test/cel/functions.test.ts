import { compile } from '../../src/cel/program';

/** A few of each library; all of them are compared with Kubernetes' own where there is Go. */
test.each([
  'quantity("1.5Gi").isGreaterThan(quantity("1500M")) && quantity("50k").add(20).sub(quantity("20")).asInteger() == 50000',
  'isQuantity("500m") && !isQuantity("500 m") && sign(quantity("-1")) == -1 && !quantity("1000m").isInteger()',
  'ip("::0001") == ip("::1") && ip.isCanonical("::1") && !isIP("::ffff:1.2.3.4") && ip("10.0.0.1").family() == 4',
  'ip("169.254.169.254").isLinkLocalUnicast() && !ip("fe80::1").isGlobalUnicast() && string(ip("1:0:0:2:0:0:0:3")) == "1:0:0:2::3"',
  'cidr("10.0.0.0/8").containsIP("10.1.2.3") && cidr("10.0.0.0/8").containsCIDR("10.1.0.0/16") && string(cidr("10.1.2.3/12").masked()) == "10.0.0.0/12"',
  'url("https://user@example.com:8443/a%20b?x=1&x=2").getHost() == "example.com:8443" && url("https://[::1]:80/").getHostname() == "::1"',
  'url("https://a/?x=%41&x=2").getQuery() == {"x": ["A", "2"]} && !isURL("example.com")',
  'format.dns1123Label().validate("a-b") == optional.none() && format.named("uuid").hasValue() && format.date().validate("2023-02-29").hasValue()',
  'semver("1.2.3-rc.2").isLessThan(semver("1.2.3-rc.10")) && isSemver("v1.02", true) && !isSemver("v1.2.3") && semver("1.2.3").minor() == 2',
  '[1, 2, 3].sum() == 6 && ["b", "a"].max() == "b" && [1, 2, 1].lastIndexOf(1) == 2 && [1, 2].isSorted()',
  '[3, 1, 2].sort() == [1, 2, 3] && [[1], [2]].flatten() == [1, 2] && lists.range(3) == [0, 1, 2] && [1, 1].distinct() == [1]',
  '["bb", "a"].sortBy(t, t.size()) == ["a", "bb"] && [1, 2, 3].slice(1, 3) == [2, 3] && [1, 2].reverse() == [2, 1]',
  '"a1b22".findAll("[0-9]+") == ["1", "22"] && "abc".find("b.") == "bc"',
  '"%s is %.1f of %d".format(["a", 1.25, 3]) == "a is 1.2 of 3" && strings.quote("a\\n") == "\\"a\\\\n\\""',
  'timestamp("2024-02-29T23:00:00Z").getDate("Asia/Kolkata") == 1 && duration("1h30m") > duration("80m") && string(duration("90s")) == "90s"',
  'timestamp("2024-03-01T00:00:00Z") - timestamp("2024-02-29T00:00:00Z") == duration("24h")',
  '{"a": 1}.transformMap(k, v, v + 1) == {"a": 2} && [1, 2].transformList(i, v, i * v) == [0, 2] && {"a": "b"}.transformMapEntry(k, v, {v: k}) == {"b": "a"}',
  '[?optional.of(1), ?optional.none()] == [1] && {?"a": optional.of(1)}.a == 1 && optional.unwrap([optional.of(1), optional.none()]) == [1]',
  '[1, 2].first().value() == 1 && [].last() == optional.none() && optional.of(1).optFlatMap(x, optional.of(x + 1)).value() == 2',
  'sets.equivalent([1, 1], [1]) && sets.intersects([1, 2], [2]) && !sets.contains([1], [2])',
  'type(1) == int && type(timestamp(0)) == google.protobuf.Timestamp && type(ip("::1")) == net.IP',
  '"😀a".size() == 2 && "ä".charAt(0) == "ä" && b"ä".size() == 2 && "abc".substring(1, 2) == "b"',
])('%s', expression => {
  expect(compile(expression, { variables: [], kubernetes: '1.35' }).evaluate({})).toBe(true);
});

test.each([
  ['1.29', 'sets.contains([1], [1])', '1.30'],
  ['1.30', 'isIP("::1")', '1.31'],
  ['1.31', 'format.uuid()', '1.32'],
  ['1.33', 'semver("1.2.3")', '1.34'],
  ['1.34', 'lists.range(1)', '1.35'],
  ['1.32', '[1].first()', '1.33'],
])('a new policy at %s has no %s, which came with %s', (before, expression, since) => {
  expect(() => compile(expression, { variables: [], kubernetes: before })).toThrow(`exists from Kubernetes ${since} on`);
  expect(compile(expression, { variables: [], kubernetes: since }).evaluate({})).toBeDefined();
});
