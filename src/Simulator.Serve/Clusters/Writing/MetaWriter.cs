using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>metadata of any object; its resourceVersion is the store's business.</summary>
internal static class MetaWriter
{
    private const string CreatedBy = "kubernetes.io/created-by";

    public static JsonObject Write(ObjectMeta meta, Setting setting) => new JsonObject()
        .Text("name", meta.Name)
        .Text("generateName", meta.GenerateName)
        .Text("namespace", meta.Namespace)
        .Text("uid", meta.Uid)
        .Number("generation", meta.Generation)
        .Set("creationTimestamp", setting.Clock.Text(meta.CreationTimestamp))
        .Node("deletionTimestamp", setting.Clock.Text(meta.DeletionTimestamp))
        .Node("deletionGracePeriodSeconds", meta.DeletionGracePeriodSeconds)
        .Map("labels", meta.Labels)
        .Map("annotations", Annotations(meta, setting.Kinds))
        .List("ownerReferences", meta.OwnerReferences, WriteOwner)
        .Texts("finalizers", meta.Finalizers ?? []);

    /// <summary>Of a kind whose generation 1.3.10 does not count.</summary>
    public static JsonObject Uncounted(ObjectMeta meta, Setting setting) => Write(meta with { Generation = 0 }, setting);

    /// <summary>
    /// Who made it stands in an annotation (pkg/controller/controller_utils.go), where no reference says who looks after it.
    /// </summary>
    private static LabelSet Annotations(ObjectMeta meta, KindTable kinds)
    {
        if (meta.CreatedBy is not { } maker || meta.ControllerReference is not null) return meta.Annotations;
        var reference = new JsonObject
        {
            ["kind"] = "SerializedReference",
            ["apiVersion"] = "v1",
            ["reference"] = new JsonObject
            {
                ["kind"] = maker.Kind,
                ["namespace"] = maker.Key.Namespace,
                ["name"] = maker.Key.Name,
                ["uid"] = maker.Uid,
                ["apiVersion"] = kinds.Find(maker.Kind)?.Version is { } version ? version.Split('/')[0] : "v1",
            },
        };
        return meta.Annotations.With(CreatedBy, reference.ToJsonString() + "\n");
    }

    private static JsonObject WriteOwner(OwnerReference owner) => new JsonObject()
        .Text("apiVersion", owner.ApiVersion)
        .Text("kind", owner.Kind)
        .Text("name", owner.Name)
        .Text("uid", owner.Uid)
        .Flag("controller", owner.IsController)
        .Flag("blockOwnerDeletion", owner.BlocksOwnerDeletion);
}
