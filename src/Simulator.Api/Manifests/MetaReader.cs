using System.Globalization;
using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>metadata of any object.</summary>
internal static class MetaReader
{
    public static ObjectMeta Read(FieldReader @object, Scope scope)
    {
        var otherwise = new ObjectMeta { Namespace = scope == Scope.Namespaced ? "default" : "" };
        return @object.Optional("metadata")?.Read(fields => ReadMeta(fields, scope)) ?? otherwise;
    }

    /// <summary>
    /// A controller without labels of its own has those of its template (SetDefaults_ReplicationController and its like).
    /// </summary>
    public static ObjectMeta LabelledAs(this ObjectMeta metadata, PodTemplate template) =>
        metadata.Labels.Count == 0 ? metadata with { Labels = template.Labels } : metadata;

    private static ObjectMeta ReadMeta(FieldReader fields, Scope scope)
    {
        return new ObjectMeta
        {
            Name = fields.Text("name"),
            GenerateName = fields.Text("generateName"),
            Namespace = NamespaceOf(fields, scope),
            Uid = fields.Text("uid"),
            ResourceVersion = long.TryParse(fields.Text("resourceVersion"), CultureInfo.InvariantCulture, out var version) ? version : 0,
            Generation = fields.Long("generation"),
            CreationTimestamp = fields.Optional("creationTimestamp")?.Timestamp(),
            DeletionTimestamp = fields.Optional("deletionTimestamp")?.Timestamp(),
            DeletionGracePeriodSeconds = fields.Optional("deletionGracePeriodSeconds")?.Long(),
            Labels = fields.Labels("labels") ?? LabelSet.Empty,
            Annotations = AnnotationReader.Read(fields),
            OwnerReferences = fields.Peek("ownerReferences")?.List(ReadOwner) is { Count: > 0 } owners ? owners : null,
            Finalizers = fields.Peek("finalizers")?.Texts() is { Count: > 0 } finalizers ? finalizers : null,
        };
    }

    private static OwnerReference ReadOwner(FieldReader fields) =>
        new(fields.Text("apiVersion"), fields.Text("kind"), fields.Text("name"), fields.Text("uid"), fields.Flag("controller"));

    private static string NamespaceOf(FieldReader fields, Scope scope)
    {
        var name = fields.Text("namespace");
        if (scope == Scope.Namespaced) return name.Length == 0 ? "default" : name;
        return "";
    }
}
