using System.Text.Json.Nodes;
using Xunit;

namespace Simulator.Serve.Tests;

public sealed class WritingTests
{
    private const string Pods = "/api/v1/namespaces/default/pods";

    private readonly Conversation _client = new();

    [Fact]
    public void Defaults_are_filled_in_and_unknown_fields_go()
    {
        var pod = _client.AddPod("a", """{"bogus":1,"containers":[{"name":"main","image":"nginx","ports":[{"containerPort":80}]}]}""");
        Assert.Equal(
            """{"containers":[{"name":"main","image":"nginx","ports":[{"containerPort":80,"protocol":"TCP"}],"resources":{},"""
            + "\"terminationMessagePath\":\"/dev/termination-log\",\"imagePullPolicy\":\"Always\"}],\"restartPolicy\":\"Always\","
            + "\"terminationGracePeriodSeconds\":30,\"dnsPolicy\":\"ClusterFirst\",\"securityContext\":{}}",
            pod["spec"]!.ToJsonString());
        Assert.Equal("""{"phase":"Pending"}""", pod["status"]!.ToJsonString());
    }

    [Theory]
    [InlineData("1000m", "1")]
    [InlineData("0.5", "500m")]
    [InlineData("1.5Gi", "1536Mi")]
    [InlineData("1024Ki", "1Mi")]
    [InlineData("1500", "1500")]
    [InlineData("1e3", "1e3")]
    [InlineData("2000000", "2M")]
    public void Quantities_come_back_in_their_canonical_form(string given, string shown)
    {
        var spec = $$"""{"containers":[{"name":"m","image":"n","resources":{"requests":{"memory":"{{given}}"} } }]}""";
        Assert.Equal(shown, (string?)_client.AddPod("a", spec)["spec"]!["containers"]![0]!["resources"]!["requests"]!["memory"]);
    }

    [Fact]
    public void An_unchanged_object_is_not_written()
    {
        var version = (string?)_client.AddPod("a")["metadata"]!["resourceVersion"];
        Assert.Equal(version, (string?)_client.Patch("strategic", $"{Pods}/a", "{}")["metadata"]!["resourceVersion"]);
        Assert.Equal(version, (string?)_client.Put($"{Pods}/a", _client.Get($"{Pods}/a").ToJsonString())["metadata"]!["resourceVersion"]);
    }

    [Fact]
    public void Generations_count_changes_of_what_is_wanted()
    {
        const string Sets = "/apis/extensions/v1beta1/namespaces/default/replicasets";
        var template = $$"""{"metadata":{"labels":{"a":"b"} },"spec":{{Conversation.PodSpec}} }""";
        _client.Post(Sets, $$"""{"metadata":{"name":"a"},"spec":{"template":{{template}} } }""");
        Assert.Equal(1, (int)_client.Patch("merge", $"{Sets}/a", """{"metadata":{"labels":{"x":"y"}}}""")["metadata"]!["generation"]!);
        Assert.Equal(2, (int)_client.Patch("merge", $"{Sets}/a", """{"spec":{"replicas":3}}""")["metadata"]!["generation"]!);
        var scale = _client.Put($"{Sets}/a/scale", """{"metadata":{"name":"a"},"spec":{"replicas":5}}""");
        Assert.Equal(
            ("Scale", 5, "a=b"), ((string?)scale["kind"], (int)scale["spec"]!["replicas"]!, (string?)scale["status"]!["targetSelector"]));
        Assert.Equal(3, (int)_client.Get($"{Sets}/a")["metadata"]!["generation"]!);
    }

    [Fact]
    public void A_status_is_written_apart()
    {
        _client.AddPod("a");
        var body = """{"metadata":{"name":"a"},"spec":{"containers":[]},"status":{"phase":"Running"}}""";
        var pod = _client.Put($"{Pods}/a/status", body);
        Assert.Equal(("Running", "main"), ((string?)pod["status"]!["phase"], (string?)pod["spec"]!["containers"]![0]!["name"]));
        Assert.Equal($"{Pods}/a/status", (string?)pod["metadata"]!["selfLink"]);
    }

    [Fact]
    public void Jobs_and_autoscalers_are_one_store_seen_through_two_groups()
    {
        _client.Post(
            "/apis/extensions/v1beta1/namespaces/default/horizontalpodautoscalers",
            """{"metadata":{"name":"h"},"spec":{"scaleRef":{"kind":"Deployment","name":"d"},"maxReplicas":3}}""");
        var seen = _client.Get("/apis/autoscaling/v1/namespaces/default/horizontalpodautoscalers/h");
        Assert.Equal(
            """{"scaleTargetRef":{"kind":"Deployment","name":"d"},"minReplicas":1,"maxReplicas":3,"targetCPUUtilizationPercentage":80}""",
            seen["spec"]!.ToJsonString());
        const string Ended = """{"restartPolicy":"Never","containers":[{"name":"a","image":"b"}]}""";
        _client.Post(
            "/apis/batch/v1/namespaces/default/jobs",
            $$"""{"metadata":{"name":"j"},"spec":{"template":{"spec":{{Ended}} } } }""");
        var job = _client.Get("/apis/extensions/v1beta1/namespaces/default/jobs/j");
        Assert.True((bool)job["spec"]!["autoSelector"]!);
        Assert.Equal((string?)job["metadata"]!["uid"], (string?)job["spec"]!["selector"]!["matchLabels"]!["controller-uid"]);
    }

    [Fact]
    public void A_pod_that_runs_goes_in_its_time_and_one_that_does_not_goes_at_once()
    {
        _client.AddPod("waits");
        Assert.Equal(0, (int)_client.Delete($"{Pods}/waits")["metadata"]!["deletionGracePeriodSeconds"]!);
        Assert.Equal(404, _client.Send("GET", $"{Pods}/waits").Status);
        _client.AddPod("runs");
        _client.Post($"{Pods}/runs/binding", """{"metadata":{"name":"runs"},"target":{"name":"node-1"}}""");
        var metadata = _client.Delete($"{Pods}/runs")["metadata"]!;
        Assert.Equal((30, "2016-09-07T13:00:30Z"), ((int)metadata["deletionGracePeriodSeconds"]!, (string?)metadata["deletionTimestamp"]));
        var shorter = _client.Delete($"{Pods}/runs", """{"gracePeriodSeconds":5}""")["metadata"]!;
        Assert.Equal(5, (int)shorter["deletionGracePeriodSeconds"]!);
        Assert.Equal(5, (int)_client.Delete($"{Pods}/runs", """{"gracePeriodSeconds":50}""")["metadata"]!["deletionGracePeriodSeconds"]!);
        _client.Delete($"{Pods}/runs", """{"gracePeriodSeconds":0}""");
        Assert.Equal(404, _client.Send("GET", $"{Pods}/runs").Status);
    }

    [Fact]
    public void A_namespace_is_emptied_before_it_goes()
    {
        Assert.Equal("Terminating", (string?)_client.Delete("/api/v1/namespaces/prod")["status"]!["phase"]);
        Assert.Equal(
            "configmaps \"a\" is forbidden: Unable to create new content in namespace prod because it is being terminated.",
            (string?)_client.Post("/api/v1/namespaces/prod/configmaps", """{"metadata":{"name":"a"}}""")["message"]);
        Assert.Equal(409, (int)_client.Delete("/api/v1/namespaces/prod")["code"]!);
        _client.Put("/api/v1/namespaces/prod/finalize", """{"metadata":{"name":"prod"},"spec":{"finalizers":[]}}""");
        Assert.Equal("Success", (string?)_client.Delete("/api/v1/namespaces/prod")["status"]);
    }

    [Fact]
    public void Limits_are_given_and_quotas_charged()
    {
        const string Limit = """{"type":"Container","default":{"cpu":"200m"},"defaultRequest":{"cpu":"50m"}}""";
        _client.Post(
            "/api/v1/namespaces/prod/limitranges",
            $$"""{"metadata":{"name":"l"},"spec":{"limits":[{{Limit}}]} }""");
        _client.Post("/api/v1/namespaces/prod/resourcequotas", """{"metadata":{"name":"q"},"spec":{"hard":{"requests.cpu":"90m"}}}""");
        _client.Put(
            "/api/v1/namespaces/prod/resourcequotas/q/status",
            """{"metadata":{"name":"q"},"status":{"hard":{"requests.cpu":"90m"},"used":{"requests.cpu":"0"}}}""");
        var pod = $$"""{"metadata":{"generateName":"p-"},"spec":{{Conversation.PodSpec}} }""";
        Assert.Equal(
            "LimitRanger plugin set: cpu request for container main; cpu limit for container main",
            (string?)_client.Post("/api/v1/namespaces/prod/pods", pod)["metadata"]!["annotations"]!["kubernetes.io/limit-ranger"]);
        Assert.Equal(
            "pods \"p-\" is forbidden: Exceeded quota: q, requested: requests.cpu=50m, used: requests.cpu=50m, limited: requests.cpu=90m",
            (string?)_client.Post("/api/v1/namespaces/prod/pods", pod)["message"]);
    }

    [Fact]
    public void Services_get_addresses_and_ports_that_nobody_has()
    {
        const string Services = "/api/v1/namespaces/default/services";
        var ports = """{"type":"NodePort","ports":[{"port":80},{"port":81,"name":"b"}]}""";
        ports = ports.Replace("{\"port\":80}", "{\"port\":80,\"name\":\"a\"}", StringComparison.Ordinal);
        var service = _client.Post(Services, $$"""{"metadata":{"name":"a"},"spec":{{ports}} }""");
        Assert.StartsWith("10.0.0.", (string?)service["spec"]!["clusterIP"], StringComparison.Ordinal);
        Assert.Equal(2, service["spec"]!["ports"]!.AsArray().Select(port => (int)port!["nodePort"]!).Distinct().Count());
        var taken = (string?)service["spec"]!["clusterIP"];
        var refusal = _client.Post(Services, $$"""{"metadata":{"name":"b"},"spec":{"clusterIP":"{{taken}}","ports":[{"port":80}]} }""");
        Assert.Equal(
            $"Service \"b\" is invalid: spec.clusterIP: Invalid value: \"{taken}\": provided IP is already "
                + "allocated", (string?)refusal["message"]);
    }

    [Fact]
    public void A_collection_is_deleted_as_it_is_selected()
    {
        foreach (var name in (string[])["a", "b", "c"]) _client.AddPod(name, labels: name == "c" ? "{}" : """{"x":"y"}""");
        var gone = _client.Delete($"{Pods}?labelSelector=x%3Dy");
        Assert.Equal(["a", "b"], gone["items"]!.AsArray().Select(pod => (string?)pod!["metadata"]!["name"]));
        Assert.Equal("c", (string?)Assert.Single((JsonArray)_client.Get(Pods)["items"]!)!["metadata"]!["name"]);
    }

    [Theory]
    [InlineData("application/yaml", "kind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: main\n    image: nginx\n")]
    public void Yaml_is_read(string type, string body) =>
        Assert.Equal(201, _client.Send("POST", Pods, body, ("Content-Type", type)).Status);
}
