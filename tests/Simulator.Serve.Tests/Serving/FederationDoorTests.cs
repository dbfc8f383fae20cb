using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Messages;
using Simulator.Serve.Runs;
using Xunit;

namespace Simulator.Serve.Tests.Serving;

/// <summary>The API server of a federation, beside those of its members.</summary>
public sealed class FederationDoorTests : IDisposable
{
    private const string Clusters = "/apis/federation/v1beta1/clusters";

    internal const string Scenario = """
        scenario: pair
        seed: 3
        duration: 30m
        clusters:
          - name: us
            region: us-east1
            zones: [us-east1-b]
            nodePools: [{ name: pool, machineType: n1-standard-1, count: 2 }]
            controlPlane: { controller-manager: { cloud-provider: gce } }
            workloads: [{ manifests: [web.yaml] }]
          - name: eu
            region: europe-west1
            zones: [europe-west1-b]
            nodePools: [{ name: pool, machineType: n1-standard-1, count: 2 }]
            controlPlane: { controller-manager: { cloud-provider: gce } }
        federation: { name: fed, domain: example.com }
        """;

    private readonly Served _served = new(scenario: Scenario);

    private ServedDoor Door => _served.Run.Doors[^1];

    [Fact]
    public void Each_member_and_the_federation_have_a_door() =>
        Assert.Equal(["us", "eu", "federation"], _served.Run.Doors.Select(door => door.Name));

    [Fact]
    public void It_serves_what_a_federation_has_and_no_pods()
    {
        Assert.Equal(
            ["extensions/v1beta1", "federation/v1beta1"],
            Json("GET", "/apis")["groups"]!.AsArray().Select(group => (string?)group!["preferredVersion"]!["groupVersion"]));
        Assert.Equal(
            ["clusters", "clusters/status"],
            Json("GET", "/apis/federation/v1beta1")["resources"]!.AsArray().Select(resource => (string?)resource!["name"]));
        foreach (var path in (string[])["/api/v1/pods", "/api/v1/nodes", "/apis/extensions/v1beta1/deployments", "/apis/batch/v1/jobs"])
        {
            Assert.Equal(404, Ask("GET", path).Status);
        }

        Assert.Equal(404, _served.Run.Doors[0].Answer(new ServerRequest { Method = "GET", Path = Clusters }).Status);
    }

    [Fact]
    public void Its_members_are_seen_ready_with_their_zones()
    {
        _served.Run.Advance(TimeSpan.FromMinutes(3));
        var members = Json("GET", Clusters)["items"]!.AsArray();
        Assert.Equal(["eu", "us"], members.Select(member => (string?)member!["metadata"]!["name"]));
        Assert.Equal("us-east1-b", (string?)members[1]!["status"]!["zones"]![0]);
        var table = Json("GET", Clusters, accept: "application/json;as=Table;v=v1;g=meta.k8s.io");
        Assert.Equal(["us", "Ready"], table["rows"]![1]!["cells"]!.AsArray().Take(2).Select(cell => (string?)cell));
    }

    [Fact]
    public void A_service_that_is_created_here_comes_to_all_members()
    {
        const string Service =
            """{"metadata":{"name":"shop"},"spec":{"type":"LoadBalancer","ports":[{"port":80}],"selector":{"app":"web"}}}""";
        Assert.Equal(201, Ask("POST", "/api/v1/namespaces/default/services", Service).Status);
        _served.Run.Advance(TimeSpan.FromMinutes(3));
        foreach (var door in _served.Run.Doors)
        {
            Assert.Equal(
                200, door.Answer(new ServerRequest { Method = "GET", Path = "/api/v1/namespaces/default/services/shop" }).Status);
        }
    }

    [Fact]
    public void A_member_leaves_and_what_is_no_member_is_refused()
    {
        Assert.Equal(200, Ask("DELETE", Clusters + "/eu").Status);
        Assert.Equal(404, Ask("GET", Clusters + "/eu").Status);
        Assert.Equal("clusters.federation \"eu\" not found", (string?)Json("GET", Clusters + "/eu")["message"]);
        var nameless = Ask("POST", Clusters, """{"metadata":{"name":"Big"},"spec":{}}""");
        Assert.Equal(422, nameless.Status);
        Assert.Contains("Cluster.federation \\\"Big\\\" is invalid", Text(nameless), StringComparison.Ordinal);
    }

    public void Dispose() => _served.Dispose();

    private static string Text(ServerAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);

    private JsonNode Json(string method, string path, string? body = null, string accept = "application/json") =>
        JsonNode.Parse(Text(Ask(method, path, body, accept)))!;

    private ServerAnswer Ask(string method, string path, string? body = null, string accept = "application/json") =>
        Door.Answer(new ServerRequest
        {
            Method = method,
            Path = path,
            Headers = [("Accept", accept), ("Content-Type", "application/json")],
            Body = Encoding.UTF8.GetBytes(body ?? ""),
        });
}
