using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.Serve.Tests.Commands;
using Xunit;

namespace Simulator.Serve.Tests.Serving;

/// <summary>What is done by hand comes out as a scenario, and a run of that comes to the same digest.</summary>
public sealed class RecordTests
{
    [Fact]
    public void A_record_of_nothing_is_the_scenario_itself() => Check(served => served.Run.Advance(TimeSpan.FromMinutes(12)));

    [Fact]
    public void Objects_that_clients_have_stored_are_stored_again() => Check(served =>
    {
        served.Run.Advance(TimeSpan.FromSeconds(61.5));
        served.Put("replicationcontrollers", "cache", Cache);
        served.Put("pods", "alone", Alone);
        served.Run.Advance(TimeSpan.FromMinutes(4));
        served.Change("deployments", "web", web => web["spec"]!["replicas"] = 6);
        served.Run.Advance(TimeSpan.FromMinutes(6));
        served.Change("deployments", "web", web => web["spec"]!["template"]!["spec"]!["containers"]![0]!["image"] = "nginx:1.12");
        served.Run.Advance(TimeSpan.FromMinutes(7));
        served.Documents.Remove(new DocumentKey("replicationcontrollers", "default", "cache"));
        served.Run.Advance(TimeSpan.FromMinutes(11));
    });

    [Fact]
    public void Many_at_one_moment_keep_their_order() => Check(served =>
    {
        served.Run.Advance(TimeSpan.FromMinutes(5));
        for (var i = 0; i < 20; i++) served.Put("pods", $"p{i}", Alone.Replace("alone", $"p{i}", StringComparison.Ordinal));
        for (var i = 0; i < 20; i += 2) served.Documents.Remove(new DocumentKey("pods", "default", $"p{i}"));
        served.Run.Advance(TimeSpan.FromMinutes(8));
    });

    [Fact]
    public void Troubles_begin_and_end_when_they_did() => Check(served =>
    {
        served.Run.Advance(TimeSpan.FromMinutes(4));
        var first = served.Run.Troubles.Begin("{ kind: power-loss, zone: b, share: 0.5 }");
        served.Run.Troubles.Begin("kind: api-server-slow\nfactor: 3\nfor: 90s");
        served.Run.Advance(TimeSpan.FromMinutes(9));
        served.Put("pods", "alone", Alone);
        served.Run.Troubles.End(first);
        served.Run.Troubles.Begin("{ kind: reboot, node: default-0003 }");
        served.Run.Advance(TimeSpan.FromMinutes(20));
    });

    [Fact]
    public void A_trouble_that_stands_at_the_end_stands() => Check(served =>
    {
        served.Run.Advance(TimeSpan.FromMinutes(4));
        served.Run.Troubles.Begin("{ kind: network-cut, zone: c }");
        served.Run.Advance(TimeSpan.FromMinutes(13));
    });

    [Fact]
    public void Operations_are_done_again() => Check(served =>
    {
        served.Run.Advance(TimeSpan.FromMinutes(4));
        served.Run.Troubles.Operate("{ scale: deployment/web, replicas: 5 }");
        served.Put("replicationcontrollers", "cache", Cache);
        served.Run.Troubles.Operate("{ scale: rc/cache, replicas: 1 }");
        served.Run.Troubles.Operate("{ drain: default-0002 }");
        served.Run.Advance(TimeSpan.FromMinutes(10));
    });

    [Fact]
    public void Events_written_between_two_events_of_the_run_stay_between_them() => Check(served =>
    {
        for (var i = 0; i < 200; i++)
        {
            served.Run.Advance(served.Run.NextEvent!.Value);
            if (i % 10 == 0) served.Put("pods", $"q{i}", Alone.Replace("alone", $"q{i}", StringComparison.Ordinal));
        }
    });

    [Fact]
    public void What_is_done_to_a_federation_is_done_again() => Check(
        served =>
        {
            served.Run.Advance(TimeSpan.FromMinutes(1));
            var federation = served.Run.Doors[^1].Documents;
            federation.Put(new DocumentKey("services", "default", "shop"), Served.Json(Shop));
            served.Run.Advance(TimeSpan.FromMinutes(4));
            federation.Remove(new DocumentKey("clusters", "", "eu"));
            served.Run.Advance(TimeSpan.FromMinutes(8));
        },
        FederationDoorTests.Scenario);

    /// <summary>Through the API, so that every kind that came after 1.3 takes its way.</summary>
    [Fact]
    public void What_is_done_to_a_cluster_of_apps_is_done_again() => Check(
        served =>
        {
            served.Run.Advance(TimeSpan.FromMinutes(1));
            const string Budgets = "/apis/policy/v1/namespaces/default/poddisruptionbudgets";
            Send("POST", "/apis/scheduling.k8s.io/v1/priorityclasses", """{"metadata":{"name":"high"},"value":7}""", 201);
            Send("POST", Budgets, Budget, 201);
            Send("POST", "/apis/apps/v1/namespaces/default/statefulsets", Set, 201);
            served.Run.Advance(TimeSpan.FromMinutes(3));
            var pod = served.Documents.List("pods", "default").First(pod => (string?)pod["metadata"]!["labels"]!["app"] == "web");
            var path = $"/api/v1/namespaces/default/pods/{pod["metadata"]!["name"]}/eviction";
            Send("POST", path, """{"apiVersion":"policy/v1beta1","kind":"Eviction"}""", 201);
            Send("PATCH", "/api/v1/nodes/default-0002", """{"spec":{"taints":[{"key":"a","effect":"NoSchedule"}]}}""", 200);
            served.Run.Advance(TimeSpan.FromMinutes(5));
            Send("DELETE", Budgets + "/web", "", 200);
            Send("PATCH", "/apis/apps/v1/namespaces/default/statefulsets/db", """{"spec":{"replicas":1}}""", 200);
            served.Run.Troubles.Begin("{ kind: power-loss, zone: b }");
            served.Run.Advance(TimeSpan.FromMinutes(12));

            void Send(string method, string path, string body, int status)
            {
                var answer = served.Run.Doors[0].Answer(new ServerRequest
                {
                    Method = method,
                    Path = path,
                    Query = "",
                    Headers = method == "PATCH" ? [("Content-Type", "application/merge-patch+json")] : [],
                    Body = Encoding.UTF8.GetBytes(body),
                });
                Assert.True(answer.Status == status, Encoding.UTF8.GetString(answer.Body.Span));
            }
        },
        AppsKubectlTests.Scenario, AppsKubectlTests.Web);

    private const string Budget = """{"metadata":{"name":"web"},"spec":{"minAvailable":2,"selector":{"matchLabels":{"app":"web"}}}}""";

    private const string Set = """
        {"metadata":{"name":"db"},"spec":{"replicas":2,"serviceName":"db","selector":{"matchLabels":{"app":"db"}},
         "template":{"metadata":{"labels":{"app":"db"}},"spec":{"priorityClassName":"high",
         "containers":[{"name":"db","image":"postgres:13","resources":{"requests":{"cpu":"50m"}}}]}}}}
        """;

    private const string Shop = """
        {"metadata":{"name":"shop","namespace":"default","uid":"33333333-1111-11e6-8111-111111111111",
         "creationTimestamp":"2016-09-01T12:01:01Z"},"spec":{"ports":[{"protocol":"TCP","port":80,"targetPort":80}],
         "selector":{"app":"web"},"clusterIP":"10.0.0.77","type":"LoadBalancer","sessionAffinity":"None"},"status":{"loadBalancer":{}}}
        """;

    internal const string Cache = """
        {"metadata":{"name":"cache","namespace":"default","uid":"11111111-1111-11e6-8111-111111111111","generation":1,
         "creationTimestamp":"2016-09-01T12:01:01Z","labels":{"app":"cache"}},
         "spec":{"replicas":2,"selector":{"app":"cache"},"template":{"metadata":{"creationTimestamp":null,"labels":{"app":"cache"}},
         "spec":{"containers":[{"name":"cache","image":"redis:3.2","workingDir":"/srv","resources":{"requests":{"cpu":"50m"}},
         "terminationMessagePath":"/dev/termination-log","imagePullPolicy":"IfNotPresent"}],"restartPolicy":"Always",
         "terminationGracePeriodSeconds":5,"dnsPolicy":"ClusterFirst","securityContext":{}}}},"status":{"replicas":0}}
        """;

    internal const string Alone = """
        {"metadata":{"name":"alone","namespace":"default","uid":"22222222-1111-11e6-8111-111111111111",
         "creationTimestamp":"2016-09-01T12:01:01Z","labels":{"app":"alone"}},
         "spec":{"containers":[{"name":"main","image":"busybox","args":["sleep","<1 d>"],"resources":{}}],"restartPolicy":"Always",
         "terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","securityContext":{}},"status":{"phase":"Pending"}}
        """;

    private static void Check(Action<Served> act, string? scenario = null, string web = Served.Web)
    {
        using var served = scenario is null ? new Served() : new Served(scenario: scenario, web: web);
        act(served);
        var end = served.Run.Finish();
        var other = Directory.CreateDirectory(Path.Combine(served.Folder, "records")).FullName;
        var path = Path.Combine(other, "mine.yaml");
        File.WriteAllText(path, served.Record.Text(served.Run.Scenario.Served!, end, other));
        var answer = CommandLine.Run("run", path, "--json", "--out", Path.Combine(served.Folder, "out"));
        Assert.True(answer.ExitCode == 0, answer.Error + answer.Out + File.ReadAllText(path));
        var summary = JsonNode.Parse(File.ReadAllText(Path.Combine(served.Folder, "out", "summary.json")))!;
        Assert.True(served.Run.Digest == summary["digest"]!.GetValue<string>(), File.ReadAllText(path));
    }
}
