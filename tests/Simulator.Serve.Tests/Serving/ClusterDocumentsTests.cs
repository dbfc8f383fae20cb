using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Xunit;

namespace Simulator.Serve.Tests.Serving;

/// <summary>A simulated cluster's objects as documents, and what is written to them.</summary>
public sealed class ClusterDocumentsTests
{
    [Fact]
    public void A_pod_has_what_its_template_says()
    {
        using var served = new Served();
        served.Run.Advance(TimeSpan.FromMinutes(1));
        var pods = served.Documents.List("pods", "default");
        Assert.Equal(3, pods.Count);
        var container = pods[0]["spec"]!["containers"]![0]!;
        Assert.Equal("""["nginx","-g","daemon off;"]""", container["command"]!.ToJsonString());
        Assert.Equal("""[{"name":"MODE","value":"a"}]""", container["env"]!.ToJsonString());
        Assert.Equal("/ready", container["readinessProbe"]!["httpGet"]!["path"]!.GetValue<string>());
        Assert.Equal("IfNotPresent", container["imagePullPolicy"]!.GetValue<string>());
        Assert.Equal("""[{"name":"data","emptyDir":{}}]""", pods[0]["spec"]!["volumes"]!.ToJsonString());
        Assert.Equal("Running", pods[0]["status"]!["phase"]!.GetValue<string>());
        Assert.Contains("\"kind\":\"ReplicaSet\"", pods[0]["metadata"]!["annotations"]!["kubernetes.io/created-by"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Leases_say_when_their_kubelets_last_renewed_them()
    {
        const string Selector = "replicas: 3\n  selector: { matchLabels: { app: web } }";
        using var served = new Served(
            scenario: Served.Shop.Replace("1.3.10", "1.20.2", StringComparison.Ordinal),
            web: Served.Web.Replace("extensions/v1beta1", "apps/v1", StringComparison.Ordinal)
                .Replace("replicas: 3", Selector, StringComparison.Ordinal));
        served.Run.Advance(TimeSpan.FromMinutes(2));
        var lease = served.Documents.Find(new DocumentKey("leases", "kube-node-lease", "default-0002"))!;
        var renewed = DateTimeOffset.Parse(lease["spec"]!["renewTime"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        Assert.InRange((Served.Origin + TimeSpan.FromMinutes(2) - renewed).TotalSeconds, 0, 11);
    }

    [Fact]
    public void What_a_client_creates_the_cluster_runs()
    {
        using var served = new Served();
        served.Run.Advance(TimeSpan.FromMinutes(1));
        var stored = served.Put("replicationcontrollers", "cache", RecordTests.Cache);
        Assert.Equal($"{served.Documents.Version}", stored["metadata"]!["resourceVersion"]!.GetValue<string>());
        served.Run.Advance(TimeSpan.FromMinutes(2));
        var pods = served.Documents.List("pods", "default").Where(IsCache).ToList();
        Assert.Equal(2, pods.Count);
        Assert.All(pods, pod => Assert.Equal("Running", pod["status"]!["phase"]!.GetValue<string>()));
        Assert.All(pods, pod => Assert.Equal("/srv", pod["spec"]!["containers"]![0]!["workingDir"]!.GetValue<string>()));
        Assert.Equal(2, served.Find("replicationcontrollers", "cache")["status"]!["replicas"]!.GetValue<int>());
    }

    /// <summary>Fields that nobody acts upon come back, whatever the cluster does to the rest.</summary>
    [Fact]
    public void Fields_that_do_not_act_are_kept()
    {
        using var served = new Served();
        var given = Served.Json(RecordTests.Cache);
        given["spec"]!["template"]!["spec"]!["hostPID"] = true;
        given["spec"]!["template"]!["spec"]!["containers"]![0]!["securityContext"] = Served.Json("""{"privileged":true}""");
        given["metadata"]!["clusterName"] = "mine";
        served.Documents.Put(new DocumentKey("replicationcontrollers", "default", "cache"), given);
        served.Run.Advance(TimeSpan.FromMinutes(2));
        var cache = served.Find("replicationcontrollers", "cache");
        Assert.Equal("mine", cache["metadata"]!["clusterName"]!.GetValue<string>());
        Assert.Equal(2, cache["status"]!["replicas"]!.GetValue<int>());
        Assert.True(cache["spec"]!["template"]!["spec"]!["hostPID"]!.GetValue<bool>());
        var pod = served.Documents.List("pods", "default").First(IsCache);
        Assert.True(pod["spec"]!["hostPID"]!.GetValue<bool>());
        Assert.True(pod["spec"]!["containers"]![0]!["securityContext"]!["privileged"]!.GetValue<bool>());
        Assert.NotNull(pod["spec"]!["nodeName"]);
    }

    [Fact]
    public void A_changed_number_of_replicas_is_no_other_template()
    {
        using var served = new Served();
        served.Run.Advance(TimeSpan.FromMinutes(1));
        served.Change("deployments", "web", web => web["spec"]!["replicas"] = 5);
        served.Run.Advance(TimeSpan.FromMinutes(2));
        Assert.Single(served.Documents.List("replicasets", "default"));
        Assert.Equal(5, served.Documents.List("pods", "default").Count);
    }

    /// <summary>A template that comes back as it was is known again: its old ReplicaSet is used.</summary>
    [Fact]
    public void A_template_set_back_is_the_one_that_it_was()
    {
        using var served = new Served();
        served.Run.Advance(TimeSpan.FromMinutes(1));
        SetImage("nginx:1.12");
        served.Run.Advance(TimeSpan.FromMinutes(2));
        SetImage("nginx:1.11");
        served.Run.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(2, served.Documents.List("replicasets", "default").Count);

        void SetImage(string image) =>
            served.Change("deployments", "web", web => web["spec"]!["template"]!["spec"]!["containers"]![0]!["image"] = image);
    }

    [Fact]
    public void A_label_of_a_pod_counts()
    {
        using var served = new Served();
        served.Run.Advance(TimeSpan.FromMinutes(1));
        var name = served.Documents.List("pods", "default")[0]["metadata"]!["name"]!.GetValue<string>();
        served.Change("pods", name, pod => pod["metadata"]!["labels"]!["app"] = "other");
        served.Run.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(4, served.Documents.List("pods", "default").Count);
        Assert.NotNull(served.Find("pods", name)["spec"]!["nodeName"]);
    }

    [Fact]
    public void Other_kinds_are_kept_under_the_same_counter()
    {
        using var served = new Served();
        var before = served.Documents.Version;
        var ingress = served.Put("ingresses", "front", """{"metadata":{"name":"front","namespace":"default"},"spec":{"x":[1,2]}}""");
        Assert.Equal(before + 1, served.Documents.Version);
        Assert.Equal($"{before + 1}", ingress["metadata"]!["resourceVersion"]!.GetValue<string>());
        var pod = served.Put("pods", "alone", RecordTests.Alone);
        Assert.Equal($"{before + 2}", pod["metadata"]!["resourceVersion"]!.GetValue<string>());
        Assert.Equal(["front", "alone"], served.Documents.ChangesAfter(before)!.Select(change => change.Key.Name));
        served.Documents.Remove(new DocumentKey("ingresses", "default", "front"));
        Assert.Equal(before + 3, served.Documents.Version);
        Assert.Empty(served.Documents.List("ingresses", null));
    }

    [Fact]
    public void Versions_of_all_changes_grow_by_one()
    {
        using var served = new Served();
        var before = served.Documents.Version;
        for (var i = 0; i < 20; i++)
        {
            served.Put("ingresses", $"front-{i}", $$$"""{"metadata":{"name":"front-{{{i}}}","namespace":"default"}}""");
            served.Put("pods", $"p{i}", RecordTests.Alone.Replace("alone", $"p{i}", StringComparison.Ordinal));
            served.Run.Advance(TimeSpan.FromSeconds(i + 1));
        }

        var versions = served.Documents.ChangesAfter(before)!.Select(change => change.Version).ToList();
        Assert.Equal(Enumerable.Range(1, versions.Count).Select(step => before + step), versions);
        var last = served.Documents.ChangesAfter(before)!.Where(change => !change.IsGone).GroupBy(change => change.Key);
        Assert.All(last, of => Assert.Equal($"{of.Last().Version}", Find(of.Key)["metadata"]!["resourceVersion"]!.GetValue<string>()));

        JsonObject Find(DocumentKey key) => served.Documents.Find(key)!;
    }

    [Fact]
    public void Events_of_components_are_objects_and_are_counted()
    {
        using var served = new Served();
        served.Put("pods", "big", RecordTests.Alone.Replace("alone", "big", StringComparison.Ordinal)
            .Replace("\"resources\":{}", "\"resources\":{\"requests\":{\"cpu\":\"64\"}}", StringComparison.Ordinal));
        served.Run.Advance(TimeSpan.FromMinutes(10));
        var told = served.Documents.List("events", "default").Single(told => told["reason"]!.GetValue<string>() == "FailedScheduling");
        Assert.Equal("big", told["involvedObject"]!["name"]!.GetValue<string>());
        Assert.Equal("default-scheduler", told["source"]!["component"]!.GetValue<string>());
        Assert.True(told["count"]!.GetValue<int>() > 3);
        served.Run.Advance(TimeSpan.FromMinutes(20));
        served.Documents.Remove(new DocumentKey("pods", "default", "big"));
        served.Put("pods", "alone", RecordTests.Alone);
        served.Run.Advance(TimeSpan.FromMinutes(90));
        served.Put("pods", "other", RecordTests.Alone.Replace("alone", "other", StringComparison.Ordinal));
        served.Run.Advance(TimeSpan.FromMinutes(91));
        Assert.DoesNotContain(
            served.Documents.List("events", "default"), told => told["involvedObject"]!["name"]!.GetValue<string>() == "big");
    }

    [Fact]
    public void With_a_namespace_goes_all_that_is_in_it()
    {
        using var served = new Served();
        var home = new DocumentKey("namespaces", "", "team");
        served.Documents.Put(home, Served.Json("""
            {"metadata":{"name":"team","uid":"u-team","creationTimestamp":"2016-09-01T12:00:00Z"},"spec":{"finalizers":["kubernetes"]},
             "status":{"phase":"Active"}}
            """));
        served.Documents.Put(
            new DocumentKey("ingresses", "team", "front"), Served.Json("""{"metadata":{"name":"front","namespace":"team"}}"""));
        served.Documents.Put(
            new DocumentKey("pods", "team", "alone"),
            Served.Json(RecordTests.Alone.Replace("\"default\"", "\"team\"", StringComparison.Ordinal)));
        served.Run.Advance(TimeSpan.FromMinutes(1));
        var marked = (JsonObject)served.Documents.Find(home)!.DeepClone();
        marked["metadata"]!["deletionTimestamp"] = "2016-09-01T12:01:00Z";
        marked["status"]!["phase"] = "Terminating";
        served.Documents.Put(home, marked);
        served.Run.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(served.Documents.Find(home));
        Assert.Empty(served.Documents.List("pods", "team"));
        Assert.Empty(served.Documents.List("ingresses", "team"));
    }

    private static bool IsCache(JsonObject pod) => pod["metadata"]!["labels"]!["app"]!.GetValue<string>() == "cache";
}
