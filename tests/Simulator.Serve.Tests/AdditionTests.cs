using System.Text;
using Simulator.Serve.Answers;
using Xunit;

namespace Simulator.Serve.Tests;

/// <summary>What newer kubectls need, and what a server to the letter does not say.</summary>
public sealed class AdditionTests
{
    private const string Table =
        "application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json";

    private readonly Conversation _plain = new();
    private readonly Conversation _extended = new(ServerManner.Extended);

    [Fact]
    public void Discovery_names_verbs_and_short_names()
    {
        var pods = _extended.Get("/api/v1")["resources"]!.AsArray().Single(resource => (string?)resource!["name"] == "pods")!;
        Assert.Equal("po", (string?)pods["shortNames"]![0]);
        Assert.Equal(8, pods["verbs"]!.AsArray().Count);
        Assert.All(_plain.Get("/api/v1")["resources"]!.AsArray(), resource => Assert.Equal(3, resource!.AsObject().Count));
    }

    [Fact]
    public void A_version_without_resources_is_announced_by_the_real_one_only()
    {
        Assert.Contains("batch/v2alpha1", _plain.Get("/apis").ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("batch/v2alpha1", _extended.Get("/apis").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_is_made_for_who_asks_for_one()
    {
        foreach (var client in (Conversation[])[_plain, _extended]) client.AddPod("a");
        const string Url = "/api/v1/namespaces/default/pods";
        var table = Conversation.Json(_extended.Send("GET", Url, null, ("Accept", Table)));
        Assert.Equal("meta.k8s.io/v1", (string?)table["apiVersion"]);
        Assert.Equal("a", (string?)table["rows"]![0]!["object"]!["metadata"]!["name"]);
        Assert.Equal("PodList", (string?)Conversation.Json(_plain.Send("GET", Url, null, ("Accept", Table)))["kind"]);
    }

    /// <summary>Nobody here writes the fields of objects in protobuf: JSON it is for those who take it, too.</summary>
    [Theory]
    [InlineData("application/vnd.kubernetes.protobuf,application/json", "application/json", "application/vnd.kubernetes.protobuf")]
    [InlineData("application/vnd.kubernetes.protobuf", "application/vnd.kubernetes.protobuf", "application/vnd.kubernetes.protobuf")]
    [InlineData("application/yaml,application/json", "application/yaml", "application/yaml")]
    public void Who_takes_json_beside_protobuf_gets_it(string accept, string extended, string plain)
    {
        const string Url = "/api/v1/namespaces/default";
        Assert.Equal(extended, _extended.Send("GET", Url, null, ("Accept", accept)).ContentType);
        Assert.Equal(plain, _plain.Send("GET", Url, null, ("Accept", accept)).ContentType);
    }

    [Fact]
    public void Later_versions_are_views_of_the_same_objects()
    {
        var template = $$"""{"metadata":{"labels":{"a":"b"} },"spec":{{Conversation.PodSpec}} }""";
        var spec = $$"""{"selector":{"matchLabels":{"a":"b"} },"template":{{template}} }""";
        _extended.Post("/apis/apps/v1/namespaces/default/deployments", $$"""{"metadata":{"name":"d"},"spec":{{spec}} }""");
        Assert.Equal(
            "extensions/v1beta1", (string?)_extended.Get("/apis/extensions/v1beta1/namespaces/default/deployments/d")["apiVersion"]);
        Assert.Equal("apps/v1", (string?)_extended.Get("/apis/apps/v1/namespaces/default/deployments/d")["apiVersion"]);
        Assert.Equal(404, _plain.Send("GET", "/apis/apps/v1").Status);
    }

    /// <summary>The real one does not know the wish and writes all the same.</summary>
    [Fact]
    public void Who_only_asks_what_would_be_changes_nothing()
    {
        const string Url = "/api/v1/namespaces/default/pods?dryRun=All";
        const string Pod = """{"metadata":{"name":"a"},"spec":""" + Conversation.PodSpec + "}";
        Assert.Equal("Pending", (string?)_extended.Post(Url, Pod)["status"]!["phase"]);
        Assert.Equal(404, _extended.Send("GET", "/api/v1/namespaces/default/pods/a").Status);
        _plain.Post(Url, Pod);
        Assert.Equal(200, _plain.Send("GET", "/api/v1/namespaces/default/pods/a").Status);
    }

    [Fact]
    public void A_table_has_as_much_of_each_object_as_is_asked_for()
    {
        _extended.AddPod("a");
        const string Url = "/api/v1/namespaces/default/pods?includeObject=";
        Assert.Equal("nginx:1.11", (string?)Row("Object")["object"]!["spec"]!["containers"]![0]!["image"]);
        Assert.Null(Row("Metadata")["object"]!["spec"]);
        Assert.Null(Row("None")["object"]);

        System.Text.Json.Nodes.JsonNode Row(string included) =>
            Conversation.Json(_extended.Send("GET", Url + included, null, ("Accept", Table)))["rows"]![0]!;
    }

    [Fact]
    public void Everything_can_be_waited_for_by_its_name()
    {
        const string Url = "/apis/autoscaling/v1/horizontalpodautoscalers?fieldSelector=metadata.name%3Da";
        Assert.Equal(200, _extended.Send("GET", Url).Status);
        Assert.Equal(400, _plain.Send("GET", Url).Status);
    }

    /// <summary>What is in it is tried with the real kubectl: <c>explain</c> and the check of manifests.</summary>
    [Fact]
    public void An_openapi_document_has_the_structs_of_the_API()
    {
        var answer = _extended.Send("GET", "/openapi/v2");
        Assert.Equal("application/com.github.proto-openapi.spec.v2.v1.0+protobuf", answer.ContentType);
        Assert.Equal([0x0a, 0x03, 0x32, 0x2e, 0x30, 0x42], answer.Body[..6].ToArray());
        var text = Encoding.UTF8.GetString(answer.Body.Span);
        Assert.Contains("#/definitions/v1.PodSpec", text, StringComparison.Ordinal);
        Assert.Contains("- group: \"apps\"\n  kind: StatefulSet\n  version: v1\n", text, StringComparison.Ordinal);
        Assert.Contains("x-kubernetes-patch-merge-key", text, StringComparison.Ordinal);
        Assert.Contains("dryRun", text, StringComparison.Ordinal);
        Assert.Equal(404, _plain.Send("GET", "/openapi/v2").Status);
    }
}
