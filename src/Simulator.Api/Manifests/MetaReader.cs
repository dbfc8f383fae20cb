using System.Globalization;

namespace Simulator.Api;

/// <summary>Where an object lives.</summary>
internal enum Scope
{
    Cluster,
    Namespaced,
}

/// <summary>metadata of any object.</summary>
internal static class MetaReader
{
    public static ObjectMeta Read(FieldReader @object, Scope scope)
    {
        var otherwise = new ObjectMeta { Namespace = scope == Scope.Namespaced ? "default" : "" };
        if (@object.Required("metadata") is not { } metadata) return otherwise;
        return metadata.Read(fields => ReadMeta(fields, scope)) ?? otherwise;
    }

    private static ObjectMeta ReadMeta(FieldReader fields, Scope scope)
    {
        LabelChecks.Check(fields.Optional("labels"));
        var meta = new ObjectMeta
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
        };
        if (fields.Context.Validates) CheckName(fields, meta);
        return meta;
    }

    private static string NamespaceOf(FieldReader fields, Scope scope)
    {
        var name = fields.Text("namespace");
        if (scope == Scope.Namespaced) return name.Length == 0 ? "default" : name;
        return "";
    }

    private static void CheckName(FieldReader fields, ObjectMeta meta)
    {
        if (meta.Name.Length == 0 && meta.GenerateName.Length == 0 && !fields.Has("name")) fields.Error("the key 'name' is missing");
        else if (meta.Name.Length == 0 && meta.GenerateName.Length == 0) fields.ErrorAt("name", $"is no name; allowed are {LabelRules.NameRule}");
        else if (meta.Name.Length != 0 && !LabelRules.IsValidName(meta.Name)) fields.ErrorAt("name", $"'{Wording.Shortened(meta.Name)}' is not a name; allowed are {LabelRules.NameRule}");
        if (meta.Namespace.Length != 0 && !LabelRules.IsValidName(meta.Namespace)) fields.ErrorAt("namespace", $"'{Wording.Shortened(meta.Namespace)}' is not a name; allowed are {LabelRules.NameRule}");
    }
}
