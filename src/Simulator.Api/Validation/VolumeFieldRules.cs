namespace Simulator.Api.Validation;

/// <summary>What single fields of volume sources may hold (pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class VolumeFieldRules
{
    /// <summary>Which fields of its pod a volume can show.</summary>
    private static readonly string[] ShownFields = ["metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace"];

    private static readonly string[] LaterShownFields = [.. ShownFields, "metadata.uid"];

    /// <summary>0 is let through, whatever the message says.</summary>
    public static void CheckPartition(VolumeSource source, FieldPath path, FieldErrors errors) =>
        CheckRange(source, "partition", path, "must be between 1 and 255, inclusive", errors);

    public static void CheckLun(VolumeSource source, FieldPath path, FieldErrors errors) =>
        CheckRange(source, "lun", path, "must be between 0 and 255, inclusive", errors);

    public static void CheckAbsolute(VolumeSource source, FieldPath path, FieldErrors errors)
    {
        var folder = source.Fields.ValueOrEmpty("path");
        if (!folder.StartsWith('/')) errors.Invalid(path.Child("path"), folder, "must be an absolute path");
    }

    public static void CheckDataset(VolumeSource source, FieldPath path, FieldErrors errors)
    {
        var name = source.Fields.ValueOrEmpty("datasetName");
        if (name.Contains('/')) errors.Invalid(path.Child("datasetName"), name, "must not contain '/'");
    }

    public static void CheckDirectory(VolumeSource source, FieldPath path, FieldErrors errors) =>
        PathRules.CheckSourcePath(source.Fields.ValueOrEmpty("directory"), path.Child("directory"), errors);

    /// <summary>Messages do not say which of the items they mean.</summary>
    public static void CheckDownward(VolumeSource source, FieldPath path, FieldErrors errors)
    {
        foreach (var item in source.Items)
        {
            if (item.Path.Length == 0) errors.Required(path.Child("path"));
            PathRules.CheckSourcePath(item.Path, path.Child("path"), errors);
            var fields = errors.IsLater ? LaterShownFields : ShownFields;
            if (item.Field is { } field) FieldReferenceRules.CheckField(field, fields, path.Child("fieldRef"), errors);
            if (item is { Field: not null, Resource: not null })
                errors.Invalid(path, "resource", "fieldRef and resourceFieldRef can not be specified simultaneously");
            else if (item.Resource is { } resource)
                FieldReferenceRules.CheckResourceOfVolume(resource, path.Child("resourceFieldRef"), errors);
            else if (item.Field is null) errors.Required(path, "one of fieldRef and resourceFieldRef is required");
        }
    }

    private static void CheckRange(VolumeSource source, string field, FieldPath path, string message, FieldErrors errors)
    {
        if (!source.Fields.TryGetValue(field, out var text)) return;
        var number = PortRules.NumberOf(text);
        if (number is < 0 or > 255) errors.Invalid(path.Child(field), number, message);
    }
}
