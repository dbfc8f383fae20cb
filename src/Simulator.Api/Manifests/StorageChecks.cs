namespace Simulator.Api;

/// <summary>What the API server refuses in volumes and claims (ValidatePersistentVolume and ValidatePersistentVolumeClaimSpec of 1.3.10).</summary>
internal static class StorageChecks
{
    private static readonly string[] AccessModes = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany"];

    private static readonly string[] ReclaimPolicies = ["Retain", "Recycle", "Delete"];

    /// <summary>At least one, each of those that there are.</summary>
    public static IReadOnlyList<string> ReadAccessModes(this FieldReader fields)
    {
        var cursor = fields.Context.Validates ? fields.Required("accessModes") : fields.Optional("accessModes");
        if (cursor is not { } list) return [];
        if (!fields.Context.Validates) return list.Texts();
        var items = list.Items();
        if (list.Node is SourceSequence && items.Count == 0) list.Error($"the list is empty; allowed is at least one of {Wording.Listed(AccessModes)}");
        return [.. items.Select(item => item.OneOf(AccessModes)).OfType<string>()];
    }

    /// <summary>Retain where absent (SetDefaults_PersistentVolume).</summary>
    public static string ReadReclaimPolicy(this FieldReader fields)
    {
        const string Key = "persistentVolumeReclaimPolicy";
        return fields.Context.Validates ? fields.OneOf(Key, ReclaimPolicies[0], ReclaimPolicies) : fields.Text(Key, ReclaimPolicies[0]);
    }

    /// <summary>Amounts that have to name storage.</summary>
    public static ResourceList ReadStorage(this FieldReader fields, string key)
    {
        var cursor = fields.Context.Validates ? fields.Required(key) : fields.Optional(key);
        if (cursor is not { } found) return ResourceList.Empty;
        var amounts = found.Resources();
        if (fields.Context.Validates && found.Node is SourceMapping && !amounts.TryGet(ResourceNames.Storage, out _)) CheckIsAbsent(found);
        return amounts;
    }

    /// <summary>An amount that could not be read has been complained about.</summary>
    private static void CheckIsAbsent(SourceCursor amounts)
    {
        if (((SourceMapping)amounts.Node)[ResourceNames.Storage] is null or { IsNull: true }) amounts.Error("the key 'storage' is missing");
    }
}
