using System.Text.Json.Nodes;
using Simulator.Serve.Answers;
using Simulator.Serve.Messages;
using Xunit;

namespace Simulator.Serve.Tests;

/// <summary>The API server of 1.20.2: workloads in apps/v1, and fields for what 1.3 kept in annotations or did not know.</summary>
public sealed class AppsServerTests
{
    private const string Pods = "/api/v1/namespaces/default/pods";
    private const string Budgets = "/apis/policy/v1beta1/namespaces/default/poddisruptionbudgets";
    private const string Scalers = "namespaces/default/horizontalpodautoscalers";
    private const string Deployments = "/apis/apps/v1/namespaces/default/deployments";

    private const string Spec = """
        {"priorityClassName":"high","tolerations":[{"key":"a","operator":"Exists","effect":"NoSchedule"}],
         "topologySpreadConstraints":[{"maxSkew":1,"topologyKey":"zone","whenUnsatisfiable":"DoNotSchedule"}],
         "securityContext":{"seccompProfile":{"type":"RuntimeDefault"}},
         "containers":[{"name":"main","image":"nginx:1.19","startupProbe":{"tcpSocket":{"port":80}},
         "resources":{"requests":{"ephemeral-storage":"1Gi"}}}]}
        """;

    private readonly Conversation _client = new(ServerManner.Extended, "1.20.2");

    [Fact]
    public void It_says_its_version_and_its_groups()
    {
        var version = _client.Get("/version");
        Assert.Equal(("1", "20", "v1.20.2"), (Text(version["major"]), Text(version["minor"]), Text(version["gitVersion"])));
        var groups = _client.Get("/apis")["groups"]!.AsArray().Select(group => Text(group!["name"])).ToList();
        Assert.DoesNotContain("extensions", groups);
        Assert.Contains("scheduling.k8s.io", groups);
        var pods = _client.Get("/api/v1")["resources"]!.AsArray();
        var eviction = pods.Single(entry => Text(entry!["name"]) == "pods/eviction")!;
        Assert.Equal(("policy", "v1beta1", "Eviction"), (Text(eviction["group"]), Text(eviction["version"]), Text(eviction["kind"])));
        Assert.Equal(404, _client.Send("GET", "/apis/extensions/v1beta1/deployments").Status);
    }

    [Fact]
    public void Fields_that_came_after_1_3_are_kept_and_defaulted()
    {
        var made = Post(Deployments, "api", """{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":"""
            + Spec + "}}");
        Assert.Equal(("apps/v1", "Deployment"), (Text(made["apiVersion"]), Text(made["kind"])));
        Assert.Equal("25%", Text(made["spec"]!["strategy"]!["rollingUpdate"]!["maxSurge"]));
        Assert.Equal(600, made["spec"]!["progressDeadlineSeconds"]!.GetValue<int>());
        var spec = made["spec"]!["template"]!["spec"]!;
        Assert.Equal("high", Text(spec["priorityClassName"]));
        Assert.Equal("a", Text(spec["tolerations"]![0]!["key"]));
        Assert.Equal("zone", Text(spec["topologySpreadConstraints"]![0]!["topologyKey"]));
        Assert.Equal("RuntimeDefault", Text(spec["securityContext"]!["seccompProfile"]!["type"]));
        Assert.Equal(10, spec["containers"]![0]!["startupProbe"]!["periodSeconds"]!.GetValue<int>());
        Assert.Equal("1Gi", Text(spec["containers"]![0]!["resources"]!["requests"]!["ephemeral-storage"]));
        Assert.Equal("default-scheduler", Text(spec["schedulerName"]));
        Assert.Null(spec["priority"]);
    }

    [Fact]
    public void Refusals_name_its_groups()
    {
        var refused = _client.Get(Deployments + "/ghost");
        Assert.Equal("deployments.apps \"ghost\" not found", Text(refused["message"]));
        var invalid = Post(Deployments, "api", """{"template":{"spec":{"containers":[{"name":"a","image":"b"}]}}}""");
        Assert.StartsWith("Deployment.apps \"api\" is invalid:", Text(invalid["message"]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_after_1_3_is_judged_and_selectors_stay()
    {
        var pod = Post(Pods, "one", """{"tolerations":[{"value":"x"}],"containers":[{"name":"a","image":"b"}]}""");
        Assert.StartsWith(
            "Pod \"one\" is invalid: spec.tolerations[0].operator: Invalid value:", Text(pod["message"]), StringComparison.Ordinal);
        const string Template = "\"template\":{\"metadata\":{\"labels\":{\"a\":\"b\",\"c\":\"d\"}},"
            + "\"spec\":{\"containers\":[{\"name\":\"a\",\"image\":\"b\"}]}}}";
        var made = Post(Deployments, "api", """{"selector":{"matchLabels":{"a":"b"}},""" + Template);
        made["spec"]!["selector"]!["matchLabels"] = new JsonObject { ["c"] = "d" };
        var refused = _client.Send("PUT", Deployments + "/api", made.ToJsonString());
        Assert.Equal(422, refused.Status);
        Assert.Contains("spec.selector: Invalid value:", Text(Conversation.Json(refused)["message"]), StringComparison.Ordinal);
        Assert.EndsWith("field is immutable", Text(Conversation.Json(refused)["message"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Pods_get_the_rank_of_their_class_and_tolerate_lost_nodes_for_a_while()
    {
        var refused = Post(Pods, "one", Spec);
        Assert.Equal("pods \"one\" is forbidden: no PriorityClass with name high was found", Text(refused["message"]));
        _client.Post("/apis/scheduling.k8s.io/v1/priorityclasses", """{"metadata":{"name":"high"},"value":1000}""");
        var pod = Post(Pods, "one", Spec);
        Assert.Equal(1000, pod["spec"]!["priority"]!.GetValue<int>());
        Assert.Equal("PreemptLowerPriority", Text(pod["spec"]!["preemptionPolicy"]));
        Assert.Equal(["a", "node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"],
            pod["spec"]!["tolerations"]!.AsArray().Select(toleration => Text(toleration!["key"])));
        Assert.Equal(300, pod["spec"]!["tolerations"]![2]!["tolerationSeconds"]!.GetValue<int>());
    }

    [Fact]
    public void A_budget_holds_an_eviction_up()
    {
        var pod = Post(Pods, "one", Conversation.PodSpec, """{"app":"a"}""");
        Assert.Null(pod["reason"]);
        _client.Store.Put(new("pods", "default", "one"), Running((JsonObject)pod));
        _client.Post(Budgets, """{"metadata":{"name":"few"},"spec":{"minAvailable":1,"selector":{"matchLabels":{"app":"a"}}}}""");
        Settle(allowed: 0);
        var refused = Evict();
        Assert.Equal(429, refused.Status);
        var told = Conversation.Json(refused);
        Assert.Equal("Cannot evict pod as it would violate the pod's disruption budget.", Text(told["message"]));
        Assert.Equal(
            "The disruption budget few needs 1 healthy pods and has 1 currently", Text(told["details"]!["causes"]![0]!["message"]));
        Settle(allowed: 1);
        Assert.Equal(201, Evict().Status);
        Assert.NotNull(_client.Get(Pods + "/one")["metadata"]!["deletionTimestamp"]);
        var spent = _client.Get(Budgets + "/few")["status"]!;
        Assert.Equal(0, spent["disruptionsAllowed"]!.GetValue<int>());
        Assert.NotNull(spent["disruptedPods"]!["one"]);
        Assert.Equal(404, Evict("ghost").Status);
    }

    [Fact]
    public void Autoscalers_of_all_versions_are_the_same_objects()
    {
        var reference = """{"apiVersion":"apps/v1","kind":"Deployment","name":"web"}""";
        Post($"/apis/autoscaling/v1/{Scalers}", "web",
            """{"scaleTargetRef":""" + reference + ""","maxReplicas":5,"targetCPUUtilizationPercentage":60}""");
        var later = _client.Get($"/apis/autoscaling/v2/{Scalers}/web");
        Assert.Equal("autoscaling/v2", Text(later["apiVersion"]));
        Assert.Equal(60, later["spec"]!["metrics"]![0]!["resource"]!["target"]!["averageUtilization"]!.GetValue<int>());
        Post($"/apis/autoscaling/v2beta2/{Scalers}", "mem", """{"maxReplicas":5,"scaleTargetRef":""" + reference
            + ""","metrics":[{"type":"Resource","resource":{"name":"memory","target":{"type":"AverageValue","averageValue":"1Gi"}}}]}""");
        var plain = _client.Get($"/apis/autoscaling/v1/{Scalers}/mem");
        Assert.Null(plain["spec"]!["metrics"]);
        Assert.Contains("averageValue", Text(plain["metadata"]!["annotations"]!["autoscaling.alpha.kubernetes.io/metrics"]),
            StringComparison.Ordinal);
        _client.Patch("merge", $"/apis/autoscaling/v1/{Scalers}/mem", """{"spec":{"maxReplicas":6}}""");
        var kept = _client.Get($"/apis/autoscaling/v2/{Scalers}/mem")["spec"]!;
        Assert.Equal((6, "1Gi"), (kept["maxReplicas"]!.GetValue<int>(),
            Text(kept["metrics"]![0]!["resource"]!["target"]!["averageValue"])));
    }

    [Theory]
    [InlineData("policy/v1beta1", "policy/v1", "poddisruptionbudgets", """{"spec":{"maxUnavailable":"50%"}}""")]
    [InlineData("batch/v1", "batch/v1beta1", "cronjobs",
        """{"spec":{"schedule":"* * * * *","jobTemplate":{"spec":{"template":{"spec":{"restartPolicy":"Never","""
        + "\"containers\":[{\"name\":\"a\",\"image\":\"b\"}]}}}}}}")]
    [InlineData("rbac.authorization.k8s.io/v1", "rbac.authorization.k8s.io/v1beta1", "roles", """{"rules":[]}""")]
    public void Later_versions_show_the_same(string one, string other, string resource, string body)
    {
        var given = JsonNode.Parse(body)!;
        given["metadata"] = new JsonObject { ["name"] = "a" };
        var made = _client.Post($"/apis/{one}/namespaces/default/{resource}", given.ToJsonString());
        Assert.Equal(one, Text(made["apiVersion"]));
        Assert.Equal(other, Text(_client.Get($"/apis/{other}/namespaces/default/{resource}/a")["apiVersion"]));
    }

    [Fact]
    public void Server_side_apply_is_refused_in_words()
    {
        var answer = _client.Send("PATCH", Deployments + "/api", "{}", ("Content-Type", "application/apply-patch+yaml"));
        Assert.Equal(415, answer.Status);
        Assert.StartsWith("server-side apply is not simulated", Text(Conversation.Json(answer)["message"]), StringComparison.Ordinal);
    }

    private ServerAnswer Evict(string name = "one") => _client.Send(
        "POST", $"{Pods}/{name}/eviction", """{"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"NAME"}}"""
            .Replace("NAME", name, StringComparison.Ordinal));

    /// <summary>What the disruption controller would write.</summary>
    private void Settle(int allowed) => _client.Patch(
        "merge", Budgets + "/few/status", $$$"""
        {"status":{"observedGeneration":1,"disruptionsAllowed":{{{allowed}}},"currentHealthy":1,"desiredHealthy":1,"expectedPods":1}}
        """);

    private static JsonObject Running(JsonObject pod)
    {
        var running = (JsonObject)pod.DeepClone();
        running["spec"]!["nodeName"] = "n1";
        running["status"] = JsonNode.Parse("""{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}""");
        return running;
    }

    private JsonNode Post(string url, string name, string spec, string labels = "{}") =>
        _client.Post(url, $$"""{"metadata":{"name":"{{name}}","labels":{{labels}} },"spec":{{spec}} }""");

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";
}
