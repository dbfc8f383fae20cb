using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>Wrong users of a federation, and wrong latencies, get a sentence with a place.</summary>
public sealed class UserErrorTests
{
    private const string Base = """
        scenario: s
        duration: 10m
        federation: { name: fed }
        clusters:
          - { name: east, region: r-east, zones: [a], nodePools: [{ name: p, capacity: { cpu: 4, memory: 8Gi }, count: 4 }],
              workloads: [{ generate: { count: 1, replicas: 3, cpu: 100m, memory: 1Gi } }] }
          - { name: west, region: r-west, zones: [b], nodePools: [{ name: p, capacity: { cpu: 4, memory: 8Gi }, count: 4 }] }
        latencies:
          - { between: [r-east, r-west], roundTrip: 60ms }
        users:
          - { region: r-east, service: SERVICE, rate: 10 }
        """;

    private const string Web = "web-001";

    [Theory]
    [InlineData("9", "  - { between: [r-east, r-west], roundTrip: 60ms }", "")]
    [InlineData(
        "11", "  - { region: r-esat, service: SERVICE, rate: 10 }",
        "s.yaml:11:15  users[0].region: no region 'r-esat'; did you mean 'r-east'?")]
    [InlineData(
        "9", "  - { between: [r-west, r-west], roundTrip: 2ms }",
        "s.yaml:11:15  users[0].region: latencies has none between 'r-east' and 'r-west'")]
    [InlineData(
        "11", "  - { region: r-east, service: SERVICE, rate: 10, ttl: -30s }",
        "s.yaml:11:56  users[0].ttl: '-30s' is negative; allowed are durations above 0")]
    [InlineData(
        "11", "  - { region: r-east, service: shop/wep, rate: 10 }", "s.yaml:11:32  users[0].service: no federated service 'shop/wep'")]
    [InlineData(
        "11", "  - { region: r-east, service: a/b/c, rate: 10 }",
        "s.yaml:11:32  users[0].service: found 'a/b/c'; allowed is NAME or NAMESPACE/NAME")]
    [InlineData("11", "  - { cluster: estt, service: SERVICE, rate: 10 }", "s.yaml:11:16  users[0].cluster: no cluster 'estt'")]
    [InlineData("11", "  - { service: SERVICE, rate: 10 }", "s.yaml:11:5  users[0]: has none of region, cluster; allowed is exactly one")]
    [InlineData("11", "  - { region: r-east, service: SERVICE }", "s.yaml:11:5  users[0]: has none of rate, file; allowed is exactly one")]
    [InlineData("11", "  - { region: r-east, service: SERVICE, rate: -1 }", "s.yaml:11:47  users[0].rate: ")]
    [InlineData(
        "11", "  - { cluster: east, service: SERVICE, rate: 1, asks: global }",
        "s.yaml:11:55  users[0].asks: means nothing for pods of a cluster")]
    [InlineData(
        "11", "  - { region: r-east, service: SERVICE, rate: 1, caches: { obeying: 0.9, lingering: 0.2 } }",
        "users[0].caches.lingering: obeying 0.9 and lingering 0.2 are more than 1 together")]
    [InlineData(
        "9", "  - { between: [r-east], roundTrip: 60ms }", "s.yaml:9:16  latencies[0].between: the list has 1 regions; allowed are two")]
    [InlineData(
        "9", "  - { between: [r-east, r-wset], roundTrip: 60ms }",
        "s.yaml:9:16  latencies[0].between: no cluster is in region 'r-wset' and no users are; did you mean 'r-west'?")]
    [InlineData("9", "  - { between: [r-east, r-west], roundTrip: -1ms }", "s.yaml:9:45  latencies[0].roundTrip: '-1ms' is negative")]
    [InlineData("3", "description: no federation", "s.yaml:11:3  users: the scenario has no federation")]
    public void Each_mistake_has_its_sentence(string line, string text, string expected)
    {
        var lines = Base.Split('\n');
        lines[int.Parse(line, System.Globalization.CultureInfo.InvariantCulture) - 1] = text;
        var file = ScenarioText.Read(string.Join('\n', lines).Replace("SERVICE", Web, StringComparison.Ordinal));
        var errors = file.Diagnostics.Errors.Select(error => error.ToString()).ToList();
        if (expected.Length == 0) Assert.Empty(errors);
        else
        {
            Assert.Contains(
                errors, error => error.Contains(expected.Replace("SERVICE", Web, StringComparison.Ordinal), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_same_users_come_once()
    {
        var twice = $"{Base}\n  - {{ region: r-east, service: SERVICE, rate: 5 }}".Replace("SERVICE", Web, StringComparison.Ordinal);
        Assert.Contains(
            ScenarioText.Read(twice).Diagnostics.Errors.Select(error => error.ToString()),
            error => error.Contains($"users of r-east come twice for default/{Web}", StringComparison.Ordinal));
    }
}
