using System.Text.Json.Nodes;
using Simulator.Serve.Answers;
using Xunit;

namespace Simulator.Serve.Tests;

/// <summary>Later versions as newer kubectls see them: views of the objects that 1.3.10 stores.</summary>
public sealed class LaterViewTests
{
    private const string Sets = "/apis/apps/v1/namespaces/default/statefulsets";
    private const string PetSets = "/apis/apps/v1alpha1/namespaces/default/petsets";
    private const string Later = "/apis/networking.k8s.io/v1/namespaces/default/ingresses";
    private const string Ingresses = "/apis/extensions/v1beta1/namespaces/default/ingresses";

    private const string Template = """{"metadata":{"labels":{"a":"b"}},"spec":""" + Conversation.PodSpec + "}";

    private const string Spec =
        """{"replicas":2,"serviceName":"s","selector":{"matchLabels":{"a":"b"}},"template":""" + Template + "}";

    private readonly Conversation _client = new(ServerManner.Extended);

    [Fact]
    public void A_stateful_set_is_a_pet_set()
    {
        var made = _client.Post(Sets, """{"apiVersion":"apps/v1","kind":"StatefulSet","metadata":{"name":"db"},"spec":""" + Spec + "}");
        Assert.Equal("StatefulSet", (string?)made["kind"]);
        Assert.Equal("PetSet", (string?)_client.Get(PetSets + "/db")["kind"]);
        Assert.Equal("/apis/apps/v1/namespaces/default/statefulsets/db", (string?)_client.Get(Sets + "/db")["metadata"]!["selfLink"]);
        Assert.Equal("StatefulSetList", (string?)_client.Get(Sets)["kind"]);
        Assert.Equal("db", (string?)_client.Get(Sets)["items"]![0]!["metadata"]!["name"]);
        _client.Patch("merge", Sets + "/db/scale", """{"spec":{"replicas":5}}""");
        Assert.Equal(5, (int)_client.Get(PetSets + "/db")["spec"]!["replicas"]!);
        _client.Delete(Sets + "/db");
        Assert.Equal(404, _client.Send("GET", PetSets + "/db").Status);
    }

    [Fact]
    public void An_ingress_has_its_backends_as_services()
    {
        const string Body = """
            {"metadata":{"name":"i"},"spec":{"ingressClassName":"nginx","rules":[{"host":"a.example.com","http":{"paths":[
            {"path":"/","pathType":"Prefix","backend":{"service":{"name":"s","port":{"number":80}}}}]}}]}}
            """;
        _client.Post(Later, Body);
        var stored = _client.Get(Ingresses + "/i");
        Assert.Equal("""{"serviceName":"s","servicePort":80}""", Backend(stored)!.ToJsonString());
        Assert.Equal("nginx", (string?)stored["metadata"]!["annotations"]!["kubernetes.io/ingress.class"]);
        var shown = _client.Get(Later + "/i");
        Assert.Equal("nginx", (string?)shown["spec"]!["ingressClassName"]);
        Assert.Equal("""{"service":{"name":"s","port":{"number":80}}}""", Backend(shown)!.ToJsonString());
    }

    [Fact]
    public void A_deployment_says_whether_enough_of_it_is_available()
    {
        _client.Post("/apis/extensions/v1beta1/namespaces/default/deployments", """{"metadata":{"name":"d"},"spec":""" + Spec + "}");
        var condition = _client.Get("/apis/apps/v1/namespaces/default/deployments/d")["status"]!["conditions"]![0]!;
        Assert.Equal(("Available", "False"), ((string?)condition["type"], (string?)condition["status"]));
        Assert.Null(_client.Get("/apis/extensions/v1beta1/namespaces/default/deployments/d")["status"]!["conditions"]);
    }

    [Fact]
    public void A_replica_set_names_the_deployment_that_made_it()
    {
        const string Sets = "namespaces/default/replicasets";
        var made = _client.Post(
            "/apis/extensions/v1beta1/namespaces/default/deployments", """{"metadata":{"name":"d"},"spec":""" + Spec + "}");
        _client.Post(
            "/apis/extensions/v1beta1/" + Sets,
            """{"metadata":{"name":"d-123","labels":{"pod-template-hash":"123"}},"spec":""" + Spec + "}");
        var owner = _client.Get($"/apis/apps/v1/{Sets}/d-123")["metadata"]!["ownerReferences"]![0]!;
        Assert.Equal((string?)made["metadata"]!["uid"], (string?)owner["uid"]);
        Assert.Null(_client.Get($"/apis/extensions/v1beta1/{Sets}/d-123")["metadata"]!["ownerReferences"]);
    }

    private static JsonNode? Backend(JsonNode ingress) => ingress["spec"]!["rules"]![0]!["http"]!["paths"]![0]!["backend"];
}
