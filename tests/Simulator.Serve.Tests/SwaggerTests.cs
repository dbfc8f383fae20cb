using Simulator.Serve.Resources.Fields;
using Xunit;

namespace Simulator.Serve.Tests;

/// <summary>The swagger documents of the groups: what kubectl 1.3 needs to check manifests and to explain kinds.</summary>
public sealed class SwaggerTests
{
    private readonly Conversation _client = new();

    [Theory]
    [InlineData("apps/v1alpha1", "v1alpha1.PetSet", "v1alpha1.PetSetSpec", "serviceName")]
    [InlineData("autoscaling/v1", "v1.HorizontalPodAutoscaler", "v1.HorizontalPodAutoscalerSpec", "maxReplicas")]
    [InlineData("batch/v1", "v1.Job", "v1.JobSpec", "completions")]
    [InlineData("extensions/v1beta1", "v1beta1.Deployment", "v1beta1.DeploymentSpec", "paused")]
    [InlineData("policy/v1alpha1", "v1alpha1.PodDisruptionBudget", "v1alpha1.PodDisruptionBudgetSpec", "minAvailable")]
    [InlineData("rbac.authorization.k8s.io/v1alpha1", "v1alpha1.RoleBinding", "v1alpha1.Subject", "namespace")]
    public void Every_group_has_a_document_with_the_models_of_its_kinds(string version, string kind, string part, string field)
    {
        var models = _client.Get("/swaggerapi/apis/" + version)["models"]!;
        Assert.Equal(kind, (string?)models[kind]!["id"]);
        Assert.NotNull(models[kind + "List"]!["properties"]!["items"]);
        Assert.NotNull(models[part]!["properties"]![field]);
        Assert.NotNull(models["v1.ObjectMeta"]!["description"]);
    }

    [Fact]
    public void Everything_that_a_document_refers_to_is_in_it()
    {
        var document = _client.Get("/swaggerapi/apis/extensions/v1beta1");
        var models = document["models"]!.AsObject();
        foreach (var (_, model) in models)
        {
            foreach (var (_, property) in model!["properties"]!.AsObject())
            {
                if ((string?)(property!["$ref"] ?? property["items"]?["$ref"]) is { } id) Assert.True(models.ContainsKey(id), id);
            }
        }
    }

    [Theory]
    [InlineData("apps/v1alpha1")]
    [InlineData("autoscaling/v1")]
    [InlineData("batch/v1")]
    [InlineData("extensions/v1beta1")]
    [InlineData("policy/v1alpha1")]
    [InlineData("rbac.authorization.k8s.io/v1alpha1")]
    public void Whatever_is_explained_is_told_in_words(string version)
    {
        var own = version.Split('/')[1] + ".";
        foreach (var (id, model) in _client.Get("/swaggerapi/apis/" + version)["models"]!.AsObject())
        {
            if (!id.StartsWith(own, StringComparison.Ordinal) || FieldTable.Find(id) is not null) continue;
            foreach (var (name, property) in model!["properties"]!.AsObject())
            {
                Assert.True(property!["description"] is not null, $"{id}.{name}");
            }
        }
    }

    [Fact]
    public void Words_are_of_structs_and_fields_that_are_there()
    {
        foreach (var (type, field) in FieldWords.All.Where(word => word.Struct is not ("*" or "List")))
        {
            Assert.True(FieldTable.Find(type) is { } known && (field.Length == 0 || known.Find(field) is not null), $"{type} {field}");
        }
    }

    [Fact]
    public void Paths_have_the_names_of_their_own_kind()
    {
        var document = _client.Get("/swaggerapi/apis/extensions/v1beta1");
        var path = document["apis"]!.AsArray()
            .Single(api => (string?)api!["path"] == "/apis/extensions/v1beta1/namespaces/{namespace}/deployments/{name}/scale")!;
        Assert.Equal("v1beta1.Scale", (string?)path["operations"]![0]!["type"]);
        Assert.Contains("createNamespacedDeploymentRollbackRollback", document["apis"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("PodTemplate\"", document["apis"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_is_indented_as_that_of_v1()
    {
        var text = Conversation.Text(_client.Send("GET", "/swaggerapi/apis/batch/v1"));
        Assert.StartsWith("{\n  \"swaggerVersion\": \"1.2\",\n  \"apiVersion\": \"batch/v1\",\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n  }\n }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_no_others() => Assert.Equal(404, _client.Send("GET", "/swaggerapi/apis/nosuch/v1").Status);
}
